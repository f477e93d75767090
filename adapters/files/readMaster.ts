import { basename } from 'node:path';
import { type MasterFile, type ReadMasterRow, wholeMaster } from '../../app/intake/masterFile.ts';
import type { MasterKind, MasterRow } from '../../app/ports.ts';
import { type Decoder, date, key, list, object, optional, prose } from '../../core/agreement/decoder.ts';
import { accept, type Refusal, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import { fitMaster } from './fitMaster.ts';
import { readJson } from './readJson.ts';

const attributes: Decoder<Readonly<Record<string, string>>> = {
  schema: { type: 'object', additionalProperties: { type: 'string' } },
  decode: (json, at, refusals) => {
    if (typeof json !== 'object' || json === null || Array.isArray(json)) {
      refusals.push(refuse('agreement-field-type', at, { expected: 'object' }));
      return undefined;
    }
    const before = refusals.length;
    for (const [name, entry] of Object.entries(json)) prose.decode(entry, `${at}.${name}`, refusals);
    return refusals.length === before ? (json as Record<string, string>) : undefined;
  },
};

const version = object({ code: key, name: prose, validFrom: optional(date), attributes });
/** A rate, a price or a document is called what its code says. */
const unnamed = object({ code: key, name: optional(prose), validFrom: optional(date), attributes });

type Entry = Omit<MasterRow, 'kind' | 'name'> & { readonly name?: string };
type Entries = { readonly kind: MasterKind; readonly entry: Decoder<Entry> };

/** The lists of our own form, and what each of their members is. */
const LISTS: Readonly<Record<string, Entries>> = {
  partners: { kind: 'partner', entry: version },
  products: { kind: 'product', entry: version },
  categories: { kind: 'category', entry: version },
  rates: { kind: 'rate', entry: unnamed },
  prices: { kind: 'price', entry: unnamed },
  ownDocuments: { kind: 'ownDocument', entry: unnamed },
  budgets: { kind: 'budget', entry: unnamed },
  plans: { kind: 'plan', entry: unnamed },
  baselines: { kind: 'baseline', entry: unnamed },
};

/** An entry is looked at later, so that a bad one says nothing against the others. */
const anything: Decoder<unknown> = { schema: {}, decode: (value) => value ?? null };
const masterFormat = object({
  partners: list(anything, 0),
  products: list(anything, 0),
  categories: optional(list(anything, 0)),
  rates: optional(list(anything, 0)),
  prices: optional(list(anything, 0)),
  ownDocuments: optional(list(anything, 0)),
  budgets: optional(list(anything, 0)),
  plans: optional(list(anything, 0)),
  baselines: optional(list(anything, 0)),
});

/**
 * A master file of our own: {"partners": [{"code", "name", "validFrom"?, "attributes"}], "products": […]},
 * and where there are any "categories", "rates", "prices", "ownDocuments", "budgets", "plans" and
 * "baselines" of the same shape.
 * Refuses: those of readJson, master-invalid. Each row: master-invalid.
 */
export async function readOwnMaster(path: string, options: ReadOwnOptions = {}): Promise<Result<MasterFile>> {
  const json = await readJson(path, options.limit);
  return json.ok ? receivedMaster(json.value, options.name ?? basename(path)) : json;
}

/** The same of a text that was read. Refuses: master-invalid. Each row: master-invalid. */
export function receivedMaster(json: unknown, name: string): Result<MasterFile> {
  const rows = ownRows(json);
  if (!rows.ok) return rows;
  const columns = [...new Set(rows.value.flatMap(({ fields }) => Object.keys(fields)))];
  return accept({
    ...{ name, columns },
    rows: rows.value.map(({ fields, ...row }) => ({
      ...row,
      texts: columns.map((one) => fields[one] ?? ''),
    })),
  });
}

export type ReadOwnOptions = { readonly limit?: number; readonly name?: string };

/** All of a file of our own form. Refuses: those of readOwnMaster, of its rows and of wholeMaster. */
export async function readMaster(path: string, limit?: number): Promise<Result<readonly MasterRow[]>> {
  const json = await readJson(path, limit);
  return json.ok ? decodeMaster(json.value) : json;
}

/** All of a text of our own form. Refuses: master-invalid, master-version-repeated. */
export function decodeMaster(json: unknown): Result<readonly MasterRow[]> {
  const file = receivedMaster(json, '');
  return file.ok ? wholeMaster(file.value) : file;
}

type OwnRow = Omit<ReadMasterRow, 'texts'> & { readonly fields: Readonly<Record<string, string>> };

function ownRows(json: unknown): Result<readonly OwnRow[]> {
  const problems: Refusal[] = [];
  const file: Readonly<Record<string, readonly unknown[] | undefined>> | undefined = masterFormat.decode(
    json,
    '',
    problems,
  );
  if (file === undefined) return refused(...problems.map(invalid));
  const placed = Object.entries(LISTS).flatMap(([member, { kind, entry }]) =>
    (file[member] ?? []).map((value, index) => ({ kind, entry, value, at: `${member}[${index}]` })),
  );
  return accept(
    placed.map(({ kind, entry, value, at }, index) => ({
      ...{ row: index + 1, at, fields: { kind, ...fieldsOf(value) } },
      read: ownRow(kind, entry, value, at),
    })),
  );
}

function ownRow(kind: MasterKind, entry: Decoder<Entry>, value: unknown, at: string): Result<MasterRow> {
  const problems: Refusal[] = [];
  const found = entry.decode(value, at, problems);
  return found === undefined
    ? refused(...problems.map(invalid))
    : fitMaster({ kind, ...found, name: found.name ?? found.code }, at);
}

/** What an entry says, field by field, as the columns of a table would: of other things their JSON. */
function fieldsOf(entry: unknown): Record<string, string> {
  if (typeof entry !== 'object' || entry === null) return { code: textOf(entry) };
  return Object.fromEntries(
    Object.entries(entry).flatMap(([name, value]): [string, string][] =>
      name === 'attributes' && typeof value === 'object' && value !== null
        ? Object.entries(value).map(([own, said]) => [`attributes.${own}`, textOf(said)])
        : [[name, textOf(value)]],
    ),
  );
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value ?? null);
}

function invalid(problem: Refusal): Refusal {
  return refuse('master-invalid', problem.at, { ...problem.facts, reason: problem.code });
}
