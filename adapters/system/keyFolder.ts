import { randomBytes } from 'node:crypto';
import { link, mkdir, open, readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import { fingerprintOf, KEY_BYTES, type RingKey } from './ringKey.ts';

const FILE = /^[0-9a-f]{16}\.key$/;

/**
 * The keys of a folder, the newest first: a file each, for its owner alone, named by its fingerprint.
 * No file is ever changed, so that two programs can add keys at once and none is lost.
 * Refuses: key-ring-invalid (place, reason).
 */
export async function readKeyFolder(folder: string): Promise<Result<readonly RingKey[]>> {
  const names = await namesIn(folder);
  const keys: RingKey[] = [];
  for (const name of names) {
    const path = join(folder, name);
    const { mode } = await stat(path);
    if ((mode & 0o077) !== 0) return refused(invalid(path, 'key-readable-by-others'));
    const key = parseKeyFile(await readFile(path, 'utf8'));
    if (key === undefined || `${key.fingerprint}.key` !== name)
      return refused(invalid(path, 'key-file-damaged'));
    keys.push(key);
  }
  return accept(keys.sort(newestFirst));
}

/** Adds a key that is newer than all others. */
export async function addKeyTo(folder: string, others: readonly RingKey[], now: Date): Promise<RingKey> {
  const newest = Math.max(0, ...others.map(({ createdAt = '' }) => Date.parse(createdAt) + 1));
  const createdAt = new Date(Math.max(now.getTime(), newest)).toISOString();
  const bytes = randomBytes(KEY_BYTES);
  const key = { fingerprint: fingerprintOf(bytes), bytes, createdAt };
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await writeKey(join(folder, `${key.fingerprint}.key`), key);
  return key;
}

/** Whole or not at all, and still there after a power cut. */
async function writeKey(path: string, { bytes, createdAt }: RingKey): Promise<void> {
  const fresh = `${path}.new`;
  const file = await open(fresh, 'wx', 0o600);
  try {
    await file.writeFile(`${JSON.stringify({ key: Buffer.from(bytes).toString('base64'), createdAt })}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  await link(fresh, path);
  await rm(fresh);
  const folder = await open(join(path, '..'), 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).filter((name) => FILE.test(name));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

function parseKeyFile(text: string): RingKey | undefined {
  try {
    const { key, createdAt } = JSON.parse(text) as { key: string; createdAt: string };
    const bytes = Buffer.from(key, 'base64');
    if (bytes.length !== KEY_BYTES || Number.isNaN(Date.parse(createdAt))) return undefined;
    return { fingerprint: fingerprintOf(bytes), bytes, createdAt };
  } catch {
    return undefined;
  }
}

function newestFirst(a: RingKey, b: RingKey): number {
  const name = ({ createdAt = '', fingerprint }: RingKey) => `${createdAt} ${fingerprint}`;
  return name(a) < name(b) ? 1 : -1;
}

function invalid(place: string, reason: string) {
  return refuse('key-ring-invalid', place, { place, reason });
}
