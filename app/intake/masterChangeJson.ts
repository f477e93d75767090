import { formatDate } from '../../core/calendar/localDate.ts';
import type { MasterChange } from '../ports/masterChange.ts';

/** A change as the API and the commands tell it; null where nothing is said. */
export function masterChangeJson({ validFrom, fields, ...change }: MasterChange) {
  return {
    ...change,
    validFrom: validFrom === undefined ? null : formatDate(validFrom),
    fields: fields.map(({ field, before = null, after = null }) => ({ field, before, after })),
  };
}
