-- Balances that partners were asked to confirm, as the books had them, and what they answered, with their letters.
--
-- Older programs go on.

CREATE TABLE balance_confirmation (
  tenant_id uuid NOT NULL,
  partner_id text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  company text COLLATE "C" NOT NULL,
  direction text COLLATE "C" NOT NULL,
  currency text COLLATE "C" NOT NULL,
  as_of date NOT NULL,
  batch bigint NOT NULL,
  earned_minor numeric NOT NULL,
  settled_minor numeric NOT NULL,
  paid_minor numeric NOT NULL,
  sent_by text COLLATE "C" NOT NULL,
  recorded_at timestamptz NOT NULL,
  last_event integer NOT NULL DEFAULT 0,
  CONSTRAINT balance_confirmation_pkey PRIMARY KEY (tenant_id, id)
);

CREATE INDEX balance_confirmation_by_partner ON balance_confirmation (tenant_id, partner_id);

ALTER TABLE balance_confirmation ENABLE ROW LEVEL SECURITY;
ALTER TABLE balance_confirmation FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON balance_confirmation TO openrebate_app
  USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
-- Not for the portal yet: a partner is asked by a letter, and the answer is filed by us.
GRANT SELECT, INSERT, UPDATE (last_event) ON balance_confirmation TO openrebate_app;

CREATE TABLE balance_answer (
  tenant_id uuid NOT NULL,
  confirmation_id uuid NOT NULL,
  number integer NOT NULL,
  kind text COLLATE "C" NOT NULL,
  day date NOT NULL,
  minor numeric,
  person text COLLATE "C",
  note text,
  actor text COLLATE "C" NOT NULL,
  recorded_at timestamptz NOT NULL,
  paper_name text,
  paper_type text COLLATE "C",
  paper bytea,
  CONSTRAINT balance_answer_pkey PRIMARY KEY (tenant_id, confirmation_id, number),
  CONSTRAINT balance_answer_confirmation FOREIGN KEY (tenant_id, confirmation_id)
    REFERENCES balance_confirmation (tenant_id, id),
  CONSTRAINT balance_answer_contested_by_an_amount CHECK ((kind = 'contested') = (minor IS NOT NULL)),
  CONSTRAINT balance_answer_paper_whole CHECK (num_nonnulls(paper_name, paper_type, paper) IN (0, 3)),
  CONSTRAINT balance_answer_paper_size CHECK (octet_length(paper) BETWEEN 1 AND 10485760)
);

ALTER TABLE balance_answer ENABLE ROW LEVEL SECURITY;
ALTER TABLE balance_answer FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON balance_answer TO openrebate_app
  USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT ON balance_answer TO openrebate_app;
