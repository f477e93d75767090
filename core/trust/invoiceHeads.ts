import type { LocalDate } from '../calendar/localDate.ts';
import { lineMark, textMark } from './contentMark.ts';
import type { HistoryLine } from './history.ts';

/** An invoice without its lines: what it bills as one mark, the same for the same goods, quantities and amounts in any order. */
export type InvoiceHead = {
  readonly source: string;
  readonly document: string;
  readonly partner: string;
  readonly side: HistoryLine['side'];
  readonly day: LocalDate;
  readonly order: string | undefined;
  readonly firstLine: string;
  readonly currency: string;
  lines: number;
  minor: number;
  /** Of its lines as they would be if it were not a credit. */
  mark: number;
  /** For each line what was billed without its amount, as a mark, and the amount. */
  readonly goods: number[];
  readonly amounts: number[];
  /** Stands in the place of another one, cancels it, or takes goods back. */
  isCorrection: boolean;
};

/** Puts the lines of each document together; `flush` gets those of a partner, and which of its documents were cancelled. */
export function invoiceHeads(
  flush: (heads: readonly InvoiceHead[], cancelled: ReadonlySet<string>) => void,
): { readonly see: (line: HistoryLine) => void; readonly end: () => void } {
  const marks = new Map<string, number>();
  let heads: InvoiceHead[] = [];
  let cancelled = new Set<string>();
  let head: InvoiceHead | undefined;
  const end = () => {
    if (heads.length > 0) flush(heads, cancelled);
    heads = [];
    cancelled = new Set();
    head = undefined;
  };
  const see = (line: HistoryLine) => {
    if (head !== undefined && head.partner !== line.partner) end();
    if (
      head === undefined ||
      head.document !== line.document ||
      head.source !== line.source ||
      head.day !== line.day
    ) {
      head = headOf(line);
      heads.push(head);
    }
    let product = marks.get(line.product);
    if (product === undefined) {
      product = textMark(line.product);
      marks.set(line.product, product);
    }
    head.lines += 1;
    head.minor += line.minor;
    head.mark = (head.mark + lineMark(product, Math.abs(line.quantity), Math.abs(line.minor))) % 2 ** 52;
    head.goods.push(lineMark(product, Math.abs(line.quantity), 0));
    head.amounts.push(line.minor);
    const earlier = line.correctionOf ?? line.returnOf;
    if (earlier === undefined) return;
    head.isCorrection = true;
    if (line.correctionOf !== undefined) cancelled.add(earlier.document);
  };
  return { see, end };
}

function headOf(line: HistoryLine): InvoiceHead {
  const { source, document, partner, side, day, order, currency } = line;
  return {
    source,
    document,
    partner,
    side,
    day,
    order,
    firstLine: line.line,
    currency,
    lines: 0,
    minor: 0,
    mark: 0,
    goods: [],
    amounts: [],
    isCorrection: false,
  };
}
