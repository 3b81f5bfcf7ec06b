-- What is worked out over the whole graph: anew after changes, when somebody looks, and beside all other work.
create table measure (
  entity text collate "C" primary key,
  community int not null,
  rank double precision not null
);

-- how often the graph has changed, and how often it had when it was measured
create table revision (
  changes bigint not null,
  measured bigint not null
);
insert into revision (changes, measured) select count(*), -1 from article;
