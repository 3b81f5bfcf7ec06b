-- Where articles were read, so that what was read from a file can be taken back, and read anew when the file changed.
-- `key` is a hash of origin and part: an address may be longer than an index takes.
create table origin (
  key text collate "C" primary key,
  origin text not null, -- absolute path or address of the web; 'api' and '-' for what came without one
  part text not null,   -- which of the articles there; '' where there is but one
  article text collate "C" not null references article on delete cascade
);
create index origin_article on origin (article);
create index origin_origin on origin (md5(origin));

-- what could not be read, and why
create table failure (
  key text collate "C" primary key,
  origin text not null,
  part text not null,
  name text not null, -- names it to people: 'file "a.zip", entry "b.html"'
  code text not null,
  title text not null,
  detail text,
  hint text
);
create index failure_origin on failure (md5(origin));
