-- 超时默许: the first day of which an opinion may be missed; after it the sweep lets the case go on.
alter table oneseal.cases add column opinion_due date;
create index cases_by_opinion_due on oneseal.cases (region, opinion_due, id) where opinion_due is not null;
