import type { JsonObject } from './trade.ts';

/** One version of a record of master data. */
export type MasterText = {
  readonly kind: 'partner' | 'product' | 'category' | 'rate' | 'price' | 'ownDocument';
  readonly code: string;
  readonly name: string;
  readonly validFrom?: string;
  readonly attributes: Readonly<Record<string, string>>;
};

/** The fields of one row; a row whose identity came before is a correction of it. */
export type LineText = Readonly<Record<string, string>>;

/** Everything that an amount depends on, as it stands in files. */
export type CaseTexts = {
  readonly agreement: JsonObject;
  readonly lines: readonly LineText[];
  readonly master: readonly MasterText[];
  /** The last day whose lines count, and the last day whose knowledge counts. */
  readonly effective: string;
  readonly known: string;
};
