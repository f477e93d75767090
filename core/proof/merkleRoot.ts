/** SHA-256 of bytes: core takes it as an argument and computes none itself. */
export type Sha256 = (bytes: Uint8Array) => Uint8Array;

/**
 * The root of a Merkle tree over leaves in their order, as RFC 6962 (2.1) builds it: a leaf is
 * hashed behind a zero byte, two nodes behind a one byte, and a tree of n leaves is split at the
 * largest power of two below n. No leaf at all gives the hash of nothing.
 */
export function merkleRoot(leaves: readonly Uint8Array[], sha256: Sha256): Uint8Array {
  if (leaves.length === 0) return sha256(new Uint8Array());
  return rootOf(
    leaves.map((leaf) => sha256(joined(0, leaf))),
    sha256,
  );
}

function rootOf(nodes: readonly Uint8Array[], sha256: Sha256): Uint8Array {
  const [first] = nodes;
  if (nodes.length === 1 && first !== undefined) return first;
  let left = 1;
  while (left * 2 < nodes.length) left *= 2;
  return sha256(joined(1, rootOf(nodes.slice(0, left), sha256), rootOf(nodes.slice(left), sha256)));
}

function joined(prefix: number, ...parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(1 + parts.reduce((sum, { length }) => sum + length, 0));
  bytes[0] = prefix;
  let at = 1;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
