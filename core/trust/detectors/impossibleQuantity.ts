import { type Detector, type Parameters, parameter } from '../detector.ts';
import { lineEvidence, quantityFact } from '../factTexts.ts';
import type { Finding } from '../finding.ts';
import { found, withFacts } from '../found.ts';
import type { History, HistoryLine, HistoryProduct } from '../history.ts';
import { scoreBetween } from '../scoreOf.ts';
import { tablesOf } from '../tables.ts';

/** Units of which there are only whole ones. */
const PIECES = new Set(['EA', 'PCE', 'PCS', 'PC', 'ST', 'STK', 'H87', 'C62', 'CT', 'CTN', 'BX', 'PK', 'PAL']);

/**
 * Lines that the master data rules out: more in one order than can be ordered, a part of a piece, a claim for packs that do not exist.
 */
export const impossibleQuantity: Detector = {
  name: 'impossibleQuantity',
  version: 1,
  group: 'fraud',
  needs: ['lines'],
  parameters: [parameter('tolerancePercent', 0, 0, 100), parameter('mostLines', 1, 200, 10_000)],
  begin: (history, parameters) => {
    const { products } = tablesOf(history);
    const findings: Finding[] = [];
    const see = (line: HistoryLine) => {
      if (line.kind !== 'goods' || line.quantity <= 0) return;
      const isPart = line.quantity % 1_000_000 !== 0 && PIECES.has(line.unit);
      const limit = isPart ? undefined : limitOf(products.get(line.product), line, parameters);
      if (!isPart && (limit === undefined || line.quantity <= limit)) return;
      findings.push(impossible(line, limit));
    };
    return { see, end: () => usable(history, findings, parameters.mostLines as number) };
  },
};

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

/** Parts of pieces all over are a unit that this house uses in its own way. */
function usable(_: History, findings: readonly Finding[], most: number): Finding[] {
  const parts = findings.filter(({ evidence }) => evidence[0]?.facts.why === 'part');
  return findings.filter((one) => parts.length <= most || one.evidence[0]?.facts.why !== 'part');
}
