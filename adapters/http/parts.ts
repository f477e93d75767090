import { z } from 'zod';
import { accept, type RefusalCode, type Result, refuse, refused } from '../../core/refusal/refusals.ts';

/** A variable part of an address: what it names, and the "no" for one that does not exist or cannot. */
export type Part = {
  readonly meaning: string;
  readonly schema: z.ZodType<string>;
  /** The kind of thing whose id it is; tests put foreign ones there by this word. */
  readonly idOf: string;
  readonly missing: RefusalCode;
  /** The name of the fact that the text of the refusal shows the value under. */
  readonly fact: string;
};

export type Parts = Readonly<Record<string, Part>>;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The id of an entity, a lower-case UUID. */
export function idPart(idOf: string, missing: RefusalCode, meaning: string, fact = 'id'): Part {
  return { meaning, schema: z.string().regex(UUID), idOf, missing, fact };
}

/** A code of the trade; facts hold no control characters, and the database takes no zero byte. */
export function codePart(idOf: string, missing: RefusalCode, meaning: string, fact: string): Part {
  const schema = z
    .string()
    .max(200)
    .regex(/^\P{Cc}+$/u)
    .normalize('NFC');
  return { meaning, schema, idOf, missing, fact };
}

/** Any text; the route itself says what is not there. */
export function anyPart(idOf: string, meaning: string): Part {
  const schema = z.string().normalize('NFC');
  return { meaning, schema, idOf, missing: 'address-not-found', fact: 'address' };
}

/**
 * Reads the parts of an address. An id of somebody else, one that does not exist and one that
 * cannot exist look alike. Refuses: what the part names as missing.
 */
export function readParts(
  parts: Parts,
  given: Readonly<Record<string, string>>,
): Result<Readonly<Record<string, string>>> {
  const values: Record<string, string> = {};
  for (const [name, { schema, missing, fact }] of Object.entries(parts)) {
    const text = given[name] ?? '';
    const parsed = schema.safeParse(text);
    if (!parsed.success) return refused(refuse(missing, name, { [fact]: text }));
    values[name] = parsed.data;
  }
  return accept(values);
}
