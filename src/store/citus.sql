-- Spreads the large tables of a store over the workers of a Citus cluster (11 or newer). To be run once, by psql, in a
-- database in which `dateline` has made its tables, before it holds much:
--
--     psql postgres://…/news -f src/store/citus.sql
--
-- NOT run on a cluster yet: written after Citus' documentation and read beside our SQL.
--
-- What an article says is kept by article, what an edge counts by edge. Nodes, edges and their totals stay on the
-- coordinator: Citus has no triggers with transition tables on distributed tables, and all who write take turns there
-- anyway (one advisory lock). More machines bring room for articles, and workers that read them (`dateline work`), but
-- no faster turns.

create extension if not exists citus;

-- a table of the coordinator cannot refer to a distributed one; the program deletes these rows itself
alter table article_entity drop constraint article_entity_article_fkey;
alter table origin drop constraint origin_article_fkey;
alter table mention drop constraint mention_article_fkey;
alter table statement drop constraint statement_article_fkey;

select create_distributed_table('article', 'id');
select create_distributed_table('mention', 'article', colocate_with => 'article');
select create_distributed_table('statement', 'article', colocate_with => 'article');
select create_distributed_table('tally', 'edge');

alter table mention add foreign key (article) references article on delete cascade;
alter table statement add foreign key (article) references article on delete cascade;
