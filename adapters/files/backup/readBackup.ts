import { createHash } from 'node:crypto';
import { isDeepStrictEqual, promisify } from 'node:util';
import { zstdDecompress } from 'node:zlib';
import { summed } from '../../../app/operations/summed.ts';
import type { Snapshot, SnapshotTable, TableSum, TableText } from '../../../app/ports/snapshot.ts';
import { type RefusalCode, refuse } from '../../../core/refusal/refusals.ts';
import { FileRefused } from '../fileRefusal.ts';
import {
  type BackupHead,
  HEAD_ENTRY,
  PIECE,
  parseHead,
  parseSum,
  pieceEntry,
  SEAL_ENTRY,
  sumEntry,
} from './backupFormat.ts';
import { byteReader } from './byteReader.ts';
import { BLOCK, END, padding, parseTarHeader } from './tar.ts';

const decompress = promisify(zstdDecompress);

/** Nothing that we write comes near; more would only be read to fill our memory. */
const LARGEST_ENTRY = 2 * PIECE;

export type OpenBackup = Snapshot & { readonly head: BackupHead };

/**
 * Opens a backup as it streams in. Each table is checked against its sum before its last piece is
 * given out as the end, and the whole against its hash before the last table ends: who loads in one
 * transaction and commits after the last one has loaded nothing that is not what was backed up.
 * Throws inside the streams: backup-invalid (file, reason), backup-incomplete (file, table),
 * backup-changed (file, table).
 */
export async function readBackup(bytes: AsyncIterable<Uint8Array>, file: string): Promise<OpenBackup> {
  const archive = entries(bytes, file);
  const first = await archive.next(undefined);
  const head =
    first.name === HEAD_ENTRY ? parseHead(first.contents.toString('utf8')) : 'not a tar archive of ours';
  if (typeof head === 'string') throw refusal('backup-invalid', { file, reason: head });
  return { head, tables: tablesOf(archive, head.tables) };
}

type Archive = ReturnType<typeof entries>;

async function* tablesOf(archive: Archive, tables: readonly SnapshotTable[]): AsyncGenerator<TableText> {
  for (const [at, table] of tables.entries()) {
    yield { table, chunks: textOf(archive, table.name, at === tables.length - 1) };
  }
}

async function* textOf(archive: Archive, table: string, isLast: boolean): AsyncGenerator<Uint8Array> {
  let found: TableSum | undefined;
  const pieces = piecesOf(archive, table);
  yield* summed(pieces.chunks(), createHash('sha256'), (sum) => {
    found = sum;
  });
  if (!isDeepStrictEqual(found, pieces.expected())) throw archive.changed(table);
  if (isLast) await archive.close();
}

function piecesOf(archive: Archive, table: string) {
  let expected: TableSum | undefined;
  return {
    expected: () => expected,
    async *chunks(): AsyncGenerator<Uint8Array> {
      for (let number = 1; ; number += 1) {
        const { name, contents } = await archive.next(table);
        if (name === sumEntry(table)) {
          expected = parseSum(contents.toString('utf8'));
          return;
        }
        if (name !== pieceEntry(table, number)) throw archive.changed(table);
        yield await decompress(contents, { maxOutputLength: PIECE }).catch(() => {
          throw archive.changed(table);
        });
      }
    },
  };
}

/** The entries of the archive in order; a table names where it ends too early or is not ours. */
function entries(bytes: AsyncIterable<Uint8Array>, file: string) {
  const reader = byteReader(bytes);
  const hash = createHash('sha256');
  const whole = { table: '*' };
  const take = async (length: number, table: string | undefined): Promise<Buffer> => {
    const taken = await reader.take(length);
    if (taken.length < length) throw refusal('backup-incomplete', { file, ...(table ? { table } : whole) });
    return taken;
  };
  const changed = (table: string) => refusal('backup-changed', { file, table });
  const next = async (table: string | undefined) => {
    const block = await take(BLOCK, table);
    const header = parseTarHeader(block);
    if (header === undefined || header.size > LARGEST_ENTRY) {
      throw table === undefined
        ? refusal('backup-invalid', { file, reason: 'not a tar archive of ours' })
        : changed(table);
    }
    const seal = hash.copy().digest('hex');
    const contents = await take(header.size, table);
    const filled = await take(padding(header.size), table);
    if (filled.some((byte) => byte !== 0)) throw changed(table ?? whole.table);
    for (const part of [block, contents, filled]) hash.update(part);
    return { name: header.name, contents, seal };
  };
  return {
    next,
    changed,
    /** The hash at the end is that of all before it, and nothing comes after. */
    close: async () => {
      const { name, contents, seal } = await next(whole.table);
      if (name !== SEAL_ENTRY || contents.toString('utf8') !== `${seal}\n`) throw changed(whole.table);
      const end = await take(END.length, whole.table);
      const more = await reader.take(1);
      if (!end.equals(END) || more.length > 0) throw changed(whole.table);
    },
  };
}

function refusal(code: RefusalCode, facts: Record<string, string>): FileRefused {
  return new FileRefused(refuse(code, facts.file ?? '', facts));
}
