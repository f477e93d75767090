import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { type Refusal, refuse } from '../../core/refusal/refusals.ts';
import type { FileLimits } from './fileLimits.ts';
import { FileRefused } from './fileRefusal.ts';
import type { FileSeal } from './tableFile.ts';

/** A file to be read, and what it is called in what is said of it. */
export type ReceivedFile = {
  readonly path: string;
  readonly name: string;
  readonly limits: FileLimits;
  /** The first bytes, which are read from disk once, however often they are looked at. */
  readonly head: Buffer;
  /** All bytes of a small file. */
  readonly whole?: Buffer;
};

/** Bytes of a file on their way, and their seal once they have all come. */
export type ReceivedBytes = { readonly out: AsyncGenerator<Buffer>; readonly seal: () => FileSeal };

type Stage = (chunks: AsyncIterable<Buffer>) => AsyncGenerator<Buffer>;

/** As much as one read of a stream brings. */
const SMALL = 64 * 1024;
/** Enough to know what a file is. */
export const HEAD = 4096;

/** Looks at the beginning of a file, and holds it where that is all. */
export async function lookedAt(file: Omit<ReceivedFile, 'head' | 'whole'>): Promise<ReceivedFile> {
  const beginning = await firstBytes(file.path, SMALL + 1);
  if (beginning.length <= SMALL) return { ...file, head: beginning.subarray(0, HEAD), whole: beginning };
  // A part of a buffer would hold the whole of it in memory.
  return { ...file, head: Buffer.from(beginning.subarray(0, HEAD)) };
}

/**
 * The bytes of a file as they come, unpacked where it is a .gz, through `stages`. They are counted
 * and hashed before they are unpacked, and counted again afterwards.
 */
export function streamBytes(file: ReceivedFile, stages: readonly Stage[] = []): ReceivedBytes {
  const count: Count = { bytes: 0, sealed: undefined };
  const received = sealing(bytesOf(file), count);
  const limited = withinLimits(isGzip(file) ? unpacked(received) : received, file, count);
  return {
    out: stages.reduce((chunks, stage) => stage(chunks), limited),
    seal: () => {
      if (count.sealed === undefined) throw new Error('Fault: a file was sealed before its end');
      return count.sealed;
    },
  };
}

type Count = { bytes: number; sealed: FileSeal | undefined };

async function* bytesOf({ path, whole }: ReceivedFile): AsyncGenerator<Buffer> {
  if (whole === undefined) yield* createReadStream(path) as AsyncIterable<Buffer>;
  else if (whole.length > 0) yield whole;
}

async function* sealing(chunks: AsyncIterable<Buffer>, count: Count): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
  for await (const chunk of chunks) {
    hash.update(chunk);
    count.bytes += chunk.length;
    yield chunk;
  }
  count.sealed = { sha256: hash.digest('hex'), bytes: count.bytes };
}

async function* unpacked(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const gunzip = createGunzip();
  pipeline(chunks, gunzip, () => {});
  yield* gunzip as AsyncIterable<Buffer>;
}

async function* withinLimits(
  chunks: AsyncIterable<Buffer>,
  { name, limits }: ReceivedFile,
  count: Count,
): AsyncGenerator<Buffer> {
  let length = 0;
  for await (const chunk of chunks) {
    length += chunk.length;
    if (length > limits.fileBytes) throw new FileRefused(tooLarge(name, limits.fileBytes));
    if (length > limits.unpackedFree && length > count.bytes * limits.unpackedTimes) {
      throw new FileRefused(unpacksTooFar(name, limits));
    }
    yield chunk;
  }
  // Unpacking ends with the first .gz in a file; what stands behind it would be lost in silence.
  if (count.sealed === undefined) {
    throw new FileRefused(refuse('file-not-readable', name, { file: name, reason: 'Z_TRAILING_DATA' }));
  }
}

/** Known by its first bytes, and by its name: what is called .gz and is none is damaged. */
export function isGzip({ name, path, head: [first, second] }: ReceivedFile): boolean {
  return name.endsWith('.gz') || path.endsWith('.gz') || (first === 0x1f && second === 0x8b);
}

async function firstBytes(path: string, length: number): Promise<Buffer> {
  const file = await open(path, 'r');
  try {
    const bytes = Buffer.alloc(length);
    // A read may bring less than there is; only one that brings nothing is the end.
    for (let at = 0; at < length; ) {
      const { bytesRead } = await file.read(bytes, at, length - at, at);
      if (bytesRead === 0) return bytes.subarray(0, at);
      at += bytesRead;
    }
    return bytes;
  } finally {
    await file.close();
  }
}

export function tooLarge(name: string, limit: number): Refusal {
  return refuse('file-too-large', name, { file: name, limit: String(limit) });
}

export function unpacksTooFar(name: string, { unpackedTimes }: FileLimits): Refusal {
  return refuse('file-unpacks-too-far', name, { file: name, limit: String(unpackedTimes) });
}
