import { hash } from 'node:crypto';
import { basename } from 'node:path';
import type { FactFeed } from '../../app/facts/factImport.ts';
import type { FactRow } from '../../app/facts/factKinds.ts';
import { wholeMaster } from '../../app/intake/wholeMaster.ts';
import type { MasterKind, MasterRow } from '../../app/ports.ts';
import { type Decoder, list, object, optional } from '../../core/agreement/decoder.ts';
import { accept, type Refusal, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import { parseJson } from './readJson.ts';
import { readText } from './readText.ts';

/** The lists of our own form, and of what each of them is. */
const LISTS: Readonly<Record<string, MasterKind>> = {
  partners: 'partner',
  products: 'product',
  categories: 'category',
  rates: 'rate',
  prices: 'price',
  ownDocuments: 'ownDocument',
  budgets: 'budget',
  plans: 'plan',
  baselines: 'baseline',
};

/** An entry is looked at later, so that a bad one says nothing against the others. */
const anything: Decoder<unknown> = { schema: {}, decode: (value) => value ?? null };
const entries = list(anything, 0);
const masterFormat = object({
  partners: entries,
  products: entries,
  categories: optional(entries),
  rates: optional(entries),
  prices: optional(entries),
  ownDocuments: optional(entries),
  budgets: optional(entries),
  plans: optional(entries),
  baselines: optional(entries),
});

/**
 * Opens a master file of our own: {"partners": [{"code", "name", "validFrom"?, "attributes"?}], "products": […]},
 * and where there are any "categories", "rates", "prices", "ownDocuments", "budgets", "plans" and
 * "baselines" of the same shape. It is held as a whole.
 * Refuses: those of readText and parseJson, master-invalid. Each row: master-invalid.
 */
export async function readOwnMaster(
  path: string,
  { limit, name = basename(path) }: { readonly limit?: number; readonly name?: string } = {},
): Promise<Result<FactFeed>> {
  const text = await readText(path, limit);
  if (!text.ok) return text;
  const json = parseJson(text.value, name);
  if (!json.ok) return json;
  const rows = ownRows(json.value);
  if (!rows.ok) return rows;
  const columns = [...new Set(rows.value.flatMap(({ said }) => Object.keys(said)))];
  const bytes = Buffer.from(text.value);
  return accept({
    name,
    columns,
    batches: (async function* () {
      yield accept(
        rows.value.map(({ said, ...row }) => ({
          ...row,
          texts: columns.map((column) => said[column] ?? ''),
        })),
      );
    })(),
    document: () => ({ sha256: hash('sha256', bytes, 'hex'), bytes: bytes.length }),
  });
}

/** All of a file of our own form. Refuses: those of readText, parseJson and decodeMaster. */
export async function readMaster(path: string, limit?: number): Promise<Result<readonly MasterRow[]>> {
  const text = await readText(path, limit);
  if (!text.ok) return text;
  const json = parseJson(text.value, basename(path));
  return json.ok ? decodeMaster(json.value) : json;
}

/** All of a text of our own form. Refuses: master-invalid, master-version-repeated. */
export function decodeMaster(json: unknown): Result<readonly MasterRow[]> {
  const rows = ownRows(json);
  return rows.ok ? wholeMaster(rows.value) : rows;
}

type OwnRow = FactRow & { readonly said: Readonly<Record<string, string>> };

function ownRows(json: unknown): Result<readonly OwnRow[]> {
  const problems: Refusal[] = [];
  const file: Readonly<Record<string, readonly unknown[] | undefined>> | undefined = masterFormat.decode(
    json,
    '',
    problems,
  );
  if (file === undefined) {
    return refused(
      ...problems.map(({ at, code, facts }) => refuse('master-invalid', at, { ...facts, reason: code })),
    );
  }
  const placed = Object.entries(LISTS).flatMap(([member, kind]) =>
    (file[member] ?? []).map((entry, index) => ({ kind, entry, place: `${member}[${index}]` })),
  );
  return accept(
    placed.map(({ kind, entry, place }, index) => ({
      ...{ row: index + 1, place, texts: [] },
      ...ownRow(kind, entry),
    })),
  );
}

/**
 * What an entry says, field by field, as the columns of a table would, and what of it is text: a number of JSON
 * has no digits of its own.
 */
function ownRow(kind: MasterKind, entry: unknown): Pick<OwnRow, 'said' | 'fields' | 'refusals'> {
  const said: Record<string, string> = { kind };
  const fields: Record<string, string> = { kind };
  const refusals: Refusal[] = [];
  const take = (field: string, value: unknown) => {
    said[field] = typeof value === 'string' ? value : JSON.stringify(value ?? null);
    if (typeof value === 'string') fields[field] = value;
    else refusals.push(wrongType(field, 'text', value));
  };
  if (!isObject(entry)) return { said, fields, refusals: [wrongType('code', 'object', entry)] };
  for (const [name, value] of Object.entries(entry)) {
    if (name.startsWith('x-')) continue;
    if (name !== 'attributes') take(name, value);
    else if (!isObject(value)) refusals.push(wrongType('attributes', 'object', value));
    else for (const [own, text] of Object.entries(value)) take(`attributes.${own}`, text);
  }
  return { said, fields, refusals };
}

function wrongType(field: string, expected: string, value: unknown): Refusal {
  const text = JSON.stringify(value ?? null);
  return refuse('master-invalid', field, { field, value: text, expected, reason: 'agreement-field-type' });
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
