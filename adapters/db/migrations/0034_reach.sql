-- Which lines an agreement can look at, as its last run found it, and up to which batch nothing has
-- become known that it can look at: it is not due by what does not concern it. A reach counts for the
-- run that wrote it and for no other.
--
-- Older programs go on.

ALTER TABLE run_state
  ADD COLUMN clear_batch bigint NOT NULL DEFAULT 0,
  ADD COLUMN reach_run integer,
  ADD COLUMN reach_company text COLLATE "C",
  ADD COLUMN reach_sides text[] COLLATE "C",
  -- NULL is any partner, and any day.
  ADD COLUMN reach_partners text[] COLLATE "C",
  ADD COLUMN reach_from date,
  ADD COLUMN reach_until date;
GRANT UPDATE (clear_batch, reach_run, reach_company, reach_sides, reach_partners, reach_from, reach_until)
  ON run_state TO openrebate_app;

-- What a changed line is the original of.
CREATE INDEX line_by_original ON line (tenant_id, source, return_document) WHERE return_document IS NOT NULL;
