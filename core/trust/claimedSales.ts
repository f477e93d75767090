import type { LocalDate } from '../calendar/localDate.ts';
import { compareTexts } from '../text/compareTexts.ts';
import { joinKey } from '../text/key.ts';
import { lineEvidence } from './factTexts.ts';
import type { Evidence } from './finding.ts';
import type { History, HistoryClaim, HistoryClaimLine, HistoryLine } from './history.ts';
import { onceOf } from './onceOf.ts';

export type ClaimedLine = { readonly claim: HistoryClaim; readonly line: HistoryClaimLine };

/** A sale that somebody claims for, and what became of it; quantities in millionths. */
export type ClaimedSale = {
  readonly partner: string;
  readonly product: string;
  readonly day: LocalDate;
  readonly quantity: number;
  readonly unit: string;
  readonly minor: number;
  readonly unitMinor?: number;
  readonly currency: string;
  readonly endCustomer?: string;
  readonly side: HistoryLine['side'];
  readonly evidence: Evidence;
};

type Back = {
  readonly day: LocalDate;
  readonly quantity: number;
  readonly isCancelling: boolean;
  readonly source: string;
  readonly evidence: Evidence;
};

/** Claims that still stand: a refused one may be sent again. */
export const liveClaims = onceOf((history: History): readonly HistoryClaim[] =>
  history.claims
    .filter((claim) => claim.state !== 'refused' && claim.sentOn <= history.today)
    .sort((a, b) => a.sentOn - b.sentOn || compareTexts(a.claim, b.claim)),
);

/** Claim lines by the document and line that they claim for. */
const claimedLines = onceOf(
  (history: History): ReadonlyMap<string, ReadonlyMap<string, readonly ClaimedLine[]>> => {
    const documents = new Map<string, Map<string, ClaimedLine[]>>();
    for (const claim of liveClaims(history)) {
      for (const line of claim.lines) {
        if (line.document === undefined || line.line === undefined) continue;
        const lines = documents.get(line.document) ?? new Map<string, ClaimedLine[]>();
        documents.set(line.document, lines);
        const known = lines.get(line.line);
        if (known === undefined) lines.set(line.line, [{ claim, line }]);
        else known.push({ claim, line });
      }
    }
    return documents;
  },
);

/** What is known of the sales that claims name; filled line by line. */
export type ClaimedSales = {
  readonly see: (line: HistoryLine) => void;
  /** The sale of a claim line: by the claimant, or of ours to it, where several documents have the same number. */
  readonly saleOf: (claimed: ClaimedLine) => ClaimedSale | undefined;
  /** What came back of it until a day, and what was invoiced anew. */
  readonly backOf: (
    claimed: ClaimedLine,
    until: LocalDate,
  ) => { readonly back: readonly Back[]; readonly quantity: number };
};

export function claimedSales(history: History): ClaimedSales {
  const claimed = claimedLines(history);
  const sales = new Map<readonly ClaimedLine[], ClaimedSale[]>();
  const backs = new Map<readonly ClaimedLine[], Back[]>();
  const unnamed = unnamedReturns((own, back) => addTo(backs, own, back));
  const see = (line: HistoryLine) => {
    const own = claimed.get(line.document)?.get(line.line);
    if (own !== undefined && line.quantity > 0) addTo(sales, own, saleFrom(line));
    const earlier = line.returnOf ?? line.correctionOf;
    if (earlier === undefined) return unnamed(line, own);
    const taken = claimed.get(earlier.document)?.get(earlier.line);
    if (taken === undefined) return;
    addTo(backs, taken, backFrom(line));
  };
  const keyOf = ({ line }: ClaimedLine) => claimed.get(line.document ?? '')?.get(line.line ?? '');
  return {
    see,
    saleOf: (one) => {
      const key = keyOf(one);
      const found = (key && sales.get(key)) ?? [];
      return found.find(({ partner }) => partner === one.claim.partner) ?? found[0];
    },
    backOf: (one, until) => {
      const key = keyOf(one);
      const back = ((key && backs.get(key)) ?? []).filter(({ day }) => day <= until);
      return { back, quantity: back.reduce((sum, { quantity }) => sum - quantity, 0) };
    },
  };
}

function backFrom(line: HistoryLine): Back {
  const { day, quantity, source } = line;
  return { day, quantity, source, isCancelling: line.returnOf === undefined, evidence: lineEvidence(line) };
}

/** A return that names no sale comes back of one within so many days. */
const UNNAMED_DAYS = 90;

/**
 * Returns that name no sale: of the sales of the partner that are just the same but for the sign, the last one came back. Where nobody
 * claims for that one, none did.
 */
function unnamedReturns(tell: (claimed: readonly ClaimedLine[], back: Back) => void) {
  let partner: string | undefined;
  let open = new Map<
    string,
    { readonly day: LocalDate; readonly own: readonly ClaimedLine[] | undefined }[]
  >();
  return (line: HistoryLine, own: readonly ClaimedLine[] | undefined): void => {
    if (line.kind !== 'goods') return;
    if (line.partner !== partner) [partner, open] = [line.partner, new Map()];
    const { source, product, unit, quantity, minor } = line;
    const key = joinKey(source, product, unit, String(Math.abs(quantity)), String(Math.abs(minor)));
    const known = open.get(key);
    if (quantity > 0) {
      if (known === undefined) open.set(key, [{ day: line.day, own }]);
      else known.push({ day: line.day, own });
      return;
    }
    const last = known?.pop();
    if (last?.own !== undefined && line.day - last.day <= UNNAMED_DAYS) tell(last.own, backFrom(line));
  };
}

function addTo<V>(map: Map<readonly ClaimedLine[], V[]>, key: readonly ClaimedLine[], value: V): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [value]);
  else known.push(value);
}

function saleFrom(line: HistoryLine): ClaimedSale {
  const { partner, product, day, quantity, unit, minor, currency, side } = line;
  return {
    partner,
    product,
    day,
    quantity,
    unit,
    minor,
    currency,
    side,
    ...(line.unitMinor !== undefined && { unitMinor: line.unitMinor }),
    ...(line.endCustomer !== undefined && { endCustomer: line.endCustomer }),
    evidence: lineEvidence(line),
  };
}

/** Every claim line that names a sale, claim by claim. */
export function* eachClaimed(history: History): Generator<ClaimedLine> {
  for (const claim of liveClaims(history)) {
    for (const line of claim.lines) {
      if (line.document !== undefined && line.line !== undefined) yield { claim, line };
    }
  }
}
