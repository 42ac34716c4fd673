-- 长时间作业: what an administrator started that takes a while; how far it is, and what came of it. Who started what is in the journal as well.
create table oneseal.long_work (
  id               uuid        primary key,
  kind             text        not null,
  state            text        not null default 'running',
  phase            text        not null,
  streams          bigint      not null default 0,
  events           bigint      not null default 0,
  estimated_events bigint      not null,
  started_at       timestamptz not null,
  region           text        not null,
  started_by       json        not null,
  cancel_asked     boolean     not null default false,
  ended_at         timestamptz,
  result           text
);

-- One at a time.
create unique index long_work_running on oneseal.long_work (state) where state = 'running';
create index long_work_by_start on oneseal.long_work (started_at desc, id desc);

-- How many events there are, without reading a large table: as estimated, and counted while it is small or was never estimated.
create function oneseal.estimated_events() returns bigint language sql stable as $$
  select case when c.reltuples < 10000 then (select count(*) from (select from oneseal.events limit 1000000) e) else c.reltuples::bigint end
  from pg_class c where c.oid = 'oneseal.events'::regclass
$$;
