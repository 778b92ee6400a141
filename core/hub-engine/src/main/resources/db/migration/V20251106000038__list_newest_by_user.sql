-- Lists are read newest first, a page at a time, for one user. For a user with a large share of all
-- rows the planner would rather walk the primary key backwards and throw away what is not theirs:
-- fast while they are the ones who are busy, and a walk through the whole table when they are not.
-- NULLS LAST, which means nothing for a column without nulls, is an order that only these indexes
-- give; the lists ask for it.
drop index public.generation_tasks_newest;
create index generation_tasks_newest on public.generation_tasks (user_id, id desc nulls last);
