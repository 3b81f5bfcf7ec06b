-- What stands behind an edge independently, kept as articles come and go: publishers, however their names are spelt, and
-- articles that name none.
-- most edges are said by one article of one publisher: those rows are not written anew
alter table edge add column publishers int not null default 1;
alter table edge add column unnamed int not null default 0;

update edge set publishers = said.publishers, unnamed = edge.weight - said.articles
from (
  select edge, count(distinct regexp_replace(lower(word), '^\s*the\s+|\s+', '', 'g')) as publishers, sum(uses) as articles
  from tally where kind = 'publisher' group by edge) said
where said.edge = edge.key and (said.publishers > 1 or edge.weight > said.articles);
update edge set publishers = 0, unnamed = weight
where not exists (select 1 from tally where tally.edge = edge.key and kind = 'publisher');

alter table edge alter column publishers drop default;
alter table edge alter column unnamed drop default;
