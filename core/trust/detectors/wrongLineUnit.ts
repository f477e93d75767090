import { byKey } from '../byKey.ts';
import { type Detector, parameter } from '../detector.ts';
import { amountFact, lineEvidence, tenthFact } from '../factTexts.ts';
import type { Finding } from '../finding.ts';
import { found, withFacts } from '../found.ts';
import type { HistoryLine, HistoryProduct } from '../history.ts';
import { tablesOf } from '../tables.ts';

/**
 * A line whose price is off by just the pack of its product: packs were booked as pieces, or the other way, and each sum over it is wrong.
 * Where many lines of a product are, its master data is, and that is one finding. Where prices lie in between, it is sold at many, by
 * quantity or by customer, and one that fits the pack says nothing; nor does a price that was asked for again and again.
 */
export const wrongLineUnit: Detector = {
  name: 'wrongLineUnit',
  version: 2,
  group: 'leakage',
  needs: ['products', 'lines'],
  parameters: [parameter('nearPercent', 1, 5, 40), parameter('masterPercent', 1, 20, 100)],
  begin: (history, parameters) => {
    const products = new Map(
      [...tablesOf(history).products].filter(
        ([, one]) => (one.perPack ?? 0) >= 2 && priceOf(one, 'sale') !== undefined,
      ),
    );
    const seen = new Map<string, Seen>();
    const see = (line: HistoryLine) => {
      const product = products.get(line.product);
      if (product === undefined || line.kind !== 'goods' || line.quantity <= 0 || line.minor <= 0) return;
      let count = seen.get(line.product);
      if (count === undefined) {
        count = { lines: 0, between: { below: 0, above: 0 }, off: [] };
        seen.set(line.product, count);
      }
      count.lines += 1;
      addBetween(count.between, line, product);
      const off = offBy(line, product, parameters.nearPercent as number);
      if (off !== undefined) count.off.push({ line: { ...line }, ...off });
    };
    const end = () =>
      [...seen].flatMap(([code, { lines, between, off: all }]) => {
        const alone = all.filter(({ times }) => (times < 1 ? between.below : between.above) === 0);
        const isMaster = alone.length * 100 > lines * (parameters.masterPercent as number);
        const off = isMaster ? alone : withoutPrices(alone);
        return isMaster && off.length >= 3 ? [ofProduct(code, off, lines)] : byLine(off);
      });
    return { see, end };
  },
};

/** `between`: lines at prices between the usual one and that of another unit, in each direction. */
type Seen = { lines: number; readonly between: { below: number; above: number }; readonly off: Off[] };

function addBetween(between: Seen['between'], line: HistoryLine, product: HistoryProduct): void {
  const usual = priceOf(product, line.side);
  if (usual === undefined || usual <= 0 || line.currency !== product.currency) return;
  const steps =
    Math.log(line.minor / (line.quantity / 1_000_000) / usual) / Math.log(product.perPack as number);
  if (steps > -3 / 4 && steps < -1 / 4) between.below += 1;
  if (steps > 1 / 4 && steps < 3 / 4) between.above += 1;
}

type Off = {
  readonly line: HistoryLine;
  readonly times: number;
  readonly pack: number;
  readonly usual: number;
};

/** What a unit should be worth: the list price of sales, the cost of purchases. */
function priceOf(product: HistoryProduct, side: HistoryLine['side']): number | undefined {
  const price = side === 'purchase' ? product.unitCost : product.listPrice;
  return price ?? product.listPrice ?? product.unitCost;
}

function offBy(line: HistoryLine, product: HistoryProduct, near: number) {
  const usual = priceOf(product, line.side);
  const pack = product.perPack as number;
  if (usual === undefined || usual <= 0 || line.currency !== product.currency) return undefined;
  if (product.unit !== undefined && line.unit !== product.unit) return undefined;
  const times = line.minor / (line.quantity / 1_000_000) / usual;
  // A discount makes pieces cheaper by half; a pack by less than half of it is none.
  const fits = (ratio: number) => Math.abs(ratio - 1) * 100 <= near;
  return fits(times / pack) || fits(times * pack) ? { times, pack, usual } : undefined;
}

/** The same odd price on so many documents was meant. */
const MEANT = 3;

function withoutPrices(off: readonly Off[]): Off[] {
  const priceOfLine = ({ line }: Off) => String(Math.round((line.minor * 1_000_000) / line.quantity));
  const prices = byKey(off, priceOfLine);
  return off.filter((one) => {
    const same = prices.get(priceOfLine(one)) ?? [];
    return new Set(same.map(({ line }) => line.document)).size < MEANT;
  });
}

function byLine(off: readonly Off[]): Finding[] {
  return off.map(({ line, times, pack, usual }) => {
    const price = line.minor / (line.quantity / 1_000_000);
    const facts = {
      pack: String(pack),
      price: amountFact(price, line.currency),
      usual: amountFact(usual, line.currency),
      times: tenthFact(times),
    };
    const evidence = [withFacts(lineEvidence(line), facts)];
    return found(wrongLineUnit, {
      object: 'line',
      id: evidence[0]?.id ?? '',
      partner: line.partner,
      day: line.day,
      score: pack >= 4 ? 780 : 520,
      minor: Math.round(Math.abs(line.minor - usual * (line.quantity / 1_000_000))),
      currency: line.currency,
      evidence,
    });
  });
}

function ofProduct(product: string, off: readonly Off[], lines: number): Finding {
  const [first] = off as readonly [Off];
  const partners = [...byKey(off, ({ line }) => line.partner).keys()].sort().slice(0, 5);
  const facts = {
    pack: String(first.pack),
    price: amountFact(first.line.minor / (first.line.quantity / 1_000_000), first.line.currency),
    usual: amountFact(first.usual, first.line.currency),
    times: tenthFact(first.times),
    lines: String(off.length),
    all: String(lines),
    partners: partners.join(', '),
  };
  return found(wrongLineUnit, {
    object: 'product',
    id: product,
    score: 460,
    evidence: [{ object: 'product', id: product, facts }],
  });
}
