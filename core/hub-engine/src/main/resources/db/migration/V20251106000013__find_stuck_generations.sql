-- What was settled without anybody knowing its outcome, until somebody finds out.
create index generation_tasks_outcome_unknown on public.generation_tasks (id)
  where error_code = 'submission_outcome_unknown';
