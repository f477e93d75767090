-- Who has which part in a cut-over. The primary key is the rule of four eyes itself: whoever has ever
-- loaded a file into it, be it one that was replaced since, does not sign it, and the other way.
--
-- Older programs do not go on: they load and sign without a part.

CREATE TABLE cut_over_part (
  tenant_id uuid NOT NULL,
  cut_over text COLLATE "C" NOT NULL,
  actor text NOT NULL,
  part text COLLATE "C" NOT NULL,
  CONSTRAINT cut_over_part_pkey PRIMARY KEY (tenant_id, cut_over, actor),
  -- What loads and signatures refer to.
  CONSTRAINT cut_over_part_named UNIQUE (tenant_id, cut_over, actor, part),
  CONSTRAINT cut_over_part_of FOREIGN KEY (tenant_id, cut_over) REFERENCES cut_over (tenant_id, code),
  CONSTRAINT cut_over_part_known CHECK (part IN ('loads', 'signs'))
);

-- Those that there are already. The owner sees rows of tenants only where the walls do not bind it;
-- nobody else reads these tables before this transaction ends, which holds their locks.
ALTER TABLE cut_over_load NO FORCE ROW LEVEL SECURITY;
ALTER TABLE cut_over_signature NO FORCE ROW LEVEL SECURITY;
INSERT INTO cut_over_part (tenant_id, cut_over, actor, part)
  SELECT DISTINCT tenant_id, cut_over, loaded_by, 'loads' FROM cut_over_load
  UNION ALL
  SELECT tenant_id, cut_over, signed_by, 'signs' FROM cut_over_signature;

ALTER TABLE cut_over_load
  ADD COLUMN part text COLLATE "C" NOT NULL DEFAULT 'loads',
  ADD CONSTRAINT cut_over_load_part CHECK (part = 'loads'),
  ADD CONSTRAINT cut_over_load_by FOREIGN KEY (tenant_id, cut_over, loaded_by, part)
    REFERENCES cut_over_part (tenant_id, cut_over, actor, part);
ALTER TABLE cut_over_signature
  ADD COLUMN part text COLLATE "C" NOT NULL DEFAULT 'signs',
  ADD CONSTRAINT cut_over_signature_part CHECK (part = 'signs'),
  ADD CONSTRAINT cut_over_signature_by FOREIGN KEY (tenant_id, cut_over, signed_by, part)
    REFERENCES cut_over_part (tenant_id, cut_over, actor, part);
ALTER TABLE cut_over_load FORCE ROW LEVEL SECURITY;
ALTER TABLE cut_over_signature FORCE ROW LEVEL SECURITY;

ALTER TABLE cut_over_part ENABLE ROW LEVEL SECURITY;
ALTER TABLE cut_over_part FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON cut_over_part TO openrebate_app
  USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT ON cut_over_part TO openrebate_app;
