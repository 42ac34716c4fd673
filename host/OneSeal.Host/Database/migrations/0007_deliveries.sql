-- What is due, recipient by recipient; a scan jumps from one recipient to the next without reading what waits between.
drop index oneseal.deliveries_waiting;
create index deliveries_due on oneseal.deliveries (region, recipient, next_attempt, seq) where state = 'waiting';

-- The oldest of a subject that is not settled holds those behind it.
create index deliveries_unsettled on oneseal.deliveries (region, recipient, subject, seq) where state in ('waiting', 'failed');

create index deliveries_not_delivered on oneseal.deliveries (region, state, created_at desc, id desc) where state <> 'delivered';

-- Recipients that are not called at present; one that works has no row.
create table oneseal.receivers (
  region        text        not null,
  recipient     text        not null,
  failing_since timestamptz,
  failures      int         not null default 0,
  rests_until   timestamptz not null,
  reason        text        not null,
  alarmed       boolean     not null default false,
  primary key (region, recipient)
);

-- Departments' own systems.
create table oneseal.connections (
  region       text not null,
  organisation text not null,
  name         text not null,
  url          text not null,
  state        text not null,
  primary key (region, organisation)
);

-- Signatures of callbacks that were let in, as long as they could be sent again.
create table oneseal.callback_signatures (
  region       text        not null,
  organisation text        not null,
  signature    bytea       not null,
  at           timestamptz not null,
  primary key (region, organisation, signature)
);

create index callback_signatures_by_age on oneseal.callback_signatures (at);

-- Callbacks that were refused: counted by the minute, so that a flood fills no disk.
create table oneseal.refused_callbacks (
  region       text        not null,
  organisation text        not null,
  code         text        not null,
  minute       timestamptz not null,
  count        int         not null,
  last_from    text        not null,
  primary key (region, organisation, code, minute)
);

create index refused_callbacks_by_minute on oneseal.refused_callbacks (region, organisation, minute desc, code);
create index refused_callbacks_by_age on oneseal.refused_callbacks (minute);
