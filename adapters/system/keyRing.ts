import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { KeyInfo, KeyRing, Sealed } from '../../app/ports/keyRing.ts';
import type { Clock } from '../../app/ports.ts';
import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import { addKeyTo, readKeyFolder } from './keyFolder.ts';
import type { RingKey } from './ringKey.ts';

/** Keys that somebody gave, the current one first; or the folder that they lie in, found when it is needed. */
export type KeySource =
  | { readonly given: readonly RingKey[] }
  | { readonly folder: () => Promise<Result<string>> };

const ALGORITHM = 'aes-256-gcm';
const START_BYTES = 12;
const TAG_BYTES = 16;

/**
 * The key ring on this machine: AES-256-GCM, a random start for each text, and what the text is
 * bound to as associated data. Sealed bytes are start, tag, text.
 */
export function keyRing(source: KeySource, clock: Clock): KeyRing {
  const read = () => readKeys(source);
  return {
    seal: async (text, bound) => {
      const keys = await read();
      if (!keys.ok) return keys;
      const [current] = keys.value;
      const key = current === undefined ? await addKey(source, [], clock) : accept(current);
      return key.ok ? accept(sealed(key.value, text, bound)) : key;
    },
    open: async ({ key: fingerprint, bytes }, bound) => {
      const keys = await read();
      if (!keys.ok) return keys;
      const key = keys.value.find((candidate) => candidate.fingerprint === fingerprint);
      if (key === undefined) return refused(refuse('key-not-in-ring', 'key', { key: fingerprint }));
      const text = opened(key, bytes, bound);
      if (text !== undefined) return accept(text);
      return refused(refuse('sealed-text-unreadable', 'key', { key: fingerprint }));
    },
    list: async () => {
      const keys = await read();
      return keys.ok ? accept(keys.value.map((key, index) => infoOf(key, index === 0))) : keys;
    },
    add: async () => {
      const keys = await read();
      if (!keys.ok) return keys;
      const key = await addKey(source, keys.value, clock);
      return key.ok ? accept(infoOf(key.value, true)) : key;
    },
  };
}

/** Read each time: another program may have added one. */
async function readKeys(source: KeySource): Promise<Result<readonly RingKey[]>> {
  if ('given' in source) return accept(source.given);
  const folder = await source.folder();
  return folder.ok ? readKeyFolder(folder.value) : folder;
}

async function addKey(source: KeySource, others: readonly RingKey[], clock: Clock): Promise<Result<RingKey>> {
  if ('given' in source) return refused(refuse('key-ring-fixed', 'OPENREBATE_KEY_RING'));
  const folder = await source.folder();
  return folder.ok ? accept(await addKeyTo(folder.value, others, clock.now())) : folder;
}

function sealed({ fingerprint, bytes: key }: RingKey, text: string, bound: string): Sealed {
  const start = randomBytes(START_BYTES);
  const cipher = createCipheriv(ALGORITHM, key, start).setAAD(Buffer.from(bound, 'utf8'));
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return { key: fingerprint, bytes: Buffer.concat([start, cipher.getAuthTag(), body]) };
}

function opened({ bytes: key }: RingKey, bytes: Uint8Array, bound: string): string | undefined {
  if (bytes.length < START_BYTES + TAG_BYTES) return undefined;
  const start = bytes.subarray(0, START_BYTES);
  const decipher = createDecipheriv(ALGORITHM, key, start, { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.from(bound, 'utf8'));
  decipher.setAuthTag(bytes.subarray(START_BYTES, START_BYTES + TAG_BYTES));
  try {
    const body = decipher.update(bytes.subarray(START_BYTES + TAG_BYTES));
    return Buffer.concat([body, decipher.final()]).toString('utf8');
  } catch {
    return undefined;
  }
}

function infoOf({ fingerprint, createdAt }: RingKey, isCurrent: boolean): KeyInfo {
  return { fingerprint, ...(createdAt !== undefined && { createdAt }), isCurrent };
}
