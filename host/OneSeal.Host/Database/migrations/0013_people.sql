-- What an administrator keeps of an account. The rows follow from the person's stream; the password hash beside them does not.
alter table oneseal.accounts add column post varchar(100) not null default '';
alter table oneseal.accounts add column locked_at timestamptz;
alter table oneseal.accounts add column must_change_password boolean not null default false;
create index accounts_of_a_region on oneseal.accounts (region, normalized_user_name);

-- Two administrators who each take the other's role at once must not both succeed: whoever comes second sees what the first has done.
create function oneseal.require_administrator(in_region text) returns void language plpgsql as $$
begin
  perform pg_advisory_xact_lock(hashtext('oneseal administrators ' || in_region));
  if not exists (
    select from oneseal.accounts a
    join oneseal.account_roles held on held.account_id = a.id join oneseal.roles r on r.id = held.role_id
    where a.region = in_region and a.locked_at is null and r.name = 'Administrator') then
    raise exception 'region % would have no administrator', in_region using errcode = 'OS409';
  end if;
end
$$;
