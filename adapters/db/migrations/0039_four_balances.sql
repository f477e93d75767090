-- Earned, recognised, settled and paid are booked by one mechanism and never mix: each is a kind of
-- account of its own. Who bears an amount is a company of ours; what is earned is not split by it.
--
-- Older programs do not go on: they would take what is recognised for what is earned.

ALTER TABLE booking_cause DROP CONSTRAINT booking_cause_of;
ALTER TABLE booking
  DROP CONSTRAINT booking_account_of, DROP CONSTRAINT booking_number_once, DROP CONSTRAINT booking_id_once;
ALTER TABLE booking_account DROP CONSTRAINT booking_account_pkey, DROP CONSTRAINT booking_account_kind_known;

ALTER TABLE booking_account
  ADD COLUMN company text COLLATE "C" NOT NULL DEFAULT '',
  ADD CONSTRAINT booking_account_pkey PRIMARY KEY
    (tenant_id, agreement_id, term, partner_id, window_from, window_until, kind, currency, company),
  ADD CONSTRAINT booking_account_kind_known CHECK (kind IN ('earned', 'recognised', 'settled', 'paid')),
  ADD CONSTRAINT booking_account_borne_by_a_company CHECK ((kind = 'earned') = (company = ''));
ALTER TABLE booking_account ALTER COLUMN company DROP DEFAULT;

-- What a booking comes from: a calculation, or a document of another kind, by its id.
ALTER TABLE booking
  ADD COLUMN company text COLLATE "C" NOT NULL DEFAULT '',
  ADD COLUMN origin_kind text COLLATE "C",
  ADD COLUMN origin_id uuid,
  ALTER COLUMN run_number DROP NOT NULL,
  ADD CONSTRAINT booking_number_once PRIMARY KEY
    (tenant_id, agreement_id, term, partner_id, window_from, window_until, kind, currency, company, number),
  ADD CONSTRAINT booking_account_of FOREIGN KEY
    (tenant_id, agreement_id, term, partner_id, window_from, window_until, kind, currency, company)
    REFERENCES booking_account
    (tenant_id, agreement_id, term, partner_id, window_from, window_until, kind, currency, company),
  ADD CONSTRAINT booking_origin_whole CHECK ((origin_kind IS NULL) = (origin_id IS NULL)),
  ADD CONSTRAINT booking_has_an_origin CHECK ((run_number IS NULL) <> (origin_kind IS NULL)),
  ADD CONSTRAINT booking_calculated_by_a_run CHECK (kind NOT IN ('earned', 'recognised') OR run_number IS NOT NULL),
  ADD CONSTRAINT booking_origin_form CHECK (origin_kind ~ '^[a-z][A-Za-z]{1,39}$');
ALTER TABLE booking ALTER COLUMN company DROP DEFAULT;
-- Behind the number: which of the two a second writer fails on is then always the same.
ALTER TABLE booking ADD CONSTRAINT booking_id_once UNIQUE (tenant_id, id);
ALTER TABLE booking_cause ADD CONSTRAINT booking_cause_of
  FOREIGN KEY (tenant_id, booking_id) REFERENCES booking (tenant_id, id);

-- What we take for likely before it is certain is ours alone: a partner sees the other three.
DROP POLICY partner_wall ON booking_account;
CREATE POLICY partner_wall ON booking_account FOR SELECT TO openrebate_portal
  USING (
    tenant_id = nullif(current_setting('app.tenant', true), '')::uuid
    AND partner_id = ANY (nullif(current_setting('app.partners', true), '')::text[])
    AND kind <> 'recognised'
  );
DROP POLICY partner_wall ON booking;
CREATE POLICY partner_wall ON booking FOR SELECT TO openrebate_portal
  USING (
    tenant_id = nullif(current_setting('app.tenant', true), '')::uuid
    AND partner_id = ANY (nullif(current_setting('app.partners', true), '')::text[])
    AND kind <> 'recognised'
  );
DROP POLICY partner_wall ON booking_cause;
CREATE POLICY partner_wall ON booking_cause FOR SELECT TO openrebate_portal
  USING (
    tenant_id = nullif(current_setting('app.tenant', true), '')::uuid
    AND partner_id = ANY (nullif(current_setting('app.partners', true), '')::text[])
    AND EXISTS (
      SELECT FROM booking b
      WHERE b.tenant_id = booking_cause.tenant_id AND b.id = booking_cause.booking_id AND b.kind <> 'recognised'
    )
  );
