-- Made from the catalogues by dumpSchema.ts after the last migration; not to be edited.

CREATE TABLE account (
  id uuid NOT NULL,
  email text COLLATE "C" NOT NULL,
  password text COLLATE "C",
  made_at timestamp with time zone NOT NULL,
  CONSTRAINT account_pkey PRIMARY KEY (id),
  CONSTRAINT account_email_form CHECK (((email ~ '^[^[:space:]@]+@[^[:space:]@]+$'::text) AND (email = lower(email)))),
  CONSTRAINT account_email_once UNIQUE (email),
  CONSTRAINT account_password_hashed CHECK ((password ~~ '$argon2id$%'::text))
);
-- row level security
-- POLICY account_wall permissive FOR ALL TO openrebate_app USING ((id = (NULLIF(current_setting('app.account'::text, true), ''::text))::uuid) OR (email = NULLIF(current_setting('app.email'::text, true), ''::text))) WITH CHECK (id = (NULLIF(current_setting('app.account'::text, true), ''::text))::uuid)
-- GRANT INSERT TO openrebate_app
-- GRANT SELECT TO openrebate_app
-- GRANT UPDATE (email, password) TO openrebate_app

CREATE TABLE account_flow (
  secret_sha256 text COLLATE "C" NOT NULL,
  purpose text COLLATE "C" NOT NULL,
  data jsonb NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  CONSTRAINT account_flow_pkey PRIMARY KEY (secret_sha256),
  CONSTRAINT account_flow_secret_form CHECK ((secret_sha256 ~ '^[0-9a-f]{64}$'::text))
);
-- row level security
-- POLICY account_wall permissive FOR ALL TO openrebate_app USING (secret_sha256 = NULLIF(current_setting('app.secret'::text, true), ''::text)) WITH CHECK (secret_sha256 = NULLIF(current_setting('app.secret'::text, true), ''::text))
-- GRANT DELETE TO openrebate_app
-- GRANT INSERT TO openrebate_app
-- GRANT SELECT TO openrebate_app

CREATE TABLE account_passkey (
  account_id uuid NOT NULL,
  id uuid NOT NULL,
  credential text COLLATE "C" NOT NULL,
  public_key bytea NOT NULL,
  counter bigint NOT NULL,
  name text NOT NULL,
  made_at timestamp with time zone NOT NULL,
  used_at timestamp with time zone,
  CONSTRAINT account_passkey_pkey PRIMARY KEY (account_id, id),
  CONSTRAINT account_passkey_credential_once UNIQUE (credential),
  CONSTRAINT account_passkey_of FOREIGN KEY (account_id) REFERENCES account(id)
);
-- row level security
-- POLICY account_wall permissive FOR ALL TO openrebate_app USING (account_id = (NULLIF(current_setting('app.account'::text, true), ''::text))::uuid) WITH CHECK (account_id = (NULLIF(current_setting('app.account'::text, true), ''::text))::uuid)
-- GRANT DELETE TO openrebate_app
-- GRANT INSERT TO openrebate_app
-- GRANT SELECT TO openrebate_app
-- GRANT UPDATE (counter, used_at) TO openrebate_app

CREATE TABLE account_recovery_code (
  account_id uuid NOT NULL,
  code_sha256 text COLLATE "C" NOT NULL,
  used_at timestamp with time zone,
  CONSTRAINT account_recovery_code_pkey PRIMARY KEY (account_id, code_sha256),
  CONSTRAINT account_recovery_code_form CHECK ((code_sha256 ~ '^[0-9a-f]{64}$'::text)),
  CONSTRAINT account_recovery_code_of FOREIGN KEY (account_id) REFERENCES account(id)
);
-- row level security
-- POLICY account_wall permissive FOR ALL TO openrebate_app USING (account_id = (NULLIF(current_setting('app.account'::text, true), ''::text))::uuid) WITH CHECK (account_id = (NULLIF(current_setting('app.account'::text, true), ''::text))::uuid)
-- GRANT DELETE TO openrebate_app
-- GRANT INSERT TO openrebate_app
-- GRANT SELECT TO openrebate_app
-- GRANT UPDATE (used_at) TO openrebate_app

CREATE TABLE account_rules (
  tenant_id uuid NOT NULL,
  version integer NOT NULL,
  rules json NOT NULL,
  actor text COLLATE "C" NOT NULL,
  recorded_at timestamp with time zone NOT NULL,
  CONSTRAINT account_rules_pkey PRIMARY KEY (tenant_id, version),
  CONSTRAINT account_rules_of_tenant FOREIGN KEY (tenant_id) REFERENCES tenant(tenant_id),
  CONSTRAINT account_rules_version_positive CHECK ((version > 0))
);
-- row level security, forced
-- POLICY tenant_wall permissive FOR ALL TO openrebate_app USING (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)
-- GRANT INSERT TO openrebate_app
-- GRANT SELECT TO openrebate_app

CREATE TABLE account_session (
  account_id uuid NOT NULL,
  id uuid NOT NULL,
  secret_sha256 text COLLATE "C" NOT NULL,
  works_in uuid,
  device text NOT NULL,
  method text COLLATE "C" NOT NULL,
  begun_at timestamp with time zone NOT NULL,
  seen_at timestamp with time zone NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  ended_at timestamp with time zone,
  is_strong boolean NOT NULL DEFAULT false,
  only_in uuid,
  CONSTRAINT account_session_pkey PRIMARY KEY (account_id, id),
  CONSTRAINT account_session_expires_later CHECK ((expires_at > begun_at)),
  CONSTRAINT account_session_of FOREIGN KEY (account_id) REFERENCES account(id),
  CONSTRAINT account_session_secret_form CHECK ((secret_sha256 ~ '^[0-9a-f]{64}$'::text)),
  CONSTRAINT account_session_secret_once UNIQUE (secret_sha256)
);
-- row level security
-- POLICY account_wall permissive FOR ALL TO openrebate_app USING ((account_id = (NULLIF(current_setting('app.account'::text, true), ''::text))::uuid) OR (secret_sha256 = NULLIF(current_setting('app.secret'::text, true), ''::text))) WITH CHECK (account_id = (NULLIF(current_setting('app.account'::text, true), ''::text))::uuid)
-- GRANT DELETE TO openrebate_app
-- GRANT INSERT TO openrebate_app
-- GRANT SELECT TO openrebate_app
-- GRANT UPDATE (works_in, seen_at, ended_at, is_strong) TO openrebate_app

CREATE TABLE account_ticket (
  account_id uuid NOT NULL,
  secret_sha256 text COLLATE "C" NOT NULL,
  purpose text COLLATE "C" NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  CONSTRAINT account_ticket_pkey PRIMARY KEY (account_id, secret_sha256),
  CONSTRAINT account_ticket_of FOREIGN KEY (account_id) REFERENCES account(id),
  CONSTRAINT account_ticket_secret_form CHECK ((secret_sha256 ~ '^[0-9a-f]{64}$'::text)),
  CONSTRAINT account_ticket_secret_once UNIQUE (secret_sha256)
);
-- row level security
-- POLICY account_wall permissive FOR ALL TO openrebate_app USING ((account_id = (NULLIF(current_setting('app.account'::text, true), ''::text))::uuid) OR (secret_sha256 = NULLIF(current_setting('app.secret'::text, true), ''::text))) WITH CHECK (account_id = (NULLIF(current_setting('app.account'::text, true), ''::text))::uuid)
-- GRANT DELETE TO openrebate_app
-- GRANT INSERT TO openrebate_app
-- GRANT SELECT TO openrebate_app

CREATE TABLE account_totp (
  account_id uuid NOT NULL,
  key text COLLATE "C" NOT NULL,
  sealed bytea NOT NULL,
  made_at timestamp with time zone NOT NULL,
  confirmed_at timestamp with time zone,
  used_step bigint NOT NULL,
  CONSTRAINT account_totp_pkey PRIMARY KEY (account_id),
  CONSTRAINT account_totp_of FOREIGN KEY (account_id) REFERENCES account(id)
);
-- row level security
-- POLICY account_wall permissive FOR ALL TO openrebate_app USING (account_id = (NULLIF(current_setting('app.account'::text, true), ''::text))::uuid) WITH CHECK (account_id = (NULLIF(current_setting('app.account'::text, true), ''::text))::uuid)
-- GRANT DELETE TO openrebate_app
-- GRANT INSERT TO openrebate_app
-- GRANT SELECT TO openrebate_app
-- GRANT UPDATE (key, sealed, confirmed_at, used_step) TO openrebate_app

CREATE TABLE account_tries (
  email_sha256 text COLLATE "C" NOT NULL,
  tries integer NOT NULL,
  since timestamp with time zone NOT NULL,
  CONSTRAINT account_tries_pkey PRIMARY KEY (email_sha256),
  CONSTRAINT account_tries_positive CHECK ((tries > 0))
);
-- row level security
-- POLICY account_wall permissive FOR ALL TO openrebate_app USING (email_sha256 = encode(sha256(convert_to(NULLIF(current_setting('app.email'::text, true), ''::text), 'UTF8'::name)), 'hex'::text)) WITH CHECK (email_sha256 = encode(sha256(convert_to(NULLIF(current_setting('app.email'::text, true), ''::text), 'UTF8'::name)), 'hex'::text))
-- GRANT DELETE TO openrebate_app
-- GRANT INSERT TO openrebate_app
-- GRANT SELECT TO openrebate_app
-- GRANT UPDATE (tries, since) TO openrebate_app

CREATE TABLE adjustment (
  tenant_id uuid NOT NULL,
  partner_id text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  agreement_id uuid NOT NULL,
  term text COLLATE "C" NOT NULL,
  kind text COLLATE "C" NOT NULL,
  currency text COLLATE "C" NOT NULL,
  reason text NOT NULL,
  wording text,
  document_id uuid NOT NULL,
  expires_on date,
  withdraws uuid,
  author text COLLATE "C" NOT NULL,
  proposed_at timestamp with time zone NOT NULL,
  CONSTRAINT adjustment_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT adjustment_agreement FOREIGN KEY (tenant_id, agreement_id) REFERENCES agreement(tenant_id, id),
  CONSTRAINT adjustment_author_once UNIQUE (tenant_id, id, author),
  CONSTRAINT adjustment_document FOREIGN KEY (tenant_id, document_id) REFERENCES agreement_document(tenant_id, id),
  CONSTRAINT adjustment_kind_known CHECK ((kind = ANY (ARRAY['goodwill'::text, 'correction'::text, 'external'::text, 'lumpSum'::text]))),
  CONSTRAINT adjustment_reason_given CHECK ((btrim(reason) <> ''::text)),
  CONSTRAINT adjustment_withdraws FOREIGN KEY (tenant_id, withdraws) REFERENCES adjustment(tenant_id, id)
);
CREATE INDEX adjustment_by_agreement ON public.adjustment USING btree (tenant_id, agreement_id);
-- row level security, forced
-- POLICY tenant_wall permissive FOR ALL TO openrebate_app USING (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)
-- GRANT INSERT TO openrebate_app
-- GRANT SELECT TO openrebate_app

CREATE TABLE adjustment_decision (
  tenant_id uuid NOT NULL,
  partner_id text COLLATE "C" NOT NULL,
  adjustment_id uuid NOT NULL,
  author text COLLATE "C" NOT NULL,
  decision text COLLATE "C" NOT NULL,
  decided_by text COLLATE "C" NOT NULL,
  decided_at timestamp with time zone NOT NULL,
  reason text NOT NULL,
  batch bigint,
  withdrawn uuid,
  CONSTRAINT adjustment_decision_pkey PRIMARY KEY (tenant_id, adjustment_id),
  CONSTRAINT adjustment_decision_batch FOREIGN KEY (tenant_id, batch) REFERENCES batch(tenant_id, number),
  CONSTRAINT adjustment_decision_four_eyes CHECK (((decision = 'rejected'::text) OR (decided_by <> author))),
  CONSTRAINT adjustment_decision_from CHECK (((batch IS NOT NULL) = (decision = 'approved'::text))),
  CONSTRAINT adjustment_decision_known CHECK ((decision = ANY (ARRAY['approved'::text, 'rejected'::text]))),
  CONSTRAINT adjustment_decision_of FOREIGN KEY (tenant_id, adjustment_id, author) REFERENCES adjustment(tenant_id, id, author),
  CONSTRAINT adjustment_decision_takes_back CHECK (((withdrawn IS NULL) OR (decision = 'approved'::text))),
  CONSTRAINT adjustment_decision_withdrawn FOREIGN KEY (tenant_id, withdrawn) REFERENCES adjustment(tenant_id, id),
  CONSTRAINT adjustment_decision_withdrawn_once UNIQUE (tenant_id, withdrawn)
);
-- row level security, forced
-- POLICY tenant_wall permissive FOR ALL TO openrebate_app USING (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)
-- GRANT INSERT TO openrebate_app
-- GRANT SELECT TO openrebate_app

CREATE TABLE adjustment_part (
  tenant_id uuid NOT NULL,
  partner_id text COLLATE "C" NOT NULL,
  adjustment_id uuid NOT NULL,
  "position" integer NOT NULL,
  window_from date NOT NULL,
  window_until date NOT NULL,
  counts_from date NOT NULL,
  minor numeric NOT NULL,
  CONSTRAINT adjustment_part_pkey PRIMARY KEY (tenant_id, adjustment_id, "position"),
  CONSTRAINT adjustment_part_amount CHECK (((minor <> (0)::numeric) AND (scale(minor) = 0))),
  CONSTRAINT adjustment_part_of FOREIGN KEY (tenant_id, adjustment_id) REFERENCES adjustment(tenant_id, id),
  CONSTRAINT adjustment_part_position_positive CHECK (("position" > 0)),
  CONSTRAINT adjustment_part_window CHECK ((window_from < window_until))
);
-- row level security, forced
-- POLICY tenant_wall permissive FOR ALL TO openrebate_app USING (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)
-- GRANT INSERT TO openrebate_app
-- GRANT SELECT TO openrebate_app

CREATE TABLE agreement (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  code text COLLATE "C" NOT NULL,
  batch bigint NOT NULL,
  CONSTRAINT agreement_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT agreement_batch FOREIGN KEY (tenant_id, batch) REFERENCES batch(tenant_id, number),
  CONSTRAINT agreement_code_once UNIQUE (tenant_id, code)
);
-- row level security, forced
-- POLICY partner_lookup permissive FOR SELECT TO openrebate_portal USING ((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (EXISTS ( SELECT FROM earning e WHERE ((e.tenant_id = agreement.tenant_id) AND (e.agreement_id = agreement.id)))))
-- POLICY tenant_wall permissive FOR ALL TO openrebate_app USING (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)
-- GRANT INSERT TO openrebate_app
-- GRANT SELECT TO openrebate_app
-- GRANT SELECT (tenant_id, id, code) TO openrebate_portal

CREATE TABLE agreement_acceptance (
  tenant_id uuid NOT NULL,
  partner_id text COLLATE "C" NOT NULL,
  agreement_id uuid NOT NULL,
  version integer NOT NULL,
  accepted_by text COLLATE "C" NOT NULL,
  person_name text NOT NULL,
  accepted_at timestamp with time zone NOT NULL,
  CONSTRAINT agreement_acceptance_pkey PRIMARY KEY (tenant_id, agreement_id, version, partner_id),
  CONSTRAINT agreement_acceptance_of FOREIGN KEY (tenant_id, agreement_id, version) REFERENCES agreement_version(tenant_id, agreement_id, version)
);
-- row level security, forced
-- POLICY named_partners restrictive FOR ALL TO openrebate_app USING ((NULLIF(current_setting('app.partners'::text, true), ''::text) IS NULL) OR (partner_id = ANY ((NULLIF(current_setting('app.partners'::text, true), ''::text))::text[])))
-- POLICY tenant_wall permissive FOR ALL TO openrebate_app USING (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)
-- GRANT INSERT TO openrebate_app
-- GRANT SELECT TO openrebate_app

CREATE TABLE agreement_bulk (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  name text NOT NULL,
  sha256 text COLLATE "C" NOT NULL,
  row_count integer NOT NULL,
  submitted_by text NOT NULL,
  submitted_at timestamp with time zone NOT NULL,
  CONSTRAINT agreement_bulk_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT agreement_bulk_of_tenant FOREIGN KEY (tenant_id) REFERENCES tenant(tenant_id),
  CONSTRAINT agreement_bulk_sha256_form CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text))
);
-- row level security, forced
-- POLICY tenant_wall permissive FOR ALL TO openrebate_app USING (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)
-- GRANT INSERT TO openrebate_app
-- GRANT SELECT TO openrebate_app
-- GRANT UPDATE (submitted_at) TO openrebate_app

CREATE TABLE agreement_bulk_row (
  tenant_id uuid NOT NULL,
  bulk_id uuid NOT NULL,
  row_number integer NOT NULL,
  proposal_id uuid NOT NULL,
  CONSTRAINT agreement_bulk_row_pkey PRIMARY KEY (tenant_id, bulk_id, row_number),
  CONSTRAINT agreement_bulk_row_of FOREIGN KEY (tenant_id, bulk_id) REFERENCES agreement_bulk(tenant_id, id),
  CONSTRAINT agreement_bulk_row_proposal FOREIGN KEY (tenant_id, proposal_id) REFERENCES proposal(tenant_id, id)
);
-- row level security, forced
-- POLICY tenant_wall permissive FOR ALL TO openrebate_app USING (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)
-- GRANT INSERT TO openrebate_app
-- GRANT SELECT TO openrebate_app

CREATE TABLE agreement_deed (
  tenant_id uuid NOT NULL,
  code text COLLATE "C" NOT NULL,
  number integer NOT NULL,
  deed text COLLATE "C" NOT NULL,
  actor_kind text COLLATE "C" NOT NULL,
  actor_id text COLLATE "C" NOT NULL,
  done_at timestamp with time zone NOT NULL,
  batch bigint NOT NULL,
  proposal_id uuid,
  revision integer,
  submission integer,
  level text COLLATE "C",
  version integer,
  path text,
  reason text,
  CONSTRAINT agreement_deed_pkey PRIMARY KEY (tenant_id, code, number),
  CONSTRAINT agreement_deed_actor_known CHECK ((actor_kind = ANY (ARRAY['person'::text, 'service'::text, 'system'::text]))),
  CONSTRAINT agreement_deed_approver CHECK (((deed <> ALL (ARRAY['submit'::text, 'approve'::text, 'reject'::text])) OR (actor_kind = 'person'::text))),
  CONSTRAINT agreement_deed_dossier FOREIGN KEY (tenant_id, code) REFERENCES dossier(tenant_id, code),
  CONSTRAINT agreement_deed_known CHECK ((deed = ANY (ARRAY['begin'::text, 'save'::text, 'submit'::text, 'recall'::text, 'approve'::text, 'reject'::text, 'withdraw'::text, 'takeOver'::text, 'comment'::text, 'attach'::text]))),
  CONSTRAINT agreement_deed_proposal FOREIGN KEY (tenant_id, proposal_id) REFERENCES proposal(tenant_id, id),
  CONSTRAINT agreement_deed_reason CHECK (((deed <> ALL (ARRAY['reject'::text, 'comment'::text])) OR (reason IS NOT NULL)))
);
-- row level security, forced
-- POLICY tenant_wall permissive FOR ALL TO openrebate_app USING (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)
-- GRANT INSERT TO openrebate_app
-- GRANT SELECT TO openrebate_app

CREATE TABLE agreement_document (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  code text COLLATE "C" NOT NULL,
  number integer NOT NULL,
  name text NOT NULL,
  media_type text COLLATE "C" NOT NULL,
  sha256 text COLLATE "C" NOT NULL,
  content bytea NOT NULL,
  CONSTRAINT agreement_document_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT agreement_document_deed FOREIGN KEY (tenant_id, code, number) REFERENCES agreement_deed(tenant_id, code, number),
  CONSTRAINT agreement_document_once UNIQUE (tenant_id, code, sha256),
  CONSTRAINT agreement_document_sha256_form CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text)),
  CONSTRAINT agreement_document_sha256_own CHECK ((sha256 = encode(sha256(content), 'hex'::text))),
  CONSTRAINT agreement_document_size CHECK (((octet_length(content) >= 1) AND (octet_length(content) <= 10485760)))
);
-- row level security, forced
-- POLICY tenant_wall permissive FOR ALL TO openrebate_app USING (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)
-- GRANT INSERT TO openrebate_app
-- GRANT SELECT TO openrebate_app

CREATE TABLE agreement_version (
  tenant_id uuid NOT NULL,
  agreement_id uuid NOT NULL,
  version integer NOT NULL,
  batch bigint NOT NULL,
  sha256 text COLLATE "C" NOT NULL,
  text text NOT NULL,
  CONSTRAINT agreement_version_pkey PRIMARY KEY (tenant_id, agreement_id, version),
  CONSTRAINT agreement_version_batch FOREIGN KEY (tenant_id, batch) REFERENCES batch(tenant_id, number),
  CONSTRAINT agreement_version_of FOREIGN KEY (tenant_id, agreement_id) REFERENCES agreement(tenant_id, id),
  CONSTRAINT agreement_version_positive CHECK ((version > 0)),
  CONSTRAINT agreement_version_sha256_form CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text))
);
-- row level security, forced
-- POLICY tenant_wall permissive FOR ALL TO openrebate_app USING (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)
-- GRANT INSERT TO openrebate_app
-- GRANT SELECT TO openrebate_app

CREATE TABLE alias (
  tenant_id uuid NOT NULL,
  kind text COLLATE "C" NOT NULL,
  source text COLLATE "C" NOT NULL,
  received text COLLATE "C" NOT NULL,
  batch bigint NOT NULL,
  code text COLLATE "C",
  CONSTRAINT alias_pkey PRIMARY KEY (tenant_id, kind, source, received, batch),
  CONSTRAINT alias_batch FOREIGN KEY (tenant_id, batch) REFERENCES batch(tenant_id, number),
  CONSTRAINT alias_kind_known CHECK ((kind = ANY (ARRAY['partner'::text, 'product'::text])))
);
-- row level security, forced
-- POLICY tenant_wall permissive FOR ALL TO openrebate_app USING (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)
-- GRANT INSERT TO openrebate_app
-- GRANT SELECT TO openrebate_app

CREATE TABLE api_key (
  tenant_id uuid NOT NULL,
  id text COLLATE "C" NOT NULL,
  person_id uuid,
  service_id uuid,
  label text NOT NULL,
  secret_sha256 text COLLATE "C" NOT NULL,
  scopes text[] NOT NULL,
  issued_at timestamp with time zone NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  last_used_at timestamp with time zone,
  revoked_at timestamp with time zone,
  CONSTRAINT api_key_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT api_key_expires_later CHECK ((expires_at > issued_at)),
  CONSTRAINT api_key_no_approving_service CHECK (((service_id IS NULL) OR (NOT ('agreements:approve'::text = ANY (scopes))))),
  CONSTRAINT api_key_of_person FOREIGN KEY (tenant_id, person_id) REFERENCES person(tenant_id, id),
  CONSTRAINT api_key_of_service FOREIGN KEY (tenant_id, service_id) REFERENCES service(tenant_id, id),
  CONSTRAINT api_key_one_holder CHECK (((person_id IS NULL) <> (service_id IS NULL)))
);
CREATE INDEX api_key_by_person ON public.api_key USING btree (tenant_id, person_id);
CREATE INDEX api_key_by_service ON public.api_key USING btree (tenant_id, service_id);
-- row level security, forced
-- POLICY tenant_wall permissive FOR ALL TO openrebate_app USING (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)
-- GRANT INSERT TO openrebate_app
-- GRANT SELECT TO openrebate_app
-- GRANT UPDATE (label, last_used_at, revoked_at) TO openrebate_app

CREATE TABLE approval_rules (
  tenant_id uuid NOT NULL,
  version integer NOT NULL,
  text text NOT NULL,
  author text COLLATE "C" NOT NULL,
  proposed_at timestamp with time zone NOT NULL,
  CONSTRAINT approval_rules_pkey PRIMARY KEY (tenant_id, version),
  CONSTRAINT approval_rules_author_once UNIQUE (tenant_id, version, author),
  CONSTRAINT approval_rules_of_tenant FOREIGN KEY (tenant_id) REFERENCES tenant(tenant_id),
  CONSTRAINT approval_rules_version_positive CHECK ((version > 0))
);
-- row level security, forced
-- POLICY tenant_wall permissive FOR ALL TO openrebate_app USING (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)
-- GRANT INSERT TO openrebate_app
-- GRANT SELECT TO openrebate_app

