-- Why something was not claimed, for whoever looks after claims on suppliers: a row when the reason comes up, another one when it
-- changes, and one without a reason when it is there no more. `place` is an account as one text, or empty for the whole agreement.
--
-- Older programs go on.

CREATE TABLE claim_left_out (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  agreement_id uuid NOT NULL,
  place text COLLATE "C" NOT NULL,
  number integer NOT NULL,
  since date NOT NULL,
  refusal json,
  actor text COLLATE "C" NOT NULL,
  recorded_at timestamptz NOT NULL,
  CONSTRAINT claim_left_out_pkey PRIMARY KEY (tenant_id, agreement_id, place, number),
  CONSTRAINT claim_left_out_id_once UNIQUE (tenant_id, id),
  CONSTRAINT claim_left_out_agreement FOREIGN KEY (tenant_id, agreement_id) REFERENCES agreement (tenant_id, id),
  CONSTRAINT claim_left_out_number_positive CHECK (number > 0)
);

ALTER TABLE claim_left_out ENABLE ROW LEVEL SECURITY;
ALTER TABLE claim_left_out FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON claim_left_out TO openrebate_app
  USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT ON claim_left_out TO openrebate_app;
