-- A large store, built straight into its tables: what many articles would have made of it, without reading them.
-- :entities names, drawn by Zipf's law but for one in each article; :articles articles of eight statements.

select setseed(0.42);

create temp table drawn as
select n, (row_number() over (partition by n order by rank) - 1)::int as index, rank from (
  select distinct n, case when i = 0 then 1 + floor(random() * :entities)::int
    else greatest(1, floor(exp(random() * ln(:entities)))::int) end as rank
  from generate_series(1, :articles) n cross join generate_series(0, 9) i) ranks;
create index on drawn (n, index);

create temp table named as
select rank, type, label, type || ':' || lower(replace(label, ' ', '-')) as key from (
  select rank, (array['person', 'organization', 'place'])[rank % 3 + 1] as type,
    (array['Ama Kor' || rank, 'Kor' || rank || ' Bank', 'Kor' || rank])[rank % 3 + 1] as label
  from (select distinct rank from drawn) ranks) labelled;
create unique index on named (rank);

create temp table report as
select n, 'a' || left(encode(sha256(convert_to('Report ' || n, 'UTF8')), 'hex'), 16) as id,
  to_char(date '2024-01-01' + n % 700, 'YYYY-MM-DD') as date, 'Source ' || n % 40 as source,
  (select count(*)::int from drawn d where d.n = r) as entities
from generate_series(1, :articles) r cross join lateral (select r as n) one;
create unique index on report (n);
analyze drawn; analyze named; analyze report;

alter table article_entity disable trigger user;
alter table edge disable trigger user;
alter table entity disable trigger user;

insert into article (id, text, title, date, source, url, blocks, skips, entities, mentions, statements)
select id, 'Report ' || n, null, date, source, null, '[]', '[]', entities, entities, 8 from report;

insert into article_entity (article, index, type, label, aliases, mentions, date, name, entity)
select id, index, type, label, '{}', 1, date, key, key
from report join drawn using (n) join named using (rank);

insert into mention (article, start, stop, entity_index, kind, text)
select article, index * 20, index * 20 + length(label), index, 'name', label from article_entity;

create temp table claimed as
select id as article, date, i as index, subject, (subject + 1 + floor(turn * (entities - 1))::int) % entities as object,
  (array['met', 'visited', 'criticized', 'praised', 'leads', 'located_in', 'attacked', 'asked'])[1 + floor(kind * kind * 8)::int]
    as type,
  case when dated < 0.4 then date end as said, case when mode < 0.85 then 'actual' else 'planned' end as modality,
  case when source < 0.3 then '["officials"]' else '[]' end as attributed_to, 0.5 + floor(sure * 50) / 100 as confidence
from (
  select id, date, i, entities, floor(random() * entities)::int as subject, random() as turn, random() as kind,
    random() as dated, random() as mode, random() as source, random() as sure
  from report cross join generate_series(0, 7) i where entities > 1) chances;

insert into statement (article, index, subject, object, type, predicate, date, modality, attributed_to, confidence,
  evidence, edge)
select article, index, subject, object, type, type, said, modality, attributed_to::json, confidence,
  json_build_object('start', 0, 'end', 120, 'text', repeat('x', 120), 'subject', json_build_array(0, 8),
    'trigger', json_build_array(9, 12), 'object', json_build_array(13, 21), 'rule', 'plain', 'n', index),
  'e' || left(encode(sha256(convert_to('["' || source || '","' || type || '","' || target || '","' || modality || '",' ||
    coalesce('"' || said || '"', 'null') || ']', 'UTF8')), 'hex'), 16)
from (
  select c.*, case when c.type = 'met' then least(s.entity, o.entity) else s.entity end as source,
    case when c.type = 'met' then greatest(s.entity, o.entity) else o.entity end as target
  from claimed c
  join article_entity s on s.article = c.article and s.index = c.subject
  join article_entity o on o.article = c.article and o.index = c.object) tied;

insert into claim (name, alias, uses) select name, name, count(*) from article_entity group by name;
insert into spelling (name, form, labels, uses)
select name, label, count(*), count(*) from article_entity group by name, label;
insert into name (name, entity) select distinct name, entity from article_entity;

insert into edge (key, source, target, undirected, type, predicate, date, modality, attributed_to, confidence, weight,
  sentences, since, until, doubt, sources, publishers, unnamed)
select edge, min(source), min(target), type = 'met', type, type, said, modality,
  case when bool_or(named) then array['officials'] else '{}' end, round((1 - exp(-sum(doubt) / 1e6))::numeric, 4),
  count(*), sum(sentences), coalesce(said, min(day)), coalesce(said, max(day)), sum(doubt),
  case when bool_or(named) then 1 else 0 end, count(distinct publisher), 0
from (
  select s.edge, s.article, s.type, s.date as said, s.modality, count(*) as sentences, min(a.date) as day, min(a.source) as publisher,
    round(-ln(1 - max(s.confidence)) * 1e6) as doubt, bool_or(json_array_length(s.attributed_to) > 0) as named,
    min(case when s.type = 'met' then least(e.entity, o.entity) else e.entity end) as source,
    min(case when s.type = 'met' then greatest(e.entity, o.entity) else o.entity end) as target
  from statement s join article a on a.id = s.article
  join article_entity e on e.article = s.article and e.index = s.subject
  join article_entity o on o.article = s.article and o.index = s.object
  group by s.edge, s.article, s.type, s.date, s.modality) each
group by edge, type, said, modality;

insert into tally (edge, kind, word, uses)
select edge, 'predicate', type, count(*) from statement group by edge, type union all
select edge, 'source', 'officials', count(*) from statement where json_array_length(attributed_to) > 0 group by edge union all
select edge, 'publisher', source, count(distinct article) from statement join article on id = article
group by edge, source union all
select edge, 'day', a.date, count(distinct article) from statement s join article a on id = article
where s.date is null group by edge, a.date;

insert into entity_total (entity, articles, mentions, degree)
select entity, count(*), count(*), 0 from article_entity group by entity;
update entity_total t set degree = ends.degree from (
  select entity, count(*) as degree from (
    select source as entity from edge union all select target from edge) tied group by entity) ends
where ends.entity = t.entity;

insert into tie (node, other, weight, edges, foremost)
select node, other, sum(weight), count(*), (array_agg(key order by weight desc, key))[1] from (
  select source, target, weight, key from edge union all
  select target, source, weight, key from edge) ends(node, other, weight, key)
group by node, other;
update entity_total t set ties = counted.ties from (
  select node, count(*) as ties from tie group by node) counted where counted.node = t.entity;

insert into entity (key, type, label, aliases, degree, articles, mentions, first_date, last_date)
select e.entity, min(e.type), min(e.label), '{}', min(t.degree), min(t.articles), min(t.mentions), min(e.date), max(e.date)
from article_entity e join entity_total t using (entity) group by e.entity;
insert into entity_form (entity, form) select key, ' ' || lower(label) from entity;
insert into position (entity, x, y) select key, random() * 40000, random() * 30000 from entity;

insert into facet (kind, word, uses)
select 'articles', '', count(*)::int from article union all
select 'publisher', source, count(*) from article group by source union all
select 'entityType', type, count(*) from entity group by type union all
select 'type', type, count(*) from edge group by type union all
select 'modality', modality, count(*) from edge group by modality;

alter table article_entity enable trigger user;
alter table edge enable trigger user;
alter table entity enable trigger user;
drop table drawn, named, report, claimed;
vacuum (analyze);
