-- The model that a user's generations of a kind are made with when they name none.
create table genhub.default_models (
  user_id uuid not null references public.profiles (id) on delete cascade,
  content_type varchar(20) not null check (content_type in ('image', 'video', 'music')),
  model varchar(151) not null,
  primary key (user_id, content_type)
);

alter table genhub.default_models enable row level security;
create policy own_rows on genhub.default_models to genhub_user
  using (auth.uid() = user_id) with check (auth.uid() = user_id);
grant select, insert, update, delete on genhub.default_models to genhub_user;
