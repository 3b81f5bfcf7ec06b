-- Titles that an article puts before a person's name: with them, a short name may lead to a full one.
alter table article_entity add column titles text[] collate "C" not null default '{}';
