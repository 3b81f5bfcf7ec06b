-- What filters ask for: counts of all that they can name, kept as it comes and goes, and indexes.

create table facet (
  kind text collate "C" not null, -- entityType, type, modality, publisher; 'articles' of one word, ''
  word text collate "C" not null,
  uses int not null,
  primary key (kind, word)
);

create function count_facets(kinds text[], words text[], more int[]) returns void language sql as $$
  insert into facet as f (kind, word, uses)
  select * from unnest(kinds, words, more) as d(kind, word, uses) order by kind collate "C", word collate "C"
  on conflict (kind, word) do update set uses = f.uses + excluded.uses;
  delete from facet where kind = any(kinds) and word = any(words) and uses <= 0;
$$;

create function entity_facets() returns trigger language plpgsql as $$
declare sign int := case tg_op when 'INSERT' then 1 else -1 end;
begin
  perform count_facets(array_agg('entityType'::text), array_agg(type), array_agg(uses)) from (
    select type, sign * count(*)::int as uses from changed group by type) counted
  having count(*) > 0;
  return null;
end $$;

create function edge_facets() returns trigger language plpgsql as $$
declare sign int := case tg_op when 'INSERT' then 1 else -1 end;
begin
  perform count_facets(array_agg(kind), array_agg(word), array_agg(uses)) from (
    select 'type' as kind, type as word, sign * count(*)::int as uses from changed group by type
    union all
    select 'modality', modality, sign * count(*)::int from changed group by modality) counted
  having count(*) > 0;
  return null;
end $$;

create trigger entity_facets_came after insert on entity referencing new table as changed
  for each statement execute function entity_facets();
create trigger entity_facets_went after delete on entity referencing old table as changed
  for each statement execute function entity_facets();
create trigger edge_facets_came after insert on edge referencing new table as changed
  for each statement execute function edge_facets();
create trigger edge_facets_went after delete on edge referencing old table as changed
  for each statement execute function edge_facets();

insert into facet (kind, word, uses)
select 'articles', '', count(*)::int from article having count(*) > 0 union all
select 'publisher', left(source, 500), count(*) from article where source is not null group by 2 union all
select 'entityType', type, count(*) from entity group by type union all
select 'type', type, count(*) from edge group by type union all
select 'modality', modality, count(*) from edge group by modality;

create index entity_type on entity (type, degree desc, key);
create index edge_ends on edge (source, target);
drop index edge_source;
create index edge_type on edge (type, modality);
create index edge_since on edge (since);
create index edge_until on edge (until);
create index tally_gone on tally (edge) where uses <= 0;
