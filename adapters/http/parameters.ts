import { z } from 'zod';
import { accept, type Refusal, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import { LANGUAGES } from '../../core/wording/language.ts';
import { dayField } from './dayField.ts';

/** One query parameter: what it means, what is taken, and that in signs that need no translation. */
export type Parameter = {
  readonly schema: z.ZodType;
  readonly expected: string;
  readonly meaning: string;
  /** The kind of thing whose id or code it is; tests put foreign ones there by this word. */
  readonly idOf?: string;
  readonly isRequired?: boolean;
};

export type Parameters = Readonly<Record<string, Parameter>>;

/** The values of the parameters, by name. */
export type Values<P extends Parameters> = { readonly [name in keyof P]: z.output<P[name]['schema']> };

const TEXT_MAX = 200;

/** A whole number that may be left out. */
export function wholeNumber<Value extends number>(
  bounds: { readonly min: number; readonly max: number; readonly default: Value },
  meaning: string,
) {
  const { min, max } = bounds;
  const schema = z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .pipe(z.int().min(min).max(max))
    .default(bounds.default);
  return { schema, expected: `${min}…${max}`, meaning };
}

/** A code of the trade; facts hold no control characters, so no code does. */
export function code(meaning: string, idOf: string) {
  return { ...textParameter(meaning), idOf };
}

/** A short text that is no name of anything of ours. */
export function textParameter(meaning: string) {
  const schema = z
    .string()
    .max(TEXT_MAX)
    .regex(/^\P{Cc}+$/u)
    .normalize('NFC')
    .optional();
  return { schema, expected: `\\P{Cc}{1,${TEXT_MAX}}`, meaning };
}

/** One of some words. */
export function oneOfParameter<const W extends string>(words: readonly W[], meaning: string) {
  return { schema: z.enum(words).optional(), expected: words.join(', '), meaning };
}

/** Yes or no; no where it is not given. */
export function flagParameter(meaning: string) {
  return { schema: z.enum(['true', 'false']).default('false'), expected: 'true, false', meaning };
}

/** A day, as our integer day. */
export function dayParameter(meaning: string) {
  return { schema: dayField.optional(), expected: 'YYYY-MM-DD', meaning };
}

/** How many rows a page has at most. */
export const limitParameter = wholeNumber({ min: 1, max: 500, default: 50 }, 'how many rows at most');

/** Every address of the API takes it; without it the Accept-Language header decides. */
export const languageParameter = {
  schema: z.enum(LANGUAGES).optional(),
  expected: LANGUAGES.join(', '),
  meaning: 'the language of texts and refusals; without it the Accept-Language header decides',
} satisfies Parameter;

/**
 * Reads the query of an address: an empty parameter is one that is not given, an unknown one is
 * refused, since it would silently select something else than was meant.
 * Refuses: argument-invalid (argument, value, expected), one per parameter.
 */
export function readParameters<P extends Parameters>(
  parameters: P,
  query: Readonly<Record<string, unknown>>,
): Result<Values<P>> {
  const values: Record<string, unknown> = {};
  const refusals: Refusal[] = Object.keys(query)
    .filter((name) => !Object.hasOwn(parameters, name))
    .map((name) => unknown(name, parameters));
  for (const [name, { schema, expected }] of Object.entries(parameters)) {
    const given = query[name] === '' ? undefined : query[name];
    const parsed = schema.safeParse(given);
    if (parsed.success) values[name] = parsed.data;
    else refusals.push(invalid(name, given, expected));
  }
  return refusals.length > 0 ? refused(...refusals) : accept(values as Values<P>);
}

function unknown(name: string, parameters: Parameters): Refusal {
  const expected = Object.keys(parameters).join(', ');
  return refuse('argument-invalid', name, { argument: 'query', value: name, expected });
}

function invalid(argument: string, value: unknown, expected: string): Refusal {
  return refuse('argument-invalid', argument, { argument, value: String(value), expected });
}
