import { basename } from 'node:path';
import { decodeOpening, decodeProof, type ParsedText } from '../../app/proofs/decodeProof.ts';
import type { Opening, Proof } from '../../core/proof/proof.ts';
import type { Result } from '../../core/refusal/refusals.ts';
import { parseJson } from './readJson.ts';
import { readText } from './readText.ts';

/** A proof file. Refuses: those of readText, parseJson and decodeProof. */
export async function readProof(path: string): Promise<Result<Proof>> {
  return read(path, decodeProof);
}

/** The opening file of a partner's proof. Refuses: as readProof. */
export async function readOpening(path: string): Promise<Result<Opening>> {
  return read(path, decodeOpening);
}

/** A proof of a million lines has about 250 MB. */
const PROOF_BYTES_MAX = 512 * 2 ** 20;

async function read<T>(path: string, decode: (parsed: ParsedText) => Result<T>): Promise<Result<T>> {
  const file = basename(path);
  const text = await readText(path, PROOF_BYTES_MAX);
  if (!text.ok) return text;
  const json = parseJson(text.value, file);
  return json.ok ? decode({ json: json.value, text: text.value, file }) : json;
}
