-- 找得到: an item by its initials and by every word that stands in it, a case by a part of a name, a decision by anybody.

-- What a row says of an item's owners is told from the item's past and its planned future: from when on, who.
alter table oneseal.items
  add column initials text  not null default '',
  add column words    text  not null default '',
  add column owners   json not null default '[]';

-- Every character and every two that stand together. A trigram index finds nothing by two characters, and two characters are a Chinese word.
create function oneseal.pairs(words text) returns text[] language sql immutable strict parallel safe as $$
  select array(
    select distinct substr(lower(words), place, length)
    from generate_series(1, char_length(words)) place, generate_series(1, 2) length)
$$;

-- Beside the cases and not in them: these words hardly ever change, and a case is written a dozen times.
create table oneseal.case_words (
  region text not null,
  id     text not null,
  number text,
  words  text not null,
  primary key (region, id)
);

insert into oneseal.case_words (region, id, number, words) select region, id, number, applicant || ' ' || item_name from oneseal.cases;

create index case_words_by_pairs on oneseal.case_words using gin (oneseal.pairs(words));
create index case_words_by_end_of_number on oneseal.case_words (region, reverse(number) text_pattern_ops, id) where number is not null;

-- 行政许可决定公开 (行政许可法 40): what anybody may read of a sealed decision; natural persons only as far as they can be told apart.
create table oneseal.decisions (
  region         text    not null,
  number         text    not null,
  display_number text    not null,
  kind           text    not null,
  item           text    not null,
  item_name      text    not null,
  holder         text    not null,
  holder_id      text,
  granted        boolean not null,
  organ          text    not null,
  decided_on     date    not null,
  licence        text,
  licence_name   text,
  valid_from     date,
  valid_until    date,
  primary key (region, number)
);

create index decisions_by_day on oneseal.decisions (region, decided_on desc, number desc);
create index decisions_by_item on oneseal.decisions (region, item, decided_on desc, number desc);
create index decisions_by_display_number on oneseal.decisions (region, display_number);
create index decisions_by_pairs on oneseal.decisions using gin (oneseal.pairs(holder));
