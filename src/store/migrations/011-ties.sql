-- Which nodes edges tie, from both ends: the strongest ties of a node are the first of an index, and the edges between
-- some nodes are found without reading all that these have.

create table tie (
  node text collate "C" not null,
  other text collate "C" not null,
  weight int not null, -- sum over its edges
  edges int not null
);
insert into tie (node, other, weight, edges)
select node, other, sum(weight), count(*) from (
  select source, target, weight from edge union all select target, source, weight from edge) ends(node, other, weight)
group by node, other order by node, other;
alter table tie add primary key (node, other) include (weight, edges);
create index tie_strongest on tie (node, weight desc, other);

alter table entity_total add column ties int not null default 0; -- nodes that it is tied to
update entity_total t set ties = counted.ties from (
  select node, count(*) as ties from tie group by node) counted where counted.node = t.entity;

-- the edges of a tie, the strongest first
create index edge_of_tie on edge (source, target, weight desc, key);
drop index edge_ends, edge_strong, edge_strong_target;
