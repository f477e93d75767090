import { isFields, type Json, listAt, type Path, valueAt } from '../text/textPath.ts';

/** A column of the tier table: where its figure stands in a row, and what it says. */
export type TierColumn = {
  readonly id: string;
  readonly path: readonly [string, ...Path];
  readonly kind: 'from' | 'percent' | 'perUnit' | 'amount' | 'give' | 'per' | 'unitValue' | 'measureCap';
  /** Of one part of the payout. */
  readonly part?: string;
};

const RATES = ['percent', 'perUnit', 'amount'] as const;

/** The columns that the rows of a table have: a bound, and whatever they pay. */
export function tierColumns(rows: readonly Json[]): readonly TierColumn[] {
  const [first] = rows;
  const from: TierColumn = { id: 'from', path: ['from'], kind: 'from' };
  if (!isFields(first)) return [from];
  const cap: readonly TierColumn[] =
    first.measureCap === undefined ? [] : [{ id: 'measureCap', path: ['measureCap'], kind: 'measureCap' }];
  return [from, ...paidColumns(first), ...cap];
}

function paidColumns(row: Json): readonly TierColumn[] {
  const parts = listAt(row, ['parts']);
  if (parts.length > 0) {
    return parts.flatMap((part, index) =>
      RATES.filter((kind) => valueAt(part, [kind]) !== undefined).map((kind) => ({
        id: `parts ${index} ${kind}`,
        path: ['parts', index, kind] as const,
        kind,
        part: String(valueAt(part, ['part'])),
      })),
    );
  }
  if (valueAt(row, ['free']) !== undefined) {
    return (['give', 'per', 'unitValue'] as const).map((kind) => ({ id: kind, path: ['free', kind], kind }));
  }
  return RATES.filter((kind) => valueAt(row, [kind]) !== undefined).map((kind) => ({
    id: kind,
    path: [kind],
    kind,
  }));
}

/** A row like this one with nothing in it. */
export function emptyLike(row: Json | undefined, columns: readonly TierColumn[]): Json {
  const base = isFields(row) ? row : { from: '', percent: '' };
  const { words: _, ...bare } = base;
  return columns.reduce((made, { path }) => replaced(made, path), bare as Json);
}

function replaced(row: Json, [step, ...rest]: Path): Json {
  if (step === undefined) return '';
  if (typeof step === 'number') {
    return (row as readonly Json[]).map((value, index) => (index === step ? replaced(value, rest) : value));
  }
  const fields = row as { readonly [name: string]: Json };
  return { ...fields, [step]: replaced(fields[step] ?? '', rest) };
}
