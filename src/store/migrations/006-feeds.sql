-- Feeds that are read again and again: which version was read last, and when to look again.
create table feed (
  key text collate "C" primary key, -- a hash of the address, which may be longer than an index takes
  url text not null,
  etag text,
  last_modified text,
  rests json not null, -- when the feed asks not to be looked at
  next timestamptz not null,
  errors int not null -- in a row, until now
);
