import type { SnapshotHead, TableSum } from '../../../app/ports/snapshot.ts';

/** The first entry of a backup, `backup.json`. */
export type BackupHead = SnapshotHead & {
  readonly format: typeof FORMAT;
  /** The version of the program that wrote it. */
  readonly program: string;
  readonly takenAt: string;
  /** Fingerprints of the keys that its encrypted values need; never a key. */
  readonly keys: readonly string[];
};

export const FORMAT = 'openrebate-backup/1';

/** The text of a table is cut into pieces of this size, each compressed by itself. */
export const PIECE = 4 * 2 ** 20;

export const HEAD_ENTRY = 'backup.json';
/** The last entry: the hash of everything before it. */
export const SEAL_ENTRY = 'sha256';

export function pieceEntry(table: string, number: number): string {
  return `tables/${table}/${String(number).padStart(6, '0')}.copy.zst`;
}

export function sumEntry(table: string): string {
  return `tables/${table}/sum.json`;
}

const NAME = /^[a-z_][a-z0-9_]{0,62}$/;

/** The head, or what is wrong with it; a backup is a file like any other until it is read. */
export function parseHead(text: string): BackupHead | string {
  const head = parseJson(text);
  if (!isRecord(head) || head.format !== FORMAT) return `not ${FORMAT}`;
  const isHead =
    ['program', 'takenAt', 'server'].every((field) => typeof head[field] === 'string') &&
    isListOf(head.keys, (key) => typeof key === 'string') &&
    isListOf(head.migrations, isMigration) &&
    isListOf(head.tables, isTable);
  return isHead ? (head as BackupHead) : HEAD_ENTRY;
}

/** The sum of a table; undefined where it is none. */
export function parseSum(text: string): TableSum | undefined {
  const sum = parseJson(text);
  if (!isRecord(sum) || typeof sum.rows !== 'number' || typeof sum.bytes !== 'number') return undefined;
  return typeof sum.sha256 === 'string' ? (sum as TableSum) : undefined;
}

function isMigration(value: unknown): boolean {
  if (!isRecord(value) || typeof value.number !== 'number') return false;
  return typeof value.name === 'string' && typeof value.sha256 === 'string';
}

function isTable(value: unknown): boolean {
  const isName = (name: unknown) => typeof name === 'string' && NAME.test(name);
  return isRecord(value) && isName(value.name) && isListOf(value.columns, isName);
}

function isListOf(value: unknown, isOne: (one: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(isOne);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
