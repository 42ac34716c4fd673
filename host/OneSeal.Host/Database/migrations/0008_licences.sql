-- 证照登记: what lists, searches and the sweep of licences need beside what is there.
alter table oneseal.licences
  add column item_name       text not null default '',
  add column issuer          text not null default '',
  add column issuer_name     text not null default '',
  add column supervisor      text not null default '',
  add column suspended_until date,
  add column renewal         text,
  add column stands_until    date;

update oneseal.licences l
set item_name = s.state ->> 'itemName', issuer = s.state -> 'issuer' ->> 'code', issuer_name = s.state -> 'issuer' ->> 'name',
  stands_until = l.valid_until
from oneseal.snapshots s where s.region = l.region and s.stream = 'licence:' || l.identifier;

alter table oneseal.licences
  alter column item_name drop default, alter column issuer drop default, alter column issuer_name drop default,
  alter column supervisor drop default;

-- A list goes by the identifier, one filter to an index; a search by the beginning of a name goes by the name.
create index licences_by_item on oneseal.licences (region, item, identifier);
create index licences_by_state on oneseal.licences (region, state, identifier);
create index licences_by_issuer on oneseal.licences (region, issuer, identifier);
create index licences_by_supervisor on oneseal.licences (region, supervisor, identifier);
create index licences_by_case on oneseal.licences (region, case_id);
create index licences_by_name on oneseal.licences (region, holder collate "C", identifier);

-- What the sweep reads: the day after which a licence no longer stands as it does.
create index licences_over on oneseal.licences (region, stands_until, identifier) where stands_until is not null;

-- A department sees the licences it was told of, an applicant those of his own applications.
create index pushes_of_licences on oneseal.pushes (region, recipient, licence) where licence is not null;
create index cases_by_drafter on oneseal.cases (region, drafted_by, id desc);

-- 被拒操作: what signed-in people tried and were refused; many tries of one kind within a minute are one row.
create table oneseal.refused_attempts (
  region            text        not null,
  minute            timestamptz not null,
  actor             uuid        not null,
  route             text        not null,
  code              text        not null,
  actor_name        text        not null,
  organisation      text        not null,
  organisation_name text        not null,
  role              text        not null,
  status            smallint    not null,
  message           text        not null,
  path              text        not null,
  attempts          bigint      not null,
  first_at          timestamptz not null,
  last_at           timestamptz not null,
  primary key (region, minute, actor, route, code)
);

create index refused_attempts_by_age on oneseal.refused_attempts (minute);