CREATE TABLE approval_rules_confirmed (
  tenant_id uuid NOT NULL,
  version integer NOT NULL,
  batch bigint NOT NULL,
  author text COLLATE "C" NOT NULL,
  approver text COLLATE "C" NOT NULL,
  CONSTRAINT approval_rules_confirmed_pkey PRIMARY KEY (tenant_id, version),
  CONSTRAINT approval_rules_confirmed_batch FOREIGN KEY (tenant_id, batch) REFERENCES batch(tenant_id, number),
  CONSTRAINT approval_rules_confirmed_by_another CHECK ((approver <> author)),
  CONSTRAINT approval_rules_confirmed_of FOREIGN KEY (tenant_id, version, author) REFERENCES approval_rules(tenant_id, version, author)
);
-- row level security, forced
-- POLICY tenant_wall permissive FOR ALL TO openrebate_app USING (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)
-- GRANT INSERT TO openrebate_app
-- GRANT SELECT TO openrebate_app

CREATE TABLE audit (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  recorded_at timestamp with time zone NOT NULL,
  actor text NOT NULL,
  action text COLLATE "C" NOT NULL,
  object text NOT NULL,
  batch bigint NOT NULL,
  body json,
  salt uuid DEFAULT gen_random_uuid(),
  CONSTRAINT audit_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT audit_content_whole CHECK (((body IS NULL) = (salt IS NULL))),
  CONSTRAINT audit_of_tenant FOREIGN KEY (tenant_id) REFERENCES tenant(tenant_id)
);
CREATE INDEX audit_by_actor ON public.audit USING btree (tenant_id, actor, recorded_at, id);
CREATE INDEX audit_by_batch ON public.audit USING btree (tenant_id, batch, recorded_at);
CREATE INDEX audit_by_object ON public.audit USING btree (tenant_id, object, recorded_at, id);
CREATE INDEX audit_by_time ON public.audit USING btree (tenant_id, recorded_at, id);
-- row level security, forced
-- POLICY erased_only restrictive FOR UPDATE TO openrebate_app USING true WITH CHECK ((body IS NULL) AND (salt IS NULL))
-- POLICY tenant_wall permissive FOR ALL TO openrebate_app USING (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)
-- GRANT INSERT TO openrebate_app
-- GRANT SELECT TO openrebate_app
-- GRANT UPDATE (body, salt) TO openrebate_app

CREATE TABLE audit_link (
  tenant_id uuid NOT NULL,
  "position" bigint NOT NULL,
  audit_id uuid NOT NULL,
  body_sha256 text COLLATE "C" NOT NULL,
  entry_sha256 text COLLATE "C" NOT NULL,
  previous text COLLATE "C" NOT NULL,
  hash text COLLATE "C" NOT NULL,
  CONSTRAINT audit_link_pkey PRIMARY KEY (tenant_id, "position"),
  CONSTRAINT audit_link_hash_form CHECK ((hash ~ '^[0-9a-f]{64}$'::text)),
  CONSTRAINT audit_link_of FOREIGN KEY (tenant_id, audit_id) REFERENCES audit(tenant_id, id),
  CONSTRAINT audit_link_once UNIQUE (tenant_id, audit_id),
  CONSTRAINT audit_link_position_positive CHECK (("position" > 0))
);
-- row level security, forced
-- POLICY tenant_wall permissive FOR ALL TO openrebate_app USING (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)
-- GRANT INSERT TO openrebate_app
-- GRANT SELECT TO openrebate_app

CREATE TABLE audit_unlinked (
  tenant_id uuid NOT NULL,
  audit_id uuid NOT NULL,
  CONSTRAINT audit_unlinked_pkey PRIMARY KEY (tenant_id, audit_id),
  CONSTRAINT audit_unlinked_of FOREIGN KEY (tenant_id, audit_id) REFERENCES audit(tenant_id, id)
);
-- row level security, forced
-- POLICY tenant_wall permissive FOR ALL TO openrebate_app USING (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)
-- POLICY worker_view permissive FOR SELECT TO openrebate_owner USING (SESSION_USER <> CURRENT_USER)
-- GRANT DELETE TO openrebate_app
-- GRANT INSERT TO openrebate_app
-- GRANT SELECT TO openrebate_app

CREATE TABLE backup (
  taken_at timestamp with time zone NOT NULL,
  id uuid NOT NULL,
  program text COLLATE "C" NOT NULL,
  schema_number integer NOT NULL,
  bytes bigint NOT NULL,
  row_count bigint NOT NULL,
  CONSTRAINT backup_pkey PRIMARY KEY (id)
);
-- no row level security
-- GRANT SELECT TO openrebate_app

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
  recorded_at timestamp with time zone NOT NULL,
  paper_name text,
  paper_type text COLLATE "C",
  paper bytea,
  CONSTRAINT balance_answer_pkey PRIMARY KEY (tenant_id, confirmation_id, number),
  CONSTRAINT balance_answer_confirmation FOREIGN KEY (tenant_id, confirmation_id) REFERENCES balance_confirmation(tenant_id, id),
  CONSTRAINT balance_answer_contested_by_an_amount CHECK (((kind = 'contested'::text) = (minor IS NOT NULL))),
  CONSTRAINT balance_answer_paper_size CHECK (((octet_length(paper) >= 1) AND (octet_length(paper) <= 10485760))),
  CONSTRAINT balance_answer_paper_whole CHECK ((num_nonnulls(paper_name, paper_type, paper) = ANY (ARRAY[0, 3])))
);
-- row level security, forced
-- POLICY tenant_wall permissive FOR ALL TO openrebate_app USING (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)
-- GRANT INSERT TO openrebate_app
-- GRANT SELECT TO openrebate_app

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
  recorded_at timestamp with time zone NOT NULL,
  last_event integer NOT NULL DEFAULT 0,
  CONSTRAINT balance_confirmation_pkey PRIMARY KEY (tenant_id, id)
);
CREATE INDEX balance_confirmation_by_partner ON public.balance_confirmation USING btree (tenant_id, partner_id);
-- row level security, forced
-- POLICY named_partners restrictive FOR ALL TO openrebate_app USING ((NULLIF(current_setting('app.partners'::text, true), ''::text) IS NULL) OR (partner_id = ANY ((NULLIF(current_setting('app.partners'::text, true), ''::text))::text[])))
-- POLICY tenant_wall permissive FOR ALL TO openrebate_app USING (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)
-- GRANT INSERT TO openrebate_app
-- GRANT SELECT TO openrebate_app
-- GRANT UPDATE (last_event) TO openrebate_app

CREATE TABLE bank_account (
  tenant_id uuid NOT NULL,
  partner_id text COLLATE "C" NOT NULL,
  valid_from date NOT NULL,
  batch bigint NOT NULL,
  key text COLLATE "C",
  sealed bytea,
  said_by text COLLATE "C",
  said_at timestamp with time zone,
  CONSTRAINT bank_account_pkey PRIMARY KEY (tenant_id, partner_id, valid_from, batch),
  CONSTRAINT bank_account_batch FOREIGN KEY (tenant_id, batch) REFERENCES batch(tenant_id, number),
  CONSTRAINT bank_account_key_form CHECK ((key ~ '^[0-9a-f]{16}$'::text)),
  CONSTRAINT bank_account_sealed_by_a_key CHECK (((key IS NULL) = (sealed IS NULL)))
);
CREATE INDEX bank_account_by_batch ON public.bank_account USING btree (tenant_id, batch);
CREATE INDEX bank_account_by_key ON public.bank_account USING btree (tenant_id, key);
-- row level security, forced
-- POLICY tenant_wall permissive FOR ALL TO openrebate_app USING (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)
-- GRANT INSERT TO openrebate_app
-- GRANT SELECT TO openrebate_app
-- GRANT UPDATE (key, sealed) TO openrebate_app

CREATE TABLE bank_account_decision (
  tenant_id uuid NOT NULL,
  partner_id text COLLATE "C" NOT NULL,
  valid_from date NOT NULL,
  account_batch bigint NOT NULL,
  batch bigint NOT NULL,
  decision text COLLATE "C" NOT NULL,
  payable_from date,
  decided_by text COLLATE "C" NOT NULL,
  decided_at timestamp with time zone NOT NULL,
  reason text NOT NULL,
  CONSTRAINT bank_account_decision_pkey PRIMARY KEY (tenant_id, partner_id, valid_from, account_batch),
  CONSTRAINT bank_account_decision_account FOREIGN KEY (tenant_id, partner_id, valid_from, account_batch) REFERENCES bank_account(tenant_id, partner_id, valid_from, batch),
  CONSTRAINT bank_account_decision_batch FOREIGN KEY (tenant_id, batch) REFERENCES batch(tenant_id, number),
  CONSTRAINT bank_account_decision_day CHECK (((payable_from IS NOT NULL) = (decision = 'approved'::text))),
  CONSTRAINT bank_account_decision_known CHECK ((decision = ANY (ARRAY['approved'::text, 'rejected'::text])))
);
-- row level security, forced
-- POLICY tenant_wall permissive FOR ALL TO openrebate_app USING (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)
-- GRANT INSERT TO openrebate_app
-- GRANT SELECT TO openrebate_app

CREATE TABLE bank_entry (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  statement_id uuid NOT NULL,
  account text COLLATE "C" NOT NULL,
  identity text COLLATE "C" NOT NULL,
  booked_on date NOT NULL,
  minor numeric NOT NULL,
  currency text COLLATE "C" NOT NULL,
  end_to_end_id text NOT NULL,
  return_reason text NOT NULL,
  remittance text NOT NULL,
  state text COLLATE "C" NOT NULL,
  reason text COLLATE "C" NOT NULL,
  batch_id text NOT NULL DEFAULT ''::text,
  CONSTRAINT bank_entry_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT bank_entry_once UNIQUE (tenant_id, account, identity),
  CONSTRAINT bank_entry_state_known CHECK ((state = ANY (ARRAY['waits'::text, 'matched'::text, 'dismissed'::text]))),
  CONSTRAINT bank_entry_statement FOREIGN KEY (tenant_id, statement_id) REFERENCES bank_statement(tenant_id, id),
  CONSTRAINT bank_entry_waits_with_reason CHECK (((state = 'waits'::text) = (reason <> ''::text))),
  CONSTRAINT bank_entry_whole CHECK ((scale(minor) = 0))
);
CREATE INDEX bank_entry_waiting ON public.bank_entry USING btree (tenant_id, id) WHERE (state = 'waits'::text);
-- row level security, forced
-- POLICY tenant_wall permissive FOR ALL TO openrebate_app USING (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)
-- GRANT INSERT TO openrebate_app
-- GRANT SELECT TO openrebate_app
-- GRANT UPDATE (state, reason) TO openrebate_app

CREATE TABLE bank_entry_deed (
  tenant_id uuid NOT NULL,
  entry_id uuid NOT NULL,
  number integer NOT NULL,
  kind text COLLATE "C" NOT NULL,
  payments uuid[] NOT NULL,
  reason text NOT NULL,
  actor text COLLATE "C" NOT NULL,
  at timestamp with time zone NOT NULL,
  claim_id uuid,
  settlement_id uuid,
  parts jsonb NOT NULL DEFAULT '[]'::jsonb,
  CONSTRAINT bank_entry_deed_pkey PRIMARY KEY (tenant_id, entry_id, number),
  CONSTRAINT bank_entry_deed_claim FOREIGN KEY (tenant_id, claim_id) REFERENCES claim(tenant_id, id),
  CONSTRAINT bank_entry_deed_known CHECK ((kind = ANY (ARRAY['proposed'::text, 'takeBackProposed'::text, 'approved'::text, 'rejected'::text, 'dismissed'::text]))),
  CONSTRAINT bank_entry_deed_of FOREIGN KEY (tenant_id, entry_id) REFERENCES bank_entry(tenant_id, id),
  CONSTRAINT bank_entry_deed_of_one CHECK ((((kind = 'proposed'::text))::integer = ((((cardinality(payments) > 0))::integer + ((parts <> '[]'::jsonb))::integer) + num_nonnulls(claim_id, settlement_id)))),
  CONSTRAINT bank_entry_deed_parts_list CHECK ((jsonb_typeof(parts) = 'array'::text)),
  CONSTRAINT bank_entry_deed_settlement FOREIGN KEY (tenant_id, settlement_id) REFERENCES settlement(tenant_id, id)
);
CREATE INDEX bank_entry_deed_taking_back ON public.bank_entry_deed USING btree (tenant_id, entry_id) WHERE (kind = 'takeBackProposed'::text);
-- row level security, forced
-- POLICY tenant_wall permissive FOR ALL TO openrebate_app USING (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)
-- GRANT INSERT TO openrebate_app
-- GRANT SELECT TO openrebate_app

CREATE TABLE bank_statement (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  account text COLLATE "C" NOT NULL,
  statement text NOT NULL,
  file_name text NOT NULL,
  file_sha256 text COLLATE "C" NOT NULL,
  opening numeric,
  closing numeric,
  entries integer NOT NULL,
  duplicates integer NOT NULL,
  pending integer NOT NULL,
  actor text COLLATE "C" NOT NULL,
  at timestamp with time zone NOT NULL,
  CONSTRAINT bank_statement_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT bank_statement_of_tenant FOREIGN KEY (tenant_id) REFERENCES tenant(tenant_id),
  CONSTRAINT bank_statement_sha256_form CHECK ((file_sha256 ~ '^[0-9a-f]{64}$'::text)),
  CONSTRAINT bank_statement_whole CHECK (((scale(opening) = 0) AND (scale(closing) = 0)))
);
-- row level security, forced
-- POLICY tenant_wall permissive FOR ALL TO openrebate_app USING (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)
-- GRANT INSERT TO openrebate_app
-- GRANT SELECT TO openrebate_app

