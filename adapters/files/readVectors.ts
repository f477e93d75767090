import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { ExpectedEarning, Vector } from '../../app/calculation/runVector.ts';
import { decodeMaster } from '../../app/intake/decodeMaster.ts';
import {
  type Decoder,
  date,
  key,
  list,
  object,
  oneOf,
  optional,
  prose,
  wholeNumber,
} from '../../core/agreement/decoder.ts';
import { accept, type Refusal, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import { fileRefusal } from './fileRefusal.ts';
import { readJson } from './readJson.ts';

export const VECTOR_FORMAT = 'openrebate-conformance/v1';

/** Whatever stands there: an agreement is decoded, or refused, when the vector runs. */
const anything: Decoder<unknown> = { schema: true, decode: (value) => value };

const texts: Decoder<Readonly<Record<string, string>>> = {
  schema: { type: 'object', additionalProperties: { type: 'string' } },
  decode: (json, at, refusals) => {
    const isTexts =
      typeof json === 'object' &&
      json !== null &&
      !Array.isArray(json) &&
      Object.values(json).every((value) => typeof value === 'string');
    if (isTexts) return json as Record<string, string>;
    refusals.push(refuse('agreement-field-type', at, { expected: 'object' }));
    return undefined;
  },
};

const expectedEarning: Decoder<ExpectedEarning> = object({
  term: key,
  partner: key,
  firstDay: prose,
  lastDay: prose,
  amount: prose,
  exact: optional(prose),
  tier: optional(wholeNumber(0, Number.MAX_SAFE_INTEGER)),
  lines: optional(texts),
  blocked: optional(wholeNumber(0, Number.MAX_SAFE_INTEGER)),
});

const vector = object({
  id: key,
  mechanism: key,
  source: prose,
  note: optional(prose),
  agreement: anything,
  lines: list(texts, 0),
  master: optional(anything),
  effective: date,
  known: optional(date),
  expect: object({
    earnings: optional(list(expectedEarning, 0)),
    refused: optional(list(key, 1)),
  }),
});

const vectorFile = object({ format: oneOf(VECTOR_FORMAT), vectors: list(vector, 1) });
type DecodedVector = NonNullable<ReturnType<typeof vector.decode>>;

/**
 * The vectors of a file, or of all .json files of a folder in order of their names. Master data is
 * written as in a master file, days as "YYYY-MM-DD". Each id is there once.
 * Refuses: those of readJson, file-not-found, vectors-invalid.
 */
export async function readVectors(path: string): Promise<Result<readonly Vector[]>> {
  const files = await filesOf(path);
  if (!files.ok) return files;
  const vectors: Vector[] = [];
  const refusals: Refusal[] = [];
  for (const file of files.value) {
    const json = await readJson(file);
    const read = json.ok ? decodeVectors(json.value, basename(file)) : json;
    if (read.ok) vectors.push(...read.value);
    else refusals.push(...read.refusals);
  }
  const ids = vectors.map(({ id }) => id);
  const repeated = ids.filter((id, index) => ids.indexOf(id) !== index);
  refusals.push(...repeated.map((id) => invalid(basename(path), id, 'id-repeated')));
  return refusals.length > 0 ? refused(...refusals) : accept(vectors);
}

export function decodeVectors(json: unknown, file: string): Result<readonly Vector[]> {
  const problems: Refusal[] = [];
  const found = vectorFile.decode(json, '', problems);
  if (found === undefined) {
    return refused(...problems.map(({ at, code, facts }) => invalid(file, at, code, facts)));
  }
  const refusals: Refusal[] = [];
  const vectors = found.vectors.flatMap((entry, index) => {
    const complete = completed(entry, `vectors[${index}]`, file);
    if (complete.ok) return [complete.value];
    refusals.push(...complete.refusals);
    return [];
  });
  return refusals.length > 0 ? refused(...refusals) : accept(vectors);
}

/** Master data in rows, and exactly one thing that is expected. */
function completed({ master, expect, ...said }: DecodedVector, at: string, file: string): Result<Vector> {
  const rows = master === undefined ? undefined : decodeMaster(master);
  if (rows !== undefined && !rows.ok) {
    return refused(
      ...rows.refusals.map((problem) => invalid(file, `${at}.master.${problem.at}`, problem.code)),
    );
  }
  const { earnings, refused: codes } = expect;
  const only =
    earnings !== undefined && codes === undefined
      ? { earnings }
      : codes !== undefined && earnings === undefined
        ? { refused: codes }
        : undefined;
  if (only === undefined) return refused(invalid(file, `${at}.expect`, 'expects-not-one'));
  return accept({ ...said, ...(rows && { master: rows.value }), expect: only });
}

function invalid(file: string, at: string, reason: string, facts: Record<string, string> = {}): Refusal {
  return refuse('vectors-invalid', at, { ...facts, file, reason });
}

async function filesOf(path: string): Promise<Result<readonly string[]>> {
  try {
    if (!(await stat(path)).isDirectory()) return accept([path]);
    const names = (await readdir(path)).filter((name) => name.endsWith('.json')).sort();
    if (names.length > 0) return accept(names.map((name) => join(path, name)));
    return refused(refuse('file-not-found', basename(path), { file: join(path, '*.json') }));
  } catch (error) {
    const refusal = fileRefusal(error, path);
    if (refusal === undefined) throw error;
    return refused(refusal);
  }
}
