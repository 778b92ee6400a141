-- Results of all kinds (integration guide, migration 2). An existing generated_images table keeps
-- its rows and becomes generated_content; a plain database gets the table new.

do $$
begin
  if to_regclass('public.generated_images') is not null
     and to_regclass('public.generated_content') is null then
    alter table public.generated_images rename to generated_content;
  end if;
end $$;

create table if not exists public.generated_content (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references public.profiles (id) on delete cascade,
  prompt text,
  image_url text,
  created_at timestamptz default now()
);

alter table public.generated_content
  add column if not exists prompt text,
  add column if not exists image_url text,
  add column if not exists created_at timestamptz default now(),
  add column if not exists content_type varchar(20) default 'image',
  add column if not exists video_url text,
  add column if not exists thumbnail_url text,
  add column if not exists duration integer,
  add column if not exists resolution varchar(10),
  add column if not exists audio_url text,
  add column if not exists has_audio boolean default false;

-- A video has no image: whatever the old table demanded of an image cannot hold for all kinds.
do $$
declare
  demanded text;
begin
  for demanded in
    select a.attname from pg_attribute a
    where a.attrelid = 'public.generated_content'::regclass and a.attnum > 0
      and a.attnotnull and not a.atthasdef and a.attidentity = '' and a.attname <> 'user_id'
      and not exists (select from pg_index i
                      where i.indrelid = a.attrelid and i.indisprimary
                        and a.attnum = any (i.indkey))
  loop
    execute format('alter table public.generated_content alter column %I drop not null', demanded);
  end loop;
end $$;

update public.generated_content set content_type = 'image' where content_type is null;

alter table public.generated_content
  drop constraint if exists check_content_type,
  add constraint check_content_type check (content_type in ('image', 'video', 'music'));

create index if not exists idx_generated_content_type
  on public.generated_content (content_type);
create index if not exists idx_generated_content_user_type
  on public.generated_content (user_id, content_type);

-- What Genhub adds.
alter table public.generated_content
  add column if not exists generation_id uuid,
  add column if not exists position integer,
  add column if not exists provider varchar(50),
  add column if not exists model varchar(100),
  add column if not exists title text,
  add column if not exists style text,
  add column if not exists item_id varchar(255),
  add column if not exists source_url text,
  add column if not exists mime_type varchar(100),
  add column if not exists size_bytes bigint,
  add column if not exists storage_path text,
  add column if not exists archived boolean not null default false,
  add column if not exists archive_attempts integer not null default 0,
  add column if not exists next_archive_at timestamptz;

create unique index generated_content_of_generation
  on public.generated_content (generation_id, position);
-- by time, as the ids of rows from before the hub do not grow with it
create index generated_content_newest on public.generated_content
  (user_id, coalesce(created_at, timestamptz '1970-01-01 00:00:00+00') desc, id desc);
create index generated_content_to_archive
  on public.generated_content (next_archive_at) where next_archive_at is not null;

alter table public.generated_content enable row level security;

select genhub.ensure_policy('public.generated_content', 'Users can view own content',
  'for select using (auth.uid() = user_id)');
select genhub.ensure_policy('public.generated_content', 'Users can insert own content',
  'for insert with check (auth.uid() = user_id)');
select genhub.ensure_policy('public.generated_content', 'Users can update own content',
  'for update using (auth.uid() = user_id)');
select genhub.ensure_policy('public.generated_content', 'Users can delete own content',
  'for delete using (auth.uid() = user_id)');

create policy genhub_worker_acts on public.generated_content to genhub_worker
  using (true) with check (true);
grant select, insert, update, delete on public.generated_content
  to authenticated, service_role, genhub_user;
grant select, insert, update, delete on public.generated_content to genhub_worker;

-- An app may write its own rows past the hub's API, but not what the hub acts upon: the path of a
-- stored copy is a file that the hub serves and deletes, an address is one that it fetches.
create function genhub.refuse_outside_content() returns trigger language plpgsql as $$
begin
  raise exception 'what Genhub keeps of content % changes only through its API', new.id
    using errcode = 'insufficient_privilege';
end $$;

create trigger only_genhub_fills_its_columns
  before insert on public.generated_content
  for each row when (current_user in ('authenticated', 'anon') and (
    new.generation_id is not null or new.position is not null or new.source_url is not null
    or new.mime_type is not null or new.size_bytes is not null or new.storage_path is not null
    or new.archived or new.archive_attempts <> 0 or new.next_archive_at is not null))
  execute function genhub.refuse_outside_content();

create trigger only_genhub_changes_its_columns
  before update on public.generated_content
  for each row when (current_user in ('authenticated', 'anon') and (
    (old.generation_id, old.position, old.source_url, old.mime_type, old.size_bytes,
     old.storage_path, old.archived, old.archive_attempts, old.next_archive_at)
    is distinct from
    (new.generation_id, new.position, new.source_url, new.mime_type, new.size_bytes,
     new.storage_path, new.archived, new.archive_attempts, new.next_archive_at)))
  execute function genhub.refuse_outside_content();
