import { basename } from 'node:path';
import { z } from 'zod';
import { parseDate } from '../../core/calendar/localDate.ts';
import { parseExact } from '../../core/explanation/operands.ts';
import { type Opening, PROOF_FORMAT, type Proof } from '../../core/proof/proof.ts';
import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import { canonicalJson, type Json } from '../../core/text/canonicalJson.ts';
import { parseJson } from './readJson.ts';
import { readText } from './readText.ts';

const day = z.string().refine((text) => parseDate(text) !== undefined);
const number = z.string().refine((text) => parseExact(text) !== undefined);
const integer = z.string().regex(/^-?\d{1,40}$/);
const hash = z.string().regex(/^[0-9a-f]{64}$/);
const count = z.int().min(0);
const hashedText = z.strictObject({ sha256: hash, text: z.string() });
const lineName = { source: z.string(), document: z.string(), line: z.string() };
const leaf = z.strictObject({ ...lineName, sha256: hash, batch: z.int(), knownOn: day.nullable() });

/** What a step says is compared with what is calculated again, whatever it is. */
const step = z.looseObject({ kind: z.string(), steps: z.array(z.unknown()) });

const earning = z.strictObject({
  term: z.string(),
  partner: z.string(),
  firstDay: day,
  lastDay: day,
  exact: z.string(),
  amount: z.string(),
  shares: z.array(z.strictObject({ ...lineName, share: z.string() })),
  explanation: step,
});

const place = { id: z.string(), group: z.string(), firstDay: day };
const sum = z.strictObject({ value: number, lines: count });
const sums = z.record(z.string(), sum);
const figure = z.discriminatedUnion('of', [
  z.strictObject({ ...place, of: z.enum(['payoutLimit', 'amountLimit']), asked: z.array(number) }),
  z.strictObject({ ...place, of: z.literal('group'), qualifier: sum, payouts: sums, slots: sums }),
  z.strictObject({ ...place, of: z.literal('rounding'), exact: number, floored: integer, ahead: integer }),
  z.strictObject({ ...place, of: z.literal('cap'), positive: z.array(number), negative: number }),
]);

const proof = z.strictObject({
  format: z.literal(PROOF_FORMAT),
  scope: z.union([z.enum(['everything', 'withoutInternal']), z.strictObject({ partner: z.string().min(1) })]),
  calculation: z.string(),
  effective: day,
  known: day.nullable(),
  agreement: hashedText,
  master: hashedText.nullable(),
  lines: z.strictObject({ root: hash, leaves: z.array(leaf) }),
  earnings: z.array(earning),
  others: z.strictObject({ figures: z.array(figure), commitment: hash }).nullable(),
  signature: z
    .strictObject({ algorithm: z.literal('Ed25519'), value: z.string().regex(/^[0-9a-f]{128}$/) })
    .nullable(),
});

const opening = z.strictObject({ format: z.literal('openrebate-opening/v1'), salt: hash, proof });

/**
 * A proof file. It is canonical JSON, so that one proof has one sequence of bytes.
 * Refuses: those of readText and parseJson, proof-invalid.
 */
export async function readProof(path: string): Promise<Result<Proof>> {
  return read(path, proof as unknown as z.ZodType<Proof>);
}

/** The opening file of a partner's proof. Refuses: as readProof. */
export async function readOpening(path: string): Promise<Result<Opening>> {
  return read(path, opening as unknown as z.ZodType<Opening>);
}

async function read<T>(path: string, shape: z.ZodType<T>): Promise<Result<T>> {
  const file = basename(path);
  const text = await readText(path, PROOF_BYTES_MAX);
  if (!text.ok) return text;
  const json = parseJson(text.value, file);
  if (!json.ok) return json;
  const found = shape.safeParse(json.value);
  if (!found.success) {
    const at = found.error.issues[0]?.path.join('.') ?? '';
    return refused(refuse('proof-invalid', at, { file, reason: 'shape-invalid' }));
  }
  const texts = hashedTexts(json.value).every((inner) => parseJson(inner, file).ok);
  if (!texts) return refused(refuse('proof-invalid', 'agreement', { file, reason: 'not-canonical' }));
  const isCanonical = text.value.trimEnd() === canonical(json.value);
  if (!isCanonical) return refused(refuse('proof-invalid', '', { file, reason: 'not-canonical' }));
  return accept(found.data);
}

/** A proof of a million lines has about 200 MB. */
const PROOF_BYTES_MAX = 512 * 2 ** 20;

/** The texts of terms and master data, which are JSON themselves. */
function hashedTexts(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = value as Record<string, unknown>;
  if (typeof own.text === 'string' && typeof own.sha256 === 'string') return [own.text];
  return [own.agreement, own.master, own.proof].flatMap(hashedTexts);
}

/** Numbers that no proof may hold make it not canonical, too. */
function canonical(value: unknown): string | undefined {
  try {
    return canonicalJson(value as Json);
  } catch {
    return undefined;
  }
}
