-- The three migrations of the integration guide, as an app may have run them before Genhub came.
-- gen_random_uuid() stands for uuid_generate_v4(), which needs an extension.

-- File: 20251105000002_create_user_api_keys.sql

CREATE TABLE public.user_api_keys (
  id UUID PRIMARY KEY DEFAULT gen_random_uuid(),
  user_id UUID NOT NULL REFERENCES profiles(id) ON DELETE CASCADE,
  provider VARCHAR(50) NOT NULL,
  api_key_encrypted TEXT NOT NULL,
  api_key_name VARCHAR(100),
  is_active BOOLEAN DEFAULT true,
  last_used_at TIMESTAMP WITH TIME ZONE,
  created_at TIMESTAMP WITH TIME ZONE DEFAULT NOW(),
  updated_at TIMESTAMP WITH TIME ZONE DEFAULT NOW(),
  CONSTRAINT unique_user_provider_name UNIQUE(user_id, provider, api_key_name)
);

CREATE INDEX idx_user_api_keys_user_id ON public.user_api_keys(user_id);
CREATE INDEX idx_user_api_keys_provider ON public.user_api_keys(provider);

-- RLS Policies
ALTER TABLE public.user_api_keys ENABLE ROW LEVEL SECURITY;

CREATE POLICY "Users can view own API keys"
ON public.user_api_keys FOR SELECT
USING (auth.uid() = user_id);

CREATE POLICY "Users can insert own API keys"
ON public.user_api_keys FOR INSERT
WITH CHECK (auth.uid() = user_id);

CREATE POLICY "Users can update own API keys"
ON public.user_api_keys FOR UPDATE
USING (auth.uid() = user_id);

CREATE POLICY "Users can delete own API keys"
ON public.user_api_keys FOR DELETE
USING (auth.uid() = user_id);

-- File: 20251105000003_extend_generated_content.sql

-- Rename table
ALTER TABLE public.generated_images RENAME TO generated_content;

-- Add new columns
ALTER TABLE public.generated_content
ADD COLUMN IF NOT EXISTS content_type VARCHAR(20) DEFAULT 'image',
ADD COLUMN IF NOT EXISTS video_url TEXT,
ADD COLUMN IF NOT EXISTS duration INTEGER,
ADD COLUMN IF NOT EXISTS resolution VARCHAR(10),
ADD COLUMN IF NOT EXISTS audio_url TEXT,
ADD COLUMN IF NOT EXISTS has_audio BOOLEAN DEFAULT false;

-- Add constraint
ALTER TABLE public.generated_content
ADD CONSTRAINT check_content_type
CHECK (content_type IN ('image', 'video', 'music'));

-- Add indexes
CREATE INDEX IF NOT EXISTS idx_generated_content_type
ON public.generated_content(content_type);

CREATE INDEX IF NOT EXISTS idx_generated_content_user_type
ON public.generated_content(user_id, content_type);

-- Update existing records
UPDATE public.generated_content
SET content_type = 'image'
WHERE content_type IS NULL;

-- File: 20251105000004_create_generation_tasks.sql

CREATE TABLE public.generation_tasks (
  id UUID PRIMARY KEY DEFAULT gen_random_uuid(),
  user_id UUID NOT NULL REFERENCES profiles(id) ON DELETE CASCADE,
  provider VARCHAR(50) NOT NULL,
  task_id VARCHAR(255) NOT NULL,
  task_type VARCHAR(50) NOT NULL,
  status VARCHAR(50) DEFAULT 'pending',
  progress INTEGER DEFAULT 0,
  prompt TEXT NOT NULL,
  parameters JSONB,
  result_url TEXT,
  error_message TEXT,
  estimated_time INTEGER,
  created_at TIMESTAMP WITH TIME ZONE DEFAULT NOW(),
  completed_at TIMESTAMP WITH TIME ZONE,
  CONSTRAINT unique_provider_task UNIQUE(provider, task_id),
  CONSTRAINT check_status CHECK (status IN ('pending', 'processing', 'completed', 'failed')),
  CONSTRAINT check_progress CHECK (progress >= 0 AND progress <= 100)
);

CREATE INDEX idx_generation_tasks_user_status
ON public.generation_tasks(user_id, status);

CREATE INDEX idx_generation_tasks_provider_task
ON public.generation_tasks(provider, task_id);

-- RLS Policies
ALTER TABLE public.generation_tasks ENABLE ROW LEVEL SECURITY;

CREATE POLICY "Users can view own tasks"
ON public.generation_tasks FOR SELECT
USING (auth.uid() = user_id);

CREATE POLICY "Users can insert own tasks"
ON public.generation_tasks FOR INSERT
WITH CHECK (auth.uid() = user_id);

CREATE POLICY "Users can update own tasks"
ON public.generation_tasks FOR UPDATE
USING (auth.uid() = user_id);
