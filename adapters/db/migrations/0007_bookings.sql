-- What was booked: differences only, each once, each with its causes.

-- The head of an account. Its row is locked while a difference is worked out; what is booked is
-- the sum of the bookings and stands nowhere else.
CREATE TABLE booking_account (
  tenant_id uuid NOT NULL,
  partner_id text COLLATE "C" NOT NULL,
  agreement_id uuid NOT NULL,
  term text COLLATE "C" NOT NULL,
  window_from date NOT NULL,
  window_until date NOT NULL,
  kind text COLLATE "C" NOT NULL,
  currency text COLLATE "C" NOT NULL,
  last_number integer NOT NULL DEFAULT 0,
  CONSTRAINT booking_account_pkey
    PRIMARY KEY (tenant_id, agreement_id, term, partner_id, window_from, window_until, kind, currency),
  CONSTRAINT booking_account_agreement FOREIGN KEY (tenant_id, agreement_id)
    REFERENCES agreement (tenant_id, id),
  CONSTRAINT booking_account_window CHECK (window_from < window_until),
  CONSTRAINT booking_account_kind_known CHECK (kind IN ('earned'))
);

ALTER TABLE booking_account ENABLE ROW LEVEL SECURITY;
ALTER TABLE booking_account FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON booking_account TO openrebate_app
  USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
CREATE POLICY partner_wall ON booking_account FOR SELECT TO openrebate_portal
  USING (
    tenant_id = nullif(current_setting('app.tenant', true), '')::uuid
    AND partner_id = ANY (nullif(current_setting('app.partners', true), '')::text[])
  );
GRANT SELECT, INSERT, UPDATE (last_number) ON booking_account TO openrebate_app;
GRANT SELECT ON booking_account TO openrebate_portal;

-- `booking_number_once` is what keeps two writers from booking one difference twice: the second
-- one fails on it and starts again. It is the primary key, so that it is looked at first; `id` is
-- made of the same key.
CREATE TABLE booking (
  tenant_id uuid NOT NULL,
  partner_id text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  agreement_id uuid NOT NULL,
  term text COLLATE "C" NOT NULL,
  window_from date NOT NULL,
  window_until date NOT NULL,
  kind text COLLATE "C" NOT NULL,
  currency text COLLATE "C" NOT NULL,
  number integer NOT NULL,
  delta_minor bigint NOT NULL,
  run_number integer NOT NULL,
  booked_at timestamptz NOT NULL,
  CONSTRAINT booking_number_once PRIMARY KEY
    (tenant_id, agreement_id, term, partner_id, window_from, window_until, kind, currency, number),
  CONSTRAINT booking_id_once UNIQUE (tenant_id, id),
  CONSTRAINT booking_account_of FOREIGN KEY
    (tenant_id, agreement_id, term, partner_id, window_from, window_until, kind, currency)
    REFERENCES booking_account
    (tenant_id, agreement_id, term, partner_id, window_from, window_until, kind, currency),
  CONSTRAINT booking_run FOREIGN KEY (tenant_id, agreement_id, run_number)
    REFERENCES run (tenant_id, agreement_id, number),
  CONSTRAINT booking_number_positive CHECK (number > 0),
  CONSTRAINT booking_moves_something CHECK (delta_minor <> 0)
);

ALTER TABLE booking ENABLE ROW LEVEL SECURITY;
ALTER TABLE booking FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON booking TO openrebate_app
  USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
CREATE POLICY partner_wall ON booking FOR SELECT TO openrebate_portal
  USING (
    tenant_id = nullif(current_setting('app.tenant', true), '')::uuid
    AND partner_id = ANY (nullif(current_setting('app.partners', true), '')::text[])
  );
GRANT SELECT, INSERT ON booking TO openrebate_app;
GRANT SELECT ON booking TO openrebate_portal;

CREATE TABLE booking_cause (
  tenant_id uuid NOT NULL,
  partner_id text COLLATE "C" NOT NULL,
  booking_id uuid NOT NULL,
  position integer NOT NULL,
  cause text COLLATE "C" NOT NULL,
  minor bigint NOT NULL,
  CONSTRAINT booking_cause_pkey PRIMARY KEY (tenant_id, booking_id, position),
  CONSTRAINT booking_cause_of FOREIGN KEY (tenant_id, booking_id) REFERENCES booking (tenant_id, id),
  CONSTRAINT booking_cause_known CHECK (cause IN (
    'engine', 'terms', 'masterData', 'units', 'exchangeRates', 'onTimeLines', 'lateLines',
    'corrections', 'returns', 'adjustments', 'estimate'
  ))
);

ALTER TABLE booking_cause ENABLE ROW LEVEL SECURITY;
ALTER TABLE booking_cause FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON booking_cause TO openrebate_app
  USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
CREATE POLICY partner_wall ON booking_cause FOR SELECT TO openrebate_portal
  USING (
    tenant_id = nullif(current_setting('app.tenant', true), '')::uuid
    AND partner_id = ANY (nullif(current_setting('app.partners', true), '')::text[])
  );
GRANT SELECT, INSERT ON booking_cause TO openrebate_app;
GRANT SELECT ON booking_cause TO openrebate_portal;
