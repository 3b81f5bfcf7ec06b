-- Readings that do not stand: of an article that was read elsewhere with more known of it, or in a later version. One
-- takes the other's place when that is taken back.
create table spare (
  key text collate "C" primary key, -- as in `origin`, of the place where it was read
  origin text not null,
  part text not null,
  id text collate "C" not null,     -- of its article
  url text,
  reading json not null             -- all that it says
);
create index spare_id on spare (id);
create index spare_url on spare using hash (url);
create index spare_origin on spare (md5(origin));

create index article_url on article using hash (url);
