-- What there is to tell users, written in the transaction that makes it true. Whoever tells it reads
-- from here in the order of ids. A generation event has no data of its own: the generation is the data.
create table genhub.outbox (
  id bigint generated always as identity primary key,
  user_id uuid not null references public.profiles (id) on delete cascade,
  type varchar(50) not null,
  generation_id uuid,
  data jsonb,
  created_at timestamptz not null
);

create index outbox_of_user on genhub.outbox (user_id, id);
create index outbox_age on genhub.outbox (created_at);

alter table genhub.outbox enable row level security;
create policy own_rows on genhub.outbox for select to genhub_user using (auth.uid() = user_id);
create policy worker_acts on genhub.outbox to genhub_worker using (true) with check (true);
grant select on genhub.outbox to genhub_user;
grant select, insert, delete on genhub.outbox to genhub_worker;
