-- What departments report back. By holder it is what a reviewer of his next application sees, by item what its norms are.
create table oneseal.feedback (
  region            text        not null,
  id                text        not null,
  kind              text        not null,
  state             text        not null,
  adverse           boolean     not null,
  organisation      text        not null,
  organisation_name text        not null,
  licence           text,
  holder            text,
  holder_id         text,
  item              text,
  item_name         text,
  happened_on       date        not null,
  counts_until      date,
  reported_at       timestamptz not null,
  late              boolean     not null,
  content           json        not null,
  primary key (region, id)
);

create index feedback_by_day on oneseal.feedback (region, reported_at desc, id desc);
create index feedback_of_a_kind on oneseal.feedback (region, kind, reported_at desc, id desc);
create index feedback_of_an_organisation on oneseal.feedback (region, organisation, reported_at desc, id desc);
create index feedback_of_a_holder on oneseal.feedback (region, holder_id, reported_at desc, id desc) where holder_id is not null;
create index feedback_of_a_licence on oneseal.feedback (region, licence, reported_at desc, id desc) where licence is not null;
create index feedback_of_an_item on oneseal.feedback (region, item, kind, reported_at desc, id desc) where item is not null;

-- Where the modules' feedback goes on, and when each source is asked next.
create table oneseal.feedback_sources (
  region  text        not null,
  module  text        not null,
  source  text        not null,
  next_at timestamptz not null,
  cursor  text,
  primary key (region, module, source)
);
