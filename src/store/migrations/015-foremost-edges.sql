-- The strongest edge of each tie: a picture of hubs shows one of each, and finds them without reading the others.
drop table tie;
create table tie (
  node text collate "C" not null,
  other text collate "C" not null,
  weight int not null, -- sum over its edges
  edges int not null,
  foremost text collate "C" not null -- key of the edge of most weight; of several, the first
);
insert into tie (node, other, weight, edges, foremost)
select node, other, sum(weight), count(*), (array_agg(key order by weight desc, key))[1] from (
  select source, target, weight, key from edge union all select target, source, weight, key from edge
) ends(node, other, weight, key)
group by node, other order by node, other;
alter table tie add primary key (node, other) include (weight, edges, foremost);
create index tie_strongest on tie (node, weight desc, other);
