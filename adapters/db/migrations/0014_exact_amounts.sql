-- Amounts are exact integers of any size: a bigint ends at 19 digits, and one absurd line would
-- stop every run of its agreement. Scale 0 is checked, never rounded to; NaN and infinity are none.

ALTER TABLE booking
  ALTER COLUMN delta_minor TYPE numeric,
  ADD CONSTRAINT booking_delta_whole CHECK (scale(delta_minor) = 0 AND abs(delta_minor) < 'Infinity');

ALTER TABLE booking_cause
  ALTER COLUMN minor TYPE numeric,
  ADD CONSTRAINT booking_cause_whole CHECK (scale(minor) = 0 AND abs(minor) < 'Infinity');

ALTER TABLE earning
  ALTER COLUMN earned_minor TYPE numeric,
  ADD CONSTRAINT earning_earned_whole CHECK (scale(earned_minor) = 0 AND abs(earned_minor) < 'Infinity');
