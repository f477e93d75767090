-- A key of a request and its answer are kept for as long as the configuration says, and then forgotten.

CREATE INDEX idempotency_key_by_age ON idempotency_key (tenant_id, taken_at);
GRANT DELETE ON idempotency_key TO openrebate_app;
