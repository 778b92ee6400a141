-- How many generations a user has asked for in the current minute. A minute begins with the first
-- request after the one before has ended; it is a row of its user, so that users never wait for each
-- other, and it is only ever changed by the statement that accepts the requests.
create table genhub.request_windows (
  user_id uuid primary key references public.profiles (id) on delete cascade,
  started_at timestamptz not null,
  used integer not null
) with (fillfactor = 70);

alter table genhub.request_windows enable row level security;
create policy own_rows on genhub.request_windows to genhub_user
  using (auth.uid() = user_id) with check (auth.uid() = user_id);
grant select, insert, update on genhub.request_windows to genhub_user;
