-- Backups: which tenants there are, when the last backup was made; and which migrations older
-- programs can live with.

-- The owner of the tables lists the tenants where it says that it wants to; of what is inside them
-- it sees as little as before.
CREATE POLICY directory ON tenant FOR SELECT TO openrebate_owner
  USING (current_setting('app.directory', true) = 'open');

CREATE TABLE backup (
  taken_at timestamptz NOT NULL,
  id uuid NOT NULL,
  program text COLLATE "C" NOT NULL,
  schema_number integer NOT NULL,
  bytes bigint NOT NULL,
  row_count bigint NOT NULL,
  CONSTRAINT backup_pkey PRIMARY KEY (id)
);
GRANT SELECT ON backup TO openrebate_app;

-- Whether programs that do not know a migration must stop. Those up to this one never said.
ALTER TABLE schema_migration ADD COLUMN breaking boolean NOT NULL DEFAULT true;
