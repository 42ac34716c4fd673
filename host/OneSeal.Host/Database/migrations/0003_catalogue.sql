create table oneseal.items (
  region          text not null,
  code            text not null,
  name            text not null,
  module          text not null,
  department      text not null,
  department_code text not null,
  type            text not null,
  handling        text not null,
  primary key (region, code)
);

create table oneseal.transfer_lists (
  region       text not null,
  id           text not null,
  title        text not null,
  batch        int  not null,
  status       text not null,
  published_on date,
  document     text,
  primary key (region, id)
);

create table oneseal.memoranda (
  region         text not null,
  id             text not null,
  number         text not null,
  title          text not null,
  from_name      text not null,
  to_name        text not null,
  to_code        text not null,
  status         text not null,
  handover_on    date not null,
  effective_from timestamptz,
  primary key (region, id)
);

create unique index memoranda_by_number on oneseal.memoranda (region, number);

create table oneseal.seals (
  region       text not null,
  id           text not null,
  name         text not null,
  organisation text not null,
  code         text not null,
  status       text not null,
  primary key (region, id)
);

-- One sealing for each document, whoever asks.
create table oneseal.sealings (
  region   text        not null,
  document text        not null,
  seal     text        not null,
  case_id  text        not null,
  by_name  text        not null,
  at       timestamptz not null,
  primary key (region, document)
);

create index sealings_by_seal on oneseal.sealings (region, seal, at desc, document);

-- What published lists allow memoranda to do.
create table oneseal.published_transfers (
  region  text not null,
  item    text not null,
  to_code text not null,
  list    text not null,
  primary key (region, item, to_code, list)
);
