import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Agreement,
  BUCKETS,
  FORMULAS,
  PROGRAMMES,
  VALUE_BASES,
} from '../../core/agreement/agreement.ts';
import { type Decimal, formatDecimal, trimDecimal } from '../../core/number/decimal.ts';
import { LANGUAGES, type Language } from '../../core/wording/language.ts';
import { agreementTerms } from '../../core/wording/terms/agreementTerms.ts';
import { arbitraryAgreement } from '../support/arbitraryAgreement.ts';

/**
 * Fields that no amount depends on: what a thing is called, and the contract's own words beside
 * what they were turned into. All other fields have to change what is read, in every language.
 */
function isLabel(path: readonly Step[]): boolean {
  return path[0] === 'name' || path.at(-1) === 'words';
}

/** Fields that may be left out; leaving one out has to be seen as well. */
const OPTIONAL = ['where', 'reachingUnit', 'stepValuation', 'defaultTier', 'measureCap', 'baseline'];

const SAMPLES = fc.sample(arbitraryAgreement(), { numRuns: 90, seed: 20_261_124 });
const HOSTS = 1;
/** Words have more variants to try than numbers and whole parts. */
const VALUES = { word: 24, other: 3 };

type Step = string | number;
type Node = { readonly place: string; readonly path: readonly Step[]; readonly value: unknown };

const READ = new WeakMap<Agreement, Map<Language, string>>();

function reading(agreement: Agreement, language: Language): string {
  const known = READ.get(agreement) ?? new Map<Language, string>();
  READ.set(agreement, known);
  const text = known.get(language) ?? JSON.stringify(agreementTerms(agreement, language));
  known.set(language, text);
  return text;
}

/** Every field of an agreement; the place says among which other fields it stands. */
function nodesOf(value: unknown, path: readonly Step[] = [], place = ''): Node[] {
  if (Array.isArray(value)) {
    return value.flatMap((entry, index) => [
      { place: `${place}[]`, path: [...path, index], value: entry },
      ...nodesOf(entry, [...path, index], `${place}[]`),
    ]);
  }
  if (typeof value !== 'object' || value === null || isDecimal(value)) return [];
  const siblings = Object.keys(value).filter((key) => !OPTIONAL.includes(key) && key !== 'words');
  const here = `${roomOf(value) ?? place}{${siblings.sort().join()}}`;
  return Object.entries(value)
    .filter(([key]) => !isLabel([...path, key]))
    .flatMap(([key, entry]) => [
      { place: `${here}.${key}`, path: [...path, key], value: entry },
      ...nodesOf(entry, [...path, key], `${here}.${key}`),
    ]);
}

/** A measure and a condition are read in one way wherever they stand, so their insides are tried once. */
function roomOf(value: object): string | undefined {
  if ('attribute' in value) return 'condition';
  if ('source' in value && 'times' in value) return 'price';
  return 'of' in value && typeof value.of === 'string' && !('max' in value) ? 'measure' : undefined;
}

function isDecimal(value: object): value is Decimal {
  return 'digits' in value && 'scale' in value;
}

/** Two values with the same text mean the same money. */
function textOf(value: unknown): string {
  return JSON.stringify(value, (key, entry) => {
    if (key === 'words') return undefined;
    return typeof entry === 'object' && entry !== null && isDecimal(entry)
      ? formatDecimal(trimDecimal(entry))
      : entry;
  });
}

function withValue<T>(tree: T, [step, ...rest]: readonly Step[], value: unknown): T {
  if (step === undefined) return value as T;
  const copy = (Array.isArray(tree) ? [...tree] : { ...tree }) as Record<Step, unknown>;
  if (value === undefined && rest.length === 0) delete copy[step];
  else copy[step] = withValue(copy[step], rest, value);
  return copy as T;
}

/** A cap of an amount for each line is the one pair of fields that the format does not have. */
function isInFormat(agreement: Agreement): boolean {
  return agreement.terms.every(
    ({ limits }) =>
      limits === 'none' || !limits.some(({ of, scope }) => of === 'amount' && scope === ('line' as string)),
  );
}

