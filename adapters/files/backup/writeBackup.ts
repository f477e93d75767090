import { createHash } from 'node:crypto';
import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { promisify } from 'node:util';
import { zstdCompress } from 'node:zlib';
import { summed } from '../../../app/operations/summed.ts';
import type { Snapshot, TableSum, TableText } from '../../../app/ports/snapshot.ts';
import {
  type BackupHead,
  FORMAT,
  HEAD_ENTRY,
  PIECE,
  pieceEntry,
  SEAL_ENTRY,
  sumEntry,
} from './backupFormat.ts';
import { END, padding, tarHeader } from './tar.ts';

const compress = promisify(zstdCompress);

export type BackupLabel = Pick<BackupHead, 'program' | 'takenAt' | 'keys'>;

export type Written = { readonly bytes: number; readonly tables: ReadonlyMap<string, TableSum> };

/**
 * Writes a snapshot as a backup: a tar archive of a head, of each table in compressed pieces and
 * its sum, and at the end a hash of all that. It goes out as it is read and is never held whole.
 */
export async function writeBackup(
  target: Writable,
  snapshot: Snapshot,
  label: BackupLabel,
): Promise<Written> {
  const archive = openArchive(target, Math.floor(Date.parse(label.takenAt) / 1000));
  const head: BackupHead = { format: FORMAT, ...label, ...snapshot.head };
  await archive.add(HEAD_ENTRY, json(head));
  const tables = new Map<string, TableSum>();
  for await (const text of snapshot.tables) {
    tables.set(text.table.name, await addTable(archive, text));
  }
  await archive.add(SEAL_ENTRY, Buffer.from(`${archive.seal()}\n`));
  await archive.write(END);
  return { bytes: archive.bytes(), tables };
}

type Archive = ReturnType<typeof openArchive>;

function openArchive(target: Writable, seconds: number) {
  const hash = createHash('sha256');
  let bytes = 0;
  const write = async (piece: Buffer) => {
    hash.update(piece);
    bytes += piece.length;
    if (!target.write(piece)) await once(target, 'drain');
  };
  return {
    write,
    add: async (name: string, contents: Buffer) => {
      await write(tarHeader(name, contents.length, seconds));
      await write(contents);
      await write(Buffer.alloc(padding(contents.length)));
    },
    /** The hash of all that was written so far. */
    seal: () => hash.copy().digest('hex'),
    bytes: () => bytes,
  };
}

async function addTable(archive: Archive, { table, chunks }: TableText): Promise<TableSum> {
  let sum: TableSum | undefined;
  const counted = summed(chunks, createHash('sha256'), (found) => {
    sum = found;
  });
  let number = 0;
  for await (const piece of inPieces(counted)) {
    number += 1;
    await archive.add(pieceEntry(table.name, number), await compress(piece));
  }
  if (sum === undefined) throw new Error('Fault: a table was not read to its end');
  await archive.add(sumEntry(table.name), json(sum));
  return sum;
}

async function* inPieces(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let held: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    held.push(chunk);
    size += chunk.length;
    if (size < PIECE) continue;
    const all = Buffer.concat(held, size);
    let from = 0;
    for (; size - from >= PIECE; from += PIECE) yield all.subarray(from, from + PIECE);
    held = [all.subarray(from)];
    size -= from;
  }
  if (size > 0) yield Buffer.concat(held, size);
}

function json(value: unknown): Buffer {
  return Buffer.from(`${JSON.stringify(value, null, 1)}\n`);
}
