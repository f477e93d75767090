import { type Detector, type Parameters, parameter } from '../detector.ts';
import { dayFact, lineEvidence, quantityFact } from '../factTexts.ts';
import type { Finding } from '../finding.ts';
import { found } from '../found.ts';
import type { HistoryLine } from '../history.ts';
import { scoreOf } from '../scoreOf.ts';
import { tablesOf } from '../tables.ts';

/**
 * More of a product than one order may hold, ordered in several orders that each stay just within: two or more of one day, or several
 * nearer to it on days one after the other. Orders well below what is allowed are none, nor is one that was cancelled and ordered anew.
 */
export const orderSplitting: Detector = {
  name: 'orderSplitting',
  version: 2,
  group: 'fraud',
  needs: ['products', 'lines'],
  parameters: [
    parameter('leastOrders', 2, 2, 20),
    parameter('nearPercent', 10, 60, 100),
    parameter('withinDays', 0, 1, 14),
  ],
  begin: (history, parameters) => {
    const limits = new Map(
      history.products.flatMap(({ product, perOrder }) =>
        perOrder === undefined ? [] : [[product, perOrder] as const],
      ),
    );
    const findings: Finding[] = [];
    let partner = '';
    let days = new Map<string, Day[]>();
    const flush = () => {
      for (const own of days.values()) {
        const first = own.find(({ lines }) => lines.length > 0)?.lines[0];
        const limit = first === undefined ? 0 : limitOf(limits, first, tablesOf(history).products);
        if (limit > 0) findings.push(...splitDays(own, limit, parameters));
      }
      days = new Map();
    };
    const see = (line: HistoryLine) => {
      if (line.partner !== partner) {
        flush();
        partner = line.partner;
      }
      if (!limits.has(line.product) || line.side === 'purchase' || line.correctionOf !== undefined) return;
      const limit = limitOf(limits, line, tablesOf(history).products);
      const isNear = Math.abs(line.quantity) * 100 * LINES_MAX >= limit * (parameters.nearPercent as number);
      if (limit > 0 && isNear) addDay(days, line);
    };
    return {
      see,
      end: () => {
        flush();
        return findings;
      },
    };
  },
};

/** An order has at most so many lines of one product: smaller ones are forgotten at once. */
const LINES_MAX = 4;

/** Lines of a product on one day; what was cancelled the same day is not among them. */
type Day = { readonly day: number; lines: HistoryLine[] };

function addDay(days: Map<string, Day[]>, line: HistoryLine): void {
  const known = days.get(line.product) ?? [];
  days.set(line.product, known);
  const last = known.at(-1);
  if (line.quantity < 0) {
    const place = last?.lines.findIndex(({ quantity }) => quantity === -line.quantity) ?? -1;
    if (last?.day === line.day && place >= 0) last.lines.splice(place, 1);
  } else if (last?.day === line.day) last.lines.push({ ...line });
  else known.push({ day: line.day, lines: [{ ...line }] });
}

/** Of one day; else of days one after the other, at least so many orders that are nearer to the limit. */
const SEVERAL = { orders: 3, nearPercent: 80 };

function splitDays(days: readonly Day[], limit: number, parameters: Parameters): Finding[] {
  const [least, near] = [parameters.leastOrders as number, parameters.nearPercent as number];
  const ofDays = days.flatMap(({ lines }) => splitIn(lines, limit, { least, near }));
  const told = new Set(ofDays.map(({ day }) => day));
  const runs = runsOf(
    days.filter(({ day }) => !told.has(day)),
    parameters.withinDays as number,
  );
  const asked = { least: Math.max(least, SEVERAL.orders), near: Math.max(near, SEVERAL.nearPercent) };
  return [...ofDays, ...runs.flatMap((lines) => splitIn(lines, limit, asked))];
}

/** Lines of days of which each is at most so long after the one before. */
function runsOf(days: readonly Day[], within: number): HistoryLine[][] {
  const runs: { until: number; lines: HistoryLine[] }[] = [];
  for (const { day, lines } of days) {
    const last = runs.at(-1);
    if (last !== undefined && day - last.until <= within) {
      last.lines.push(...lines);
      last.until = day;
    } else runs.push({ until: day, lines: [...lines] });
  }
  return runs.map(({ lines }) => lines);
}

/** In millionths; only in the unit that the master data speaks of. */
function limitOf(
  limits: ReadonlyMap<string, number>,
  line: HistoryLine,
  products: ReturnType<typeof tablesOf>['products'],
): number {
  const unit = products.get(line.product)?.unit;
  const limit = limits.get(line.product);
  return limit === undefined || (unit !== undefined && unit !== line.unit) ? 0 : limit * 1_000_000;
}

type Asked = { readonly least: number; readonly near: number };

function splitIn(lines: readonly HistoryLine[], limit: number, { least, near: percent }: Asked): Finding[] {
  const orders = new Map<string, number>();
  for (const line of lines) {
    const order = line.order ?? line.document;
    orders.set(order, (orders.get(order) ?? 0) + line.quantity);
  }
  const near = [...orders.values()].filter(
    (quantity) => quantity <= limit && quantity * 100 >= limit * percent,
  );
  const sum = near.reduce((total, quantity) => total + quantity, 0);
  if (near.length < least || sum <= limit) return [];
  const [first] = lines as readonly [HistoryLine];
  const facts = {
    product: first.product,
    day: dayFact(first.day),
    orders: String(near.length),
    sum: quantityFact(sum, first.unit),
    limit: quantityFact(limit, first.unit),
  };
  const [lead, ...others] = lines.slice(0, 6).map(lineEvidence) as [Finding['evidence'][number]];
  return [
    found(orderSplitting, {
      object: 'line',
      id: lead.id,
      partner: first.partner,
      day: first.day,
      score: scoreOf(500 + near.length * 100),
      minor: lines.reduce((total, line) => total + line.minor, 0),
      currency: first.currency,
      evidence: [{ ...lead, facts: { ...lead.facts, ...facts } }, ...others],
    }),
  ];
}
