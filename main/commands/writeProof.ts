import { createHash, randomBytes } from 'node:crypto';
import { readText } from '../../adapters/files/readText.ts';
import { writeText } from '../../adapters/files/writeText.ts';
import { signEd25519 } from '../../adapters/system/ed25519.ts';
import type { CalculatedLines } from '../../app/calculation/calculateLines.ts';
import { makeProof, type ProofFrame } from '../../app/proofs/makeProof.ts';
import { provePartner } from '../../app/proofs/provePartner.ts';
import { type Opening, type Proof, signedBytes } from '../../core/proof/proof.ts';
import { accept, type Result } from '../../core/refusal/refusals.ts';
import { canonicalJson, type Json } from '../../core/text/canonicalJson.ts';
import { hex } from '../../core/text/hex.ts';

/** What `calculate --proof` is asked for. */
export type ProofOptions = {
  readonly proof: string;
  readonly full?: boolean;
  readonly partner?: string;
  readonly signWith?: string;
};

/** The files that were written. */
export type WrittenProof = { readonly proof: string; readonly opening?: string };

/**
 * Writes the proof of a calculation, and beside that of a partner the file that opens it.
 * Refuses: those of makeProof, provePartner, signEd25519 and writeText.
 */
export async function writeProof(
  options: ProofOptions,
  frame: ProofFrame,
  result: CalculatedLines,
): Promise<Result<WrittenProof>> {
  const made = proofOf(options, frame, result);
  if (!made.ok) return made;
  const { opening } = made.value;
  const proof = await signed(made.value.proof, options.signWith);
  if (!proof.ok) return proof;
  const openingPath = options.proof.replace(/(\.json)?$/, '.opening.json');
  if (opening !== undefined) {
    const kept = await writeText(openingPath, textOf(opening), { isSecret: true });
    if (!kept.ok) return kept;
  }
  const written = await writeText(options.proof, textOf(proof.value));
  if (!written.ok) return written;
  return accept({ proof: options.proof, ...(opening && { opening: openingPath }) });
}

export function sha256(bytes: Uint8Array): Uint8Array {
  return createHash('sha256').update(bytes).digest();
}

type Made = { readonly proof: Proof; readonly opening?: Opening };

function proofOf({ full, partner }: ProofOptions, frame: ProofFrame, result: CalculatedLines): Result<Made> {
  if (partner !== undefined) {
    return provePartner(frame, result.lines, { partner, salt: randomBytes(32).toString('hex') }, sha256);
  }
  const proof = makeProof(frame, result, full === true ? 'everything' : 'withoutInternal', sha256);
  return proof.ok ? accept({ proof: proof.value }) : proof;
}

async function signed(proof: Proof, keyPath: string | undefined): Promise<Result<Proof>> {
  if (keyPath === undefined) return accept(proof);
  const pem = await readText(keyPath);
  if (!pem.ok) return pem;
  const signature = signEd25519(pem.value, keyPath, signedBytes(proof));
  if (!signature.ok) return signature;
  return accept({ ...proof, signature: { algorithm: 'Ed25519', value: hex(signature.value) } });
}

function textOf(value: Proof | Opening): string {
  return `${canonicalJson(value as unknown as Json)}\n`;
}
