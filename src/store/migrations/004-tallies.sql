-- What the statements of an edge name, with the votes for each word, kept as articles come and go: adding an article,
-- or taking one back, reads no other article's statements. Where all words of an edge have one vote, the first is the
-- first of the primary key; the other index finds those with more.

create table tally (
  edge text collate "C" not null,
  kind text collate "C" not null, -- predicate, role ('source:wife'), details, place, source; day and publisher of its articles
  word text collate "C" not null,
  uses int not null,
  primary key (edge, kind, word)
);
create index tally_most on tally (edge, kind, uses desc, word) where uses > 1;
create index tally_publisher on tally (word, edge) where kind = 'publisher';

alter table edge add column doubt bigint not null default 0; -- the sum that its confidence is made of
alter table edge add column sources int not null default 0;  -- how many are named; `attributed_to` holds the foremost
alter table edge alter column doubt drop default;
alter table edge alter column sources drop default;

insert into tally (edge, kind, word, uses)
select edge, kind, word, count(*) from (
  select s.edge, 'predicate' as kind, left(s.predicate, 500) as word from statement s
  union all
  select s.edge, 'role', case when case when s.role_of = 'object' then o.entity else e.entity end = edge.source
    then 'source:' else 'target:' end || left(s.role, 500)
  from statement s join edge on edge.key = s.edge
  join article_entity e on e.article = s.article and e.index = s.subject
  join article_entity o on o.article = s.article and o.index = s.object
  where s.role is not null
  union all
  select s.edge, 'details', left(s.details, 500) from statement s where s.details is not null
  union all
  select s.edge, 'place', e.entity from statement s join article_entity e on e.article = s.article and e.index = s.place
  union all
  select distinct on (s.article, s.index, word) s.edge, 'source', left(coalesce(e.entity, said.value #>> '{}'), 500) as word
  from statement s cross join json_array_elements(s.attributed_to) said(value)
  left join article_entity e on e.article = s.article
    and e.index = case when json_typeof(said.value) = 'number' then (said.value #>> '{}')::int end
) named where edge is not null group by edge, kind, word;

insert into tally (edge, kind, word, uses)
select edge, 'publisher', source, count(*)
from (select distinct s.edge, a.id, left(a.source, 500) as source from statement s join article a on a.id = s.article) said
where edge is not null and source is not null group by edge, source;

insert into tally (edge, kind, word, uses)
select said.edge, 'day', said.date, count(*)
from (select distinct s.edge, a.id, a.date from statement s join article a on a.id = s.article) said
join edge on edge.key = said.edge
where said.date is not null and edge.date is null group by said.edge, said.date;

update edge set doubt = said.doubt, sources = (select count(*) from tally t where t.edge = key and kind = 'source')
from (
  select edge, sum(round(-ln(greatest(0.000001, 1 - confidence)) * 1000000)) as doubt
  from (select edge, article, max(confidence) as confidence from statement where edge is not null group by edge, article) each
  group by edge) said
where said.edge = edge.key;
