-- In which currency the books of a company are kept, and by which rates other currencies come into it. The
-- currency is said once; by which rates may be said anew, and the last version counts.
--
-- Older programs do not go on: what they post in other currencies would be worth nothing in these books.

CREATE TABLE books_policy (
  tenant_id uuid NOT NULL,
  company text COLLATE "C" NOT NULL,
  version integer NOT NULL,
  currency text COLLATE "C" NOT NULL,
  rate_on text COLLATE "C" NOT NULL,
  rate_type text COLLATE "C" NOT NULL,
  -- 'direct', 'inverse', or the currency that is gone through.
  path text COLLATE "C" NOT NULL,
  through text COLLATE "C",
  -- NULL: without a rate of the day an amount waits.
  previous_days integer,
  actor text COLLATE "C" NOT NULL,
  recorded_at timestamptz NOT NULL,
  CONSTRAINT books_policy_pkey PRIMARY KEY (tenant_id, company, version),
  CONSTRAINT books_policy_company FOREIGN KEY (tenant_id, company) REFERENCES company (tenant_id, code),
  CONSTRAINT books_policy_version_positive CHECK (version > 0),
  CONSTRAINT books_policy_rate_on_known CHECK (rate_on IN ('effective', 'booked')),
  CONSTRAINT books_policy_path_known CHECK (path IN ('direct', 'inverse', 'through')),
  CONSTRAINT books_policy_through CHECK ((path = 'through') = (through IS NOT NULL)),
  CONSTRAINT books_policy_days CHECK (previous_days >= 0)
);

ALTER TABLE books_policy ENABLE ROW LEVEL SECURITY;
ALTER TABLE books_policy FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON books_policy TO openrebate_app
  USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT ON books_policy TO openrebate_app;

-- What an amount is worth in the currency of the books; NULL: they name none. A difference between rates moves
-- an amount of the books alone.
ALTER TABLE ledger_transfer ADD COLUMN book_minor numeric;
ALTER TABLE ledger_transfer ADD COLUMN book_currency text COLLATE "C";
ALTER TABLE ledger_transfer ADD CONSTRAINT ledger_transfer_book_whole
  CHECK ((book_minor IS NULL) = (book_currency IS NULL) AND book_minor >= 0 AND scale(book_minor) = 0);
ALTER TABLE ledger_transfer DROP CONSTRAINT ledger_transfer_moves_something;
ALTER TABLE ledger_transfer ADD CONSTRAINT ledger_transfer_moves_something CHECK (
  scale(minor) = 0 AND (minor > 0 OR (minor = 0 AND event = 'exchange' AND book_minor > 0))
);
