-- Who did what, on what, when. Only ever added to: the hub's roles have no right to change it, and a
-- trigger stops whoever has. Holds no reference to users, so that it outlives them.
create table genhub.audit_log (
  id uuid primary key,
  at timestamptz not null,
  action varchar(50) not null,
  actor_id uuid,
  app_token_id uuid,
  admin boolean not null,
  subject varchar(200),
  request_id varchar(100) not null,
  details jsonb not null
);

alter table genhub.audit_log enable row level security;

-- An act is recorded in the transaction of the act, in the name of whoever does it.
create policy own_acts on genhub.audit_log
  for insert to genhub_user with check (actor_id = auth.uid());
create policy worker_acts on genhub.audit_log for insert to genhub_worker with check (true);
create policy admins_read on genhub.audit_log
  for select to genhub_user using (auth.jwt() ->> 'genhub_role' = 'admin');
grant select, insert on genhub.audit_log to genhub_user;
grant insert on genhub.audit_log to genhub_worker;

create function genhub.refuse_change_of_audit_log() returns trigger language plpgsql as $$
begin
  raise exception 'the audit log is only ever added to'
    using errcode = 'insufficient_privilege';
end $$;

create trigger only_ever_added_to
  before update or delete or truncate on genhub.audit_log
  for each statement execute function genhub.refuse_change_of_audit_log();
