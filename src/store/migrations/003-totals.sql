-- What a node sums up to, kept by triggers, so that an article costs the same however many there are: `refreshNodes`
-- reads these in place of every row of article_entity and edge.

create table entity_total (
  entity text collate "C" primary key,
  articles int not null, -- distinct
  mentions int not null,
  degree int not null
);

-- the date of its article, so that one step into an index finds a node's first and last
alter table article_entity add column date text collate "C";
update article_entity e set date = a.date from article a where a.id = e.article and a.date is not null;
create index article_entity_dates on article_entity (entity, date);

insert into entity_total (entity, articles, mentions, degree)
select e.entity, count(distinct e.article), sum(e.mentions),
  (select count(*) from edge where source = e.entity) + (select count(*) from edge where target = e.entity)
from article_entity e group by e.entity;

-- Adds to totals; those of nodes that nothing speaks of any more go.
create function add_totals(entities text[], more_articles int[], more_mentions int[], more_degree int[]) returns void
language sql as $$
  insert into entity_total as t (entity, articles, mentions, degree)
  select * from unnest(entities, more_articles, more_mentions, more_degree) as d(entity, articles, mentions, degree)
  order by entity collate "C"
  on conflict (entity) do update set articles = t.articles + excluded.articles,
    mentions = t.mentions + excluded.mentions, degree = t.degree + excluded.degree;
  delete from entity_total where entity = any(entities) and articles = 0 and mentions = 0 and degree = 0;
$$;

-- An article speaks of a node newly where all its rows for it are new.
create function article_entity_came() returns trigger language plpgsql as $$
begin
  perform add_totals(array_agg(entity), array_agg(articles), array_agg(mentions), array_agg(0)) from (
    select entity, sum(mentions)::int as mentions, count(*) filter (where fresh = (
      select count(*) from article_entity e where e.entity = each.entity and e.article = each.article))::int as articles
    from (
      select entity, article, sum(mentions) as mentions, count(*) as fresh from came group by entity, article) each
    group by entity) total
  having count(*) > 0;
  return null;
end $$;

create function article_entity_went() returns trigger language plpgsql as $$
begin
  perform add_totals(array_agg(entity), array_agg(-articles), array_agg(-mentions), array_agg(0)) from (
    select entity, sum(mentions)::int as mentions, count(*) filter (where not exists (
      select 1 from article_entity e where e.entity = each.entity and e.article = each.article))::int as articles
    from (select entity, article, sum(mentions) as mentions from went group by entity, article) each
    group by entity) total
  having count(*) > 0;
  return null;
end $$;

-- The node of some rows became another; nothing else of a row ever changes.
create function article_entity_moved() returns trigger language plpgsql as $$
begin
  perform add_totals(array_agg(entity), array_agg(articles), array_agg(mentions), array_agg(0)) from (
    select entity, sum(mentions)::int as mentions, sum(articles)::int as articles from (
      select entity, sum(mentions) as mentions, count(*) filter (where fresh = (
        select count(*) from article_entity e where e.entity = arrived.entity and e.article = arrived.article)) as articles
      from (
        select entity, article, sum(mentions) as mentions, count(*) as fresh from came group by entity, article) arrived
      group by entity
      union all
      select entity, -sum(mentions), -count(*) filter (where not exists (
        select 1 from article_entity e where e.entity = departed.entity and e.article = departed.article))
      from (select entity, article, sum(mentions) as mentions from went group by entity, article) departed
      group by entity) change
    group by entity) total
  having count(*) > 0;
  return null;
end $$;

create trigger article_entity_came after insert on article_entity referencing new table as came
  for each statement execute function article_entity_came();
create trigger article_entity_went after delete on article_entity referencing old table as went
  for each statement execute function article_entity_went();
create trigger article_entity_moved after update on article_entity referencing old table as went new table as came
  for each statement execute function article_entity_moved();

create function edge_came() returns trigger language plpgsql as $$
begin
  perform add_totals(array_agg(entity), array_agg(0), array_agg(0), array_agg(edges)) from (
    select entity, count(*)::int as edges from (
      select source as entity from came union all select target from came) ends
    group by entity) total
  having count(*) > 0;
  return null;
end $$;

create function edge_went() returns trigger language plpgsql as $$
begin
  perform add_totals(array_agg(entity), array_agg(0), array_agg(0), array_agg(-edges)) from (
    select entity, count(*)::int as edges from (
      select source as entity from went union all select target from went) ends
    group by entity) total
  having count(*) > 0;
  return null;
end $$;

create trigger edge_came after insert on edge referencing new table as came
  for each statement execute function edge_came();
create trigger edge_went after delete on edge referencing old table as went
  for each statement execute function edge_went();
