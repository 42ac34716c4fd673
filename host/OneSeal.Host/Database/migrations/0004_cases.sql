create table oneseal.cases (
  region       text    not null,
  id           text    not null,
  number       text,
  item         text    not null,
  item_name    text    not null,
  module       text    not null,
  owner        text    not null,
  owner_name   text    not null,
  supervisor   text    not null,
  applicant    text    not null,
  applicant_id text    not null,
  drafted_by   uuid    not null,
  stage        text    not null,
  received_on  date,
  respond_by date,
  accepted_on  date,
  due          date,
  promised_due date,
  suspended    boolean not null,
  decided_on   date,
  granted      boolean,
  regime       text,
  primary key (region, id)
);

create unique index cases_by_number on oneseal.cases (region, number);
create index cases_by_item on oneseal.cases (region, item, id desc);
create index cases_by_applicant on oneseal.cases (region, applicant_id, id desc);
create index cases_by_owner on oneseal.cases (region, owner, id desc);
create index cases_by_supervisor on oneseal.cases (region, supervisor, id desc);
create index cases_by_stage on oneseal.cases (region, stage, id desc);

-- The sweeps read only what is due, and only from the index.
create index cases_by_due on oneseal.cases (region, due, id) include (promised_due, item, owner) where stage = 'InReview' and due is not null;
create index cases_unanswered on oneseal.cases (region, respond_by, id) where stage = 'Filed' and respond_by is not null;

-- What somebody must do now; a window's list is one range of the index.
create table oneseal.tasks (
  region    text not null,
  case_id   text not null,
  key       text not null,
  owner     text not null,
  role      text not null,
  title     text not null,
  number    text not null,
  item_name text not null,
  applicant text not null,
  due       date not null,
  since     date not null,
  primary key (region, case_id, key)
);

create index tasks_of_a_role on oneseal.tasks (region, owner, role, due, case_id, key);

create table oneseal.documents (
  region    text    not null,
  number    text    not null,
  case_id   text    not null,
  kind      text    not null,
  issued_on date    not null,
  sealed    boolean not null,
  primary key (region, number)
);

create table oneseal.attachments (
  region      text        not null,
  id          text        not null,
  name        text        not null,
  media_type  text        not null,
  size        int         not null,
  sha256      bytea       not null,
  content     bytea       not null,
  uploaded_by uuid        not null,
  at          timestamptz not null,
  primary key (region, id)
);

create table oneseal.licences (
  region      text not null,
  identifier  text not null,
  name        text not null,
  holder      text not null,
  holder_id   text not null,
  item        text not null,
  case_id     text not null,
  state       text not null,
  valid_from  date not null,
  valid_until date,
  primary key (region, identifier)
);

create index licences_by_holder on oneseal.licences (region, holder_id, identifier);
create index licences_by_identifier on oneseal.licences (identifier);
