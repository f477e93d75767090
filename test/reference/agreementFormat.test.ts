import { describe, expect, it } from 'vitest';
import { agreementFormat } from '../../core/agreement/agreementFormat.ts';
import { decodeAgreement } from '../../core/agreement/decodeAgreement.ts';
import { REFUSALS } from '../../core/refusal/refusals.ts';
import { codeBlock, referencePage, tableRows } from './documentTables.ts';

const page = referencePage('agreement-format.md');

/** Under which heading the fields of an object stand, by the object's place in the file. */
const HEADINGS: readonly (readonly [RegExp, string])[] = [
  [/^$/, 'Agreement'],
  [/^name$/, 'Name'],
  [/^validity$/, 'Validity'],
  [/(participants|include|exclude)\[\]$/, 'Condition'],
  [/^terms\[\]$/, 'Term'],
  [/eligibility$/, 'Eligibility'],
  [/(qualifier|payout)$/, 'Measure'],
  [/tiers$/, 'Tiers'],
  [/rows\[\]$/, 'Tier row'],
  [/baseline$/, 'Baseline'],
  [/whenNotPositive$/, 'Without a baseline'],
  [/returns$/, 'Returns'],
  [/rounding$/, 'Rounding'],
  [/apportionment$/, 'Apportionment'],
];

type Schema = {
  readonly enum?: readonly unknown[];
  readonly items?: Schema;
  readonly oneOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
};

type Field = { readonly object: string; readonly name: string; readonly values: readonly string[] };

/** Every field of the format, variants of an object counted together. */
function fieldsOf(schema: Schema, at: string): Field[] {
  const own = Object.entries(schema.properties ?? {}).flatMap(([name, field]) => [
    { object: at, name, values: (field.enum ?? []).map(String) },
    ...fieldsOf(field, at === '' ? name : `${at}.${name}`),
  ]);
  const items = schema.items === undefined ? [] : fieldsOf(schema.items, `${at}[]`);
  return [...own, ...items, ...(schema.oneOf ?? []).flatMap((variant) => fieldsOf(variant, at))];
}

const fields = fieldsOf(agreementFormat.schema as Schema, '');

function headingOf(object: string): string {
  const heading = HEADINGS.find(([place]) => place.test(object))?.[1];
  if (heading === undefined) throw new Error(`No heading for the fields of ${object}`);
  return heading;
}

describe('docs/reference/agreement-format.md', () => {
  it('has a row for every field with every value that is allowed, and for no other', () => {
    expect(fields.length).toBeGreaterThan(60);
    for (const { object, name, values } of fields) {
      const row = tableRows(page, headingOf(object)).get(name);
      expect(row, `${object}.${name}`).toBeDefined();
      for (const value of values) expect(row, `${object}.${name}`).toContain(`\`${value}\``);
    }
    for (const [, heading] of HEADINGS) {
      const real = fields.filter(({ object }) => headingOf(object) === heading).map(({ name }) => name);
      expect([...tableRows(page, heading).keys()].sort()).toEqual([...new Set(real)].sort());
    }
  });

  it('shows an example that is accepted', () => {
    expect(decodeAgreement(JSON.parse(codeBlock(page, 'json')))).toMatchObject({ ok: true });
  });

  it('names refusals that exist', () => {
    const named = [...page.matchAll(/`(agreement-[a-z-]+)`/g)].map(([, code]) => code as string);
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter((code) => !(code in REFUSALS))).toEqual([]);
  });
});

/** The example of the page with one thing changed: the change, and the only refusal it gives. */
const WRONG: Readonly<Record<string, (file: Example) => unknown>> = {
  'agreement-field-missing': (file) => delete file.calendar,
  'agreement-field-unknown': (file) => set(file, { note: 'x' }),
  'agreement-field-type': (file) => set(row(file, 0), { percent: 2 }),
  'agreement-value-not-allowed': (file) => set(file, { calendar: 'lunar' }),
  'agreement-list-empty': (file) => set(file, { terms: [] }),
  'agreement-id-repeated': (file) => file.terms.push(file.terms[0] as Term),
  'agreement-validity-empty': (file) =>
    set(file, { validity: { firstDay: '2026-01-02', lastDay: '2026-01-01' } }),
  'agreement-currency-unknown': (file) => set(file, { currency: 'EUX' }),
  'agreement-tiers-not-rising': (file) => set(row(file, 1), { from: '10000.00' }),
  'agreement-tier-pay-mixed': (file) => set(row(file, 1), { amount: '3' }),
  'agreement-formula-pay-mismatch': (file) => set(term(file), { formula: 'lumpSum' }),
  'agreement-pay-measure-mismatch': (file) => set(term(file), { payout: PIECES }),
  'agreement-marginal-measures-differ': (file) => set(term(file), { formula: 'marginal', payout: GROSS }),
  'agreement-windows-differ': (file) => set(term(file), { payoutWindow: 'year' }),
  'agreement-reaching-unit-missing': (file) => {
    set(term(file), { formula: 'marginal', qualifier: PIECES, payout: PIECES });
    set(term(file).tiers, { rows: [{ from: '10', perUnit: '1' }] });
  },
  'agreement-reaching-unit-refused': (file) => set(term(file).tiers, { reachingUnit: 'newRate' }),
  'agreement-baseline-missing': (file) => set(term(file), { formula: 'growthWhole' }),
  'agreement-baseline-refused': (file) => set(term(file), { baseline: baseline(1) }),
  'agreement-baseline-tier-unknown': (file) =>
    set(term(file), { formula: 'growthWhole', baseline: baseline(3) }),
};

const PIECES = { of: 'quantity', basis: 'invoiced', unit: 'EA' };
const GROSS = { of: 'value', basis: 'gross' };

function baseline(tier: number) {
  const whenNotPositive = { policy: 'treatAsTier', tier };
  return { window: 'sameWindowPreviousYear', whenNotPositive, likeForLike: false };
}

type Tier = Record<string, unknown>;
type Term = Record<string, unknown> & { tiers: Record<string, unknown> & { rows: Tier[] } };
type Example = Record<string, unknown> & { terms: Term[] };

function term(file: Example): Term {
  return file.terms[0] as Term;
}

function row(file: Example, index: number): Tier {
  return term(file).tiers.rows[index] as Tier;
}

function set(target: Record<string, unknown>, change: Record<string, unknown>): void {
  Object.assign(target, change);
}

describe('the refusals listed there', () => {
  it('are those that a changed example is refused with', () => {
    expect([...tableRows(page, 'Refusals about the file').keys()].sort()).toEqual(Object.keys(WRONG).sort());
  });

  it.each(Object.entries(WRONG))('%s', (code, change) => {
    const file = JSON.parse(codeBlock(page, 'json')) as Example;
    change(file);
    const result = decodeAgreement(file);
    expect(result.ok ? [] : [...new Set(result.refusals.map((refusal) => refusal.code))]).toEqual([code]);
  });
});
