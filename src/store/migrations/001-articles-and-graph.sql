-- What articles say stands in article, article_entity, mention and statement, and belongs to its article. All other
-- tables are derived from it, in the same transaction, and can be made anew from it. Keys sort by code point.

create extension if not exists pg_trgm;

create table article (
  id text collate "C" primary key,
  text text not null,
  title text,
  date text collate "C",
  source text,
  url text,
  blocks json not null,
  skips json not null,
  entities int not null,
  mentions int not null,
  statements int not null
);
-- '' is before every date: undated articles are last among the newest first
create index article_newest on article ((coalesce(date, '')) desc, id desc);

-- one named thing in one article; `index` is what its mentions and statements say
create table article_entity (
  article text collate "C" not null references article on delete cascade,
  index int not null,
  type text not null,
  label text not null,
  aliases text[] not null,
  mentions int not null,
  name text collate "C" not null,   -- key of its label
  entity text collate "C" not null, -- derived: key of its node
  primary key (article, index)
);
create index article_entity_node on article_entity (entity, article);
create index article_entity_name on article_entity (name);

-- a plural mention has a row for each thing that it speaks of
create table mention (
  article text collate "C" not null references article on delete cascade,
  start int not null,
  stop int not null,
  entity_index int not null,
  kind text not null,
  text text not null,
  primary key (article, entity_index, start, stop)
);

create table statement (
  article text collate "C" not null references article on delete cascade,
  index int not null,
  subject int not null,
  object int not null,
  type text not null,
  predicate text not null,
  role text,
  role_of text,
  details text,
  date text,
  place int,
  modality text not null,
  attributed_to json not null, -- indexes and words
  confidence double precision not null,
  evidence json not null,
  edge text collate "C",       -- derived: key of its edge; null where both ends are one node
  primary key (article, index)
);
create index statement_edge on statement (edge);

-- derived: identity. How many articles claim that `alias` names what `name` is the label of, and how it is spelt.
create table claim (
  name text collate "C" not null,
  alias text collate "C" not null,
  uses int not null,
  primary key (name, alias)
);
create index claim_alias on claim (alias);

create table spelling (
  name text collate "C" not null,
  form text collate "C" not null,
  labels int not null,
  uses int not null,
  primary key (name, form)
);

-- every name that leads to a node, so that a node's older keys do too
create table name (
  name text collate "C" primary key,
  entity text collate "C" not null
);
create index name_entity on name (entity);

-- derived: nodes and edges
create table entity (
  key text collate "C" primary key,
  type text not null,
  label text not null,
  aliases text[] not null,
  degree int not null,
  articles int not null,
  mentions int not null,
  first_date text collate "C",
  last_date text collate "C"
);
create index entity_degree on entity (degree desc, key);

-- folded names, each word after a space, for search by beginnings and by typing errors
create table entity_form (
  entity text collate "C" not null,
  form text collate "C" not null,
  primary key (entity, form)
);
create index entity_form_trigrams on entity_form using gin (form gin_trgm_ops);

create table edge (
  key text collate "C" primary key,
  source text collate "C" not null,
  target text collate "C" not null,
  undirected boolean not null,
  type text collate "C" not null,
  predicate text not null,
  role text,
  role_of text,
  details text,
  date text,
  place text collate "C",
  modality text not null,
  attributed_to text[] not null,
  confidence double precision not null,
  weight int not null,
  sentences int not null,
  since text collate "C", -- first and last day of its date or, without one, of the articles that say it
  until text collate "C"
);
create index edge_source on edge (source);
create index edge_target on edge (target);

-- where a node was laid out; it does not move when others come
create table position (
  entity text collate "C" primary key,
  x double precision not null,
  y double precision not null
);
