-- Pairs of edges, or of nodes, of which not both can be right (`contradictionOf`), kept as these change. None is ever
-- resolved here.
create table contradiction (
  kind text collate "C" not null,
  a text collate "C" not null, -- keys of edges; of nodes where the kind is 'types'
  b text collate "C" not null, -- after `a`
  entities text[] collate "C" not null, -- nodes that it is about
  primary key (kind, a, b)
);
create index contradiction_a on contradiction (a);
create index contradiction_b on contradiction (b);
create index contradiction_entities on contradiction using gin (entities);

-- what they are looked for by
create index edge_leads on edge (target) where type = 'leads' and modality = 'actual';
create index edge_born on edge (source) where type = 'born_in' and modality = 'actual';
create index edge_birthplace on edge (target) where type = 'born_in' and modality = 'actual';
create index edge_met on edge (source, target, since) where type = 'met' and modality = 'actual' and date is not null;
create index edge_negated on edge (source, target, type) where modality = 'negated';
create index edge_contained on edge (source, target) where type in ('located_in', 'part_of') and modality = 'actual';
create index entity_slug on entity ((substr(key, strpos(key, ':') + 1))) where key like '%-%';
