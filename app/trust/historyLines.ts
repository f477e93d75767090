import { DATE_KINDS, type Line, QUANTITY_KINDS } from '../../core/fact/line.ts';
import type { Decimal } from '../../core/number/decimal.ts';
import { compareTexts } from '../../core/text/compareTexts.ts';
import type { HistoryLine, HistoryPartner } from '../../core/trust/history.ts';
import { millionths, minorNumber } from './historyNumbers.ts';
import type { Reading } from './reading.ts';

/** So many partners' lines are held at a time, however many lines there are. */
const PARTNERS_AT_ONCE = 50;

/**
 * Each line of the partners of a history once, as known at one batch, in the order that detectors want: partner, day, document, line.
 * Each lot of partners is a look of its own.
 */
export async function eachHistoryLine(
  read: Reading,
  { partners }: { readonly partners: readonly Pick<HistoryPartner, 'partner'>[] },
  see: (line: HistoryLine) => void,
): Promise<void> {
  const batch = await read((tx) => tx.batches.last());
  const codes = partners.map(({ partner }) => partner).sort(compareTexts);
  for (let from = 0; from < codes.length; from += PARTNERS_AT_ONCE) {
    const lot = codes.slice(from, from + PARTNERS_AT_ONCE);
    const lines = await read((tx) => tx.lines.knownAt(batch, { partners: lot }));
    for (const line of lines.flatMap(historyLine).sort(inOrder)) see(line);
  }
}

/** None where a total was taken over, or no day is known: it is no line of a document. */
function historyLine(line: Line): HistoryLine[] {
  const { source, document, line: number, side, partner, product, unit, currency } = line;
  const day = line.dates.invoice ?? firstOf(DATE_KINDS.map((kind) => line.dates[kind]));
  if (day === undefined || line.takenOverFrom !== undefined) return [];
  const quantity = firstOf<Decimal>(QUANTITY_KINDS.map((kind) => line.quantities[kind]));
  return [
    {
      ...{ source, document, line: number, side, partner, product, day, unit, currency },
      kind: line.kind ?? 'goods',
      quantity: quantity === undefined ? 0 : millionths(quantity),
      minor: line.netValue === undefined ? 0 : minorNumber(line.netValue, currency),
      ...(line.unitPrice && { unitMinor: minorNumber(line.unitPrice, currency) }),
      ...(line.knownOn !== undefined && { knownOn: line.knownOn }),
      ...(line.endCustomer !== undefined && { endCustomer: line.endCustomer }),
      ...(line.numbers?.order !== undefined && { order: line.numbers.order }),
      ...(line.returnOf && { returnOf: line.returnOf }),
      ...(line.correctionOf && { correctionOf: line.correctionOf }),
    },
  ];
}

function firstOf<T>(values: readonly (T | undefined)[]): T | undefined {
  return values.find((value) => value !== undefined);
}

function inOrder(a: HistoryLine, b: HistoryLine): number {
  return (
    compareTexts(a.partner, b.partner) ||
    a.day - b.day ||
    compareTexts(a.document, b.document) ||
    compareTexts(a.line, b.line)
  );
}
