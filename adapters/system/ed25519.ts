import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';

/** Signs bytes with a private key (PEM). Refuses: proof-key-invalid. */
export function signEd25519(pem: string, file: string, bytes: Uint8Array): Result<Uint8Array> {
  const key = keyOf(pem, file, createPrivateKey);
  return key.ok ? accept(sign(null, bytes, key.value)) : key;
}

/** Whether a signature is that of a public key (PEM) over bytes. Refuses: proof-key-invalid. */
export function isSignedBy(
  pem: string,
  file: string,
  bytes: Uint8Array,
  signature: Uint8Array,
): Result<boolean> {
  const key = keyOf(pem, file, createPublicKey);
  return key.ok ? accept(verify(null, bytes, key.value, signature)) : key;
}

function keyOf(pem: string, file: string, open: (pem: string) => KeyObject): Result<KeyObject> {
  let key: KeyObject;
  try {
    key = open(pem);
  } catch {
    return refused(refuse('proof-key-invalid', file, { file, reason: 'not-pem' }));
  }
  if (key.asymmetricKeyType === 'ed25519') return accept(key);
  return refused(refuse('proof-key-invalid', file, { file, reason: 'not-ed25519' }));
}
