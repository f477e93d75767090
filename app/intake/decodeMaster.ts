import { type Decoder, list, object, optional } from '../../core/agreement/decoder.ts';
import { accept, type Refusal, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import type { FactRow } from '../facts/factKinds.ts';
import type { MasterKind, MasterRow } from '../ports.ts';
import { wholeMaster } from './wholeMaster.ts';

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

/** All of a text of our own form. Refuses: master-invalid, master-version-repeated. */
export function decodeMaster(json: unknown): Result<readonly MasterRow[]> {
  const rows = ownRows(json);
  return rows.ok ? wholeMaster(rows.value) : rows;
}

export type OwnRow = FactRow & { readonly said: Readonly<Record<string, string>> };

/** Each entry of a text of our own form, however it stands. Refuses: master-invalid. */
export function ownRows(json: unknown): Result<readonly OwnRow[]> {
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
