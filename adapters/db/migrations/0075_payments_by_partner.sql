-- Partners read what we have paid them; one looks for it by partner.
--
-- Older programs go on.

CREATE INDEX payment_instruction_by_partner ON payment_instruction (tenant_id, partner_id);
