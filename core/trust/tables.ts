import type { History, HistoryPartner, HistoryProduct } from './history.ts';
import { onceOf } from './onceOf.ts';

/** The small tables of a history by their codes. */
export const tablesOf = onceOf((history: History) => ({
  partners: new Map<string, HistoryPartner>(history.partners.map((one) => [one.partner, one])),
  products: new Map<string, HistoryProduct>(history.products.map((one) => [one.product, one])),
}));
