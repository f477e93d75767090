import type { HistoryLine } from '../../../core/trust/history.ts';
import type { Draft, DraftLine } from '../draft.ts';

/** Lines by who bought and by their document. Lines that are added later have to be told. */
export type TradeIndex = {
  readonly ofPartner: (partner: string) => readonly DraftLine[];
  readonly ofDocument: (document: string) => readonly DraftLine[];
  readonly ofProduct: (product: string) => readonly DraftLine[];
  readonly add: (line: DraftLine) => void;
};

export function tradeIndexOf({ lines }: Pick<Draft, 'lines'>): TradeIndex {
  const partners = new Map<string, DraftLine[]>();
  const documents = new Map<string, DraftLine[]>();
  const products = new Map<string, DraftLine[]>();
  const add = (line: DraftLine) => {
    push(partners, line.partner, line);
    push(documents, line.document, line);
    push(products, line.product, line);
  };
  for (const line of lines) add(line);
  return {
    ofPartner: (partner) => partners.get(partner) ?? [],
    ofDocument: (document) => documents.get(document) ?? [],
    ofProduct: (product) => products.get(product) ?? [],
    add,
  };
}

export function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

export function isSold({ kind, quantity, minor }: HistoryLine): boolean {
  return kind === 'goods' && quantity > 0 && minor > 0;
}

export function goodsValueOf(lines: readonly HistoryLine[]): number {
  return lines.reduce((sum, { kind, minor }) => sum + (kind === 'goods' ? minor : 0), 0);
}
