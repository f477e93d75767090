/** The first 32 bits of the fractional parts of the cube roots of the first 64 primes. Source: FIPS 180-4. */
const K = Uint32Array.from(fractions(64, 3));
/** The same of the square roots of the first eight. */
const START = fractions(8, 2);

const BLOCK = 64;

/** SHA-256 at once: what browsers have gives it later, and the calculation does not wait. */
export function sha256(bytes: Uint8Array): Uint8Array {
  const state = Uint32Array.from(START);
  const padded = padding(bytes);
  const view = new DataView(padded.buffer);
  const words = new Uint32Array(BLOCK);
  for (let at = 0; at < padded.length; at += BLOCK) mix(state, words, view, at);
  const hash = new Uint8Array(32);
  const out = new DataView(hash.buffer);
  for (const [index, word] of state.entries()) out.setUint32(index * 4, word);
  return hash;
}

/** The bytes, a one, zeros, and how many bits there were, in whole blocks. */
function padding(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const padded = new Uint8Array(Math.ceil((bytes.length + 9) / BLOCK) * BLOCK);
  padded.set(bytes);
  padded[bytes.length] = 0x80;
  new DataView(padded.buffer).setBigUint64(padded.length - 8, BigInt(bytes.length) * 8n);
  return padded;
}

function mix(state: Uint32Array, words: Uint32Array, view: DataView, at: number): void {
  for (let index = 0; index < BLOCK; index += 1) {
    words[index] = index < 16 ? view.getUint32(at + index * 4) : (expanded(words, index) as number);
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  for (const [index, word] of words.entries()) {
    const upper = turned(e, 6) ^ turned(e, 11) ^ turned(e, 25);
    const first = (h + upper + ((e & f) ^ (~e & g)) + (K[index] ?? 0) + word) | 0;
    const lower = turned(a, 2) ^ turned(a, 13) ^ turned(a, 22);
    const second = (lower + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + second) | 0];
  }
  for (const [index, word] of [a, b, c, d, e, f, g, h].entries()) {
    state[index] = ((state[index] ?? 0) + word) | 0;
  }
}

function expanded(words: Uint32Array, index: number): number {
  const [before, early] = [words[index - 2] ?? 0, words[index - 15] ?? 0];
  const high = turned(before, 17) ^ turned(before, 19) ^ (before >>> 10);
  const low = turned(early, 7) ^ turned(early, 18) ^ (early >>> 3);
  return ((words[index - 16] ?? 0) + low + (words[index - 7] ?? 0) + high) | 0;
}

function turned(word: number, bits: number): number {
  return (word >>> bits) | (word << (32 - bits));
}

/** The first 32 bits behind the point of the roots of the first primes, whole and exact. */
function fractions(count: number, degree: 2 | 3): number[] {
  const primes: bigint[] = [];
  for (let number = 2n; primes.length < count; number += 1n) {
    if (primes.every((prime) => number % prime !== 0n)) primes.push(number);
  }
  return primes.map((prime) => Number(root(prime << BigInt(32 * degree), BigInt(degree)) & 0xffffffffn));
}

/** The whole part of a root. */
function root(value: bigint, degree: bigint): bigint {
  let [low, high] = [0n, 1n << 36n];
  while (high - low > 1n) {
    const middle = (low + high) / 2n;
    if (middle ** degree <= value) low = middle;
    else high = middle;
  }
  return low;
}
