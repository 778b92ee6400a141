-- The version of the plugin that a generation was given to when it was sent: its answers are read by
-- that version, or by one that can take over from it.
alter table public.generation_tasks add column plugin_version varchar(100);
