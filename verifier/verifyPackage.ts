import { decodeMaster } from '../app/intake/decodeMaster.ts';
import { masterOf } from '../app/masterOf.ts';
import { decodeProof } from '../app/proofs/decodeProof.ts';
import { PACKAGE_FORMAT } from '../app/proofs/proofPackage.ts';
import { verifyProof } from '../app/proofs/verifyProof.ts';
import { parseLine } from '../core/fact/parseLine.ts';
import type { Proof, ProvenEarning } from '../core/proof/proof.ts';
import { accept, type Refusal, type Result, refuse, refused } from '../core/refusal/refusals.ts';
import { canonicalJson, type Json } from '../core/text/canonicalJson.ts';
import type { Language } from '../core/wording/language.ts';
import { refusalText } from '../core/wording/refusalText.ts';
import { sha256 } from './sha256.ts';

/** What was computed again, and came to the same. */
export type VerifiedPackage = {
  readonly partner: string;
  readonly effective: string;
  readonly lines: number;
  readonly earnings: readonly Pick<ProvenEarning, 'term' | 'firstDay' | 'lastDay' | 'amount'>[];
  readonly currency: string;
  readonly agreement: { readonly en: string; readonly 'zh-CN': string };
};

/** Why it did not, in words. */
export type Reason = { readonly code: string; readonly what: string; readonly fix: string };

export type Outcome =
  | { readonly ok: true; readonly value: VerifiedPackage }
  | { readonly ok: false; readonly reasons: readonly Reason[] };

/**
 * Computes the amounts of a package again, from its lines and its terms, where it is read: nothing is asked of a server.
 * Never throws: whatever a file holds, it is found to be right, or said what is wrong.
 */
export function verifyPackage(text: string, file: string, language: Language): Outcome {
  const result = verified(text, file);
  if (result.ok) return result;
  const reasons = result.refusals.map((refusal) => {
    const { what, fix } = refusalText(refusal, language);
    return { code: refusal.code, what, fix };
  });
  return { ok: false, reasons };
}

function verified(text: string, file: string): Result<VerifiedPackage> {
  const opened = open(text, file);
  if (!opened.ok) return opened;
  const { proof, lines } = opened.value;
  const rows = lines.map((texts, index) => {
    const line = parseLine(texts);
    const parsed = line.ok ? { line: line.value } : { refusals: line.refusals };
    return { row: index + 1, texts: Object.values(texts), parsed };
  });
  const unread = rows.flatMap(({ parsed }) => ('refusals' in parsed ? parsed.refusals : []));
  if (unread.length > 0) return refused(...(unread as [Refusal, ...Refusal[]]));
  const master = proof.master === null ? undefined : decodeMaster(JSON.parse(proof.master.text));
  if (master?.ok === false) return master;
  const files = [{ sha256: file, rows }];
  const done = verifyProof({ proof, files, ...(master && { master: masterOf(master.value) }) }, sha256);
  return done.ok ? accept(shown(proof, done.value.lines)) : done;
}

type Opened = { readonly proof: Proof; readonly lines: readonly Record<string, string>[] };

/** Refuses: proof-invalid. */
function open(text: string, file: string): Result<Opened> {
  const invalid = refused(refuse('proof-invalid', '', { file, reason: 'shape-invalid' }));
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    // What a parser says of it is in its own language, and nobody mends a proof by hand.
    return invalid;
  }
  if (!isPackage(json)) return invalid;
  try {
    const proof = decodeProof({ json: json.proof, text: canonicalJson(json.proof as Json), file });
    return proof.ok ? accept({ proof: proof.value, lines: json.lines }) : proof;
  } catch {
    return invalid;
  }
}

function isPackage(json: unknown): json is Opened & { readonly format: string } {
  if (typeof json !== 'object' || json === null) return false;
  const { format, lines, proof } = json as Record<string, unknown>;
  return (
    format === PACKAGE_FORMAT && typeof proof === 'object' && Array.isArray(lines) && lines.every(isTexts)
  );
}

function isTexts(value: unknown): value is Record<string, string> {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.values(value).every((text) => typeof text === 'string')
  );
}

function shown({ scope, effective, earnings, agreement }: Proof, lines: number): VerifiedPackage {
  // The text was decoded when it was computed from.
  const { currency, name } = JSON.parse(agreement.text) as {
    readonly currency: string;
    readonly name: VerifiedPackage['agreement'];
  };
  const partner = typeof scope === 'object' ? scope.partner : '';
  return {
    ...{ partner, effective, lines, currency, agreement: name },
    earnings: earnings.map(({ term, firstDay, lastDay, amount }) => ({ term, firstDay, lastDay, amount })),
  };
}
