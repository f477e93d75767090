import type { FieldKind } from '../../core/fact/fieldKind.ts';

const DAYS = ['paidOn', 'day'];
const NUMBERS = ['amount', 'discount', 'documentTotal', 'quantity'];

/** What a field of a payment or of a count of stock holds. */
export function factFieldKind(field: string): FieldKind {
  if (DAYS.includes(field)) return 'date';
  return NUMBERS.includes(field) ? 'number' : 'text';
}
