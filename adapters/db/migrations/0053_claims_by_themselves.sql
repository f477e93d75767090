-- What a worker does about claims on its day without being asked, as a company says: claims that are raised when a
-- window is over, reminders that are written down. Without it nothing.
--
-- Older programs go on.

ALTER TABLE claim_rule ADD COLUMN by_itself text[] NOT NULL DEFAULT '{}'
  CONSTRAINT claim_rule_by_itself_known CHECK (by_itself <@ ARRAY['claims', 'reminders']);
