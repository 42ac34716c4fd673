-- Tasks and documents are of any kind of stream, no longer of cases alone.
alter table oneseal.tasks rename column case_id to stream;
alter table oneseal.tasks rename column applicant to party;
update oneseal.tasks set stream = 'case:' || stream;
alter table oneseal.tasks add column owner_name text not null default '';

alter table oneseal.documents rename column case_id to stream;
update oneseal.documents set stream = 'case:' || stream;

alter table oneseal.sealings rename column case_id to stream;
update oneseal.sealings set stream = 'case:' || stream;

-- What the sweep looks for: open tasks whose day has passed.
create index tasks_by_due on oneseal.tasks (region, due, stream, key);

-- What was not done by its day; it stays when it is done at last.
create table oneseal.delays (
  region            text not null,
  stream            text not null,
  key               text not null,
  due               date not null,
  organisation      text not null,
  organisation_name text not null,
  role              text not null,
  title             text not null,
  number            text not null,
  item_name         text not null,
  party             text not null,
  recorded_on       date not null,
  done_on           date,
  primary key (region, stream, key, due)
);

create index delays_by_day on oneseal.delays (region, recorded_on, stream, key, due);
create index delays_of_an_organisation on oneseal.delays (region, organisation, recorded_on, stream, key, due);

-- What was pushed to whom, and whether it was claimed; a department's inbox is one range of the index.
create table oneseal.pushes (
  region         text        not null,
  id             text        not null,
  topic          text        not null,
  recipient      text        not null,
  recipient_name text        not null,
  case_id        text        not null,
  number         text        not null,
  item           text        not null,
  item_name      text        not null,
  holder         text        not null,
  licence        text,
  pushed_at      timestamptz not null,
  claim_due      date,
  claimed_at     timestamptz,
  claimed_by     text,
  office         text,
  state          text        not null,
  primary key (region, id)
);

create index pushes_by_time on oneseal.pushes (region, pushed_at, id);
create index pushes_of_a_recipient on oneseal.pushes (region, recipient, pushed_at, id);
create index pushes_of_a_recipient_by_state on oneseal.pushes (region, recipient, state, pushed_at, id);
create index pushes_of_a_case on oneseal.pushes (region, case_id, pushed_at, id);
create index pushes_of_a_licence on oneseal.pushes (region, licence, pushed_at, id) where licence is not null;
create index pushes_that_wait on oneseal.pushes (region, id) where state = 'Waiting';

-- Which documents a department was given with what was pushed to it: these it may open.
create table oneseal.pushed_documents (
  region    text not null,
  number    text not null,
  recipient text not null,
  primary key (region, number, recipient)
);

-- What is told to one recipient of one subject is told in the order in which it happened.
alter table oneseal.deliveries add column subject text;
update oneseal.deliveries set subject = stream;
alter table oneseal.deliveries alter column subject set not null;
alter table oneseal.deliveries add column seq bigint generated always as identity;

create index pushes_by_state on oneseal.pushes (region, state, pushed_at, id);
create index delays_open on oneseal.delays (region, recorded_on, stream, key, due) where done_on is null;
