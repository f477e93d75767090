import {
  type Decoder,
  list,
  object,
  oneOf,
  optional,
  variants,
  wordOr,
} from '../../core/agreement/decoder.ts';
import { parseDate } from '../../core/calendar/localDate.ts';
import { parseExact } from '../../core/explanation/operands.ts';
import { type Opening, PROOF_FORMAT, type Proof } from '../../core/proof/proof.ts';
import { accept, type Refusal, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import { canonicalJson, type Json } from '../../core/text/canonicalJson.ts';
import { ADJUSTMENT_LIST } from './adjustmentList.ts';

const anyText = texts(() => true);
const day = texts((text) => parseDate(text) !== undefined);
const number = texts((text) => parseExact(text) !== undefined);
const integer = texts((text) => /^-?\d{1,40}$/.test(text));
const hash = texts((text) => /^[0-9a-f]{64}$/.test(text));
const count = checked((value) => Number.isSafeInteger(value) && (value as number) >= 0) as Decoder<number>;

const lineName = { source: anyText, document: anyText, line: anyText };
const hashedText = object({ sha256: hash, text: anyText });
const leaf = object({ ...lineName, sha256: hash, batch: count, knownOn: orNull(day) });

/** What a step says is compared with what is calculated again; here it is something with steps in it. */
const step: Decoder<object> = checked(isStep) as Decoder<object>;

const earning = object({
  term: anyText,
  partner: anyText,
  firstDay: day,
  lastDay: day,
  exact: anyText,
  amount: anyText,
  shares: list(object({ ...lineName, share: anyText }), 0),
  explanation: step,
});

const place = { id: anyText, group: anyText, firstDay: day };
const sum = object({ value: number, lines: count });
const sums: Decoder<object> = {
  schema: { type: 'object' },
  decode: (value, at, refusals) => {
    if (!isObject(value)) return fail(at, refusals);
    const before = refusals.length;
    const found = Object.entries(value).map(([id, entry]) => [
      id,
      sum.decode(entry, `${at}.${id}`, refusals),
    ]);
    return refusals.length === before ? Object.fromEntries(found) : undefined;
  },
};
const limit = (of: 'payoutLimit' | 'amountLimit') =>
  object({ ...place, of: oneOf(of), asked: list(number, 1) });
const figure: Decoder<object> = variants<object>('of', {
  payoutLimit: limit('payoutLimit'),
  amountLimit: limit('amountLimit'),
  group: object({ ...place, of: oneOf('group'), qualifier: sum, payouts: sums, slots: sums }),
  rounding: object({
    ...place,
    of: oneOf('rounding'),
    exact: number,
    signs: oneOf('one', 'both'),
    floored: integer,
    ahead: integer,
  }),
  cap: object({ ...place, of: oneOf('cap'), positive: list(number, 1), negative: number }),
});

const proof = object({
  format: oneOf(PROOF_FORMAT),
  scope: wordOr(['everything', 'withoutInternal'], object({ partner: anyText })),
  calculation: anyText,
  effective: day,
  known: orNull(day),
  agreement: hashedText,
  master: orNull(hashedText),
  adjustments: optional(ADJUSTMENT_LIST),
  lines: object({ root: hash, leaves: list(leaf, 0) }),
  earnings: list(earning, 0),
  others: orNull(object({ figures: list(figure, 0), commitment: hash })),
  signature: orNull(
    object({ algorithm: oneOf('Ed25519'), value: texts((text) => /^[0-9a-f]{128}$/.test(text)) }),
  ),
});

const opening = object({ format: oneOf('openrebate-opening/v1'), salt: hash, proof });

/** A text as it came, and what JSON it is. */
export type ParsedText = { readonly json: unknown; readonly text: string; readonly file: string };

/** A proof. It is canonical JSON, so that one proof has one sequence of bytes. Refuses: proof-invalid. */
export function decodeProof(parsed: ParsedText): Result<Proof> {
  return decode(parsed, proof as Decoder<unknown> as Decoder<Proof>);
}

/** The opening of a partner's proof. Refuses: as decodeProof. */
export function decodeOpening(parsed: ParsedText): Result<Opening> {
  return decode(parsed, opening as Decoder<unknown> as Decoder<Opening>);
}

function decode<T>({ json, text, file }: ParsedText, shape: Decoder<T>): Result<T> {
  const problems: Refusal[] = [];
  const found = shape.decode(json, '', problems);
  const [problem] = problems;
  if (found === undefined || problem !== undefined) {
    return refused(refuse('proof-invalid', problem?.at ?? '', { file, reason: 'shape-invalid' }));
  }
  const isCanonical = text.trimEnd() === canonical(found) && hashedTexts(found).every(isCanonicalText);
  return isCanonical
    ? accept(found)
    : refused(refuse('proof-invalid', '', { file, reason: 'not-canonical' }));
}

/** The texts of terms and master data, which are JSON themselves. */
function hashedTexts(value: unknown): string[] {
  if (!isObject(value)) return [];
  if (typeof value.text === 'string' && typeof value.sha256 === 'string') return [value.text];
  return [value.agreement, value.master, value.proof].flatMap(hashedTexts);
}

function isCanonicalText(text: string): boolean {
  try {
    return canonical(JSON.parse(text)) === text;
  } catch {
    return false;
  }
}

/** Undefined for what no canonical JSON may hold, such as a number that is not whole. */
function canonical(value: unknown): string | undefined {
  try {
    return canonicalJson(value as Json);
  } catch {
    return undefined;
  }
}

function texts(isGood: (text: string) => boolean): Decoder<string> {
  return checked((value) => typeof value === 'string' && isGood(value)) as Decoder<string>;
}

/** A value as it stands, where it passes a test. */
function checked(isGood: (value: unknown) => boolean): Decoder<unknown> {
  return {
    schema: true,
    decode: (value, at, refusals) => (isGood(value) ? value : fail(at, refusals)),
  };
}

function orNull<T>(decoder: Decoder<T>): Decoder<T | null> {
  return {
    schema: true,
    decode: (value, at, refusals) => (value === null ? null : decoder.decode(value, at, refusals)),
  };
}

function fail(at: string, refusals: Refusal[]): undefined {
  refusals.push(refuse('proof-invalid', at));
  return undefined;
}

function isStep(value: unknown): boolean {
  return (
    isObject(value) &&
    typeof value.kind === 'string' &&
    Array.isArray(value.steps) &&
    value.steps.every(isStep)
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
