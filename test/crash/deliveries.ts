import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MasterRow } from '../../app/ports.ts';
import { formatDate } from '../../core/calendar/localDate.ts';
import { agreementText, dayOf, type JsonObject, UNITS, windowsText } from '../support/trade.ts';
import { type Draw, seededRandom } from './seededRandom.ts';

/** A file that a customer's system sends once, under a key of its own. */
export type Delivery = {
  readonly key: string;
  /** The day on which it comes. */
  readonly day: string;
  readonly text: string;
};

/** The last day on which any of them counts, and a day after which nothing more does. */
export const LAST_DAY = '2026-12-31';

const FIRST_DAY = '2026-01-10';
const DAYS = 340;
const HEADER =
  'source,document,line,side,company,partner,product,invoiceDate,quantity,unit,netValue,currency,returnOfDocument,returnOfLine';
const PARTNERS = ['P1', 'P2', 'P3', 'P4'];
const PRODUCTS = ['A', 'B', 'C'];

export const MASTER: readonly MasterRow[] = [
  ...PARTNERS.map((code) => ({ kind: 'partner' as const, code, name: `Partner ${code}`, attributes: {} })),
  ...PRODUCTS.map((code) => ({ kind: 'product' as const, code, name: `Product ${code}`, attributes: {} })),
];

/** A year's volume, monthly slices where lines come late, and an amount per piece. */
export const AGREEMENTS: readonly JsonObject[] = [
  agreementText(
    {
      tiers: {
        boundary: 'atLeast',
        rows: [
          { from: '500', percent: '1' },
          { from: '5000', percent: '2.5' },
        ],
      },
    },
    { id: 'YEAR' },
  ),
  agreementText(
    {
      formula: 'marginal',
      windows: windowsText('month'),
      tiers: {
        boundary: 'atLeast',
        rows: [
          { from: '0', percent: '0.75' },
          { from: '300', percent: '3' },
        ],
      },
    },
    { id: 'MONTH' },
  ),
  agreementText(
    {
      qualifier: UNITS,
      payout: UNITS,
      windows: windowsText('quarter'),
      returns: { linked: 'returnWindow', unlinked: 'returnWindow', negativeWindow: 'zero' },
      tiers: { boundary: 'atLeast', rows: [{ from: '10', perUnit: '0.35' }] },
    },
    { id: 'PIECES' },
  ),
];

type Sale = {
  readonly document: string;
  readonly line: string;
  readonly partner: string;
  readonly product: string;
  readonly day: number;
  readonly quantity: number;
  readonly cents: number;
};

/**
 * Sales, late lines, corrections of what an earlier file said, returns of it, rows sent again and
 * now and then a row that nobody can read, in files over one year; every ninth file is one that
 * was sent a while ago.
 */
export function deliveries(count: number, seed: number): Delivery[] {
  const draw = seededRandom(seed);
  const known: Sale[] = [];
  const outdated: Sale[] = [];
  const sent: Delivery[] = [];
  for (let index = 0; index < count; index += 1) {
    const today = dayOf(FIRST_DAY) + Math.floor((index * DAYS) / count);
    const fresh = Array.from({ length: 4 }, (_, at) => sale(draw, index, at, today - draw(9)));
    const late = sale(draw, index, 4, Math.max(dayOf('2026-01-01'), today - 40 - draw(30)));
    const earlier = known.length === 0 ? [] : aboutEarlier(draw, known, outdated, index, today);
    const unreadable = index % 5 === 4 ? [rowOf(sale(draw, index, 9, today)).replace('EUR', 'E')] : [];
    known.push(...fresh, late);
    const rows = [...[...fresh, late].map((line) => rowOf(line)), ...earlier, ...unreadable];
    const key = `delivery-${String(index).padStart(4, '0')}`;
    const again = index % 9 === 8 ? sent[index - 6] : undefined;
    const text = again?.text ?? `${[HEADER, ...rows].join('\n')}\n`;
    sent.push({ key, day: formatDate(today), text });
  }
  return sent;
}

/** Of three earlier lines one is corrected, one taken back, one said again; so is an outdated one. */
function aboutEarlier(draw: Draw, known: Sale[], outdated: Sale[], index: number, today: number): string[] {
  const first = draw(known.length - 2);
  const [corrected, returned, repeated] = known.slice(first, first + 3) as [Sale, Sale, Sale];
  const spoken = new Set([corrected, returned, repeated].map(identityOf));
  const old = outdated.filter((line) => !spoken.has(identityOf(line))).at(-1);
  const correction = { ...corrected, cents: corrected.cents + 1 + draw(5_000) };
  known[first] = correction;
  outdated.push(corrected);
  const taken: Sale = {
    ...returned,
    document: `R${index}`,
    line: '1',
    day: today,
    quantity: -1,
    cents: -Math.floor(returned.cents / returned.quantity),
  };
  const again = old === undefined ? [repeated] : [repeated, old];
  return [rowOf(correction), rowOf(taken, returned), ...again.map((line) => rowOf(line))];
}

function identityOf({ document, line }: Sale): string {
  return `${document},${line}`;
}

function sale(draw: Draw, index: number, at: number, day: number): Sale {
  const partner = PARTNERS[draw(PARTNERS.length)] as string;
  const product = PRODUCTS[draw(PRODUCTS.length)] as string;
  const quantity = 1 + draw(20);
  return {
    document: `D${index}`,
    line: String(at + 1),
    partner,
    product,
    day,
    quantity,
    cents: 100 + draw(20_000),
  };
}

function rowOf(line: Sale, takenBack?: Sale): string {
  const { partner, product, day, quantity, cents } = line;
  const sign = cents < 0 ? '-' : '';
  const value = `${sign}${Math.floor(Math.abs(cents) / 100)}.${String(Math.abs(cents) % 100).padStart(2, '0')}`;
  const what = ['erp', identityOf(line), 'sale', 'EU', partner, product, formatDate(day), quantity, 'EA'];
  return [...what, value, 'EUR', takenBack === undefined ? ',' : identityOf(takenBack)].join(',');
}

export function pathOf(folder: string, { key }: Pick<Delivery, 'key'>): string {
  return join(folder, 'deliveries', `${key}.csv`);
}

export function writeDeliveries(folder: string, all: readonly Delivery[]): void {
  mkdirSync(join(folder, 'deliveries'), { recursive: true });
  for (const delivery of all) writeFileSync(pathOf(folder, delivery), delivery.text);
}
