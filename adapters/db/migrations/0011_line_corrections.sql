-- Few lines are ever corrected: which revision is the last is asked of these alone. Reading the
-- 60,855 lines of the demo took half the time with it.
CREATE INDEX line_corrections ON line (tenant_id, source, document, line, revision) WHERE revision > 1;
