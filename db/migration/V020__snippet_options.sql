ALTER TABLE snippet ADD COLUMN options text[] NOT NULL DEFAULT '{}'; -- ids of the language's options; those of before had none
