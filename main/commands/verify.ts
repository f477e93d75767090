import { readOpening, readProof } from '../../adapters/files/readProof.ts';
import { readText } from '../../adapters/files/readText.ts';
import { isSignedBy } from '../../adapters/system/ed25519.ts';
import { type LineFileRows, refusalsOf } from '../../app/calculation/calculateLines.ts';
import { decodeMaster } from '../../app/intake/decodeMaster.ts';
import { masterOf } from '../../app/masterOf.ts';
import { openProof } from '../../app/proofs/openProof.ts';
import { type Verified, verifyProof } from '../../app/proofs/verifyProof.ts';
import type { Master } from '../../core/master/master.ts';
import { type Proof, signedBytes } from '../../core/proof/proof.ts';
import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import { bytesOfHex } from '../../core/text/hex.ts';
import { refusalLine, type Terminal } from '../terminal.ts';
import { text } from '../texts.ts';
import { rowsOf } from './calculateFiles.ts';
import { sha256 } from './writeProof.ts';

export type VerifyOptions = {
  readonly lines: readonly string[];
  readonly source?: string;
  readonly open?: string;
  readonly publicKey?: string;
};

/** `openrebate verify`: computes a proof again from one's own lines, without database or network. */
export async function verify(terminal: Terminal, path: string, options: VerifyOptions): Promise<void> {
  const proof = await readProof(path);
  if (!proof.ok) return terminal.refuse(proof.refusals);
  const rows = await rowsOf(options, () => {});
  if (!rows.ok) return terminal.refuse(rows.refusals);
  for (const refusal of refusalsOf(rows.value)) terminal.say(refusalLine(refusal, terminal.language));
  const isSigned = await checkSignature(proof.value, options.publicKey);
  if (!isSigned.ok) return terminal.refuse(isSigned.refusals);
  const verified = await verifyWith(proof.value, rows.value, options.open);
  if (!verified.ok) return terminal.refuse(verified.refusals);
  const { lines, earnings, aside } = verified.value;
  const { scope, calculation, effective, known, signature } = proof.value;
  const signedAs = isSigned.value ? 'checked' : signature === null ? 'none' : 'notChecked';
  if (terminal.isJson) {
    return terminal.json({
      format: 'openrebate-verification/v1',
      verified: true,
      scope,
      calculation,
      effective,
      known,
      lines,
      earnings,
      linesOfOthers: aside,
      signature: signedAs,
      ...(options.open !== undefined && { opened: true }),
    });
  }
  terminal.print(text(terminal.language, 'verified', { lines, earnings }));
  if (aside > 0) terminal.print(text(terminal.language, 'verifiedAside', { lines: aside }));
  if (options.open !== undefined) terminal.print(text(terminal.language, 'verifiedOpened'));
  terminal.print(text(terminal.language, `signature.${signedAs}`));
}

async function verifyWith(
  proof: Proof,
  files: readonly LineFileRows[],
  openingPath: string | undefined,
): Promise<Result<Verified>> {
  if (openingPath === undefined) {
    const master = masterIn(proof);
    return master.ok ? verifyProof({ proof, files, ...master.value }, sha256) : master;
  }
  const opening = await readOpening(openingPath);
  if (!opening.ok) return opening;
  const master = masterIn(opening.value.proof);
  if (!master.ok) return master;
  return openProof({ proof, opening: opening.value, files, ...master.value }, sha256);
}

function masterIn({ master }: Proof): Result<{ readonly master?: Master }> {
  if (master === null) return accept({});
  const rows = decodeMaster(JSON.parse(master.text));
  return rows.ok ? accept({ master: masterOf(rows.value) }) : rows;
}

/** False where nobody asked. Refuses: proof-signature-missing, proof-signature-invalid, proof-key-invalid. */
async function checkSignature(proof: Proof, keyPath: string | undefined): Promise<Result<boolean>> {
  if (keyPath === undefined) return accept(false);
  const { signature } = proof;
  if (signature === null) return refused(refuse('proof-signature-missing', 'signature'));
  const pem = await readText(keyPath);
  if (!pem.ok) return pem;
  const isGood = isSignedBy(pem.value, keyPath, signedBytes(proof), bytesOfHex(signature.value));
  if (!isGood.ok) return isGood;
  return isGood.value ? accept(true) : refused(refuse('proof-signature-invalid', 'signature'));
}
