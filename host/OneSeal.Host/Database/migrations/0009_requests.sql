-- What departments formally ask to be done to a licence.
create table oneseal.requests (
  region          text    not null,
  id              text    not null,
  kind            text    not null,
  licence         text    not null,
  item            text    not null,
  item_name       text    not null,
  holder          text    not null,
  department      text    not null,
  department_name text    not null,
  owner           text    not null,
  owner_name      text    not null,
  letter          text    not null,
  stage           text    not null,
  is_open         boolean not null,
  received_on     date    not null,
  answer_due      date,
  decided_on      date,
  accepted        boolean,
  primary key (region, id)
);

-- Of two departments that ask for the same at once, one is told of the other.
create unique index requests_open on oneseal.requests (region, licence, kind) where is_open;
create index requests_of_an_owner on oneseal.requests (region, owner, id desc);
create index requests_of_a_department on oneseal.requests (region, department, id desc);
create index requests_of_a_licence on oneseal.requests (region, licence, id desc);
