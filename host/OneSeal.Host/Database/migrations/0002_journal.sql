-- The journal: what was done is a row of events; a snapshot is what the events of a stream come to.
-- json, not jsonb: the text of an event is hashed and must stay as it was written.

create table oneseal.events (
  region       text        not null,
  stream       text        not null,
  version      int         not null,
  type         text        not null,
  type_version smallint    not null,
  at           timestamptz not null,
  actor        json        not null,
  data         json        not null,
  hash         bytea       not null,
  primary key (region, stream, version)
);

create table oneseal.snapshots (
  region  text  not null,
  stream  text  not null,
  version int   not null,
  hash    bytea not null,
  state   json  not null,
  primary key (region, stream)
);

-- The first answer to a command, by the caller's idempotency key.
create table oneseal.commands (
  region      text        not null,
  key         text        not null,
  fingerprint bytea       not null,
  answer      json        not null,
  at          timestamptz not null,
  primary key (region, key)
);

create index commands_by_age on oneseal.commands (at);

-- Whoever must be told is a row, written in the transaction that decides.
create table oneseal.deliveries (
  region       text        not null,
  id           text        not null,
  stream       text        not null,
  topic        text        not null,
  recipient    text        not null,
  content      json        not null,
  state        text        not null default 'waiting',
  attempts     int         not null default 0,
  created_at   timestamptz not null,
  next_attempt timestamptz not null,
  settled_at   timestamptz,
  reason       text,
  primary key (region, id)
);

create index deliveries_waiting on oneseal.deliveries (next_attempt) where state = 'waiting';
create index deliveries_by_recipient on oneseal.deliveries (region, recipient, created_at desc, id);

-- Running numbers, by region and series. A number is used once; one whose command was refused is left out of the series.
create table oneseal.numbers (
  region text   not null,
  series text   not null,
  last   bigint not null,
  primary key (region, series)
);

-- A command that relied on a stream it does not write to: fails when the stream has moved on, and keeps it from moving until commit.
-- A stream that is not there has no row to keep; it may still come into being until commit.
create function oneseal.require_version(in_region text, in_stream text, in_version int) returns void language plpgsql as $$
declare
  current int;
begin
  select version into current from oneseal.snapshots where region = in_region and stream = in_stream for share;
  if coalesce(current, 0) <> in_version then
    raise exception 'stream % is at version %, not %', in_stream, coalesce(current, 0), in_version using errcode = 'OS409';
  end if;
end
$$;

-- A case of 8 KB is compressed in 30 µs instead of 160. A server built without lz4 keeps its own way.
do $$
begin
  alter table oneseal.events alter column data set compression lz4;
  alter table oneseal.snapshots alter column state set compression lz4;
  alter table oneseal.commands alter column answer set compression lz4;
  alter table oneseal.deliveries alter column content set compression lz4;
exception when feature_not_supported then
  null;
end
$$;
