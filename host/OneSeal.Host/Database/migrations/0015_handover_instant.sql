-- An item changes hands at an instant, and a case belongs to whom the item belonged to when it was filed. A signature whose command began first may come to its commit
-- last: by then it holds the item, so that no further case can be filed for the old owner, and sees those filed after its instant. It then begins anew, later.
create function oneseal.require_none_filed_after(in_region text, in_item text, in_at timestamptz) returns void language plpgsql as $$
begin
  if exists (
    select from oneseal.cases c
    join oneseal.events e on e.region = c.region and e.stream = 'case:' || c.id and e.type = 'case-filed'
    where c.region = in_region and c.item = in_item and c.received_on >= (in_at at time zone 'Asia/Shanghai')::date and e.at > in_at
  ) then
    raise exception 'a case of % was filed after %', in_item, in_at using errcode = 'OS409';
  end if;
end
$$;
