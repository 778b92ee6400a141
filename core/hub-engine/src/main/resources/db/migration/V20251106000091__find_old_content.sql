-- What has reached genhub.content.retention is found by its age.
create index if not exists generated_content_oldest on public.generated_content (created_at);
