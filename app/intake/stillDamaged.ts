import type { Refusal } from '../../core/refusal/refusals.ts';
import type { QuarantinedRow } from '../ports/receivedStore.ts';

/**
 * Why a quarantined row stays where it is whatever else is known by now: bytes in it were no text, and
 * the sign that stands for them is still in one of its fields. Empty where nothing is damaged.
 */
export function stillDamaged(
  { refusals }: QuarantinedRow,
  fields: Readonly<Record<string, string>>,
): readonly Refusal[] {
  if (!Object.values(fields).some((text) => text.includes('\ufffd'))) return [];
  return refusals.filter(({ code }) => code === 'line-text-invalid');
}
