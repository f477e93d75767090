import { z } from 'zod';

/** A text of a fact as its sender wrote it; it may be empty. The database takes no broken signs and no zero byte. */
export function saidText(max: number) {
  return z
    .string()
    .max(max)
    .regex(/^[^\p{Cc}\p{Cs}]*$/u)
    .normalize('NFC');
}
