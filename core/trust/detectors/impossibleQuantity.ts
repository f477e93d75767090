import { compareTexts } from '../../text/compareTexts.ts';
import { joinKey } from '../../text/key.ts';
import { type Detector, type Parameters, parameter } from '../detector.ts';
import { lineEvidence, lineId, quantityFact } from '../factTexts.ts';
import type { Finding } from '../finding.ts';
import { found, withFacts } from '../found.ts';
import type { HistoryLine, HistoryProduct } from '../history.ts';
import { scoreBetween } from '../scoreOf.ts';
import { median } from '../statistics.ts';
import { tablesOf } from '../tables.ts';

/** Units of which there are only whole ones. */
const PIECES = new Set(['EA', 'PCE', 'PCS', 'PC', 'ST', 'STK', 'H87', 'C62', 'CT', 'CTN', 'BX', 'PK', 'PAL']);

/**
 * Lines that the master data rules out: more in one order than can be ordered, a part of a piece. Where many lines of a product from one
 * source are above its limit, the limit is wrong there, and that is one finding; a line far beyond even those is told of all the same.
 */
export const impossibleQuantity: Detector = {
  name: 'impossibleQuantity',
  version: 2,
  group: 'fraud',
  needs: ['lines'],
  parameters: [
    parameter('tolerancePercent', 0, 0, 100),
    parameter('mostLines', 1, 200, 10_000),
    parameter('masterPercent', 1, 2, 100),
  ],
  begin: (history, parameters) => {
    const { products } = tablesOf(history);
    const parts: Finding[] = [];
    const counts = new Map<string, Count>();
    const see = (line: HistoryLine) => {
      if (line.kind !== 'goods' || line.quantity <= 0) return;
      if (line.quantity % 1_000_000 !== 0 && PIECES.has(line.unit)) {
        if (parts.length <= (parameters.mostLines as number)) parts.push(impossible(line, undefined));
        return;
      }
      const limit = limitOf(products.get(line.product), line, parameters);
      if (limit === undefined) return;
      const count = countOf(counts, line, limit);
      count.lines += 1;
      if (line.quantity > limit) count.above.push({ ...line });
    };
    const end = () => {
      // Parts of pieces all over are a unit that this house uses in its own way.
      const ofPieces = parts.length > (parameters.mostLines as number) ? [] : parts;
      const above = [...counts.values()].flatMap((count) =>
        aboveLimit(count, parameters.masterPercent as number),
      );
      return [...ofPieces, ...above];
    };
    return { see, end };
  },
};

/** Of a product from one source: its lines, and those above the limit. */
type Count = { readonly limit: number; lines: number; readonly above: HistoryLine[] };

function countOf(counts: Map<string, Count>, line: HistoryLine, limit: number): Count {
  const key = joinKey(line.source, line.product);
  const count = counts.get(key) ?? { limit, lines: 0, above: [] };
  counts.set(key, count);
  return count;
}

/** Three times what is usual among those above a limit that means nothing. */
const FAR = 3;

function aboveLimit({ limit, lines, above }: Count, percent: number): Finding[] {
  const [first] = above;
  const isMaster = above.length >= 3 && above.length * 100 > lines * percent;
  if (!isMaster || first === undefined) return above.map((line) => impossible(line, limit));
  const usual = median(above.map(({ quantity }) => quantity));
  const far = above.filter(({ quantity }) => quantity > FAR * usual);
  const facts = {
    product: first.product,
    why: 'limitOften',
    limit: quantityFact(limit, first.unit),
    lines: String(above.length),
    all: String(lines),
  };
  const evidence = [
    { object: 'product' as const, id: first.product, facts },
    ...above.toSorted(largestFirst).slice(0, 3).map(lineEvidence),
  ];
  const master = found(impossibleQuantity, { object: 'product', id: first.product, score: 300, evidence });
  return [master, ...far.map((line) => impossible(line, limit))];
}

/** Whatever partner comes first. */
function largestFirst(a: HistoryLine, b: HistoryLine): number {
  return b.quantity - a.quantity || compareTexts(lineId(a), lineId(b));
}

function limitOf(
  product: HistoryProduct | undefined,
  line: HistoryLine,
  parameters: Parameters,
): number | undefined {
  if (product?.perOrder === undefined || (product.unit !== undefined && product.unit !== line.unit))
    return undefined;
  return product.perOrder * (1_000_000 + (parameters.tolerancePercent as number) * 10_000);
}

function impossible(line: HistoryLine, limit: number | undefined): Finding {
  const facts = {
    why: limit === undefined ? 'part' : 'tooMuch',
    limit: limit === undefined ? '' : quantityFact(limit, line.unit),
  };
  const evidence = [withFacts(lineEvidence(line), facts)];
  return found(impossibleQuantity, {
    object: 'line',
    id: evidence[0]?.id ?? '',
    partner: line.partner,
    day: line.day,
    score: limit === undefined ? 560 : scoreBetween(line.quantity / limit, 1, 10, 620, 940),
    minor: line.minor,
    currency: line.currency,
    evidence,
  });
}