CREATE TABLE batch (
  tenant_id uuid NOT NULL,
  number bigint NOT NULL,
  kind text COLLATE "C" NOT NULL,
  known_on date NOT NULL,
  recorded_at timestamp with time zone NOT NULL,
  CONSTRAINT batch_pkey PRIMARY KEY (tenant_id, number),
  CONSTRAINT batch_kind_form CHECK ((kind ~ '^[a-z][A-Za-z]{1,39}$'::text)),
  CONSTRAINT batch_number_positive CHECK ((number > 0)),
  CONSTRAINT batch_of_tenant FOREIGN KEY (tenant_id) REFERENCES tenant(tenant_id)
);
CREATE INDEX batch_known_on ON public.batch USING btree (tenant_id, known_on, number);
-- row level security, forced
-- POLICY tenant_wall permissive FOR ALL TO openrebate_app USING (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)
-- GRANT INSERT TO openrebate_app
-- GRANT SELECT TO openrebate_app

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
  delta_minor numeric NOT NULL,
  run_number integer,
  booked_at timestamp with time zone NOT NULL,
  company text COLLATE "C" NOT NULL,
  origin_kind text COLLATE "C",
  origin_id uuid,
  CONSTRAINT booking_number_once PRIMARY KEY (tenant_id, agreement_id, term, partner_id, window_from, window_until, kind, currency, company, number),
  CONSTRAINT booking_account_of FOREIGN KEY (tenant_id, agreement_id, term, partner_id, window_from, window_until, kind, currency, company) REFERENCES booking_account(tenant_id, agreement_id, term, partner_id, window_from, window_until, kind, currency, company),
  CONSTRAINT booking_calculated_by_a_run CHECK (((kind <> ALL (ARRAY['earned'::text, 'recognised'::text])) OR (run_number IS NOT NULL))),
  CONSTRAINT booking_delta_whole CHECK (((scale(delta_minor) = 0) AND (abs(delta_minor) < 'Infinity'::numeric))),
  CONSTRAINT booking_has_an_origin CHECK (((run_number IS NULL) <> (origin_kind IS NULL))),
  CONSTRAINT booking_id_once UNIQUE (tenant_id, id),
  CONSTRAINT booking_moves_something CHECK ((delta_minor <> (0)::numeric)),
  CONSTRAINT booking_number_positive CHECK ((number > 0)),
  CONSTRAINT booking_origin_form CHECK ((origin_kind ~ '^[a-z][A-Za-z]{1,39}$'::text)),
  CONSTRAINT booking_origin_whole CHECK (((origin_kind IS NULL) = (origin_id IS NULL))),
  CONSTRAINT booking_run FOREIGN KEY (tenant_id, agreement_id, run_number) REFERENCES run(tenant_id, agreement_id, number)
);
-- row level security, forced
-- POLICY partner_wall permissive FOR SELECT TO openrebate_portal USING ((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (partner_id = ANY ((NULLIF(current_setting('app.partners'::text, true), ''::text))::text[])) AND (kind <> 'recognised'::text))
-- POLICY tenant_wall permissive FOR ALL TO openrebate_app USING (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)
-- GRANT INSERT TO openrebate_app
-- GRANT SELECT TO openrebate_app
-- GRANT SELECT TO openrebate_portal

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
  company text COLLATE "C" NOT NULL,
  CONSTRAINT booking_account_pkey PRIMARY KEY (tenant_id, agreement_id, term, partner_id, window_from, window_until, kind, currency, company),
  CONSTRAINT booking_account_agreement FOREIGN KEY (tenant_id, agreement_id) REFERENCES agreement(tenant_id, id),
  CONSTRAINT booking_account_borne_by_a_company CHECK (((kind = 'earned'::text) = (company = ''::text))),
  CONSTRAINT booking_account_kind_known CHECK ((kind = ANY (ARRAY['earned'::text, 'recognised'::text, 'settled'::text, 'paid'::text]))),
  CONSTRAINT booking_account_window CHECK ((window_from < window_until))
);
-- row level security, forced
-- POLICY partner_wall permissive FOR SELECT TO openrebate_portal USING ((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (partner_id = ANY ((NULLIF(current_setting('app.partners'::text, true), ''::text))::text[])) AND (kind <> 'recognised'::text))
-- POLICY tenant_wall permissive FOR ALL TO openrebate_app USING (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)
-- GRANT INSERT TO openrebate_app
-- GRANT SELECT TO openrebate_app
-- GRANT UPDATE (last_number) TO openrebate_app
-- GRANT SELECT TO openrebate_portal

CREATE TABLE booking_cause (
  tenant_id uuid NOT NULL,
  partner_id text COLLATE "C" NOT NULL,
  booking_id uuid NOT NULL,
  "position" integer NOT NULL,
  cause text COLLATE "C" NOT NULL,
  minor numeric NOT NULL,
  CONSTRAINT booking_cause_pkey PRIMARY KEY (tenant_id, booking_id, "position"),
  CONSTRAINT booking_cause_known CHECK ((cause = ANY (ARRAY['engine'::text, 'terms'::text, 'masterData'::text, 'units'::text, 'exchangeRates'::text, 'onTimeLines'::text, 'lateLines'::text, 'corrections'::text, 'returns'::text, 'adjustments'::text, 'estimate'::text]))),
  CONSTRAINT booking_cause_of FOREIGN KEY (tenant_id, booking_id) REFERENCES booking(tenant_id, id),
  CONSTRAINT booking_cause_whole CHECK (((scale(minor) = 0) AND (abs(minor) < 'Infinity'::numeric)))
);
-- row level security, forced
-- POLICY partner_wall permissive FOR SELECT TO openrebate_portal USING ((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (partner_id = ANY ((NULLIF(current_setting('app.partners'::text, true), ''::text))::text[])) AND (EXISTS ( SELECT FROM booking b WHERE ((b.tenant_id = booking_cause.tenant_id) AND (b.id = booking_cause.booking_id) AND (b.kind <> 'recognised'::text)))))
-- POLICY tenant_wall permissive FOR ALL TO openrebate_app USING (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)
-- GRANT INSERT TO openrebate_app
-- GRANT SELECT TO openrebate_app
-- GRANT SELECT TO openrebate_portal

CREATE TABLE books_policy (
  tenant_id uuid NOT NULL,
  company text COLLATE "C" NOT NULL,
  version integer NOT NULL,
  currency text COLLATE "C" NOT NULL,
  rate_on text COLLATE "C" NOT NULL,
  rate_type text COLLATE "C" NOT NULL,
  path text COLLATE "C" NOT NULL,
  through text COLLATE "C",
  previous_days integer,
  actor text COLLATE "C" NOT NULL,
  recorded_at timestamp with time zone NOT NULL,
  CONSTRAINT books_policy_pkey PRIMARY KEY (tenant_id, company, version),
  CONSTRAINT books_policy_company FOREIGN KEY (tenant_id, company) REFERENCES company(tenant_id, code),
  CONSTRAINT books_policy_days CHECK ((previous_days >= 0)),
  CONSTRAINT books_policy_path_known CHECK ((path = ANY (ARRAY['direct'::text, 'inverse'::text, 'through'::text]))),
  CONSTRAINT books_policy_rate_on_known CHECK ((rate_on = ANY (ARRAY['effective'::text, 'booked'::text]))),
  CONSTRAINT books_policy_through CHECK (((path = 'through'::text) = (through IS NOT NULL))),
  CONSTRAINT books_policy_version_positive CHECK ((version > 0))
);
-- row level security, forced
-- POLICY tenant_wall permissive FOR ALL TO openrebate_app USING (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)
-- GRANT INSERT TO openrebate_app
-- GRANT SELECT TO openrebate_app

CREATE TABLE brand (
  tenant_id uuid NOT NULL,
  version integer NOT NULL,
  name_en text,
  name_zh text,
  accent_light text COLLATE "C",
  accent_dark text COLLATE "C",
  logo text COLLATE "C",
  set_by text NOT NULL,
  set_at timestamp with time zone NOT NULL,
  CONSTRAINT brand_pkey PRIMARY KEY (tenant_id, version),
  CONSTRAINT brand_accent_whole CHECK (((accent_light IS NULL) = (accent_dark IS NULL))),
  CONSTRAINT brand_logo_of FOREIGN KEY (tenant_id, logo) REFERENCES brand_logo(tenant_id, sha256),
  CONSTRAINT brand_name_whole CHECK (((name_en IS NULL) = (name_zh IS NULL))),
  CONSTRAINT brand_version_counts CHECK ((version > 0))
);
-- row level security, forced
-- POLICY partner_lookup permissive FOR SELECT TO openrebate_portal USING ((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (NULLIF(current_setting('app.partners'::text, true), ''::text) IS NOT NULL))
-- POLICY tenant_wall permissive FOR ALL TO openrebate_app USING (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)
-- GRANT INSERT TO openrebate_app
-- GRANT SELECT TO openrebate_app
-- GRANT SELECT (tenant_id, version, name_en, name_zh, accent_light, accent_dark, logo) TO openrebate_portal

CREATE TABLE brand_logo (
  tenant_id uuid NOT NULL,
  sha256 text COLLATE "C" NOT NULL,
  width integer NOT NULL,
  height integer NOT NULL,
  content bytea NOT NULL,
  added_by text NOT NULL,
  added_at timestamp with time zone NOT NULL,
  CONSTRAINT brand_logo_pkey PRIMARY KEY (tenant_id, sha256),
  CONSTRAINT brand_logo_is_small CHECK ((octet_length(content) <= 204800))
);
-- row level security, forced
-- POLICY partner_lookup permissive FOR SELECT TO openrebate_portal USING ((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (NULLIF(current_setting('app.partners'::text, true), ''::text) IS NOT NULL))
-- POLICY tenant_wall permissive FOR ALL TO openrebate_app USING (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)
-- GRANT INSERT TO openrebate_app
-- GRANT SELECT TO openrebate_app
-- GRANT SELECT (tenant_id, sha256, width, height, content) TO openrebate_portal

CREATE TABLE calendar (
  tenant_id uuid NOT NULL,
  code text COLLATE "C" NOT NULL,
  version integer NOT NULL,
  name_en text NOT NULL,
  name_zh text NOT NULL,
  definition jsonb NOT NULL,
  is_offered boolean NOT NULL,
  set_by text NOT NULL,
  set_at timestamp with time zone NOT NULL,
  CONSTRAINT calendar_pkey PRIMARY KEY (tenant_id, code, version),
  CONSTRAINT calendar_of_tenant FOREIGN KEY (tenant_id) REFERENCES tenant(tenant_id),
  CONSTRAINT calendar_version_counts CHECK ((version > 0))
);
-- row level security, forced
-- POLICY tenant_wall permissive FOR ALL TO openrebate_app USING (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)
-- GRANT INSERT TO openrebate_app
-- GRANT SELECT TO openrebate_app

CREATE TABLE claim (
  tenant_id uuid NOT NULL,
  partner_id text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  reference text COLLATE "C" NOT NULL,
  claimant text COLLATE "C" NOT NULL,
  company text COLLATE "C" NOT NULL,
  agreement_id uuid NOT NULL,
  agreement text COLLATE "C" NOT NULL,
  currency text COLLATE "C" NOT NULL,
  sent_on date NOT NULL,
  due_on date NOT NULL,
  answer_by date,
  silence text COLLATE "C",
  changes uuid,
  run_number integer,
  sent_by text COLLATE "C" NOT NULL,
  recorded_at timestamp with time zone NOT NULL,
  last_event integer NOT NULL DEFAULT 0,
  number integer NOT NULL,
  CONSTRAINT claim_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT claim_agreement FOREIGN KEY (tenant_id, agreement_id) REFERENCES agreement(tenant_id, id),
  CONSTRAINT claim_answer_whole CHECK (((answer_by IS NULL) = (silence IS NULL))),
  CONSTRAINT claim_changes FOREIGN KEY (tenant_id, changes) REFERENCES claim(tenant_id, id),
  CONSTRAINT claim_claimant_known CHECK ((claimant = ANY (ARRAY['us'::text, 'partner'::text]))),
  CONSTRAINT claim_due_after_sent CHECK ((due_on >= sent_on)),
  CONSTRAINT claim_last_event_not_negative CHECK ((last_event >= 0)),
  CONSTRAINT claim_number_once UNIQUE (tenant_id, agreement_id, claimant, number),
  CONSTRAINT claim_number_positive CHECK ((number > 0)),
  CONSTRAINT claim_reference_once UNIQUE (tenant_id, company, claimant, partner_id, reference),
  CONSTRAINT claim_run FOREIGN KEY (tenant_id, agreement_id, run_number) REFERENCES run(tenant_id, agreement_id, number),
  CONSTRAINT claim_silence_known CHECK ((silence = ANY (ARRAY['accepts'::text, 'rejects'::text])))
);
CREATE INDEX claim_by_agreement ON public.claim USING btree (tenant_id, agreement);
CREATE INDEX claim_by_partner ON public.claim USING btree (tenant_id, partner_id, due_on);
-- row level security, forced
-- POLICY named_partners restrictive FOR ALL TO openrebate_app USING ((NULLIF(current_setting('app.partners'::text, true), ''::text) IS NULL) OR (partner_id = ANY ((NULLIF(current_setting('app.partners'::text, true), ''::text))::text[])))
-- POLICY partner_wall permissive FOR SELECT TO openrebate_portal USING ((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (partner_id = ANY ((NULLIF(current_setting('app.partners'::text, true), ''::text))::text[])))
-- POLICY tenant_wall permissive FOR ALL TO openrebate_app USING (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)
-- GRANT INSERT TO openrebate_app
-- GRANT SELECT TO openrebate_app
-- GRANT UPDATE (last_event) TO openrebate_app
-- GRANT SELECT (tenant_id, partner_id, id, reference, claimant, company, agreement, currency, sent_on, due_on, answer_by, silence, changes, run_number, last_event) TO openrebate_portal

CREATE TABLE claim_event (
  tenant_id uuid NOT NULL,
  claim_id uuid NOT NULL,
  number integer NOT NULL,
  kind text COLLATE "C" NOT NULL,
  day date NOT NULL,
  actor text COLLATE "C" NOT NULL,
  recorded_at timestamp with time zone NOT NULL,
  reference text COLLATE "C",
  note text,
  asked_minor numeric,
  approval jsonb,
  CONSTRAINT claim_event_pkey PRIMARY KEY (tenant_id, claim_id, number),
  CONSTRAINT claim_event_asks_a_write_off CHECK (((kind = 'writeOffAsked'::text) = (asked_minor IS NOT NULL))),
  CONSTRAINT claim_event_claim FOREIGN KEY (tenant_id, claim_id) REFERENCES claim(tenant_id, id),
  CONSTRAINT claim_event_every_level CHECK (((kind <> 'writtenOff'::text) OR COALESCE((jsonb_array_length(jsonb_path_query_array((approval -> 'approvers'::text), '$.keyvalue()'::jsonpath)) >= jsonb_array_length((approval -> 'levels'::text))), false))),
  CONSTRAINT claim_event_given_up_by_others CHECK (((kind <> 'writtenOff'::text) OR COALESCE((((approval -> 'approvers'::text) ? actor) AND (NOT ((approval -> 'approvers'::text) ? (approval ->> 'askedBy'::text)))), false))),
  CONSTRAINT claim_event_number_positive CHECK ((number > 0))
);
CREATE UNIQUE INDEX claim_event_receipt_once ON public.claim_event USING btree (tenant_id, claim_id, reference) WHERE (kind = 'received'::text);
-- row level security, forced
-- POLICY tenant_wall permissive FOR ALL TO openrebate_app USING (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)
-- GRANT INSERT TO openrebate_app
-- GRANT SELECT TO openrebate_app

CREATE TABLE claim_left_out (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  agreement_id uuid NOT NULL,
  place text COLLATE "C" NOT NULL,
  number integer NOT NULL,
  since date NOT NULL,
  refusal json,
  actor text COLLATE "C" NOT NULL,
  recorded_at timestamp with time zone NOT NULL,
  CONSTRAINT claim_left_out_pkey PRIMARY KEY (tenant_id, agreement_id, place, number),
  CONSTRAINT claim_left_out_agreement FOREIGN KEY (tenant_id, agreement_id) REFERENCES agreement(tenant_id, id),
  CONSTRAINT claim_left_out_id_once UNIQUE (tenant_id, id),
  CONSTRAINT claim_left_out_number_positive CHECK ((number > 0))
);
-- row level security, forced
-- POLICY tenant_wall permissive FOR ALL TO openrebate_app USING (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)
-- GRANT INSERT TO openrebate_app
-- GRANT SELECT TO openrebate_app

CREATE TABLE claim_line (
  tenant_id uuid NOT NULL,
  partner_id text COLLATE "C" NOT NULL,
  claim_id uuid NOT NULL,
  number integer NOT NULL,
  term text COLLATE "C" NOT NULL,
  participant text COLLATE "C" NOT NULL,
  window_from date NOT NULL,
  window_until date NOT NULL,
  minor numeric NOT NULL,
  source text COLLATE "C",
  document text COLLATE "C",
  document_line text COLLATE "C",
  product text COLLATE "C",
  customer text COLLATE "C",
  contract text COLLATE "C",
  day date,
  quantity numeric,
  unit text COLLATE "C",
  unit_amount numeric,
  CONSTRAINT claim_line_pkey PRIMARY KEY (tenant_id, claim_id, number),
  CONSTRAINT claim_line_claim FOREIGN KEY (tenant_id, claim_id) REFERENCES claim(tenant_id, id),
  CONSTRAINT claim_line_number_positive CHECK ((number > 0)),
  CONSTRAINT claim_line_says_something CHECK (((minor <> (0)::numeric) AND (minor = trunc(minor)))),
  CONSTRAINT claim_line_transaction_whole CHECK ((num_nonnulls(source, document, document_line) = ANY (ARRAY[0, 3]))),
  CONSTRAINT claim_line_window CHECK ((window_from < window_until))
);
CREATE INDEX claim_line_by_transaction ON public.claim_line USING btree (tenant_id, source, document, document_line);
-- row level security, forced
-- POLICY partner_wall permissive FOR SELECT TO openrebate_portal USING ((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (partner_id = ANY ((NULLIF(current_setting('app.partners'::text, true), ''::text))::text[])))
-- POLICY tenant_wall permissive FOR ALL TO openrebate_app USING (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)
-- GRANT INSERT TO openrebate_app
-- GRANT SELECT TO openrebate_app
-- GRANT SELECT TO openrebate_portal

CREATE TABLE claim_message (
  tenant_id uuid NOT NULL,
  partner_id text COLLATE "C",
  id uuid NOT NULL,
  kind text COLLATE "C" NOT NULL,
  claim_id uuid,
  said json NOT NULL,
  content bytea,
  repairs uuid,
  sent_by text COLLATE "C" NOT NULL,
  sent_key text COLLATE "C",
  request_hash text COLLATE "C",
  recorded_at timestamp with time zone NOT NULL,
  CONSTRAINT claim_message_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT claim_message_claim FOREIGN KEY (tenant_id, claim_id) REFERENCES claim(tenant_id, id),
  CONSTRAINT claim_message_key_whole CHECK (((sent_key IS NULL) = (request_hash IS NULL))),
  CONSTRAINT claim_message_kind_known CHECK ((kind = ANY (ARRAY['claims'::text, 'comment'::text, 'dispute'::text, 'proof'::text]))),
  CONSTRAINT claim_message_of_tenant FOREIGN KEY (tenant_id) REFERENCES tenant(tenant_id),
  CONSTRAINT claim_message_on_a_claim CHECK (((kind = 'claims'::text) = (claim_id IS NULL))),
  CONSTRAINT claim_message_proof_size CHECK (((octet_length(content) >= 1) AND (octet_length(content) <= 10485760))),
  CONSTRAINT claim_message_proof_whole CHECK (((kind = 'proof'::text) = (content IS NOT NULL))),
  CONSTRAINT claim_message_repaired_once UNIQUE (tenant_id, repairs),
  CONSTRAINT claim_message_repairs FOREIGN KEY (tenant_id, repairs) REFERENCES claim_message(tenant_id, id),
  CONSTRAINT claim_message_sent_once UNIQUE (tenant_id, sent_by, sent_key)
);
-- row level security, forced
-- POLICY partner_sends permissive FOR INSERT TO openrebate_portal WITH CHECK ((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (partner_id = ANY ((NULLIF(current_setting('app.partners'::text, true), ''::text))::text[])) AND (sent_by = NULLIF(current_setting('app.actor'::text, true), ''::text)) AND (sent_key IS NOT NULL) AND ((claim_id IS NULL) OR (EXISTS ( SELECT FROM claim c WHERE ((c.tenant_id = claim_message.tenant_id) AND (c.id = claim_message.claim_id) AND (c.partner_id = claim_message.partner_id))))))
-- POLICY partner_wall permissive FOR SELECT TO openrebate_portal USING ((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (partner_id = ANY ((NULLIF(current_setting('app.partners'::text, true), ''::text))::text[])))
-- POLICY tenant_wall permissive FOR ALL TO openrebate_app USING (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)
-- GRANT INSERT TO openrebate_app
-- GRANT SELECT TO openrebate_app
-- GRANT INSERT TO openrebate_portal
-- GRANT SELECT TO openrebate_portal

CREATE TABLE claim_message_deed (
  tenant_id uuid NOT NULL,
  partner_id text COLLATE "C",
  message_id uuid NOT NULL,
  kind text COLLATE "C" NOT NULL,
  claims uuid[] NOT NULL,
  refusals json NOT NULL,
  waiting integer[] NOT NULL,
  reason text,
  recorded_at timestamp with time zone NOT NULL,
  CONSTRAINT claim_message_deed_pkey PRIMARY KEY (tenant_id, message_id, kind),
  CONSTRAINT claim_message_deed_known CHECK ((kind = ANY (ARRAY['taken'::text, 'dismissed'::text]))),
  CONSTRAINT claim_message_deed_of FOREIGN KEY (tenant_id, message_id) REFERENCES claim_message(tenant_id, id),
  CONSTRAINT claim_message_deed_reason CHECK (((kind = 'dismissed'::text) = (reason IS NOT NULL)))
);
-- row level security, forced
-- POLICY partner_wall permissive FOR SELECT TO openrebate_portal USING ((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (partner_id = ANY ((NULLIF(current_setting('app.partners'::text, true), ''::text))::text[])))
-- POLICY tenant_wall permissive FOR ALL TO openrebate_app USING (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)
-- GRANT INSERT TO openrebate_app
-- GRANT SELECT TO openrebate_app
-- GRANT SELECT TO openrebate_portal

CREATE TABLE claim_move (
  tenant_id uuid NOT NULL,
  partner_id text COLLATE "C" NOT NULL,
  claim_id uuid NOT NULL,
  event integer NOT NULL,
  number integer NOT NULL,
  day date NOT NULL,
  line integer NOT NULL,
  from_position text COLLATE "C" NOT NULL,
  from_reason text COLLATE "C",
  to_position text COLLATE "C" NOT NULL,
  to_reason text COLLATE "C",
  minor numeric NOT NULL,
  CONSTRAINT claim_move_pkey PRIMARY KEY (tenant_id, claim_id, event, number),
  CONSTRAINT claim_move_event FOREIGN KEY (tenant_id, claim_id, event) REFERENCES claim_event(tenant_id, claim_id, number),
  CONSTRAINT claim_move_from_reason CHECK (((from_position = ANY (ARRAY['disputed'::text, 'refused'::text])) = (from_reason IS NOT NULL))),
  CONSTRAINT claim_move_line FOREIGN KEY (tenant_id, claim_id, line) REFERENCES claim_line(tenant_id, claim_id, number),
  CONSTRAINT claim_move_moves_something CHECK (((minor <> (0)::numeric) AND (minor = trunc(minor)))),
  CONSTRAINT claim_move_to_reason CHECK (((to_position = ANY (ARRAY['disputed'::text, 'refused'::text])) = (to_reason IS NOT NULL)))
);
-- row level security, forced
-- POLICY partner_wall permissive FOR SELECT TO openrebate_portal USING ((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (partner_id = ANY ((NULLIF(current_setting('app.partners'::text, true), ''::text))::text[])))
-- POLICY tenant_wall permissive FOR ALL TO openrebate_app USING (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)
-- GRANT INSERT TO openrebate_app
-- GRANT SELECT TO openrebate_app
-- GRANT SELECT TO openrebate_portal

CREATE TABLE claim_proof (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  claim_id uuid NOT NULL,
  event integer NOT NULL,
  name text NOT NULL,
  media_type text COLLATE "C" NOT NULL,
  sha256 text COLLATE "C" NOT NULL,
  content bytea NOT NULL,
  CONSTRAINT claim_proof_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT claim_proof_event FOREIGN KEY (tenant_id, claim_id, event) REFERENCES claim_event(tenant_id, claim_id, number),
  CONSTRAINT claim_proof_once UNIQUE (tenant_id, claim_id, sha256),
  CONSTRAINT claim_proof_sha256_own CHECK ((sha256 = encode(sha256(content), 'hex'::text))),
  CONSTRAINT claim_proof_size CHECK (((octet_length(content) >= 1) AND (octet_length(content) <= 10485760)))
);
-- row level security, forced
-- POLICY tenant_wall permissive FOR ALL TO openrebate_app USING (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)
-- GRANT INSERT TO openrebate_app
-- GRANT SELECT TO openrebate_app

CREATE TABLE claim_rule (
  tenant_id uuid NOT NULL,
  company text COLLATE "C" NOT NULL,
  currency text COLLATE "C" NOT NULL,
  version integer NOT NULL,
  tolerance_minor numeric NOT NULL,
  tolerance_percent numeric NOT NULL,
  write_off_minor numeric NOT NULL,
  remind_after_days integer[] NOT NULL,
  answer_days integer,
  set_by text COLLATE "C" NOT NULL,
  recorded_at timestamp with time zone NOT NULL,
  by_itself text[] NOT NULL DEFAULT '{}'::text[],
  CONSTRAINT claim_rule_pkey PRIMARY KEY (tenant_id, company, currency, version),
  CONSTRAINT claim_rule_bounds CHECK (((version > 0) AND (tolerance_minor >= (0)::numeric) AND (tolerance_percent >= (0)::numeric) AND (write_off_minor >= (0)::numeric) AND ((answer_days IS NULL) OR (answer_days >= 0)))),
  CONSTRAINT claim_rule_by_itself_known CHECK ((by_itself <@ ARRAY['claims'::text, 'reminders'::text]))
);
-- row level security, forced
-- POLICY tenant_wall permissive FOR ALL TO openrebate_app USING (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)
-- GRANT INSERT TO openrebate_app
-- GRANT SELECT TO openrebate_app

CREATE TABLE company (
  tenant_id uuid NOT NULL,
  code text COLLATE "C" NOT NULL,
  name text NOT NULL,
  time_zone text NOT NULL,
  business_day date,
  CONSTRAINT company_pkey PRIMARY KEY (tenant_id, code),
  CONSTRAINT company_of_tenant FOREIGN KEY (tenant_id) REFERENCES tenant(tenant_id)
);
-- row level security, forced
-- POLICY partner_lookup permissive FOR SELECT TO openrebate_portal USING ((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (NULLIF(current_setting('app.partners'::text, true), ''::text) IS NOT NULL))
-- POLICY tenant_wall permissive FOR ALL TO openrebate_app, openrebate_owner USING (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)
-- GRANT INSERT TO openrebate_app
-- GRANT SELECT TO openrebate_app
-- GRANT UPDATE (name, business_day) TO openrebate_app
-- GRANT SELECT (tenant_id, code, name, time_zone, business_day) TO openrebate_portal

CREATE TABLE company_party (
  tenant_id uuid NOT NULL,
  company text COLLATE "C" NOT NULL,
  version integer NOT NULL,
  party json NOT NULL,
  actor text COLLATE "C" NOT NULL,
  recorded_at timestamp with time zone NOT NULL,
  approver text COLLATE "C",
  CONSTRAINT company_party_pkey PRIMARY KEY (tenant_id, company, version),
  CONSTRAINT company_party_changed_by_two CHECK (((version = 1) OR ((approver IS NOT NULL) AND (approver <> actor)))),
  CONSTRAINT company_party_company FOREIGN KEY (tenant_id, company) REFERENCES company(tenant_id, code),
  CONSTRAINT company_party_version_positive CHECK ((version > 0))
);
-- row level security, forced
-- POLICY tenant_wall permissive FOR ALL TO openrebate_app USING (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)
-- GRANT INSERT TO openrebate_app
-- GRANT SELECT TO openrebate_app

CREATE TABLE counter (
  tenant_id uuid NOT NULL,
  series text COLLATE "C" NOT NULL,
  last_number bigint NOT NULL DEFAULT 0,
  CONSTRAINT counter_pkey PRIMARY KEY (tenant_id, series),
  CONSTRAINT counter_not_negative CHECK ((last_number >= 0)),
  CONSTRAINT counter_of_tenant FOREIGN KEY (tenant_id) REFERENCES tenant(tenant_id)
);
-- row level security, forced
-- POLICY partner_lookup permissive FOR SELECT TO openrebate_portal USING ((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (series = 'batch'::text) AND (NULLIF(current_setting('app.partners'::text, true), ''::text) IS NOT NULL))
-- POLICY tenant_wall permissive FOR ALL TO openrebate_app, openrebate_owner USING (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)
-- GRANT SELECT TO openrebate_app
-- GRANT UPDATE (last_number) TO openrebate_app
-- GRANT SELECT (tenant_id, series, last_number) TO openrebate_portal

CREATE TABLE cut_over (
  tenant_id uuid NOT NULL,
  code text COLLATE "C" NOT NULL,
  company text COLLATE "C" NOT NULL,
  last_day date NOT NULL,
  batch bigint NOT NULL,
  opened_by text NOT NULL,
  opened_at timestamp with time zone NOT NULL,
  CONSTRAINT cut_over_pkey PRIMARY KEY (tenant_id, code),
  CONSTRAINT cut_over_batch FOREIGN KEY (tenant_id, batch) REFERENCES batch(tenant_id, number),
  CONSTRAINT cut_over_company FOREIGN KEY (tenant_id, company) REFERENCES company(tenant_id, code)
);
-- row level security, forced
-- POLICY tenant_wall permissive FOR ALL TO openrebate_app USING (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)
-- GRANT INSERT TO openrebate_app
-- GRANT SELECT TO openrebate_app
-- GRANT UPDATE (opened_at) TO openrebate_app

CREATE TABLE cut_over_agreement (
  tenant_id uuid NOT NULL,
  agreement_id uuid NOT NULL,
  cut_over text COLLATE "C" NOT NULL,
  CONSTRAINT cut_over_agreement_once PRIMARY KEY (tenant_id, agreement_id),
  CONSTRAINT cut_over_agreement_known FOREIGN KEY (tenant_id, agreement_id) REFERENCES agreement(tenant_id, id),
  CONSTRAINT cut_over_agreement_of FOREIGN KEY (tenant_id, cut_over) REFERENCES cut_over(tenant_id, code)
);
-- row level security, forced
-- POLICY tenant_wall permissive FOR ALL TO openrebate_app USING (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)
-- GRANT INSERT TO openrebate_app
-- GRANT SELECT TO openrebate_app

CREATE TABLE cut_over_load (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  cut_over text COLLATE "C" NOT NULL,
  kind text COLLATE "C" NOT NULL,
  revision integer NOT NULL,
  batch bigint NOT NULL,
  name text NOT NULL,
  sha256 text COLLATE "C" NOT NULL,
  row_count integer NOT NULL,
  loaded_by text NOT NULL,
  loaded_at timestamp with time zone NOT NULL,
  part text COLLATE "C" NOT NULL DEFAULT 'loads'::text,
  CONSTRAINT cut_over_load_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT cut_over_load_batch FOREIGN KEY (tenant_id, batch) REFERENCES batch(tenant_id, number),
  CONSTRAINT cut_over_load_by FOREIGN KEY (tenant_id, cut_over, loaded_by, part) REFERENCES cut_over_part(tenant_id, cut_over, actor, part),
  CONSTRAINT cut_over_load_kind_known CHECK ((kind = ANY (ARRAY['openings'::text, 'history'::text, 'figures'::text]))),
  CONSTRAINT cut_over_load_of FOREIGN KEY (tenant_id, cut_over) REFERENCES cut_over(tenant_id, code),
  CONSTRAINT cut_over_load_part CHECK ((part = 'loads'::text)),
  CONSTRAINT cut_over_load_revision_once UNIQUE (tenant_id, cut_over, kind, revision),
  CONSTRAINT cut_over_load_revision_positive CHECK ((revision > 0)),
  CONSTRAINT cut_over_load_sha256_form CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text))
);
-- row level security, forced
-- POLICY tenant_wall permissive FOR ALL TO openrebate_app USING (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)
-- GRANT INSERT TO openrebate_app
-- GRANT SELECT TO openrebate_app

CREATE TABLE cut_over_part (
  tenant_id uuid NOT NULL,
  cut_over text COLLATE "C" NOT NULL,
  actor text NOT NULL,
  part text COLLATE "C" NOT NULL,
  CONSTRAINT cut_over_part_pkey PRIMARY KEY (tenant_id, cut_over, actor),
  CONSTRAINT cut_over_part_known CHECK ((part = ANY (ARRAY['loads'::text, 'signs'::text]))),
  CONSTRAINT cut_over_part_named UNIQUE (tenant_id, cut_over, actor, part),
  CONSTRAINT cut_over_part_of FOREIGN KEY (tenant_id, cut_over) REFERENCES cut_over(tenant_id, code)
);
-- row level security, forced
-- POLICY tenant_wall permissive FOR ALL TO openrebate_app USING (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)
-- GRANT INSERT TO openrebate_app
-- GRANT SELECT TO openrebate_app

CREATE TABLE cut_over_signature (
  tenant_id uuid NOT NULL,
  cut_over text COLLATE "C" NOT NULL,
  batch bigint NOT NULL,
  signed_by text NOT NULL,
  signed_at timestamp with time zone NOT NULL,
  note text NOT NULL,
  comparison json NOT NULL,
  part text COLLATE "C" NOT NULL DEFAULT 'signs'::text,
  CONSTRAINT cut_over_signature_once PRIMARY KEY (tenant_id, cut_over),
  CONSTRAINT cut_over_signature_batch FOREIGN KEY (tenant_id, batch) REFERENCES batch(tenant_id, number),
  CONSTRAINT cut_over_signature_by FOREIGN KEY (tenant_id, cut_over, signed_by, part) REFERENCES cut_over_part(tenant_id, cut_over, actor, part),
  CONSTRAINT cut_over_signature_by_person CHECK ((signed_by ~~ 'person:%'::text)),
  CONSTRAINT cut_over_signature_of FOREIGN KEY (tenant_id, cut_over) REFERENCES cut_over(tenant_id, code),
  CONSTRAINT cut_over_signature_part CHECK ((part = 'signs'::text))
);
-- row level security, forced
-- POLICY tenant_wall permissive FOR ALL TO openrebate_app USING (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)
-- GRANT INSERT TO openrebate_app
-- GRANT SELECT TO openrebate_app

CREATE TABLE deduction (
  tenant_id uuid NOT NULL,
  partner_id text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  company text COLLATE "C" NOT NULL,
  reference text COLLATE "C" NOT NULL,
  day date NOT NULL,
  currency text COLLATE "C" NOT NULL,
  minor numeric NOT NULL,
  note text,
  registered_by text COLLATE "C" NOT NULL,
  recorded_at timestamp with time zone NOT NULL,
  last_event integer NOT NULL DEFAULT 0,
  CONSTRAINT deduction_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT deduction_above_zero CHECK (((minor > (0)::numeric) AND (minor = trunc(minor)))),
  CONSTRAINT deduction_reference_once UNIQUE (tenant_id, company, partner_id, reference)
);
-- row level security, forced
-- POLICY tenant_wall permissive FOR ALL TO openrebate_app USING (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)
-- GRANT INSERT TO openrebate_app
-- GRANT SELECT TO openrebate_app
-- GRANT UPDATE (last_event) TO openrebate_app

CREATE TABLE deduction_event (
  tenant_id uuid NOT NULL,
  deduction_id uuid NOT NULL,
  number integer NOT NULL,
  kind text COLLATE "C" NOT NULL,
  day date NOT NULL,
  minor numeric NOT NULL,
  claim_id uuid,
  agreement text COLLATE "C",
  term text COLLATE "C",
  participant text COLLATE "C",
  window_from date,
  window_until date,
  actor text COLLATE "C" NOT NULL,
  recorded_at timestamp with time zone NOT NULL,
  note text,
  settlement_id uuid,
  approval jsonb,
  CONSTRAINT deduction_event_pkey PRIMARY KEY (tenant_id, deduction_id, number),
  CONSTRAINT deduction_event_account_whole CHECK ((num_nonnulls(agreement, term, participant, window_from, window_until) = ANY (ARRAY[0, 5]))),
  CONSTRAINT deduction_event_claim FOREIGN KEY (tenant_id, claim_id) REFERENCES claim(tenant_id, id),
  CONSTRAINT deduction_event_deduction FOREIGN KEY (tenant_id, deduction_id) REFERENCES deduction(tenant_id, id),
  CONSTRAINT deduction_event_every_level CHECK (((kind <> 'writtenOff'::text) OR COALESCE((jsonb_array_length(jsonb_path_query_array((approval -> 'approvers'::text), '$.keyvalue()'::jsonpath)) >= jsonb_array_length((approval -> 'levels'::text))), false))),
  CONSTRAINT deduction_event_given_up_by_others CHECK (((kind <> 'writtenOff'::text) OR COALESCE((((approval -> 'approvers'::text) ? actor) AND (NOT ((approval -> 'approvers'::text) ? (approval ->> 'askedBy'::text)))), false))),
  CONSTRAINT deduction_event_matched_to_one CHECK (((num_nonnulls(claim_id, settlement_id, agreement) <= 1) AND ((settlement_id IS NULL) OR (kind = 'matched'::text)))),
  CONSTRAINT deduction_event_number_positive CHECK ((number > 0)),
  CONSTRAINT deduction_event_settlement FOREIGN KEY (tenant_id, settlement_id) REFERENCES settlement(tenant_id, id)
);
CREATE INDEX deduction_event_by_settlement ON public.deduction_event USING btree (tenant_id, settlement_id) WHERE (settlement_id IS NOT NULL);
-- row level security, forced
-- POLICY tenant_wall permissive FOR ALL TO openrebate_app USING (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)
-- GRANT INSERT TO openrebate_app
-- GRANT SELECT TO openrebate_app

CREATE TABLE document_number (
  tenant_id uuid NOT NULL,
  company text COLLATE "C" NOT NULL,
  series text COLLATE "C" NOT NULL,
  year integer NOT NULL,
  last_number bigint NOT NULL DEFAULT 0,
  CONSTRAINT document_number_pkey PRIMARY KEY (tenant_id, company, series, year),
  CONSTRAINT document_number_company FOREIGN KEY (tenant_id, company) REFERENCES company(tenant_id, code),
  CONSTRAINT document_number_not_negative CHECK ((last_number >= 0))
);
-- row level security, forced
-- POLICY tenant_wall permissive FOR ALL TO openrebate_app USING (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)
-- GRANT INSERT TO openrebate_app
-- GRANT SELECT TO openrebate_app
-- GRANT UPDATE (last_number) TO openrebate_app

CREATE TABLE document_series (
  tenant_id uuid NOT NULL,
  company text COLLATE "C" NOT NULL,
  kind text COLLATE "C" NOT NULL,
  series text COLLATE "C" NOT NULL,
  numbered_by text COLLATE "C" NOT NULL,
  version integer NOT NULL DEFAULT 1,
  author text COLLATE "C",
  approver text COLLATE "C",
  CONSTRAINT document_series_pkey PRIMARY KEY (tenant_id, company, kind),
  CONSTRAINT document_series_changed_by_two CHECK (((version = 1) OR ((author IS NOT NULL) AND (approver IS NOT NULL) AND (approver <> author)))),
  CONSTRAINT document_series_company FOREIGN KEY (tenant_id, company) REFERENCES company(tenant_id, code),
  CONSTRAINT document_series_form CHECK ((series ~ '^[A-Z0-9][A-Z0-9-]{0,19}$'::text)),
  CONSTRAINT document_series_numbered_by_known CHECK ((numbered_by = ANY (ARRAY['here'::text, 'elsewhere'::text])))
);
-- row level security, forced
-- POLICY tenant_wall permissive FOR ALL TO openrebate_app USING (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)
-- GRANT INSERT TO openrebate_app
-- GRANT SELECT TO openrebate_app
-- GRANT UPDATE (series, numbered_by, version, author, approver) TO openrebate_app

CREATE TABLE document_setting_change (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  company text COLLATE "C" NOT NULL,
  about text COLLATE "C" NOT NULL,
  value json NOT NULL,
  author text COLLATE "C" NOT NULL,
  proposed_at timestamp with time zone NOT NULL,
  decision text COLLATE "C",
  decided_by text COLLATE "C",
  decided_at timestamp with time zone,
  reason text,
  CONSTRAINT document_setting_change_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT document_setting_change_by_another CHECK (((decision <> 'approved'::text) OR (decided_by <> author))),
  CONSTRAINT document_setting_change_company FOREIGN KEY (tenant_id, company) REFERENCES company(tenant_id, code),
  CONSTRAINT document_setting_change_decided_whole CHECK ((((decision IS NULL) = (decided_by IS NULL)) AND ((decision IS NULL) = (decided_at IS NULL)))),
  CONSTRAINT document_setting_change_decision_known CHECK ((decision = ANY (ARRAY['approved'::text, 'rejected'::text])))
);
CREATE UNIQUE INDEX document_setting_change_waits ON public.document_setting_change USING btree (tenant_id, company, about) WHERE (decision IS NULL);
-- row level security, forced
-- POLICY tenant_wall permissive FOR ALL TO openrebate_app USING (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)
-- GRANT INSERT TO openrebate_app
-- GRANT SELECT TO openrebate_app
-- GRANT UPDATE (decision, decided_by, decided_at, reason) TO openrebate_app

CREATE TABLE dossier (
  tenant_id uuid NOT NULL,
  code text COLLATE "C" NOT NULL,
  last_deed integer NOT NULL DEFAULT 0,
  CONSTRAINT dossier_pkey PRIMARY KEY (tenant_id, code),
  CONSTRAINT dossier_of_tenant FOREIGN KEY (tenant_id) REFERENCES tenant(tenant_id)
);
-- row level security, forced
-- POLICY tenant_wall permissive FOR ALL TO openrebate_app USING (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)
-- GRANT INSERT TO openrebate_app
-- GRANT SELECT TO openrebate_app
-- GRANT UPDATE (last_deed) TO openrebate_app

CREATE TABLE earning (
  tenant_id uuid NOT NULL,
  partner_id text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  agreement_id uuid NOT NULL,
  term text COLLATE "C" NOT NULL,
  window_from date NOT NULL,
  window_until date NOT NULL,
  kind text COLLATE "C" NOT NULL,
  currency text COLLATE "C" NOT NULL,
  agreement_name jsonb NOT NULL,
  direction text COLLATE "C" NOT NULL,
  earned_minor numeric NOT NULL,
  tier integer NOT NULL,
  run_number integer NOT NULL,
  progress json NOT NULL,
  blocked_lines integer NOT NULL,
  adjusted_minor numeric NOT NULL DEFAULT 0,
  adjustments json,
  CONSTRAINT earning_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT earning_account_once UNIQUE (tenant_id, agreement_id, term, partner_id, window_from, window_until, kind, currency),
  CONSTRAINT earning_adjusted_whole CHECK ((scale(adjusted_minor) = 0)),
  CONSTRAINT earning_counts_not_negative CHECK (((tier >= 0) AND (blocked_lines >= 0))),
  CONSTRAINT earning_direction_known CHECK ((direction = ANY (ARRAY['customerRebate'::text, 'supplierRebate'::text, 'neither'::text]))),
  CONSTRAINT earning_earned_whole CHECK (((scale(earned_minor) = 0) AND (abs(earned_minor) < 'Infinity'::numeric))),
  CONSTRAINT earning_run FOREIGN KEY (tenant_id, agreement_id, run_number) REFERENCES run(tenant_id, agreement_id, number)
);
CREATE INDEX earning_by_amount ON public.earning USING btree (tenant_id, earned_minor DESC);
CREATE INDEX earning_by_partner ON public.earning USING btree (tenant_id, partner_id);
-- row level security, forced
-- POLICY named_partners restrictive FOR ALL TO openrebate_app USING ((NULLIF(current_setting('app.partners'::text, true), ''::text) IS NULL) OR (partner_id = ANY ((NULLIF(current_setting('app.partners'::text, true), ''::text))::text[])))
-- POLICY partner_wall permissive FOR SELECT TO openrebate_portal USING ((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (partner_id = ANY ((NULLIF(current_setting('app.partners'::text, true), ''::text))::text[])))
-- POLICY tenant_wall permissive FOR ALL TO openrebate_app USING (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)
-- GRANT DELETE TO openrebate_app
-- GRANT INSERT TO openrebate_app
-- GRANT SELECT TO openrebate_app
-- GRANT SELECT TO openrebate_portal

CREATE TABLE entry_receipt (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  entry_id uuid,
  number integer NOT NULL,
  settlement_id uuid,
  claim_id uuid,
  claim_event integer,
  minor numeric NOT NULL,
  received_on date NOT NULL,
  at timestamp with time zone NOT NULL,
  CONSTRAINT entry_receipt_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT entry_receipt_claim FOREIGN KEY (tenant_id, claim_id) REFERENCES claim(tenant_id, id),
  CONSTRAINT entry_receipt_entry FOREIGN KEY (tenant_id, entry_id) REFERENCES bank_entry(tenant_id, id),
  CONSTRAINT entry_receipt_moves_something CHECK (((minor <> (0)::numeric) AND (scale(minor) = 0))),
  CONSTRAINT entry_receipt_number_once UNIQUE (tenant_id, entry_id, number),
  CONSTRAINT entry_receipt_of_one CHECK ((((settlement_id IS NULL) <> (claim_id IS NULL)) AND ((claim_id IS NULL) = (claim_event IS NULL)))),
  CONSTRAINT entry_receipt_settlement FOREIGN KEY (tenant_id, settlement_id) REFERENCES settlement(tenant_id, id)
);
CREATE INDEX entry_receipt_by_settlement ON public.entry_receipt USING btree (tenant_id, settlement_id);
-- row level security, forced
-- POLICY tenant_wall permissive FOR ALL TO openrebate_app USING (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)
-- GRANT INSERT TO openrebate_app
-- GRANT SELECT TO openrebate_app

CREATE TABLE fund (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  code text COLLATE "C" NOT NULL,
  company text COLLATE "C" NOT NULL,
  partner text COLLATE "C",
  currency text COLLATE "C" NOT NULL,
  budget_minor numeric NOT NULL,
  reserved_minor numeric NOT NULL DEFAULT 0,
  used_minor numeric NOT NULL DEFAULT 0,
  first_day date NOT NULL,
  last_day date NOT NULL,
  claim_days integer NOT NULL,
  percent numeric NOT NULL,
  opened_by text COLLATE "C" NOT NULL,
  recorded_at timestamp with time zone NOT NULL,
  CONSTRAINT fund_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT fund_code_once UNIQUE (tenant_id, code),
  CONSTRAINT fund_days CHECK (((first_day <= last_day) AND (claim_days >= 0))),
  CONSTRAINT fund_never_beyond_its_budget CHECK (((budget_minor >= (reserved_minor + used_minor)) AND (reserved_minor >= (0)::numeric) AND (used_minor >= (0)::numeric))),
  CONSTRAINT fund_percent_of_a_cost CHECK (((percent > (0)::numeric) AND (percent <= (100)::numeric)))
);
-- row level security, forced
-- POLICY tenant_wall permissive FOR ALL TO openrebate_app USING (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)
-- GRANT INSERT TO openrebate_app
-- GRANT SELECT TO openrebate_app
-- GRANT UPDATE (reserved_minor, used_minor) TO openrebate_app

CREATE TABLE fund_activity (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  fund_id uuid NOT NULL,
  partner text COLLATE "C" NOT NULL,
  reference text COLLATE "C" NOT NULL,
  title text NOT NULL,
  first_day date NOT NULL,
  last_day date NOT NULL,
  requested_minor numeric NOT NULL,
  requested_by text COLLATE "C" NOT NULL,
  recorded_at timestamp with time zone NOT NULL,
  CONSTRAINT fund_activity_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT fund_activity_asks_for_something CHECK ((requested_minor > (0)::numeric)),
  CONSTRAINT fund_activity_fund FOREIGN KEY (tenant_id, fund_id) REFERENCES fund(tenant_id, id),
  CONSTRAINT fund_activity_reference_once UNIQUE (tenant_id, fund_id, partner, reference)
);
-- row level security, forced
-- POLICY tenant_wall permissive FOR ALL TO openrebate_app USING (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)
-- GRANT INSERT TO openrebate_app
-- GRANT SELECT TO openrebate_app

CREATE TABLE fund_event (
  tenant_id uuid NOT NULL,
  activity_id uuid NOT NULL,
  number integer NOT NULL,
  kind text COLLATE "C" NOT NULL,
  day date NOT NULL,
  minor numeric NOT NULL,
  cost_minor numeric,
  reference text COLLATE "C",
  note text,
  actor text COLLATE "C" NOT NULL,
  recorded_at timestamp with time zone NOT NULL,
  proof_name text,
  proof_type text COLLATE "C",
  proof bytea,
  CONSTRAINT fund_event_pkey PRIMARY KEY (tenant_id, activity_id, number),
  CONSTRAINT fund_event_activity FOREIGN KEY (tenant_id, activity_id) REFERENCES fund_activity(tenant_id, id),
  CONSTRAINT fund_event_claim_with_proof CHECK (((kind = 'claimed'::text) = (num_nonnulls(cost_minor, proof_name, proof_type, proof) = 4))),
  CONSTRAINT fund_event_number_positive CHECK ((number > 0)),
  CONSTRAINT fund_event_proof_size CHECK (((octet_length(proof) >= 1) AND (octet_length(proof) <= 10485760)))
);
CREATE UNIQUE INDEX fund_event_paid_once ON public.fund_event USING btree (tenant_id, activity_id, reference) WHERE (kind = 'settled'::text);
CREATE UNIQUE INDEX fund_event_proof_once ON public.fund_event USING btree (tenant_id, activity_id, reference) WHERE (kind = 'claimed'::text);
-- row level security, forced
-- POLICY tenant_wall permissive FOR ALL TO openrebate_app USING (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)
-- GRANT INSERT TO openrebate_app
-- GRANT SELECT TO openrebate_app

CREATE TABLE help_contact (
  tenant_id uuid NOT NULL,
  version integer NOT NULL,
  phone text NOT NULL,
  email text NOT NULL,
  hours_en text NOT NULL,
  hours_zh text NOT NULL,
  note_en text NOT NULL,
  note_zh text NOT NULL,
  set_by text NOT NULL,
  set_at timestamp with time zone NOT NULL,
  CONSTRAINT help_contact_pkey PRIMARY KEY (tenant_id, version),
  CONSTRAINT help_contact_version_counts CHECK ((version > 0))
);
-- row level security, forced
-- POLICY tenant_wall permissive FOR ALL TO openrebate_app USING (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)
-- GRANT INSERT TO openrebate_app
-- GRANT SELECT TO openrebate_app

CREATE TABLE historic_total (
  tenant_id uuid NOT NULL,
  load_id uuid NOT NULL,
  row_number integer NOT NULL,
  side text COLLATE "C" NOT NULL,
  partner text COLLATE "C" NOT NULL,
  fields jsonb NOT NULL,
  CONSTRAINT historic_total_pkey PRIMARY KEY (tenant_id, load_id, row_number),
  CONSTRAINT historic_total_load FOREIGN KEY (tenant_id, load_id) REFERENCES cut_over_load(tenant_id, id)
);
CREATE INDEX historic_total_by_partner ON public.historic_total USING btree (tenant_id, partner, side);
-- row level security, forced
-- POLICY tenant_wall permissive FOR ALL TO openrebate_app USING (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)
-- GRANT INSERT TO openrebate_app
-- GRANT SELECT TO openrebate_app

CREATE TABLE idempotency_key (
  tenant_id uuid NOT NULL,
  key text COLLATE "C" NOT NULL,
  request_hash text COLLATE "C" NOT NULL,
  taken_at timestamp with time zone NOT NULL,
  answer json,
  CONSTRAINT idempotency_key_pkey PRIMARY KEY (tenant_id, key),
  CONSTRAINT idempotency_key_of_tenant FOREIGN KEY (tenant_id) REFERENCES tenant(tenant_id)
);
CREATE INDEX idempotency_key_by_age ON public.idempotency_key USING btree (tenant_id, taken_at);
-- row level security, forced
-- POLICY tenant_wall permissive FOR ALL TO openrebate_app USING (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)
-- GRANT DELETE TO openrebate_app
-- GRANT INSERT TO openrebate_app
-- GRANT SELECT TO openrebate_app
-- GRANT UPDATE (answer) TO openrebate_app

CREATE TABLE import_undo (
  tenant_id uuid NOT NULL,
  document_id uuid NOT NULL,
  batch bigint NOT NULL,
  reason text NOT NULL,
  actor text COLLATE "C" NOT NULL,
  CONSTRAINT import_undo_pkey PRIMARY KEY (tenant_id, document_id),
  CONSTRAINT import_undo_batch FOREIGN KEY (tenant_id, batch) REFERENCES batch(tenant_id, number),
  CONSTRAINT import_undo_document FOREIGN KEY (tenant_id, document_id) REFERENCES source_document(tenant_id, id)
);
-- row level security, forced
-- POLICY tenant_wall permissive FOR ALL TO openrebate_app USING (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)
-- GRANT INSERT TO openrebate_app
-- GRANT SELECT TO openrebate_app

CREATE TABLE invitation (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  email text COLLATE "C" NOT NULL,
  name text NOT NULL,
  partners text[],
  roles jsonb NOT NULL,
  secret_sha256 text COLLATE "C" NOT NULL,
  invited_by text NOT NULL,
  invited_at timestamp with time zone NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  accepted_at timestamp with time zone,
  person_id uuid,
  revoked_at timestamp with time zone,
  CONSTRAINT invitation_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT invitation_accepted_whole CHECK (((accepted_at IS NULL) = (person_id IS NULL))),
  CONSTRAINT invitation_email_form CHECK (((email ~ '^[^[:space:]@]+@[^[:space:]@]+$'::text) AND (email = lower(email)))),
  CONSTRAINT invitation_ends_once CHECK (((accepted_at IS NULL) OR (revoked_at IS NULL))),
  CONSTRAINT invitation_expires_later CHECK ((expires_at > invited_at)),
  CONSTRAINT invitation_of_person FOREIGN KEY (tenant_id, person_id) REFERENCES person(tenant_id, id),
  CONSTRAINT invitation_secret_form CHECK ((secret_sha256 ~ '^[0-9a-f]{64}$'::text)),
  CONSTRAINT invitation_secret_once UNIQUE (tenant_id, secret_sha256)
);
CREATE UNIQUE INDEX invitation_waits_once ON public.invitation USING btree (tenant_id, email) WHERE ((accepted_at IS NULL) AND (revoked_at IS NULL));
-- row level security, forced
-- POLICY tenant_wall permissive FOR ALL TO openrebate_app USING (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)
-- GRANT DELETE TO openrebate_app
-- GRANT INSERT TO openrebate_app
-- GRANT SELECT TO openrebate_app
-- GRANT UPDATE (accepted_at, person_id, revoked_at) TO openrebate_app

CREATE TABLE job (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  kind text COLLATE "C" NOT NULL,
  subject text COLLATE "C" NOT NULL,
  state text COLLATE "C" NOT NULL DEFAULT 'waiting'::text,
  attempts integer NOT NULL DEFAULT 0,
  requested_by text NOT NULL,
  requested_at timestamp with time zone NOT NULL DEFAULT clock_timestamp(),
  due_at timestamp with time zone NOT NULL,
  started_at timestamp with time zone,
  ended_at timestamp with time zone,
  claim uuid,
  lease_until timestamp with time zone,
  progress_done integer NOT NULL DEFAULT 0,
  progress_total integer,
  error text COLLATE "C",
  CONSTRAINT job_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT job_claimed CHECK (((state = 'running'::text) = ((claim IS NOT NULL) AND (lease_until IS NOT NULL)))),
  CONSTRAINT job_ended CHECK (((state = ANY (ARRAY['waiting'::text, 'running'::text])) = (ended_at IS NULL))),
  CONSTRAINT job_of_tenant FOREIGN KEY (tenant_id) REFERENCES tenant(tenant_id),
  CONSTRAINT job_state_known CHECK ((state = ANY (ARRAY['waiting'::text, 'running'::text, 'done'::text, 'failed'::text, 'merged'::text, 'cancelled'::text])))
);
CREATE INDEX job_newest ON public.job USING btree (tenant_id, requested_at, id);
CREATE UNIQUE INDEX job_open_once ON public.job USING btree (tenant_id, kind, subject) WHERE (state = ANY (ARRAY['waiting'::text, 'failed'::text]));
CREATE INDEX job_to_do ON public.job USING btree (tenant_id, due_at) WHERE (state = ANY (ARRAY['waiting'::text, 'running'::text]));
-- row level security, forced
-- POLICY tenant_wall permissive FOR ALL TO openrebate_app USING (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)
-- POLICY worker_view permissive FOR SELECT TO openrebate_owner USING (SESSION_USER <> CURRENT_USER)
-- GRANT DELETE TO openrebate_app
-- GRANT INSERT TO openrebate_app
-- GRANT SELECT TO openrebate_app
-- GRANT UPDATE (state, attempts, requested_by, due_at, started_at, ended_at, claim, lease_until, progress_done, progress_total, error) TO openrebate_app

CREATE TABLE ledger_head (
  tenant_id uuid NOT NULL,
  company text COLLATE "C" NOT NULL,
  last_number bigint NOT NULL DEFAULT 0,
  open_from date,
  CONSTRAINT ledger_head_pkey PRIMARY KEY (tenant_id, company),
  CONSTRAINT ledger_head_opens_with_a_month CHECK ((EXTRACT(day FROM open_from) = (1)::numeric))
);
-- row level security, forced
-- POLICY tenant_wall permissive FOR ALL TO openrebate_app USING (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)
-- GRANT INSERT TO openrebate_app
-- GRANT SELECT TO openrebate_app
-- GRANT UPDATE (last_number, open_from) TO openrebate_app

CREATE TABLE ledger_period (
  tenant_id uuid NOT NULL,
  company text COLLATE "C" NOT NULL,
  month date NOT NULL,
  number integer NOT NULL,
  deed text COLLATE "C" NOT NULL,
  hash text COLLATE "C",
  checklist json,
  reason text NOT NULL,
  actor text COLLATE "C" NOT NULL,
  proposed_by text COLLATE "C",
  done_at timestamp with time zone NOT NULL,
  CONSTRAINT ledger_period_pkey PRIMARY KEY (tenant_id, company, month, number),
  CONSTRAINT ledger_period_closed_with_hash CHECK (((deed = 'closed'::text) = ((hash IS NOT NULL) AND (checklist IS NOT NULL)))),
  CONSTRAINT ledger_period_deed_known CHECK ((deed = ANY (ARRAY['closed'::text, 'reopenProposed'::text, 'reopened'::text]))),
  CONSTRAINT ledger_period_hash_form CHECK ((hash ~ '^[0-9a-f]{64}$'::text)),
  CONSTRAINT ledger_period_head FOREIGN KEY (tenant_id, company) REFERENCES ledger_head(tenant_id, company),
  CONSTRAINT ledger_period_is_a_month CHECK ((EXTRACT(day FROM month) = (1)::numeric)),
  CONSTRAINT ledger_period_reopened_by_persons CHECK (((deed = 'closed'::text) OR (actor ~~ 'person:%'::text))),
  CONSTRAINT ledger_period_reopened_by_two CHECK ((((deed = 'reopened'::text) = (proposed_by IS NOT NULL)) AND ((proposed_by IS NULL) OR (proposed_by <> actor))))
);
-- row level security, forced
-- POLICY tenant_wall permissive FOR ALL TO openrebate_app USING (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)
-- GRANT INSERT TO openrebate_app
-- GRANT SELECT TO openrebate_app

CREATE TABLE ledger_transfer (
  tenant_id uuid NOT NULL,
  partner_id text COLLATE "C",
  company text COLLATE "C" NOT NULL,
  number bigint NOT NULL,
  id uuid NOT NULL,
  event text COLLATE "C" NOT NULL,
  debit_role text COLLATE "C" NOT NULL,
  credit_role text COLLATE "C" NOT NULL,
  debit_account text COLLATE "C" NOT NULL,
  credit_account text COLLATE "C" NOT NULL,
  minor numeric NOT NULL,
  currency text COLLATE "C" NOT NULL,
  effective_on date NOT NULL,
  booked_on date NOT NULL,
  booked_at timestamp with time zone NOT NULL,
  batch bigint NOT NULL,
  agreement_id uuid,
  term text COLLATE "C",
  window_from date,
  window_until date,
  cause text COLLATE "C",
  origin_kind text COLLATE "C" NOT NULL,
  origin_id text COLLATE "C" NOT NULL,
  reverses uuid,
  counterparty text COLLATE "C",
  book_minor numeric,
  book_currency text COLLATE "C",
  item text COLLATE "C",
  CONSTRAINT ledger_transfer_number_once PRIMARY KEY (tenant_id, company, number),
  CONSTRAINT ledger_transfer_account_whole CHECK ((((agreement_id IS NULL) = (term IS NULL)) AND ((agreement_id IS NULL) = (window_from IS NULL)) AND ((agreement_id IS NULL) OR (partner_id IS NOT NULL)))),
  CONSTRAINT ledger_transfer_agreement FOREIGN KEY (tenant_id, agreement_id) REFERENCES agreement(tenant_id, id),
  CONSTRAINT ledger_transfer_between_companies CHECK ((counterparty <> company)),
  CONSTRAINT ledger_transfer_between_two CHECK ((debit_role <> credit_role)),
  CONSTRAINT ledger_transfer_book_whole CHECK ((((book_minor IS NULL) = (book_currency IS NULL)) AND (book_minor >= (0)::numeric) AND (scale(book_minor) = 0))),
  CONSTRAINT ledger_transfer_event_form CHECK ((event ~ '^[a-z][A-Za-z]{1,39}$'::text)),
  CONSTRAINT ledger_transfer_head FOREIGN KEY (tenant_id, company) REFERENCES ledger_head(tenant_id, company),
  CONSTRAINT ledger_transfer_id_once UNIQUE (tenant_id, id),
  CONSTRAINT ledger_transfer_moves_something CHECK (((scale(minor) = 0) AND ((minor > (0)::numeric) OR ((minor = (0)::numeric) AND (event = 'exchange'::text) AND (book_minor > (0)::numeric))))),
  CONSTRAINT ledger_transfer_number_positive CHECK ((number > 0)),
  CONSTRAINT ledger_transfer_origin_form CHECK ((origin_kind ~ '^[a-z][A-Za-z]{1,39}$'::text)),
  CONSTRAINT ledger_transfer_reversed_once UNIQUE (tenant_id, reverses),
  CONSTRAINT ledger_transfer_reverses FOREIGN KEY (tenant_id, reverses) REFERENCES ledger_transfer(tenant_id, id),
  CONSTRAINT ledger_transfer_window_whole CHECK ((((window_from IS NULL) = (window_until IS NULL)) AND ((window_from IS NULL) OR (window_from < window_until))))
);
CREATE INDEX ledger_transfer_by_account ON public.ledger_transfer USING btree (tenant_id, agreement_id, partner_id);
CREATE INDEX ledger_transfer_by_day ON public.ledger_transfer USING btree (tenant_id, company, booked_on);
CREATE INDEX ledger_transfer_by_item ON public.ledger_transfer USING btree (tenant_id, item);
CREATE INDEX ledger_transfer_by_origin ON public.ledger_transfer USING btree (tenant_id, origin_kind, origin_id);
-- row level security, forced
-- POLICY named_partners restrictive FOR ALL TO openrebate_app USING ((NULLIF(current_setting('app.partners'::text, true), ''::text) IS NULL) OR (partner_id = ANY ((NULLIF(current_setting('app.partners'::text, true), ''::text))::text[])))
-- POLICY tenant_wall permissive FOR ALL TO openrebate_app USING (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)
-- GRANT INSERT TO openrebate_app
-- GRANT SELECT TO openrebate_app

CREATE TABLE line (
  tenant_id uuid NOT NULL,
  partner_id text COLLATE "C" NOT NULL,
  source text COLLATE "C" NOT NULL,
  document text COLLATE "C" NOT NULL,
  line text COLLATE "C" NOT NULL,
  revision integer NOT NULL,
  batch bigint NOT NULL,
  side text COLLATE "C" NOT NULL,
  company text COLLATE "C" NOT NULL,
  product text COLLATE "C" NOT NULL,
  order_date date,
  delivery_date date,
  receipt_date date,
  invoice_date date,
  posting_date date,
  invoiced_quantity numeric,
  ordered_quantity numeric,
  received_quantity numeric,
  rejected_quantity numeric,
  stocked_quantity numeric,
  unit text COLLATE "C" NOT NULL,
  unit_price numeric,
  net_value numeric,
  gross_value numeric,
  currency text COLLATE "C" NOT NULL,
  return_document text COLLATE "C",
  return_line text COLLATE "C",
  attributes jsonb NOT NULL,
  content_sha256 bytea NOT NULL,
  document_id uuid NOT NULL,
  row_number integer NOT NULL,
  service_date date,
  payment_date date,
  submission_date date,
  list_price numeric,
  unit_cost numeric,
  discounts jsonb,
  order_number text COLLATE "C",
  delivery_number text COLLATE "C",
  receipt_number text COLLATE "C",
  invoice_number text COLLATE "C",
  posting_number text COLLATE "C",
  payment_number text COLLATE "C",
  line_kind text COLLATE "C",
  end_customer text COLLATE "C",
  tax_code text COLLATE "C",
  tax_rate numeric,
  contract_price numeric,
  withdrawn text COLLATE "C",
  correction_document text COLLATE "C",
  correction_line text COLLATE "C",
  CONSTRAINT line_pkey PRIMARY KEY (tenant_id, source, document, line, revision),
  CONSTRAINT line_correction_of_another CHECK (((correction_document <> document) OR (correction_line <> line))),
  CONSTRAINT line_correction_whole CHECK (((correction_document IS NULL) = (correction_line IS NULL))),
  CONSTRAINT line_kind_known CHECK ((line_kind = ANY (ARRAY['goods'::text, 'freight'::text, 'fee'::text, 'freeGoods'::text, 'rebateDocument'::text]))),
  CONSTRAINT line_return_whole CHECK (((return_document IS NULL) = (return_line IS NULL))),
  CONSTRAINT line_revision_positive CHECK ((revision > 0)),
  CONSTRAINT line_side_known CHECK ((side = ANY (ARRAY['sale'::text, 'purchase'::text, 'sellThrough'::text]))),
  CONSTRAINT line_withdrawn_known CHECK ((withdrawn = ANY (ARRAY['undo'::text, 'document'::text])))
);
CREATE INDEX line_by_batch ON public.line USING btree (tenant_id, batch);
CREATE INDEX line_by_original ON public.line USING btree (tenant_id, source, return_document) WHERE (return_document IS NOT NULL);
CREATE INDEX line_by_partner ON public.line USING btree (tenant_id, partner_id);
CREATE INDEX line_correcting ON public.line USING btree (tenant_id, source, correction_document, correction_line) WHERE (correction_document IS NOT NULL);
CREATE INDEX line_corrections ON public.line USING btree (tenant_id, source, document, line, revision) WHERE (revision > 1);
-- row level security, forced
-- POLICY partner_wall permissive FOR SELECT TO openrebate_portal USING ((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (partner_id = ANY ((NULLIF(current_setting('app.partners'::text, true), ''::text))::text[])))
-- POLICY tenant_wall permissive FOR ALL TO openrebate_app USING (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)
-- GRANT INSERT TO openrebate_app
-- GRANT SELECT TO openrebate_app
-- GRANT SELECT (tenant_id, partner_id, source, document, line, revision, batch, side, company, product, order_date, delivery_date, receipt_date, invoice_date, posting_date, invoiced_quantity, ordered_quantity, received_quantity, rejected_quantity, stocked_quantity, unit, unit_price, net_value, gross_value, currency, return_document, return_line, service_date, payment_date, submission_date, list_price, discounts, order_number, delivery_number, receipt_number, invoice_number, posting_number, payment_number, line_kind, end_customer, tax_code, tax_rate, contract_price, withdrawn) TO openrebate_portal

CREATE TABLE mailing (
  tenant_id uuid NOT NULL,
  version integer NOT NULL,
  is_paused boolean NOT NULL,
  set_by text NOT NULL,
  set_at timestamp with time zone NOT NULL,
  CONSTRAINT mailing_pkey PRIMARY KEY (tenant_id, version),
  CONSTRAINT mailing_of_tenant FOREIGN KEY (tenant_id) REFERENCES tenant(tenant_id),
  CONSTRAINT mailing_version_counts CHECK ((version > 0))
);
-- row level security, forced
-- POLICY tenant_wall permissive FOR ALL TO openrebate_app USING (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)
-- GRANT INSERT TO openrebate_app
-- GRANT SELECT TO openrebate_app

CREATE TABLE mapping (
  tenant_id uuid NOT NULL,
  name text COLLATE "C" NOT NULL,
  version integer NOT NULL,
  sha256 text COLLATE "C" NOT NULL,
  fingerprint text COLLATE "C",
  text text NOT NULL,
  actor text COLLATE "C" NOT NULL,
  recorded_at timestamp with time zone NOT NULL,
  CONSTRAINT mapping_pkey PRIMARY KEY (tenant_id, name, version),
  CONSTRAINT mapping_of_tenant FOREIGN KEY (tenant_id) REFERENCES tenant(tenant_id),
  CONSTRAINT mapping_sha256_form CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text)),
  CONSTRAINT mapping_version_positive CHECK ((version > 0))
);
CREATE INDEX mapping_by_header ON public.mapping USING btree (tenant_id, fingerprint) WHERE (fingerprint IS NOT NULL);
-- row level security, forced
-- POLICY tenant_wall permissive FOR ALL TO openrebate_app USING (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)
-- GRANT INSERT TO openrebate_app
-- GRANT SELECT TO openrebate_app

CREATE TABLE master_version (
  tenant_id uuid NOT NULL,
  kind text COLLATE "C" NOT NULL,
  code text COLLATE "C" NOT NULL,
  valid_from date NOT NULL,
  batch bigint NOT NULL,
  name text NOT NULL,
  attributes jsonb NOT NULL,
  withdrawn boolean NOT NULL DEFAULT false,
  CONSTRAINT master_version_pkey PRIMARY KEY (tenant_id, kind, code, valid_from, batch),
  CONSTRAINT master_version_batch FOREIGN KEY (tenant_id, batch) REFERENCES batch(tenant_id, number),
  CONSTRAINT master_version_kind_known CHECK ((kind = ANY (ARRAY['partner'::text, 'product'::text, 'category'::text, 'rate'::text, 'price'::text, 'ownDocument'::text, 'budget'::text, 'plan'::text, 'baseline'::text])))
);
CREATE INDEX master_version_by_batch ON public.master_version USING btree (tenant_id, batch);
-- row level security, forced
-- POLICY partner_lookup permissive FOR SELECT TO openrebate_portal USING ((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (kind = 'partner'::text) AND (code = ANY ((NULLIF(current_setting('app.partners'::text, true), ''::text))::text[])))
-- POLICY tenant_wall permissive FOR ALL TO openrebate_app USING (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)
-- GRANT INSERT TO openrebate_app
-- GRANT SELECT TO openrebate_app
-- GRANT SELECT (tenant_id, kind, code, valid_from, batch, name, withdrawn) TO openrebate_portal

CREATE TABLE membership (
  tenant_id uuid NOT NULL,
  person_id uuid NOT NULL,
  account_id uuid NOT NULL,
  joined_at timestamp with time zone NOT NULL,
  CONSTRAINT membership_pkey PRIMARY KEY (tenant_id, person_id),
  CONSTRAINT membership_account_once UNIQUE (tenant_id, account_id),
  CONSTRAINT membership_of_person FOREIGN KEY (tenant_id, person_id) REFERENCES person(tenant_id, id)
);
CREATE INDEX membership_by_account ON public.membership USING btree (account_id);
-- row level security, forced
-- POLICY account_view permissive FOR SELECT TO openrebate_app USING (account_id = (NULLIF(current_setting('app.account'::text, true), ''::text))::uuid)
-- POLICY tenant_wall permissive FOR ALL TO openrebate_app USING (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)
-- GRANT DELETE TO openrebate_app
-- GRANT INSERT TO openrebate_app
-- GRANT SELECT TO openrebate_app

CREATE TABLE notice (
  tenant_id uuid NOT NULL,
  partner_id text COLLATE "C",
  id uuid NOT NULL,
  person_id uuid NOT NULL,
  kind text COLLATE "C" NOT NULL,
  place_kind text COLLATE "C" NOT NULL,
  place text COLLATE "C" NOT NULL,
  about text NOT NULL,
  by_person uuid,
  deed_id uuid NOT NULL,
  told_at timestamp with time zone NOT NULL,
  read_at timestamp with time zone,
  mail_at timestamp with time zone,
  mail_id uuid,
  CONSTRAINT notice_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT notice_in FOREIGN KEY (tenant_id, mail_id) REFERENCES notice_mail(tenant_id, id),
  CONSTRAINT notice_once UNIQUE (tenant_id, deed_id, person_id, kind, place),
  CONSTRAINT notice_to FOREIGN KEY (tenant_id, person_id) REFERENCES person(tenant_id, id)
);
CREATE INDEX notice_by_age ON public.notice USING btree (tenant_id, told_at);
CREATE INDEX notice_by_mail ON public.notice USING btree (tenant_id, mail_id) WHERE (mail_id IS NOT NULL);
CREATE INDEX notice_by_person ON public.notice USING btree (tenant_id, person_id, told_at, id);
CREATE INDEX notice_to_mail ON public.notice USING btree (tenant_id, mail_at) WHERE ((mail_at IS NOT NULL) AND (mail_id IS NULL));
CREATE INDEX notice_unread ON public.notice USING btree (tenant_id, person_id) WHERE (read_at IS NULL);
-- row level security, forced
-- POLICY named_partners restrictive FOR ALL TO openrebate_app USING ((NULLIF(current_setting('app.partners'::text, true), ''::text) IS NULL) OR ((partner_id = ANY ((NULLIF(current_setting('app.partners'::text, true), ''::text))::text[])) AND (('person:'::text || (person_id)::text) = current_setting('app.actor'::text, true))))
-- POLICY tenant_wall permissive FOR ALL TO openrebate_app USING (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)
-- GRANT DELETE TO openrebate_app
-- GRANT INSERT TO openrebate_app
-- GRANT SELECT TO openrebate_app
-- GRANT UPDATE (read_at, mail_id) TO openrebate_app

CREATE TABLE notice_choice (
  tenant_id uuid NOT NULL,
  person_id uuid NOT NULL,
  language text COLLATE "C" NOT NULL,
  mail jsonb NOT NULL,
  changed_at timestamp with time zone NOT NULL,
  CONSTRAINT notice_choice_pkey PRIMARY KEY (tenant_id, person_id),
  CONSTRAINT notice_choice_of FOREIGN KEY (tenant_id, person_id) REFERENCES person(tenant_id, id)
);
-- row level security, forced
-- POLICY named_partners restrictive FOR ALL TO openrebate_app USING ((NULLIF(current_setting('app.partners'::text, true), ''::text) IS NULL) OR (('person:'::text || (person_id)::text) = current_setting('app.actor'::text, true)))
-- POLICY tenant_wall permissive FOR ALL TO openrebate_app USING (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)
-- GRANT DELETE TO openrebate_app
-- GRANT INSERT TO openrebate_app
-- GRANT SELECT TO openrebate_app
-- GRANT UPDATE (language, mail, changed_at) TO openrebate_app

CREATE TABLE notice_link (
  tenant_id uuid NOT NULL,
  secret_sha256 text COLLATE "C" NOT NULL,
  person_id uuid NOT NULL,
  made_at timestamp with time zone NOT NULL,
  CONSTRAINT notice_link_pkey PRIMARY KEY (tenant_id, secret_sha256),
  CONSTRAINT notice_link_of FOREIGN KEY (tenant_id, person_id) REFERENCES person(tenant_id, id),
  CONSTRAINT notice_link_secret_form CHECK ((secret_sha256 ~ '^[0-9a-f]{64}$'::text))
);
CREATE INDEX notice_link_by_age ON public.notice_link USING btree (tenant_id, made_at);
-- row level security, forced
-- POLICY tenant_wall permissive FOR ALL TO openrebate_app USING (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)
-- GRANT DELETE TO openrebate_app
-- GRANT INSERT TO openrebate_app
-- GRANT SELECT TO openrebate_app

CREATE TABLE notice_mail (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  person_id uuid NOT NULL,
  made_at timestamp with time zone NOT NULL,
  sent_at timestamp with time zone,
  CONSTRAINT notice_mail_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT notice_mail_to FOREIGN KEY (tenant_id, person_id) REFERENCES person(tenant_id, id)
);
CREATE INDEX notice_mail_by_age ON public.notice_mail USING btree (tenant_id, sent_at);
CREATE INDEX notice_mail_unsent ON public.notice_mail USING btree (tenant_id, id) WHERE (sent_at IS NULL);
-- row level security, forced
-- POLICY tenant_wall permissive FOR ALL TO openrebate_app USING (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)
-- GRANT DELETE TO openrebate_app
-- GRANT INSERT TO openrebate_app
-- GRANT SELECT TO openrebate_app
-- GRANT UPDATE (sent_at) TO openrebate_app

CREATE TABLE notice_place (
  tenant_id uuid NOT NULL,
  "position" bigint NOT NULL,
  CONSTRAINT notice_place_pkey PRIMARY KEY (tenant_id),
  CONSTRAINT notice_place_of_tenant FOREIGN KEY (tenant_id) REFERENCES tenant(tenant_id)
);
-- row level security, forced
-- POLICY tenant_wall permissive FOR ALL TO openrebate_app USING (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)
-- GRANT INSERT TO openrebate_app
-- GRANT SELECT TO openrebate_app
-- GRANT UPDATE (position) TO openrebate_app

CREATE TABLE old_figure (
  tenant_id uuid NOT NULL,
  load_id uuid NOT NULL,
  row_number integer NOT NULL,
  agreement_id uuid NOT NULL,
  term text COLLATE "C" NOT NULL,
  partner text COLLATE "C" NOT NULL,
  window_from date NOT NULL,
  window_until date NOT NULL,
  currency text COLLATE "C" NOT NULL,
  amount numeric NOT NULL,
  volume numeric,
  rate numeric,
  lines numeric,
  CONSTRAINT old_figure_pkey PRIMARY KEY (tenant_id, load_id, row_number),
  CONSTRAINT old_figure_agreement FOREIGN KEY (tenant_id, agreement_id) REFERENCES agreement(tenant_id, id),
  CONSTRAINT old_figure_load FOREIGN KEY (tenant_id, load_id) REFERENCES cut_over_load(tenant_id, id),
  CONSTRAINT old_figure_whole CHECK ((scale(amount) = 0)),
  CONSTRAINT old_figure_window CHECK ((window_from < window_until))
);
-- row level security, forced
-- POLICY tenant_wall permissive FOR ALL TO openrebate_app USING (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)
-- GRANT INSERT TO openrebate_app
-- GRANT SELECT TO openrebate_app

CREATE TABLE opening_balance (
  tenant_id uuid NOT NULL,
  load_id uuid NOT NULL,
  row_number integer NOT NULL,
  agreement_id uuid NOT NULL,
  term text COLLATE "C" NOT NULL,
  partner text COLLATE "C" NOT NULL,
  window_from date NOT NULL,
  window_until date NOT NULL,
  currency text COLLATE "C" NOT NULL,
  earned numeric NOT NULL,
  recognised numeric NOT NULL,
  settled numeric NOT NULL,
  paid numeric NOT NULL,
  open_claims numeric NOT NULL,
  CONSTRAINT opening_balance_pkey PRIMARY KEY (tenant_id, load_id, row_number),
  CONSTRAINT opening_balance_agreement FOREIGN KEY (tenant_id, agreement_id) REFERENCES agreement(tenant_id, id),
  CONSTRAINT opening_balance_load FOREIGN KEY (tenant_id, load_id) REFERENCES cut_over_load(tenant_id, id),
  CONSTRAINT opening_balance_once UNIQUE (tenant_id, load_id, agreement_id, term, partner, window_from, window_until, currency),
  CONSTRAINT opening_balance_whole CHECK (((scale(earned) = 0) AND (scale(recognised) = 0) AND (scale(settled) = 0) AND (scale(paid) = 0) AND (scale(open_claims) = 0))),
  CONSTRAINT opening_balance_window CHECK ((window_from < window_until))
);
-- row level security, forced
-- POLICY tenant_wall permissive FOR ALL TO openrebate_app USING (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)
-- GRANT INSERT TO openrebate_app
-- GRANT SELECT TO openrebate_app

CREATE TABLE paying_account (
  tenant_id uuid NOT NULL,
  code text COLLATE "C" NOT NULL,
  version integer NOT NULL,
  company text COLLATE "C" NOT NULL,
  currency text COLLATE "C" NOT NULL,
  key text COLLATE "C" NOT NULL,
  sealed bytea NOT NULL,
  said_by text COLLATE "C" NOT NULL,
  said_at timestamp with time zone NOT NULL,
  CONSTRAINT paying_account_pkey PRIMARY KEY (tenant_id, code, version),
  CONSTRAINT paying_account_company FOREIGN KEY (tenant_id, company) REFERENCES company(tenant_id, code),
  CONSTRAINT paying_account_key_form CHECK ((key ~ '^[0-9a-f]{16}$'::text)),
  CONSTRAINT paying_account_version_positive CHECK ((version > 0))
);
-- row level security, forced
-- POLICY tenant_wall permissive FOR ALL TO openrebate_app USING (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)
-- GRANT INSERT TO openrebate_app
-- GRANT SELECT TO openrebate_app
-- GRANT UPDATE (key, sealed) TO openrebate_app

CREATE TABLE payment (
  tenant_id uuid NOT NULL,
  key text COLLATE "C" NOT NULL,
  revision integer NOT NULL,
  batch bigint NOT NULL,
  content text NOT NULL,
  document_id uuid NOT NULL,
  row_number integer NOT NULL,
  source text COLLATE "C" NOT NULL,
  payment text COLLATE "C" NOT NULL,
  paid_on date NOT NULL,
  document_source text COLLATE "C" NOT NULL,
  document text COLLATE "C" NOT NULL,
  amount numeric NOT NULL,
  discount numeric,
  document_total numeric,
  currency text COLLATE "C" NOT NULL,
  withdrawn boolean NOT NULL DEFAULT false,
  CONSTRAINT payment_pkey PRIMARY KEY (tenant_id, key, revision),
  CONSTRAINT payment_batch FOREIGN KEY (tenant_id, batch) REFERENCES batch(tenant_id, number),
  CONSTRAINT payment_revision_positive CHECK ((revision > 0)),
  CONSTRAINT payment_row FOREIGN KEY (tenant_id, document_id, row_number) REFERENCES received_row(tenant_id, document_id, row_number)
);
CREATE INDEX payment_by_document ON public.payment USING btree (tenant_id, document_source, document);
CREATE INDEX payment_by_import ON public.payment USING btree (tenant_id, document_id);
-- row level security, forced
-- POLICY tenant_wall permissive FOR ALL TO openrebate_app USING (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)
-- GRANT INSERT TO openrebate_app
-- GRANT SELECT TO openrebate_app

CREATE TABLE payment_event (
  tenant_id uuid NOT NULL,
  instruction_id uuid NOT NULL,
  number integer NOT NULL,
  state text COLLATE "C" NOT NULL,
  minor numeric NOT NULL,
  source text COLLATE "C" NOT NULL,
  reason text NOT NULL,
  actor text COLLATE "C" NOT NULL,
  at timestamp with time zone NOT NULL,
  CONSTRAINT payment_event_pkey PRIMARY KEY (tenant_id, instruction_id, number),
  CONSTRAINT payment_event_of FOREIGN KEY (tenant_id, instruction_id) REFERENCES payment_instruction(tenant_id, id),
  CONSTRAINT payment_event_whole CHECK ((scale(minor) = 0))
);
-- row level security, forced
-- POLICY tenant_wall permissive FOR ALL TO openrebate_app USING (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)
-- GRANT INSERT TO openrebate_app
-- GRANT SELECT TO openrebate_app

CREATE TABLE payment_instruction (
  tenant_id uuid NOT NULL,
  partner_id text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  run_id uuid NOT NULL,
  end_to_end_id text COLLATE "C" NOT NULL,
  valid_from date NOT NULL,
  account_batch bigint NOT NULL,
  minor numeric NOT NULL,
  returned numeric NOT NULL DEFAULT 0,
  currency text COLLATE "C" NOT NULL,
  remittance text NOT NULL,
  state text COLLATE "C" NOT NULL,
  CONSTRAINT payment_instruction_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT payment_instruction_account FOREIGN KEY (tenant_id, partner_id, valid_from, account_batch) REFERENCES bank_account(tenant_id, partner_id, valid_from, batch),
  CONSTRAINT payment_instruction_end_to_end_once UNIQUE (tenant_id, end_to_end_id),
  CONSTRAINT payment_instruction_pays_something CHECK (((minor > (0)::numeric) AND (scale(minor) = 0))),
  CONSTRAINT payment_instruction_returned_no_more CHECK (((returned >= (0)::numeric) AND (returned <= minor) AND (scale(returned) = 0))),
  CONSTRAINT payment_instruction_run FOREIGN KEY (tenant_id, run_id) REFERENCES payment_run(tenant_id, id),
  CONSTRAINT payment_instruction_state_known CHECK ((state = ANY (ARRAY['proposed'::text, 'approved'::text, 'sent'::text, 'unknown'::text, 'confirmed'::text, 'partlyReturned'::text, 'returned'::text, 'rejected'::text, 'withdrawn'::text])))
);
CREATE INDEX payment_instruction_by_partner ON public.payment_instruction USING btree (tenant_id, partner_id);
CREATE INDEX payment_instruction_by_run ON public.payment_instruction USING btree (tenant_id, run_id);
CREATE INDEX payment_instruction_under_way ON public.payment_instruction USING btree (tenant_id, state) WHERE (state = ANY (ARRAY['sent'::text, 'unknown'::text]));
-- row level security, forced
-- POLICY named_partners restrictive FOR ALL TO openrebate_app USING ((NULLIF(current_setting('app.partners'::text, true), ''::text) IS NULL) OR (partner_id = ANY ((NULLIF(current_setting('app.partners'::text, true), ''::text))::text[])))
-- POLICY tenant_wall permissive FOR ALL TO openrebate_app USING (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)
-- GRANT INSERT TO openrebate_app
-- GRANT SELECT TO openrebate_app
-- GRANT UPDATE (returned, state) TO openrebate_app

CREATE TABLE payment_item (
  tenant_id uuid NOT NULL,
  settlement_id uuid NOT NULL,
  number integer NOT NULL,
  instruction_id uuid NOT NULL,
  minor numeric NOT NULL,
  CONSTRAINT payment_item_number_once PRIMARY KEY (tenant_id, settlement_id, number),
  CONSTRAINT payment_item_instruction FOREIGN KEY (tenant_id, instruction_id) REFERENCES payment_instruction(tenant_id, id),
  CONSTRAINT payment_item_moves_something CHECK (((minor <> (0)::numeric) AND (scale(minor) = 0))),
  CONSTRAINT payment_item_number_positive CHECK ((number > 0)),
  CONSTRAINT payment_item_settlement FOREIGN KEY (tenant_id, settlement_id) REFERENCES settlement(tenant_id, id)
);
CREATE INDEX payment_item_by_instruction ON public.payment_item USING btree (tenant_id, instruction_id);
-- row level security, forced
-- POLICY tenant_wall permissive FOR ALL TO openrebate_app USING (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)
-- GRANT INSERT TO openrebate_app
-- GRANT SELECT TO openrebate_app

CREATE TABLE payment_rules (
  tenant_id uuid NOT NULL,
  version integer NOT NULL,
  text text NOT NULL,
  author text COLLATE "C" NOT NULL,
  proposed_at timestamp with time zone NOT NULL,
  CONSTRAINT payment_rules_pkey PRIMARY KEY (tenant_id, version),
  CONSTRAINT payment_rules_author UNIQUE (tenant_id, version, author),
  CONSTRAINT payment_rules_of_tenant FOREIGN KEY (tenant_id) REFERENCES tenant(tenant_id),
  CONSTRAINT payment_rules_version_positive CHECK ((version > 0))
);
-- row level security, forced
-- POLICY tenant_wall permissive FOR ALL TO openrebate_app USING (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)
-- GRANT INSERT TO openrebate_app
-- GRANT SELECT TO openrebate_app

CREATE TABLE payment_rules_confirmed (
  tenant_id uuid NOT NULL,
  version integer NOT NULL,
  batch bigint NOT NULL,
  author text COLLATE "C" NOT NULL,
  approver text COLLATE "C" NOT NULL,
  CONSTRAINT payment_rules_confirmed_pkey PRIMARY KEY (tenant_id, version),
  CONSTRAINT payment_rules_confirmed_batch FOREIGN KEY (tenant_id, batch) REFERENCES batch(tenant_id, number),
  CONSTRAINT payment_rules_confirmed_by_another CHECK ((author <> approver)),
  CONSTRAINT payment_rules_confirmed_of FOREIGN KEY (tenant_id, version, author) REFERENCES payment_rules(tenant_id, version, author)
);
-- row level security, forced
-- POLICY tenant_wall permissive FOR ALL TO openrebate_app USING (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)
-- GRANT INSERT TO openrebate_app
-- GRANT SELECT TO openrebate_app

CREATE TABLE payment_run (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  company text COLLATE "C" NOT NULL,
  account text COLLATE "C" NOT NULL,
  account_version integer NOT NULL,
  currency text COLLATE "C" NOT NULL,
  execution_day date NOT NULL,
  total numeric NOT NULL,
  approvals integer NOT NULL,
  state text COLLATE "C" NOT NULL,
  author text COLLATE "C" NOT NULL,
  proposed_at timestamp with time zone NOT NULL,
  sender text COLLATE "C",
  sent_at timestamp with time zone,
  message_id text COLLATE "C",
  file_sha256 text COLLATE "C",
  key text COLLATE "C",
  sealed bytea,
  CONSTRAINT payment_run_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT payment_run_account FOREIGN KEY (tenant_id, account, account_version) REFERENCES paying_account(tenant_id, code, version),
  CONSTRAINT payment_run_file_whole CHECK ((((state = 'sent'::text) = (sealed IS NOT NULL)) AND ((sealed IS NULL) = (key IS NULL)) AND ((sealed IS NULL) = (file_sha256 IS NULL)) AND ((sealed IS NULL) = (message_id IS NULL)) AND ((sealed IS NULL) = (sender IS NULL)) AND ((sealed IS NULL) = (sent_at IS NULL)))),
  CONSTRAINT payment_run_key_form CHECK ((key ~ '^[0-9a-f]{16}$'::text)),
  CONSTRAINT payment_run_message_once UNIQUE (tenant_id, message_id),
  CONSTRAINT payment_run_pays_something CHECK (((total > (0)::numeric) AND (scale(total) = 0))),
  CONSTRAINT payment_run_sent_by_another CHECK ((sender <> author)),
  CONSTRAINT payment_run_state_known CHECK ((state = ANY (ARRAY['proposed'::text, 'approved'::text, 'sent'::text, 'withdrawn'::text])))
);
-- row level security, forced
-- POLICY tenant_wall permissive FOR ALL TO openrebate_app USING (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)
-- GRANT INSERT TO openrebate_app
-- GRANT SELECT TO openrebate_app
-- GRANT UPDATE (state, sender, sent_at, message_id, file_sha256, key, sealed) TO openrebate_app

CREATE TABLE payment_run_approval (
  tenant_id uuid NOT NULL,
  run_id uuid NOT NULL,
  person text COLLATE "C" NOT NULL,
  approved_at timestamp with time zone NOT NULL,
  CONSTRAINT payment_run_approval_pkey PRIMARY KEY (tenant_id, run_id, person),
  CONSTRAINT payment_run_approval_of FOREIGN KEY (tenant_id, run_id) REFERENCES payment_run(tenant_id, id)
);
-- row level security, forced
-- POLICY tenant_wall permissive FOR ALL TO openrebate_app USING (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)
-- GRANT INSERT TO openrebate_app
-- GRANT SELECT TO openrebate_app

CREATE TABLE person (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  login text COLLATE "C" NOT NULL,
  name text NOT NULL,
  partners text[],
  is_active boolean NOT NULL,
  version integer NOT NULL,
  CONSTRAINT person_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT person_login_once UNIQUE (tenant_id, login),
  CONSTRAINT person_of_tenant FOREIGN KEY (tenant_id) REFERENCES tenant(tenant_id),
  CONSTRAINT person_version_positive CHECK ((version > 0))
);
-- row level security, forced
-- POLICY named_partners restrictive FOR ALL TO openrebate_app USING ((NULLIF(current_setting('app.partners'::text, true), ''::text) IS NULL) OR (partners <@ (NULLIF(current_setting('app.partners'::text, true), ''::text))::text[]))
-- POLICY tenant_wall permissive FOR ALL TO openrebate_app USING (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)
-- GRANT INSERT TO openrebate_app
-- GRANT SELECT TO openrebate_app
-- GRANT UPDATE (login, name, partners, is_active, version) TO openrebate_app

CREATE TABLE person_role (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  person_id uuid NOT NULL,
  role text COLLATE "C" NOT NULL,
  companies text[],
  limit_minor numeric,
  limit_currency text COLLATE "C",
  granted_at timestamp with time zone NOT NULL,
  ended_at timestamp with time zone,
  CONSTRAINT person_role_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT person_role_limit_exact CHECK (((limit_minor >= (0)::numeric) AND (limit_minor = trunc(limit_minor)))),
  CONSTRAINT person_role_limit_whole CHECK (((limit_minor IS NULL) = (limit_currency IS NULL))),
  CONSTRAINT person_role_of FOREIGN KEY (tenant_id, person_id) REFERENCES person(tenant_id, id)
);
CREATE INDEX person_role_by_person ON public.person_role USING btree (tenant_id, person_id);
-- row level security, forced
-- POLICY tenant_wall permissive FOR ALL TO openrebate_app USING (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)
-- GRANT INSERT TO openrebate_app
-- GRANT SELECT TO openrebate_app
-- GRANT UPDATE (ended_at) TO openrebate_app

CREATE TABLE place_comment (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  place_kind text COLLATE "C" NOT NULL,
  place text COLLATE "C" NOT NULL,
  author text COLLATE "C" NOT NULL,
  said text NOT NULL,
  written_at timestamp with time zone NOT NULL,
  CONSTRAINT place_comment_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT place_comment_of_tenant FOREIGN KEY (tenant_id) REFERENCES tenant(tenant_id),
  CONSTRAINT place_comment_says_something CHECK ((said ~ '\S'::text))
);
CREATE INDEX place_comment_by_place ON public.place_comment USING btree (tenant_id, place_kind, place, written_at, id);
-- row level security, forced
-- POLICY named_partners restrictive FOR ALL TO openrebate_app USING (NULLIF(current_setting('app.partners'::text, true), ''::text) IS NULL)
-- POLICY tenant_wall permissive FOR ALL TO openrebate_app USING (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)
-- GRANT INSERT TO openrebate_app
-- GRANT SELECT TO openrebate_app

CREATE TABLE place_mention (
  tenant_id uuid NOT NULL,
  comment_id uuid NOT NULL,
  person_id uuid NOT NULL,
  CONSTRAINT place_mention_pkey PRIMARY KEY (tenant_id, comment_id, person_id),
  CONSTRAINT place_mention_in FOREIGN KEY (tenant_id, comment_id) REFERENCES place_comment(tenant_id, id),
  CONSTRAINT place_mention_of FOREIGN KEY (tenant_id, person_id) REFERENCES person(tenant_id, id)
);
-- row level security, forced
-- POLICY named_partners restrictive FOR ALL TO openrebate_app USING (NULLIF(current_setting('app.partners'::text, true), ''::text) IS NULL)
-- POLICY tenant_wall permissive FOR ALL TO openrebate_app USING (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)
-- GRANT INSERT TO openrebate_app
-- GRANT SELECT TO openrebate_app

CREATE TABLE preview (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  job_id uuid NOT NULL,
  agreement text COLLATE "C" NOT NULL,
  proposal_id uuid,
  text text NOT NULL,
  effective_on date,
  known_on date,
  requested_by text NOT NULL,
  requested_at timestamp with time zone NOT NULL,
  result json,
  finished_at timestamp with time zone,
  CONSTRAINT preview_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT preview_finished CHECK (((result IS NULL) = (finished_at IS NULL))),
  CONSTRAINT preview_of_tenant FOREIGN KEY (tenant_id) REFERENCES tenant(tenant_id)
);
CREATE INDEX preview_newest ON public.preview USING btree (tenant_id, requested_at, id);
-- row level security, forced
-- POLICY tenant_wall permissive FOR ALL TO openrebate_app USING (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)
-- GRANT INSERT TO openrebate_app
-- GRANT SELECT TO openrebate_app
-- GRANT UPDATE (result, finished_at) TO openrebate_app

CREATE TABLE proposal (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  code text COLLATE "C" NOT NULL,
  number integer NOT NULL,
  kind text COLLATE "C" NOT NULL,
  base_version integer NOT NULL,
  made_from text COLLATE "C",
  made_from_version integer,
  state text COLLATE "C" NOT NULL,
  revision integer NOT NULL,
  submission integer NOT NULL DEFAULT 0,
  version integer,
  CONSTRAINT proposal_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT proposal_approved_whole CHECK (((state = 'approved'::text) = (version IS NOT NULL))),
  CONSTRAINT proposal_counts CHECK (((number > 0) AND (revision > 0) AND (submission >= 0))),
  CONSTRAINT proposal_dossier FOREIGN KEY (tenant_id, code) REFERENCES dossier(tenant_id, code),
  CONSTRAINT proposal_follows_base CHECK (((base_version >= 0) AND (version = (base_version + 1)))),
  CONSTRAINT proposal_kind_known CHECK ((kind = ANY (ARRAY['new'::text, 'clone'::text, 'renewal'::text, 'version'::text, 'supplement'::text, 'termination'::text]))),
  CONSTRAINT proposal_number_once UNIQUE (tenant_id, code, number),
  CONSTRAINT proposal_origin_whole CHECK (((made_from IS NULL) = (made_from_version IS NULL))),
  CONSTRAINT proposal_state_known CHECK ((state = ANY (ARRAY['draft'::text, 'inReview'::text, 'approved'::text, 'withdrawn'::text]))),
  CONSTRAINT proposal_version_once UNIQUE (tenant_id, code, version)
);
-- row level security, forced
-- POLICY tenant_wall permissive FOR ALL TO openrebate_app USING (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)
-- GRANT INSERT TO openrebate_app
-- GRANT SELECT TO openrebate_app
-- GRANT UPDATE (base_version, state, revision, submission, version) TO openrebate_app

CREATE TABLE proposal_part (
  tenant_id uuid NOT NULL,
  proposal_id uuid NOT NULL,
  submission integer NOT NULL,
  person text COLLATE "C" NOT NULL,
  level text COLLATE "C",
  taken_at timestamp with time zone NOT NULL,
  CONSTRAINT proposal_part_pkey PRIMARY KEY (tenant_id, proposal_id, submission, person),
  CONSTRAINT proposal_part_level_once UNIQUE (tenant_id, proposal_id, submission, level),
  CONSTRAINT proposal_part_of FOREIGN KEY (tenant_id, proposal_id, submission) REFERENCES proposal_submission(tenant_id, proposal_id, submission)
);
-- row level security, forced
-- POLICY tenant_wall permissive FOR ALL TO openrebate_app USING (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)
-- GRANT INSERT TO openrebate_app
-- GRANT SELECT TO openrebate_app

CREATE TABLE proposal_revision (
  tenant_id uuid NOT NULL,
  proposal_id uuid NOT NULL,
  revision integer NOT NULL,
  author_kind text COLLATE "C" NOT NULL,
  author_id text COLLATE "C" NOT NULL,
  saved_at timestamp with time zone NOT NULL,
  sha256 text COLLATE "C" NOT NULL,
  text text NOT NULL,
  CONSTRAINT proposal_revision_pkey PRIMARY KEY (tenant_id, proposal_id, revision),
  CONSTRAINT proposal_revision_author_known CHECK ((author_kind = ANY (ARRAY['person'::text, 'service'::text, 'system'::text]))),
  CONSTRAINT proposal_revision_of FOREIGN KEY (tenant_id, proposal_id) REFERENCES proposal(tenant_id, id),
  CONSTRAINT proposal_revision_sha256_form CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text))
);
-- row level security, forced
-- POLICY tenant_wall permissive FOR ALL TO openrebate_app USING (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)
-- GRANT INSERT TO openrebate_app
-- GRANT SELECT TO openrebate_app

CREATE TABLE proposal_submission (
  tenant_id uuid NOT NULL,
  proposal_id uuid NOT NULL,
  submission integer NOT NULL,
  revision integer NOT NULL,
  rules_version integer NOT NULL,
  value_of text COLLATE "C" NOT NULL,
  value numeric NOT NULL,
  currency text COLLATE "C" NOT NULL,
  levels json NOT NULL,
  submitted_at timestamp with time zone NOT NULL,
  CONSTRAINT proposal_submission_pkey PRIMARY KEY (tenant_id, proposal_id, submission),
  CONSTRAINT proposal_submission_counts CHECK (((submission > 0) AND (rules_version >= 0))),
  CONSTRAINT proposal_submission_text FOREIGN KEY (tenant_id, proposal_id, revision) REFERENCES proposal_revision(tenant_id, proposal_id, revision),
  CONSTRAINT proposal_submission_value_known CHECK ((value_of = ANY (ARRAY['expected'::text, 'capped'::text])))
);
-- row level security, forced
-- POLICY tenant_wall permissive FOR ALL TO openrebate_app USING (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)
-- GRANT INSERT TO openrebate_app
-- GRANT SELECT TO openrebate_app

CREATE TABLE quarantine_end (
  tenant_id uuid NOT NULL,
  document_id uuid NOT NULL,
  row_number integer NOT NULL,
  number integer NOT NULL,
  outcome text COLLATE "C" NOT NULL,
  by_document_id uuid,
  by_row_number integer,
  reason text,
  actor text COLLATE "C",
  ended_at timestamp with time zone NOT NULL,
  CONSTRAINT quarantine_end_pkey PRIMARY KEY (tenant_id, document_id, row_number, number),
  CONSTRAINT quarantine_end_by_a_row CHECK (((outcome = 'dismissed'::text) = (by_document_id IS NULL))),
  CONSTRAINT quarantine_end_by_row FOREIGN KEY (tenant_id, by_document_id, by_row_number) REFERENCES received_row(tenant_id, document_id, row_number),
  CONSTRAINT quarantine_end_dismissed_with_reason CHECK (((outcome <> 'dismissed'::text) OR ((reason IS NOT NULL) AND (reason <> ''::text) AND (actor IS NOT NULL)))),
  CONSTRAINT quarantine_end_number_positive CHECK ((number > 0)),
  CONSTRAINT quarantine_end_outcome_known CHECK ((outcome = ANY (ARRAY['repaired'::text, 'replayed'::text, 'arrived'::text, 'dismissed'::text]))),
  CONSTRAINT quarantine_end_row FOREIGN KEY (tenant_id, document_id, row_number) REFERENCES received_row(tenant_id, document_id, row_number),
  CONSTRAINT quarantine_end_row_whole CHECK (((by_document_id IS NULL) = (by_row_number IS NULL)))
);
CREATE INDEX quarantine_end_by ON public.quarantine_end USING btree (tenant_id, by_document_id) WHERE (by_document_id IS NOT NULL);
-- row level security, forced
-- POLICY tenant_wall permissive FOR ALL TO openrebate_app USING (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)
-- GRANT INSERT TO openrebate_app
-- GRANT SELECT TO openrebate_app

CREATE TABLE received_row (
  tenant_id uuid NOT NULL,
  document_id uuid NOT NULL,
  row_number integer NOT NULL,
  texts json NOT NULL,
  disposition text COLLATE "C" NOT NULL,
  refusals jsonb NOT NULL,
  source text COLLATE "C",
  document text COLLATE "C",
  line text COLLATE "C",
  revision integer,
  fields jsonb,
  aliases jsonb,
  parent_row integer,
  CONSTRAINT received_row_pkey PRIMARY KEY (tenant_id, document_id, row_number),
  CONSTRAINT received_row_disposition_known CHECK ((disposition = ANY (ARRAY['accepted'::text, 'duplicate'::text, 'superseded'::text, 'quarantined'::text]))),
  CONSTRAINT received_row_document FOREIGN KEY (tenant_id, document_id) REFERENCES source_document(tenant_id, id),
  CONSTRAINT received_row_names_its_line CHECK (((disposition = 'quarantined'::text) OR (revision IS NOT NULL))),
  CONSTRAINT received_row_quarantined_with_reason CHECK (((disposition = 'quarantined'::text) = (jsonb_array_length(refusals) > 0)))
);
CREATE INDEX received_row_correcting ON public.received_row USING btree (tenant_id, document_id) WHERE ((disposition = 'quarantined'::text) AND (refusals @> '[{"code": "line-correction-unknown"}]'::jsonb));
CREATE INDEX received_row_quarantined ON public.received_row USING btree (tenant_id, document_id, row_number) WHERE (disposition = 'quarantined'::text);
CREATE INDEX received_row_said_again ON public.received_row USING btree (tenant_id, source, document, line) WHERE (disposition = 'duplicate'::text);
CREATE INDEX received_row_waiting ON public.received_row USING btree (tenant_id, source, document, line) WHERE (disposition = 'quarantined'::text);
-- row level security, forced
-- POLICY tenant_wall permissive FOR ALL TO openrebate_app USING (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)
-- GRANT INSERT TO openrebate_app
-- GRANT SELECT TO openrebate_app

CREATE TABLE report_sending (
  tenant_id uuid NOT NULL,
  subscription_id uuid NOT NULL,
  due_at timestamp with time zone NOT NULL,
  outcome text COLLATE "C" NOT NULL,
  done_at timestamp with time zone NOT NULL,
  CONSTRAINT report_sending_pkey PRIMARY KEY (tenant_id, subscription_id, due_at),
  CONSTRAINT report_sending_of FOREIGN KEY (tenant_id, subscription_id) REFERENCES report_subscription(tenant_id, id)
);
-- row level security, forced
-- POLICY tenant_wall permissive FOR ALL TO openrebate_app USING (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)
-- GRANT INSERT TO openrebate_app
-- GRANT SELECT TO openrebate_app

CREATE TABLE report_subscription (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  person_id uuid NOT NULL,
  report text COLLATE "C" NOT NULL,
  filter jsonb NOT NULL,
  format text COLLATE "C" NOT NULL,
  rhythm text COLLATE "C" NOT NULL,
  time_zone text COLLATE "C" NOT NULL,
  language text COLLATE "C" NOT NULL,
  made_at timestamp with time zone NOT NULL,
  next_at timestamp with time zone NOT NULL,
  ended_at timestamp with time zone,
  CONSTRAINT report_subscription_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT report_subscription_of FOREIGN KEY (tenant_id, person_id) REFERENCES person(tenant_id, id)
);
CREATE INDEX report_subscription_by_person ON public.report_subscription USING btree (tenant_id, person_id) WHERE (ended_at IS NULL);
CREATE INDEX report_subscription_due ON public.report_subscription USING btree (tenant_id, next_at) WHERE (ended_at IS NULL);
-- row level security, forced
-- POLICY tenant_wall permissive FOR ALL TO openrebate_app USING (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)
-- GRANT INSERT TO openrebate_app
-- GRANT SELECT TO openrebate_app
-- GRANT UPDATE (next_at, ended_at) TO openrebate_app

CREATE TABLE retention (
  tenant_id uuid NOT NULL,
  version integer NOT NULL,
  days jsonb NOT NULL,
  set_by text NOT NULL,
  set_at timestamp with time zone NOT NULL,
  CONSTRAINT retention_pkey PRIMARY KEY (tenant_id, version),
  CONSTRAINT retention_of_tenant FOREIGN KEY (tenant_id) REFERENCES tenant(tenant_id),
  CONSTRAINT retention_version_counts CHECK ((version > 0))
);
-- row level security, forced
-- POLICY tenant_wall permissive FOR ALL TO openrebate_app USING (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)
-- GRANT INSERT TO openrebate_app
-- GRANT SELECT TO openrebate_app

CREATE TABLE run (
  tenant_id uuid NOT NULL,
  agreement_id uuid NOT NULL,
  number integer NOT NULL,
  batch bigint NOT NULL,
  effective_on date NOT NULL,
  calculation text COLLATE "C" NOT NULL,
  finished_at timestamp with time zone NOT NULL,
  CONSTRAINT run_pkey PRIMARY KEY (tenant_id, agreement_id, number),
  CONSTRAINT run_batch FOREIGN KEY (tenant_id, batch) REFERENCES batch(tenant_id, number),
  CONSTRAINT run_number_positive CHECK ((number > 0)),
  CONSTRAINT run_of_agreement FOREIGN KEY (tenant_id, agreement_id) REFERENCES agreement(tenant_id, id)
);
-- row level security, forced
-- POLICY partner_lookup permissive FOR SELECT TO openrebate_portal USING ((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (EXISTS ( SELECT FROM earning e WHERE ((e.tenant_id = run.tenant_id) AND (e.agreement_id = run.agreement_id) AND (e.run_number = run.number)))))
-- POLICY tenant_wall permissive FOR ALL TO openrebate_app USING (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)
-- GRANT INSERT TO openrebate_app
-- GRANT SELECT TO openrebate_app
-- GRANT SELECT (tenant_id, agreement_id, number, batch, effective_on, calculation) TO openrebate_portal

CREATE TABLE run_state (
  tenant_id uuid NOT NULL,
  agreement_id uuid NOT NULL,
  last_number integer NOT NULL DEFAULT 0,
  batch bigint NOT NULL DEFAULT 0,
  effective_on date,
  calculation text COLLATE "C",
  clear_batch bigint NOT NULL DEFAULT 0,
  reach_run integer,
  reach_companies text[] COLLATE "C",
  reach_sides text[] COLLATE "C",
  reach_partners text[] COLLATE "C",
  reach_from date,
  reach_until date,
  CONSTRAINT run_state_pkey PRIMARY KEY (tenant_id, agreement_id),
  CONSTRAINT run_state_of_agreement FOREIGN KEY (tenant_id, agreement_id) REFERENCES agreement(tenant_id, id),
  CONSTRAINT run_state_whole CHECK (((last_number = 0) = (effective_on IS NULL)))
);
-- row level security, forced
-- POLICY tenant_wall permissive FOR ALL TO openrebate_app USING (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)
-- GRANT INSERT TO openrebate_app
-- GRANT SELECT TO openrebate_app
-- GRANT UPDATE (last_number, batch, effective_on, calculation, clear_batch, reach_run, reach_companies, reach_sides, reach_partners, reach_from, reach_until) TO openrebate_app

CREATE TABLE sandbox (
  tenant_id uuid NOT NULL,
  sandbox_id uuid NOT NULL,
  made_at timestamp with time zone NOT NULL,
  CONSTRAINT sandbox_pkey PRIMARY KEY (tenant_id, sandbox_id),
  CONSTRAINT sandbox_of_tenant FOREIGN KEY (tenant_id) REFERENCES tenant(tenant_id)
);
-- row level security, forced
-- POLICY tenant_wall permissive FOR ALL TO openrebate_app, openrebate_owner USING (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)
-- GRANT SELECT TO openrebate_app

CREATE TABLE saved_view (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  person_id uuid NOT NULL,
  list text COLLATE "C" NOT NULL,
  name text NOT NULL,
  filter jsonb NOT NULL,
  is_default boolean NOT NULL,
  saved_at timestamp with time zone NOT NULL,
  CONSTRAINT saved_view_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT saved_view_name_once UNIQUE (tenant_id, person_id, list, name),
  CONSTRAINT saved_view_of FOREIGN KEY (tenant_id, person_id) REFERENCES person(tenant_id, id)
);
CREATE UNIQUE INDEX saved_view_default_once ON public.saved_view USING btree (tenant_id, person_id, list) WHERE is_default;
-- row level security, forced
-- POLICY tenant_wall permissive FOR ALL TO openrebate_app USING (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)
-- GRANT DELETE TO openrebate_app
-- GRANT INSERT TO openrebate_app
-- GRANT SELECT TO openrebate_app
-- GRANT UPDATE (name, filter, is_default, saved_at) TO openrebate_app

CREATE TABLE schema_migration (
  number integer NOT NULL,
  name text NOT NULL,
  sha256 text NOT NULL,
  applied_at timestamp with time zone NOT NULL DEFAULT now(),
  breaking boolean NOT NULL DEFAULT true,
  CONSTRAINT schema_migration_pkey PRIMARY KEY (number)
);
-- no row level security
-- GRANT SELECT TO openrebate_app

CREATE TABLE service (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  code text COLLATE "C" NOT NULL,
  name text NOT NULL,
  CONSTRAINT service_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT service_code_once UNIQUE (tenant_id, code),
  CONSTRAINT service_of_tenant FOREIGN KEY (tenant_id) REFERENCES tenant(tenant_id)
);
-- row level security, forced
-- POLICY tenant_wall permissive FOR ALL TO openrebate_app USING (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)
-- GRANT INSERT TO openrebate_app
-- GRANT SELECT TO openrebate_app

CREATE TABLE settlement (
  tenant_id uuid NOT NULL,
  partner_id text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  run_id uuid NOT NULL,
  company text COLLATE "C" NOT NULL,
  side text COLLATE "C" NOT NULL,
  kind text COLLATE "C" NOT NULL,
  reason text COLLATE "C" NOT NULL,
  method text COLLATE "C" NOT NULL,
  treatment text COLLATE "C" NOT NULL,
  amounts_stated text COLLATE "C" NOT NULL,
  currency text COLLATE "C" NOT NULL,
  net_minor numeric NOT NULL,
  tax_minor numeric NOT NULL,
  gross_minor numeric NOT NULL,
  withheld_minor numeric NOT NULL,
  payment_days integer NOT NULL,
  cancels uuid,
  cancel_reason text,
  levels json NOT NULL,
  author_kind text COLLATE "C" NOT NULL,
  author_id text COLLATE "C" NOT NULL,
  proposed_at timestamp with time zone NOT NULL,
  state text COLLATE "C" NOT NULL,
  series text COLLATE "C",
  year integer,
  legal_number text COLLATE "C",
  issued_on date,
  due_on date,
  issued_at timestamp with time zone,
  issued_batch bigint,
  document json,
  is_advance boolean NOT NULL DEFAULT false,
  reclaims uuid,
  approver text COLLATE "C",
  payout json,
  approvers jsonb NOT NULL DEFAULT '{}'::jsonb,
  brand_version integer,
  CONSTRAINT settlement_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT settlement_adds_up CHECK (((net_minor + tax_minor) = gross_minor)),
  CONSTRAINT settlement_advance_whole CHECK (((reason <> 'advance'::text) OR (is_advance AND (side = 'payable'::text) AND (gross_minor > (0)::numeric)))),
  CONSTRAINT settlement_approved_by_another CHECK ((approver <> author_id)),
  CONSTRAINT settlement_approved_by_others CHECK ((NOT (approvers ? author_id))),
  CONSTRAINT settlement_approved_first CHECK (((approver IS NOT NULL) OR (state <> ALL (ARRAY['approved'::text, 'awaitingNumber'::text, 'issued'::text])))),
  CONSTRAINT settlement_author_known CHECK ((author_kind = ANY (ARRAY['person'::text, 'service'::text, 'system'::text]))),
  CONSTRAINT settlement_cancellation_whole CHECK ((((reason = 'cancellation'::text) = (cancels IS NOT NULL)) AND ((cancels IS NULL) = (cancel_reason IS NULL)))),
  CONSTRAINT settlement_cancels FOREIGN KEY (tenant_id, cancels) REFERENCES settlement(tenant_id, id),
  CONSTRAINT settlement_documented CHECK (((document IS NULL) = (legal_number IS NULL))),
  CONSTRAINT settlement_every_level CHECK (((state <> ALL (ARRAY['approved'::text, 'awaitingNumber'::text, 'issued'::text])) OR (jsonb_array_length(jsonb_path_query_array(approvers, '$.keyvalue()'::jsonpath)) >= json_array_length(levels)))),
  CONSTRAINT settlement_issued_batch FOREIGN KEY (tenant_id, issued_batch) REFERENCES batch(tenant_id, number),
  CONSTRAINT settlement_issued_whole CHECK (((state = ANY (ARRAY['issued'::text, 'cancelled'::text])) = ((issued_on IS NOT NULL) AND (issued_at IS NOT NULL) AND (issued_batch IS NOT NULL)))),
  CONSTRAINT settlement_kind_known CHECK ((kind = ANY (ARRAY['creditNote'::text, 'debitNote'::text, 'selfBilledInvoice'::text, 'selfBilledCreditNote'::text, 'paymentNotice'::text, 'reclaimNotice'::text, 'lapse'::text]))),
  CONSTRAINT settlement_never_turned CHECK ((((reason <> 'settlement'::text) OR (gross_minor > (0)::numeric)) AND ((reason <> 'clawBack'::text) OR (gross_minor < (0)::numeric)))),
  CONSTRAINT settlement_number_once UNIQUE (tenant_id, company, legal_number),
  CONSTRAINT settlement_numbered CHECK (((state <> ALL (ARRAY['issued'::text, 'cancelled'::text])) OR ((kind = 'lapse'::text) = (legal_number IS NULL)))),
  CONSTRAINT settlement_reason_known CHECK ((reason = ANY (ARRAY['settlement'::text, 'clawBack'::text, 'lapse'::text, 'cancellation'::text, 'advance'::text]))),
  CONSTRAINT settlement_reclaims FOREIGN KEY (tenant_id, reclaims) REFERENCES settlement(tenant_id, id),
  CONSTRAINT settlement_reclaims_advance CHECK (((reclaims IS NULL) OR (is_advance AND (side = 'payable'::text) AND (reason = ANY (ARRAY['clawBack'::text, 'cancellation'::text]))))),
  CONSTRAINT settlement_run_of FOREIGN KEY (tenant_id, run_id) REFERENCES settlement_run(tenant_id, id),
  CONSTRAINT settlement_side_known CHECK ((side = ANY (ARRAY['payable'::text, 'receivable'::text]))),
  CONSTRAINT settlement_state_known CHECK ((state = ANY (ARRAY['proposed'::text, 'approved'::text, 'awaitingNumber'::text, 'issued'::text, 'cancelled'::text, 'rejected'::text]))),
  CONSTRAINT settlement_whole CHECK (((scale(net_minor) = 0) AND (scale(tax_minor) = 0) AND (scale(gross_minor) = 0) AND (scale(withheld_minor) = 0)))
);
CREATE INDEX settlement_by_partner ON public.settlement USING btree (tenant_id, company, partner_id);
CREATE INDEX settlement_by_reclaims ON public.settlement USING btree (tenant_id, reclaims) WHERE (reclaims IS NOT NULL);
CREATE UNIQUE INDEX settlement_cancelled_once ON public.settlement USING btree (tenant_id, cancels) WHERE (state <> 'rejected'::text);
CREATE INDEX settlement_newest ON public.settlement USING btree (tenant_id, proposed_at, id);
-- row level security, forced
-- POLICY partner_wall permissive FOR SELECT TO openrebate_portal USING ((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) AND (partner_id = ANY ((NULLIF(current_setting('app.partners'::text, true), ''::text))::text[])) AND (document IS NOT NULL))
-- POLICY tenant_wall permissive FOR ALL TO openrebate_app USING (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)
-- GRANT INSERT TO openrebate_app
-- GRANT SELECT TO openrebate_app
-- GRANT UPDATE (state, series, year, legal_number, issued_on, due_on, issued_at, issued_batch, document, approver, approvers, brand_version) TO openrebate_app
-- GRANT SELECT (tenant_id, partner_id, id, company, state, legal_number, issued_on, document, brand_version) TO openrebate_portal

CREATE TABLE settlement_line (
  tenant_id uuid NOT NULL,
  partner_id text COLLATE "C" NOT NULL,
  settlement_id uuid NOT NULL,
  "position" integer NOT NULL,
  agreement_id uuid NOT NULL,
  term text COLLATE "C" NOT NULL,
  participant text COLLATE "C" NOT NULL,
  window_from date NOT NULL,
  window_until date NOT NULL,
  currency text COLLATE "C" NOT NULL,
  number integer NOT NULL,
  rate text COLLATE "C" NOT NULL,
  lapse text COLLATE "C",
  stage text COLLATE "C" NOT NULL,
  stated_minor numeric NOT NULL,
  net_minor numeric NOT NULL,
  paid_minor numeric,
  CONSTRAINT settlement_line_pkey PRIMARY KEY (tenant_id, settlement_id, "position"),
  CONSTRAINT settlement_line_agreement FOREIGN KEY (tenant_id, agreement_id) REFERENCES agreement(tenant_id, id),
  CONSTRAINT settlement_line_counts CHECK ((("position" > 0) AND (number > 0) AND (window_from < window_until))),
  CONSTRAINT settlement_line_lapse_known CHECK ((lapse = ANY (ARRAY['lateFacts'::text, 'claimDeadline'::text, 'adjustmentExpired'::text, 'clawBackWaived'::text, 'belowMinimum'::text]))),
  CONSTRAINT settlement_line_lapse_untaxed CHECK (((lapse IS NULL) = (rate <> ''::text))),
  CONSTRAINT settlement_line_of FOREIGN KEY (tenant_id, settlement_id) REFERENCES settlement(tenant_id, id),
  CONSTRAINT settlement_line_once UNIQUE (tenant_id, agreement_id, term, participant, window_from, window_until, currency, number, rate),
  CONSTRAINT settlement_line_paid_whole CHECK ((scale(paid_minor) = 0)),
  CONSTRAINT settlement_line_stage_known CHECK ((stage = ANY (ARRAY['interim'::text, 'final'::text, 'reopened'::text]))),
  CONSTRAINT settlement_line_whole CHECK (((scale(stated_minor) = 0) AND (scale(net_minor) = 0)))
);
-- row level security, forced
-- POLICY tenant_wall permissive FOR ALL TO openrebate_app USING (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)
-- GRANT INSERT TO openrebate_app
-- GRANT SELECT TO openrebate_app

CREATE TABLE settlement_offset (
  tenant_id uuid NOT NULL,
  partner_id text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  settlement_id uuid NOT NULL,
  against_id uuid NOT NULL,
  minor numeric NOT NULL,
  set_off_on date NOT NULL,
  at timestamp with time zone NOT NULL,
  CONSTRAINT settlement_offset_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT settlement_offset_against FOREIGN KEY (tenant_id, against_id) REFERENCES settlement(tenant_id, id),
  CONSTRAINT settlement_offset_moves_something CHECK (((minor <> (0)::numeric) AND (scale(minor) = 0))),
  CONSTRAINT settlement_offset_of_two CHECK ((settlement_id <> against_id)),
  CONSTRAINT settlement_offset_settlement FOREIGN KEY (tenant_id, settlement_id) REFERENCES settlement(tenant_id, id)
);
CREATE INDEX settlement_offset_by_against ON public.settlement_offset USING btree (tenant_id, against_id);
CREATE INDEX settlement_offset_by_settlement ON public.settlement_offset USING btree (tenant_id, settlement_id);
-- row level security, forced
-- POLICY tenant_wall permissive FOR ALL TO openrebate_app USING (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)
-- GRANT INSERT TO openrebate_app
-- GRANT SELECT TO openrebate_app

CREATE TABLE settlement_outcome (
  tenant_id uuid NOT NULL,
  partner_id text COLLATE "C" NOT NULL,
  run_id uuid NOT NULL,
  agreement_id uuid NOT NULL,
  term text COLLATE "C" NOT NULL,
  participant text COLLATE "C" NOT NULL,
  window_from date NOT NULL,
  window_until date NOT NULL,
  currency text COLLATE "C" NOT NULL,
  as_of date NOT NULL,
  stage text COLLATE "C" NOT NULL,
  earned_minor numeric NOT NULL,
  documented_minor numeric NOT NULL,
  lapsed_minor numeric NOT NULL,
  parts json NOT NULL,
  adjusted_minor numeric NOT NULL DEFAULT 0,
  CONSTRAINT settlement_outcome_pkey PRIMARY KEY (tenant_id, run_id, agreement_id, term, participant, window_from, currency),
  CONSTRAINT settlement_outcome_adjusted_whole CHECK ((scale(adjusted_minor) = 0)),
  CONSTRAINT settlement_outcome_agreement FOREIGN KEY (tenant_id, agreement_id) REFERENCES agreement(tenant_id, id),
  CONSTRAINT settlement_outcome_run FOREIGN KEY (tenant_id, run_id) REFERENCES settlement_run(tenant_id, id),
  CONSTRAINT settlement_outcome_stage_known CHECK ((stage = ANY (ARRAY['interim'::text, 'final'::text, 'reopened'::text]))),
  CONSTRAINT settlement_outcome_whole CHECK (((scale(earned_minor) = 0) AND (scale(documented_minor) = 0) AND (scale(lapsed_minor) = 0)))
);
CREATE INDEX settlement_outcome_by_account ON public.settlement_outcome USING btree (tenant_id, agreement_id, term, participant, window_from);
-- row level security, forced
-- POLICY tenant_wall permissive FOR ALL TO openrebate_app USING (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)
-- GRANT INSERT TO openrebate_app
-- GRANT SELECT TO openrebate_app

CREATE TABLE settlement_part (
  tenant_id uuid NOT NULL,
  settlement_id uuid NOT NULL,
  person text COLLATE "C" NOT NULL,
  level text COLLATE "C",
  taken_at timestamp with time zone NOT NULL,
  CONSTRAINT settlement_part_pkey PRIMARY KEY (tenant_id, settlement_id, person),
  CONSTRAINT settlement_part_level_once UNIQUE (tenant_id, settlement_id, level),
  CONSTRAINT settlement_part_of FOREIGN KEY (tenant_id, settlement_id) REFERENCES settlement(tenant_id, id)
);
-- row level security, forced
-- POLICY tenant_wall permissive FOR ALL TO openrebate_app USING (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)
-- GRANT INSERT TO openrebate_app
-- GRANT SELECT TO openrebate_app

CREATE TABLE settlement_run (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  company text COLLATE "C" NOT NULL,
  settled_on date NOT NULL,
  batch bigint NOT NULL,
  waivers json NOT NULL,
  actor_kind text COLLATE "C" NOT NULL,
  actor_id text COLLATE "C" NOT NULL,
  proposed_at timestamp with time zone NOT NULL,
  CONSTRAINT settlement_run_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT settlement_run_actor_known CHECK ((actor_kind = ANY (ARRAY['person'::text, 'service'::text, 'system'::text]))),
  CONSTRAINT settlement_run_batch FOREIGN KEY (tenant_id, batch) REFERENCES batch(tenant_id, number),
  CONSTRAINT settlement_run_company FOREIGN KEY (tenant_id, company) REFERENCES company(tenant_id, code)
);
-- row level security, forced
-- POLICY tenant_wall permissive FOR ALL TO openrebate_app USING (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)
-- GRANT INSERT TO openrebate_app
-- GRANT SELECT TO openrebate_app

CREATE TABLE settlement_tax (
  tenant_id uuid NOT NULL,
  partner_id text COLLATE "C" NOT NULL,
  settlement_id uuid NOT NULL,
  rate text COLLATE "C" NOT NULL,
  net_minor numeric NOT NULL,
  tax_minor numeric NOT NULL,
  CONSTRAINT settlement_tax_pkey PRIMARY KEY (tenant_id, settlement_id, rate),
  CONSTRAINT settlement_tax_of FOREIGN KEY (tenant_id, settlement_id) REFERENCES settlement(tenant_id, id),
  CONSTRAINT settlement_tax_whole CHECK (((scale(net_minor) = 0) AND (scale(tax_minor) = 0)))
);
-- row level security, forced
-- POLICY tenant_wall permissive FOR ALL TO openrebate_app USING (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)
-- GRANT INSERT TO openrebate_app
-- GRANT SELECT TO openrebate_app

CREATE TABLE sign_in_policy (
  tenant_id uuid NOT NULL,
  version integer NOT NULL,
  needs_second_factor boolean NOT NULL,
  set_by text NOT NULL,
  set_at timestamp with time zone NOT NULL,
  CONSTRAINT sign_in_policy_pkey PRIMARY KEY (tenant_id, version),
  CONSTRAINT sign_in_policy_version_counts CHECK ((version > 0))
);
-- row level security, forced
-- POLICY tenant_wall permissive FOR ALL TO openrebate_app USING (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)
-- GRANT INSERT TO openrebate_app
-- GRANT SELECT TO openrebate_app

CREATE TABLE source_document (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  source text COLLATE "C" NOT NULL,
  name text NOT NULL,
  sha256 text COLLATE "C" NOT NULL,
  bytes bigint NOT NULL,
  columns json NOT NULL,
  batch bigint NOT NULL,
  identity text COLLATE "C" NOT NULL DEFAULT 'lineNumber'::text,
  parent_id uuid,
  mapping_name text COLLATE "C",
  mapping_version integer,
  actor text COLLATE "C",
  kind text COLLATE "C" NOT NULL DEFAULT 'lines'::text,
  row_count integer,
  CONSTRAINT source_document_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT source_document_batch FOREIGN KEY (tenant_id, batch) REFERENCES batch(tenant_id, number),
  CONSTRAINT source_document_identity_known CHECK ((identity = ANY (ARRAY['lineNumber'::text, 'occurrence'::text]))),
  CONSTRAINT source_document_kind_known CHECK ((kind = ANY (ARRAY['lines'::text, 'payments'::text, 'stock'::text, 'master'::text]))),
  CONSTRAINT source_document_mapping_whole CHECK (((mapping_name IS NULL) = (mapping_version IS NULL))),
  CONSTRAINT source_document_parent FOREIGN KEY (tenant_id, parent_id) REFERENCES source_document(tenant_id, id),
  CONSTRAINT source_document_sha256_form CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text))
);
CREATE INDEX source_document_by_batch ON public.source_document USING btree (tenant_id, batch);
CREATE INDEX source_document_by_bytes ON public.source_document USING btree (tenant_id, sha256, batch);
CREATE INDEX source_document_children ON public.source_document USING btree (tenant_id, parent_id) WHERE (parent_id IS NOT NULL);
-- row level security, forced
-- POLICY tenant_wall permissive FOR ALL TO openrebate_app USING (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)
-- GRANT INSERT TO openrebate_app
-- GRANT SELECT TO openrebate_app

CREATE TABLE sso_provider (
  tenant_id uuid NOT NULL,
  version integer NOT NULL,
  is_on boolean NOT NULL,
  issuer text COLLATE "C" NOT NULL,
  client_id text COLLATE "C" NOT NULL,
  key text COLLATE "C" NOT NULL,
  sealed bytea NOT NULL,
  domains text[] NOT NULL,
  role text COLLATE "C",
  set_by text NOT NULL,
  set_at timestamp with time zone NOT NULL,
  CONSTRAINT sso_provider_pkey PRIMARY KEY (tenant_id, version),
  CONSTRAINT sso_provider_version_counts CHECK ((version > 0))
);
-- row level security, forced
-- POLICY tenant_wall permissive FOR ALL TO openrebate_app USING (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)
-- GRANT INSERT TO openrebate_app
-- GRANT SELECT TO openrebate_app
-- GRANT UPDATE (key, sealed) TO openrebate_app

CREATE TABLE sso_subject (
  tenant_id uuid NOT NULL,
  issuer text COLLATE "C" NOT NULL,
  subject text COLLATE "C" NOT NULL,
  person_id uuid NOT NULL,
  linked_at timestamp with time zone NOT NULL,
  CONSTRAINT sso_subject_pkey PRIMARY KEY (tenant_id, issuer, subject),
  CONSTRAINT sso_subject_of FOREIGN KEY (tenant_id, person_id) REFERENCES person(tenant_id, id)
);
-- row level security, forced
-- POLICY tenant_wall permissive FOR ALL TO openrebate_app USING (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)
-- GRANT DELETE TO openrebate_app
-- GRANT INSERT TO openrebate_app
-- GRANT SELECT TO openrebate_app

CREATE TABLE stock_count (
  tenant_id uuid NOT NULL,
  partner_id text COLLATE "C" NOT NULL,
  key text COLLATE "C" NOT NULL,
  revision integer NOT NULL,
  batch bigint NOT NULL,
  content text NOT NULL,
  document_id uuid NOT NULL,
  row_number integer NOT NULL,
  source text COLLATE "C" NOT NULL,
  company text COLLATE "C" NOT NULL,
  location text COLLATE "C" NOT NULL,
  product text COLLATE "C" NOT NULL,
  day date NOT NULL,
  quantity numeric NOT NULL,
  unit text COLLATE "C" NOT NULL,
  withdrawn boolean NOT NULL DEFAULT false,
  CONSTRAINT stock_count_pkey PRIMARY KEY (tenant_id, key, revision),
  CONSTRAINT stock_count_batch FOREIGN KEY (tenant_id, batch) REFERENCES batch(tenant_id, number),
  CONSTRAINT stock_count_revision_positive CHECK ((revision > 0)),
  CONSTRAINT stock_count_row FOREIGN KEY (tenant_id, document_id, row_number) REFERENCES received_row(tenant_id, document_id, row_number)
);
CREATE INDEX stock_count_by_import ON public.stock_count USING btree (tenant_id, document_id);
CREATE INDEX stock_count_by_place ON public.stock_count USING btree (tenant_id, partner_id, product, day);
-- row level security, forced
-- POLICY tenant_wall permissive FOR ALL TO openrebate_app USING (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)
-- GRANT INSERT TO openrebate_app
-- GRANT SELECT TO openrebate_app

CREATE TABLE supplier_acceptance (
  tenant_id uuid NOT NULL,
  agreement_id uuid NOT NULL,
  version integer NOT NULL,
  accepted_on date NOT NULL,
  accepted_by text NOT NULL,
  document_id uuid NOT NULL,
  recorded_by text COLLATE "C" NOT NULL,
  recorded_at timestamp with time zone NOT NULL,
  batch bigint NOT NULL,
  CONSTRAINT supplier_acceptance_pkey PRIMARY KEY (tenant_id, agreement_id, version),
  CONSTRAINT supplier_acceptance_agreement FOREIGN KEY (tenant_id, agreement_id) REFERENCES agreement(tenant_id, id),
  CONSTRAINT supplier_acceptance_document FOREIGN KEY (tenant_id, document_id) REFERENCES agreement_document(tenant_id, id)
);
-- row level security, forced
-- POLICY tenant_wall permissive FOR ALL TO openrebate_app USING (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)
-- GRANT INSERT TO openrebate_app
-- GRANT SELECT TO openrebate_app

CREATE TABLE tenant (
  tenant_id uuid NOT NULL,
  code text COLLATE "C" NOT NULL,
  name text NOT NULL,
  is_sandbox boolean NOT NULL DEFAULT false,
  CONSTRAINT tenant_pkey PRIMARY KEY (tenant_id),
  CONSTRAINT tenant_code_form CHECK ((code ~ '^[a-z0-9][a-z0-9-]{0,62}$'::text)),
  CONSTRAINT tenant_code_once UNIQUE (code)
);
-- row level security, forced
-- POLICY directory permissive FOR SELECT TO openrebate_owner USING (current_setting('app.directory'::text, true) = 'open'::text)
-- POLICY tenant_wall permissive FOR ALL TO openrebate_app, openrebate_owner USING ((tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) OR (code = NULLIF(current_setting('app.tenant_code'::text, true), ''::text))) WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)
-- POLICY worker_view permissive FOR SELECT TO openrebate_owner USING (SESSION_USER <> CURRENT_USER)
-- GRANT SELECT TO openrebate_app

CREATE TABLE trust_arrival (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  subject text COLLATE "C" NOT NULL,
  subject_id text COLLATE "C" NOT NULL,
  partner text COLLATE "C" NOT NULL,
  arrived_at timestamp with time zone NOT NULL,
  late_at timestamp with time zone NOT NULL,
  CONSTRAINT trust_arrival_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT trust_arrival_of_tenant FOREIGN KEY (tenant_id) REFERENCES tenant(tenant_id),
  CONSTRAINT trust_arrival_once UNIQUE (tenant_id, subject, subject_id)
);
-- row level security, forced
-- POLICY named_partners restrictive FOR ALL TO openrebate_app USING (NULLIF(current_setting('app.partners'::text, true), ''::text) IS NULL)
-- POLICY tenant_wall permissive FOR ALL TO openrebate_app USING (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)
-- GRANT INSERT TO openrebate_app
-- GRANT SELECT TO openrebate_app

CREATE TABLE trust_arrival_event (
  tenant_id uuid NOT NULL,
  arrival_id uuid NOT NULL,
  kind text COLLATE "C" NOT NULL,
  run_id uuid,
  verdict text COLLATE "C",
  at timestamp with time zone NOT NULL,
  CONSTRAINT trust_arrival_event_pkey PRIMARY KEY (tenant_id, arrival_id, kind),
  CONSTRAINT trust_arrival_event_kind_known CHECK ((kind = ANY (ARRAY['late'::text, 'scanned'::text]))),
  CONSTRAINT trust_arrival_event_of FOREIGN KEY (tenant_id, arrival_id) REFERENCES trust_arrival(tenant_id, id),
  CONSTRAINT trust_arrival_event_run FOREIGN KEY (tenant_id, run_id) REFERENCES trust_run(tenant_id, id),
  CONSTRAINT trust_arrival_event_verdict_known CHECK ((verdict = ANY (ARRAY['pass'::text, 'review'::text, 'hold'::text]))),
  CONSTRAINT trust_arrival_event_whole CHECK ((((run_id IS NOT NULL) = (kind = 'scanned'::text)) AND ((verdict IS NOT NULL) = (kind = 'scanned'::text))))
);
-- row level security, forced
-- POLICY named_partners restrictive FOR ALL TO openrebate_app USING (NULLIF(current_setting('app.partners'::text, true), ''::text) IS NULL)
-- POLICY tenant_wall permissive FOR ALL TO openrebate_app USING (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)
-- GRANT INSERT TO openrebate_app
-- GRANT SELECT TO openrebate_app

CREATE TABLE trust_back_test (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  parameters jsonb NOT NULL,
  requested_by text COLLATE "C" NOT NULL,
  requested_at timestamp with time zone NOT NULL,
  CONSTRAINT trust_back_test_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT trust_back_test_of_tenant FOREIGN KEY (tenant_id) REFERENCES tenant(tenant_id)
);
-- row level security, forced
-- POLICY named_partners restrictive FOR ALL TO openrebate_app USING (NULLIF(current_setting('app.partners'::text, true), ''::text) IS NULL)
-- POLICY tenant_wall permissive FOR ALL TO openrebate_app USING (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)
-- GRANT INSERT TO openrebate_app
-- GRANT SELECT TO openrebate_app

CREATE TABLE trust_case (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  subject text COLLATE "C" NOT NULL,
  subject_id text COLLATE "C" NOT NULL,
  ordinal integer NOT NULL,
  partner text COLLATE "C",
  currency text COLLATE "C",
  opened_at timestamp with time zone NOT NULL,
  CONSTRAINT trust_case_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT trust_case_of_tenant FOREIGN KEY (tenant_id) REFERENCES tenant(tenant_id),
  CONSTRAINT trust_case_one_at_a_time UNIQUE (tenant_id, subject, subject_id, ordinal),
  CONSTRAINT trust_case_ordinal_counts CHECK ((ordinal > 0))
);
CREATE INDEX trust_case_by_partner ON public.trust_case USING btree (tenant_id, partner);
-- row level security, forced
-- POLICY named_partners restrictive FOR ALL TO openrebate_app USING (NULLIF(current_setting('app.partners'::text, true), ''::text) IS NULL)
-- POLICY tenant_wall permissive FOR ALL TO openrebate_app USING (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)
-- GRANT INSERT TO openrebate_app
-- GRANT SELECT TO openrebate_app

CREATE TABLE trust_case_event (
  tenant_id uuid NOT NULL,
  case_id uuid NOT NULL,
  number integer NOT NULL,
  kind text COLLATE "C" NOT NULL,
  actor text COLLATE "C" NOT NULL,
  at timestamp with time zone NOT NULL,
  said text NOT NULL,
  evidence_object text COLLATE "C",
  evidence_id text COLLATE "C",
  state text COLLATE "C" NOT NULL,
  is_held boolean NOT NULL,
  assignee uuid,
  score integer NOT NULL,
  minor numeric,
  decision text COLLATE "C",
  reason text COLLATE "C",
  prevented_minor numeric NOT NULL,
  recovered_minor numeric NOT NULL,
  CONSTRAINT trust_case_event_pkey PRIMARY KEY (tenant_id, case_id, number),
  CONSTRAINT trust_case_event_amounts CHECK (((scale(minor) = 0) AND (scale(prevented_minor) = 0) AND (scale(recovered_minor) = 0) AND (prevented_minor >= (0)::numeric) AND (recovered_minor >= (0)::numeric))),
  CONSTRAINT trust_case_event_decided CHECK ((((decision IS NOT NULL) = (state = 'decided'::text)) AND ((reason IS NOT NULL) = (state = 'decided'::text)))),
  CONSTRAINT trust_case_event_evidence_whole CHECK (((evidence_object IS NULL) = (evidence_id IS NULL))),
  CONSTRAINT trust_case_event_kind_known CHECK ((kind = ANY (ARRAY['opened'::text, 'found'::text, 'assigned'::text, 'commented'::text, 'evidenceAdded'::text, 'held'::text, 'released'::text, 'decided'::text]))),
  CONSTRAINT trust_case_event_number_counts CHECK ((number > 0)),
  CONSTRAINT trust_case_event_of FOREIGN KEY (tenant_id, case_id) REFERENCES trust_case(tenant_id, id),
  CONSTRAINT trust_case_event_state_known CHECK ((state = ANY (ARRAY['open'::text, 'underWay'::text, 'decided'::text])))
);
-- row level security, forced
-- POLICY named_partners restrictive FOR ALL TO openrebate_app USING (NULLIF(current_setting('app.partners'::text, true), ''::text) IS NULL)
-- POLICY tenant_wall permissive FOR ALL TO openrebate_app USING (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)
-- GRANT INSERT TO openrebate_app
-- GRANT SELECT TO openrebate_app

CREATE TABLE trust_case_finding (
  tenant_id uuid NOT NULL,
  finding_id uuid NOT NULL,
  case_id uuid NOT NULL,
  CONSTRAINT trust_case_finding_pkey PRIMARY KEY (tenant_id, finding_id),
  CONSTRAINT trust_case_finding_in FOREIGN KEY (tenant_id, case_id) REFERENCES trust_case(tenant_id, id),
  CONSTRAINT trust_case_finding_of FOREIGN KEY (tenant_id, finding_id) REFERENCES trust_finding(tenant_id, id)
);
CREATE INDEX trust_case_finding_by_case ON public.trust_case_finding USING btree (tenant_id, case_id);
-- row level security, forced
-- POLICY named_partners restrictive FOR ALL TO openrebate_app USING (NULLIF(current_setting('app.partners'::text, true), ''::text) IS NULL)
-- POLICY tenant_wall permissive FOR ALL TO openrebate_app USING (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)
-- GRANT INSERT TO openrebate_app
-- GRANT SELECT TO openrebate_app

CREATE TABLE trust_finding (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  detector text COLLATE "C" NOT NULL,
  version integer NOT NULL,
  about text COLLATE "C" NOT NULL,
  object text COLLATE "C" NOT NULL,
  object_id text COLLATE "C" NOT NULL,
  subject text COLLATE "C" NOT NULL,
  subject_id text COLLATE "C" NOT NULL,
  partner text COLLATE "C",
  agreement text COLLATE "C",
  day date,
  score integer NOT NULL,
  minor numeric,
  currency text COLLATE "C",
  evidence jsonb NOT NULL,
  sha256 text COLLATE "C" NOT NULL,
  run_id uuid NOT NULL,
  found_at timestamp with time zone NOT NULL,
  CONSTRAINT trust_finding_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT trust_finding_about_known CHECK ((about = ANY (ARRAY['fraud'::text, 'leakage'::text]))),
  CONSTRAINT trust_finding_minor_whole CHECK ((scale(minor) = 0)),
  CONSTRAINT trust_finding_of_run FOREIGN KEY (tenant_id, run_id) REFERENCES trust_run(tenant_id, id),
  CONSTRAINT trust_finding_once UNIQUE (tenant_id, detector, version, object, object_id, sha256),
  CONSTRAINT trust_finding_score_range CHECK (((score >= 1) AND (score <= 1000)))
);
CREATE INDEX trust_finding_by_partner ON public.trust_finding USING btree (tenant_id, partner);
CREATE INDEX trust_finding_by_subject ON public.trust_finding USING btree (tenant_id, subject, subject_id);
-- row level security, forced
-- POLICY named_partners restrictive FOR ALL TO openrebate_app USING (NULLIF(current_setting('app.partners'::text, true), ''::text) IS NULL)
-- POLICY tenant_wall permissive FOR ALL TO openrebate_app USING (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)
-- GRANT INSERT TO openrebate_app
-- GRANT SELECT TO openrebate_app

CREATE TABLE trust_parameter (
  tenant_id uuid NOT NULL,
  detector text COLLATE "C" NOT NULL,
  version integer NOT NULL,
  parameters jsonb NOT NULL,
  reason text NOT NULL,
  set_by text COLLATE "C" NOT NULL,
  set_at timestamp with time zone NOT NULL,
  CONSTRAINT trust_parameter_pkey PRIMARY KEY (tenant_id, detector, version),
  CONSTRAINT trust_parameter_of_tenant FOREIGN KEY (tenant_id) REFERENCES tenant(tenant_id),
  CONSTRAINT trust_parameter_reason_given CHECK ((btrim(reason) <> ''::text)),
  CONSTRAINT trust_parameter_version_counts CHECK ((version > 0))
);
-- row level security, forced
-- POLICY named_partners restrictive FOR ALL TO openrebate_app USING (NULLIF(current_setting('app.partners'::text, true), ''::text) IS NULL)
-- POLICY tenant_wall permissive FOR ALL TO openrebate_app USING (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)
-- GRANT INSERT TO openrebate_app
-- GRANT SELECT TO openrebate_app

CREATE TABLE trust_policy (
  tenant_id uuid NOT NULL,
  version integer NOT NULL,
  policy jsonb NOT NULL,
  reason text NOT NULL,
  set_by text COLLATE "C" NOT NULL,
  set_at timestamp with time zone NOT NULL,
  CONSTRAINT trust_policy_pkey PRIMARY KEY (tenant_id, version),
  CONSTRAINT trust_policy_of_tenant FOREIGN KEY (tenant_id) REFERENCES tenant(tenant_id),
  CONSTRAINT trust_policy_reason_given CHECK ((btrim(reason) <> ''::text)),
  CONSTRAINT trust_policy_version_counts CHECK ((version > 0))
);
-- row level security, forced
-- POLICY named_partners restrictive FOR ALL TO openrebate_app USING (NULLIF(current_setting('app.partners'::text, true), ''::text) IS NULL)
-- POLICY tenant_wall permissive FOR ALL TO openrebate_app USING (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)
-- GRANT INSERT TO openrebate_app
-- GRANT SELECT TO openrebate_app

CREATE TABLE trust_run (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  kind text COLLATE "C" NOT NULL,
  partner text COLLATE "C",
  parameters jsonb NOT NULL,
  findings integer NOT NULL,
  fresh integer NOT NULL,
  outcome jsonb,
  requested_by text COLLATE "C" NOT NULL,
  ended_at timestamp with time zone NOT NULL,
  CONSTRAINT trust_run_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT trust_run_compares CHECK (((outcome IS NOT NULL) = (kind = 'backTest'::text))),
  CONSTRAINT trust_run_counts CHECK (((findings >= fresh) AND (fresh >= 0))),
  CONSTRAINT trust_run_kind_known CHECK ((kind = ANY (ARRAY['arrival'::text, 'nightly'::text, 'asked'::text, 'backTest'::text]))),
  CONSTRAINT trust_run_of_tenant FOREIGN KEY (tenant_id) REFERENCES tenant(tenant_id)
);
-- row level security, forced
-- POLICY named_partners restrictive FOR ALL TO openrebate_app USING (NULLIF(current_setting('app.partners'::text, true), ''::text) IS NULL)
-- POLICY tenant_wall permissive FOR ALL TO openrebate_app USING (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)
-- GRANT INSERT TO openrebate_app
-- GRANT SELECT TO openrebate_app

CREATE TABLE trust_sighting (
  tenant_id uuid NOT NULL,
  finding_id uuid NOT NULL,
  run_id uuid NOT NULL,
  CONSTRAINT trust_sighting_pkey PRIMARY KEY (tenant_id, finding_id, run_id),
  CONSTRAINT trust_sighting_of_finding FOREIGN KEY (tenant_id, finding_id) REFERENCES trust_finding(tenant_id, id),
  CONSTRAINT trust_sighting_of_run FOREIGN KEY (tenant_id, run_id) REFERENCES trust_run(tenant_id, id)
);
-- row level security, forced
-- POLICY named_partners restrictive FOR ALL TO openrebate_app USING (NULLIF(current_setting('app.partners'::text, true), ''::text) IS NULL)
-- POLICY tenant_wall permissive FOR ALL TO openrebate_app USING (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)
-- GRANT INSERT TO openrebate_app
-- GRANT SELECT TO openrebate_app

CREATE TABLE webhook (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  version integer NOT NULL,
  name text NOT NULL,
  url text COLLATE "C" NOT NULL,
  kinds text[] NOT NULL,
  state text COLLATE "C" NOT NULL,
  created_by text NOT NULL,
  created_at timestamp with time zone NOT NULL,
  changed_at timestamp with time zone NOT NULL,
  failing_since timestamp with time zone,
  silences integer NOT NULL,
  held_until timestamp with time zone,
  CONSTRAINT webhook_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT webhook_of_tenant FOREIGN KEY (tenant_id) REFERENCES tenant(tenant_id),
  CONSTRAINT webhook_version_counts CHECK ((version > 0))
);
-- row level security, forced
-- POLICY tenant_wall permissive FOR ALL TO openrebate_app USING (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)
-- GRANT INSERT TO openrebate_app
-- GRANT SELECT TO openrebate_app
-- GRANT UPDATE (version, name, url, kinds, state, changed_at, failing_since, silences, held_until) TO openrebate_app

CREATE TABLE webhook_attempt (
  tenant_id uuid NOT NULL,
  webhook_id uuid NOT NULL,
  event_id uuid NOT NULL,
  number integer NOT NULL,
  tried_at timestamp with time zone NOT NULL,
  took_ms integer NOT NULL,
  outcome text COLLATE "C" NOT NULL,
  status integer,
  said text NOT NULL,
  CONSTRAINT webhook_attempt_pkey PRIMARY KEY (tenant_id, webhook_id, event_id, number),
  CONSTRAINT webhook_attempt_of FOREIGN KEY (tenant_id, webhook_id, event_id) REFERENCES webhook_delivery(tenant_id, webhook_id, event_id)
);
-- row level security, forced
-- POLICY tenant_wall permissive FOR ALL TO openrebate_app USING (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)
-- GRANT DELETE TO openrebate_app
-- GRANT INSERT TO openrebate_app
-- GRANT SELECT TO openrebate_app

CREATE TABLE webhook_delivery (
  tenant_id uuid NOT NULL,
  webhook_id uuid NOT NULL,
  event_id uuid NOT NULL,
  object_kind text COLLATE "C" NOT NULL,
  object text COLLATE "C" NOT NULL,
  sequence bigint NOT NULL,
  state text COLLATE "C" NOT NULL,
  attempts integer NOT NULL,
  attempts_ever integer NOT NULL,
  made_at timestamp with time zone NOT NULL,
  due_at timestamp with time zone NOT NULL,
  ended_at timestamp with time zone,
  CONSTRAINT webhook_delivery_pkey PRIMARY KEY (tenant_id, webhook_id, event_id),
  CONSTRAINT webhook_delivery_of FOREIGN KEY (tenant_id, event_id) REFERENCES webhook_event(tenant_id, id),
  CONSTRAINT webhook_delivery_to FOREIGN KEY (tenant_id, webhook_id) REFERENCES webhook(tenant_id, id)
);
CREATE INDEX webhook_delivery_by_event ON public.webhook_delivery USING btree (tenant_id, event_id);
CREATE INDEX webhook_delivery_in_order ON public.webhook_delivery USING btree (tenant_id, webhook_id, object_kind, object, sequence) WHERE (state = 'waiting'::text);
CREATE INDEX webhook_delivery_waiting ON public.webhook_delivery USING btree (tenant_id, webhook_id, due_at) WHERE (state = 'waiting'::text);
-- row level security, forced
-- POLICY tenant_wall permissive FOR ALL TO openrebate_app USING (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)
-- GRANT DELETE TO openrebate_app
-- GRANT INSERT TO openrebate_app
-- GRANT SELECT TO openrebate_app
-- GRANT UPDATE (state, attempts, attempts_ever, due_at, ended_at) TO openrebate_app

CREATE TABLE webhook_event (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  kind text COLLATE "C" NOT NULL,
  object_kind text COLLATE "C" NOT NULL,
  object text COLLATE "C" NOT NULL,
  address text COLLATE "C" NOT NULL,
  sequence bigint NOT NULL,
  happened_at timestamp with time zone NOT NULL,
  CONSTRAINT webhook_event_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT webhook_event_of_tenant FOREIGN KEY (tenant_id) REFERENCES tenant(tenant_id)
);
CREATE INDEX webhook_event_by_time ON public.webhook_event USING btree (tenant_id, happened_at);
CREATE UNIQUE INDEX webhook_event_once ON public.webhook_event USING btree (tenant_id, sequence, object_kind, object) WHERE (sequence > 0);
-- row level security, forced
-- POLICY tenant_wall permissive FOR ALL TO openrebate_app USING (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)
-- GRANT DELETE TO openrebate_app
-- GRANT INSERT TO openrebate_app
-- GRANT SELECT TO openrebate_app

CREATE TABLE webhook_secret (
  tenant_id uuid NOT NULL,
  webhook_id uuid NOT NULL,
  number integer NOT NULL,
  key text COLLATE "C" NOT NULL,
  sealed bytea NOT NULL,
  made_at timestamp with time zone NOT NULL,
  ends_at timestamp with time zone,
  CONSTRAINT webhook_secret_pkey PRIMARY KEY (tenant_id, webhook_id, number),
  CONSTRAINT webhook_secret_of FOREIGN KEY (tenant_id, webhook_id) REFERENCES webhook(tenant_id, id)
);
-- row level security, forced
-- POLICY tenant_wall permissive FOR ALL TO openrebate_app USING (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid) WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)
-- GRANT INSERT TO openrebate_app
-- GRANT SELECT TO openrebate_app
-- GRANT UPDATE (key, sealed, ends_at) TO openrebate_app
