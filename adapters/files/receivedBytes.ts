import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { PassThrough, pipeline, type Readable, type Writable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { type Refusal, refuse } from '../../core/refusal/refusals.ts';
import type { FileLimits } from './fileLimits.ts';
import { FileRefused } from './fileRefusal.ts';
import type { FileSeal } from './tableFile.ts';

/** A file to be read, and what it is called in what is said of it. */
export type ReceivedFile = { readonly path: string; readonly name: string; readonly limits: FileLimits };

/** Bytes of a file on their way, and their seal once they have all come. */
export type ReceivedBytes<T> = { readonly out: T; readonly seal: () => FileSeal };

type Stage = (chunks: AsyncIterable<Buffer>) => AsyncGenerator<Buffer>;

/**
 * Sends the bytes of a file, unpacked where it is a .gz, through `stages` into `out`. They are
 * counted and hashed before they are unpacked, and counted again afterwards.
 */
export async function sendBytes<T extends Writable>(
  file: ReceivedFile,
  out: T,
  stages: readonly Stage[] = [],
): Promise<ReceivedBytes<T>> {
  const { path, name, limits } = file;
  const hash = createHash('sha256');
  let bytes = 0;
  let sealed: FileSeal | undefined;
  const received: Stage = async function* (chunks) {
    for await (const chunk of chunks) {
      hash.update(chunk);
      bytes += chunk.length;
      yield chunk;
    }
    sealed = { sha256: hash.digest('hex'), bytes };
  };
  const limited: Stage = async function* (chunks) {
    let unpacked = 0;
    for await (const chunk of chunks) {
      unpacked += chunk.length;
      if (unpacked > limits.fileBytes) throw new FileRefused(tooLarge(name, limits.fileBytes));
      if (unpacked > limits.unpackedFree && unpacked > bytes * limits.unpackedTimes) {
        throw new FileRefused(unpacksTooFar(name, limits));
      }
      yield chunk;
    }
    // Unpacking ends with the first .gz in a file; what stands behind it would be lost in silence.
    if (sealed === undefined) {
      const facts = { file: name, reason: 'Z_TRAILING_DATA' };
      throw new FileRefused(refuse('file-not-readable', name, facts));
    }
  };
  const gunzip = (await isGzip(file)) ? [createGunzip()] : [];
  // Whatever fails on the way reaches the reader of `out`; nothing is left to do here.
  const way = [createReadStream(path), received, ...gunzip, limited, ...stages, out];
  pipeline(way as unknown as [NodeJS.ReadableStream, NodeJS.WritableStream], () => {});
  return {
    out,
    seal: () => {
      if (sealed === undefined) throw new Error('Fault: a file was sealed before its end');
      return sealed;
    },
  };
}

/** The same, for whoever takes the bytes as they come. */
export async function streamBytes(
  file: ReceivedFile,
  stages: readonly Stage[] = [],
): Promise<ReceivedBytes<Readable>> {
  return sendBytes(file, new PassThrough(), stages);
}

/** Known by its first bytes, and by its name: what is called .gz and is none is damaged. */
export async function isGzip({ path, name }: ReceivedFile): Promise<boolean> {
  if (name.endsWith('.gz') || path.endsWith('.gz')) return true;
  const [first, second] = await firstBytes(path, 2);
  return first === 0x1f && second === 0x8b;
}

/** The beginning of a file as it lies there; less where it is shorter. */
export async function firstBytes(path: string, length: number): Promise<Buffer> {
  const file = await open(path, 'r');
  try {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(length), 0, length, 0);
    return buffer.subarray(0, bytesRead);
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
