import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { agreementSchema } from '../../core/agreement/agreementSchema.ts';
import { STEP_KINDS } from '../../core/explanation/explanation.ts';
import { BLOCKS, EXCLUSIONS } from '../../core/plan/matchLine.ts';
import { REFUSALS } from '../../core/refusal/refusals.ts';
import { CATALOGUES } from '../../core/wording/catalogue.ts';
import { LANGUAGES } from '../../core/wording/language.ts';
import { MECHANISMS } from '../support/mechanisms.ts';
import { STORED_AGREEMENT_REFUSALS } from '../support/storedAgreementRefusals.ts';
import { referencePage } from './documentTables.ts';

const ROOT = join(import.meta.dirname, '../..');
/** What two persons approve beside the terms is no mechanism of an agreement. */
const BESIDE_TERMS: readonly string[] = ['adjusted', 'adjustment', 'adjustmentWithdrawn'];
const COLUMNS = [
  'mechanism',
  'format fields',
  'refusals, and what holds a line up',
  'boundary table',
  'oracle',
  'steps of the explanation',
  'vectors',
] as const;
type Row = Readonly<Record<(typeof COLUMNS)[number], string>>;

const tables = referencePage('mechanisms.md')
  .split('\n')
  .filter((line) => line.startsWith('|') && !line.startsWith('| -'))
  .map((line) =>
    line
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim()),
  );
const rows = tables
  .filter(([first]) => first !== 'mechanism')
  .map((cells) => Object.fromEntries(COLUMNS.map((name, index) => [name, cells[index] ?? ''])) as Row);

/** The names in code marks of a cell. */
function named(cell: string): string[] {
  return [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name as string);
}

/** What a column names, with the row that names it. */
function everyName(column: keyof Row, namesOf = named): { readonly name: string; readonly of: string }[] {
  return rows.flatMap((row) => namesOf(row[column]).map((name) => ({ name, of: row.mechanism })));
}

type Vector = { readonly id: string; readonly mechanism: string };
const vectors = readdirSync(join(ROOT, 'conformance'))
  .filter((name) => name.endsWith('.json'))
  .flatMap((name) => JSON.parse(readFileSync(join(ROOT, 'conformance', name), 'utf8')).vectors as Vector[]);

/** The fields of the format, and their values. */
const schema = { fields: new Set<string>(), values: new Set<unknown>() };
collect(agreementSchema());

function collect(value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  const { properties, enum: values, const: single } = value as Record<string, unknown>;
  for (const field of Object.keys(properties ?? {})) schema.fields.add(field);
  for (const one of (values as unknown[] | undefined) ?? [single]) schema.values.add(one);
  for (const inner of Object.values(value)) collect(inner);
}

describe('every row of docs/reference/mechanisms.md', () => {
  it('has all six parts', () => {
    expect(tables.filter(([first]) => first === 'mechanism')).toEqual(Array(8).fill([...COLUMNS]));
    expect(rows.length).toBeGreaterThan(50);
    const empty = rows.filter((row) => Object.values(row).some((cell) => cell === ''));
    expect(empty.map(({ mechanism }) => mechanism)).toEqual([]);
    expect(new Set(rows.map(({ mechanism }) => mechanism)).size).toBe(rows.length);
  });

  it('names fields and values of the schema', () => {
    const missing = everyName('format fields').filter(({ name }) => {
      const [field = '', value] = name.split(': ');
      return (
        !schema.fields.has(field) ||
        (value !== undefined && !schema.values.has(value) && !schema.fields.has(value))
      );
    });
    expect(missing).toEqual([]);
  });

  it('names refusals, exclusions and blocks that there are', () => {
    const codes: readonly string[] = [...Object.keys(REFUSALS), ...EXCLUSIONS, ...BLOCKS];
    expect(
      everyName('refusals, and what holds a line up').filter(({ name }) => !codes.includes(name)),
    ).toEqual([]);
  });

  it('names tests that there are, and what is described in them', () => {
    const places = everyName('boundary table', (cell) => cell.split('<br>'));
    const missing = places.filter(({ name }) => {
      const [, file = '', described = ''] = /^`([^`]+)`: (.+)$/.exec(name) ?? [];
      const path = join(ROOT, file);
      return !existsSync(path) || !readFileSync(path, 'utf8').includes(`describe('${described}'`);
    });
    expect(missing).toEqual([]);
  });

  it('names mechanisms that the oracle is compared on', () => {
    const missing = oracles().filter(({ name }) => !(name in MECHANISMS));
    expect(missing).toEqual([]);
  });

  it('names steps that have a sentence in each language', () => {
    const missing = everyName('steps of the explanation').filter(({ name }) =>
      LANGUAGES.some((language) => !((CATALOGUES[language].steps as Record<string, string>)[name] ?? '')),
    );
    expect(missing).toEqual([]);
  });

  it('names vectors that are published', () => {
    const missing = everyName('vectors').filter(({ name }) => vectorsOf(name).length === 0);
    expect(missing).toEqual([]);
  });
});

/** Names of the oracle have no code marks: they are sentences. */
function oracles(): ReturnType<typeof everyName> {
  return everyName('oracle', (cell) => cell.split('; '));
}

function vectorsOf(name: string): Vector[] {
  const [mechanism, id = ''] = name.split(': ');
  return vectors.filter((vector) => vector.mechanism === mechanism && vector.id.startsWith(id));
}

describe('no row is missing:', () => {
  it('every refusal of an agreement without sense, every exclusion and block has one', () => {
    const seen = new Set(everyName('refusals, and what holds a line up').map(({ name }) => name));
    const all: string[] = [...Object.keys(REFUSALS), ...EXCLUSIONS, ...BLOCKS];
    const wanted = all.filter(
      (code) => !NOT_OF_A_MECHANISM.test(code) && !STORED_AGREEMENT_REFUSALS.includes(code),
    );
    expect(wanted.filter((code) => !seen.has(code))).toEqual([]);
  });

  it('every step has one', () => {
    const seen = new Set(everyName('steps of the explanation').map(({ name }) => name));
    expect(STEP_KINDS.filter((kind) => !seen.has(kind) && !BESIDE_TERMS.includes(kind))).toEqual([]);
  });

  it('every mechanism of the oracle has one', () => {
    const seen = new Set(oracles().map(({ name }) => name));
    expect(Object.keys(MECHANISMS).filter((name) => !seen.has(name))).toEqual([]);
  });

  it('every vector has one', () => {
    const seen = new Set(everyName('vectors').flatMap(({ name }) => vectorsOf(name)));
    expect(vectors.filter((vector) => !seen.has(vector)).map(({ id }) => id)).toEqual([]);
  });
});

/** Refusals of lines, files and servers; and of the shape of an agreement, whatever its mechanisms. */
const NOT_OF_A_MECHANISM =
  /^(?!agreement-)[a-z]+-|^agreement-(field-unknown|field-type|id-repeated|settlement-mismatch|accrual-[a-z-]+)$/;