/** The languages in which the change of a field cannot be read. */
function silentIn(before: Agreement, after: Agreement): Language[] {
  return LANGUAGES.filter((language) => reading(before, language) === reading(after, language));
}

const POOL = Map.groupBy(
  SAMPLES.flatMap((agreement) => nodesOf(agreement).map((node) => ({ ...node, agreement }))),
  ({ place }) => place,
);

describe('an agreement in words', () => {
  it('reads differently when any one field is different', () => {
    const silent: string[] = [];
    let changes = 0;
    for (const [place, nodes] of POOL) {
      const isWord = nodes.some(({ value }) => typeof value === 'string');
      const tried = isWord ? nodes : nodes.slice(0, 2 * VALUES.other);
      const distinct = new Map(tried.map(({ value }) => [textOf(value), value]));
      const many = isWord ? VALUES.word : VALUES.other;
      for (const host of nodes.slice(0, HOSTS)) {
        const variants = [...distinct]
          .slice(0, many)
          .map(([text, value]) => ({ text, agreement: withValue(host.agreement, host.path, value) }))
          .filter(({ agreement }) => isInFormat(agreement));
        changes += variants.length;
        for (const language of LANGUAGES) {
          for (const same of Map.groupBy(variants, ({ agreement }) =>
            reading(agreement, language),
          ).values()) {
            if (same.length > 1)
              silent.push(`${language} ${place}: ${same.map(({ text }) => text).join(' = ')}`);
          }
        }
      }
    }
    expect(silent).toEqual([]);
    expect(changes).toBeGreaterThan(1500);
  });

  it('reads differently when a field that may be absent is left out', () => {
    const silent: string[] = [];
    const left = new Set<string>();
    for (const nodes of POOL.values()) {
      for (const { place, path, agreement } of nodes.slice(0, HOSTS)) {
        const field = String(path.at(-1));
        if (!OPTIONAL.includes(field) || place.endsWith('.components[]{quantity}.where')) continue;
        left.add(field);
        const changed = withValue(agreement, path, undefined);
        silent.push(...silentIn(agreement, changed).map((language) => `${language} ${place}`));
      }
    }
    expect(silent).toEqual([]);
    expect([...left].sort()).toEqual([...OPTIONAL].sort());
  });

  it('reads differently when a list is one entry shorter', () => {
    const silent: string[] = [];
    let lists = 0;
    for (const nodes of POOL.values()) {
      const long = nodes.filter(({ value }) => Array.isArray(value) && value.length > 1);
      for (const { place, path, value, agreement } of long.slice(0, HOSTS)) {
        lists += 1;
        const changed = withValue(agreement, path, (value as unknown[]).slice(0, -1));
        silent.push(...silentIn(agreement, changed).map((language) => `${language} ${place}`));
      }
    }
    expect(silent).toEqual([]);
    expect(lists).toBeGreaterThan(15);
  });

  it('has been tried with every variant of the format', () => {
    const seen = new Set([...POOL.values()].flatMap((nodes) => nodes.map(({ value }) => value)));
    const wanted = [...FORMULAS, ...PROGRAMMES, ...BUCKETS, ...VALUE_BASES, 'share', 'notWhole', 'proRata'];
    expect(wanted.filter((name) => !seen.has(name))).toEqual([]);
    expect(POOL.size).toBeGreaterThan(250);
  });

  it('reads differently when any number of fields is different', () => {
    const pair = fc.record({
      agreement: arbitraryAgreement(),
      other: arbitraryAgreement(),
      taken: fc.array(fc.nat(), { minLength: 1, maxLength: 4 }),
    });
    fc.assert(
      fc.property(pair, ({ agreement, other, taken }) => {
        const fields = Object.keys(agreement.terms[0] ?? {}).filter((key) => key !== 'words');
        let changed = agreement;
        for (const number of taken) {
          const field = fields[number % fields.length] as string;
          const value = (other.terms[0] as unknown as Record<string, unknown>)[field];
          if (value !== undefined) changed = withValue(changed, ['terms', 0, field], value);
        }
        const isSame = textOf(changed) === textOf(agreement);
        expect(silentIn(agreement, changed)).toEqual(isSame ? LANGUAGES : []);
      }),
      { numRuns: 150, seed: 7 },
    );
  });
});
