import { agreementText, type JsonObject, windowsText } from '../support/trade.ts';

/** A vector as it stands in a published file. */
export type VectorText = JsonObject & { readonly id: string; readonly mechanism: string };

/** What a vector says besides the plain case: one year, one partner, euros, 2 % from 1,000. */
export type VectorCase = {
  readonly term?: JsonObject;
  /** Several terms, each with what differs; `term` is then left out. */
  readonly terms?: readonly JsonObject[];
  readonly agreement?: JsonObject;
  /** Each line with what differs from one piece sold to P1 on 2026-02-03 for 10.00. */
  readonly lines?: readonly JsonObject[];
  readonly master?: JsonObject;
  readonly effective?: string;
  readonly known?: string;
  readonly note?: string;
  /** "amount", or more of it, by "partner", "partner firstDay lastDay", with ":term" behind it. */
  readonly earned?: Readonly<Record<string, string | JsonObject>>;
  readonly refused?: readonly string[];
};

const LINE: JsonObject = {
  source: 'erp',
  side: 'sale',
  company: 'EU',
  partner: 'P1',
  product: 'A',
  invoiceDate: '2026-02-03',
  quantity: '1',
  unit: 'EA',
  netValue: '10.00',
  currency: 'EUR',
};

export const UNITS: JsonObject = { of: 'quantity', basis: 'invoiced', unit: 'EA' };
export const NET: JsonObject = { of: 'value', basis: 'net' };

export function vector(id: string, mechanism: string, source: string, given: VectorCase): VectorText {
  const { note, master, known } = given;
  return {
    id,
    mechanism,
    source,
    ...(note !== undefined && { note }),
    agreement: textOf(given),
    lines: (given.lines ?? []).map((line, index) => ({
      ...LINE,
      document: `D${index + 1}`,
      line: '1',
      ...line,
    })),
    ...(master && { master: { partners: [], products: [], ...master } }),
    effective: given.effective ?? '2026-12-31',
    ...(known !== undefined && { known }),
    expect: given.refused ? { refused: given.refused } : { earnings: earningsOf(given.earned ?? {}) },
  };
}

function textOf({ term, terms, agreement = {} }: VectorCase): JsonObject {
  if (terms === undefined) return agreementText(term, agreement);
  const all = terms.map((entry) => (agreementText(entry).terms as readonly JsonObject[])[0] as JsonObject);
  return agreementText({}, { terms: all, ...agreement });
}

function earningsOf(earned: Readonly<Record<string, string | JsonObject>>): JsonObject[] {
  return Object.entries(earned).map(([place, expected]) => {
    const [where = '', term = 'volume'] = place.split(':');
    const [partner = 'P1', firstDay = '2026-01-01', lastDay = '2026-12-31'] = where.split(' ');
    const amounts = typeof expected === 'string' ? { amount: expected } : expected;
    return { term, partner, firstDay, lastDay, ...amounts };
  });
}

/** One sale whose value and quantity are the same number: what most tables of tiers are held against. */
export function sale(volume: string, differs: JsonObject = {}): JsonObject {
  return { quantity: volume, netValue: volume, ...differs };
}

/**
 * A boundary table: below, at and above each threshold, zero, negative, in the last open bracket.
 * Rows are volume, tier, amount.
 */
export function table(
  id: string,
  mechanism: string,
  source: string,
  given: VectorCase,
  rows: readonly (readonly [string, number, string])[],
): VectorText[] {
  return rows.map(([volume, tier, amount]) =>
    vector(`${id}-at-${volume.replace('-', 'minus-')}`, mechanism, source, {
      ...given,
      lines: [...(given.lines ?? []), sale(volume)],
      earned: { P1: { amount, tier } },
    }),
  );
}

export function rows(...tiers: readonly (readonly [string, JsonObject])[]): JsonObject {
  return { boundary: 'atLeast', rows: tiers.map(([from, pays]) => ({ from, ...pays })) };
}

export { windowsText };
