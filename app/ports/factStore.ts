import type { LocalDate } from '../../core/calendar/localDate.ts';
import type { Disposed, KnownFact } from '../../core/fact/disposeFacts.ts';
import type { Payment } from '../../core/fact/payment.ts';
import type { StockCount } from '../../core/fact/stockCount.ts';
import type { SourceDocument } from '../ports.ts';

/** Dated facts beside lines that come in files of their own. */
export type FactKind = 'payments' | 'stock';

/** A file of facts; each of its facts says itself which system it comes from. */
export type FactFile = Pick<SourceDocument, 'id' | 'name' | 'sha256' | 'bytes' | 'columns'>;

/** A row as it was received, with its fact where it is one. */
export type ReceivedFact<F> = {
  readonly row: number;
  readonly texts: readonly string[];
  readonly fact?: { readonly key: string; readonly content: string; readonly value: F };
};

/** A row in quarantine: where it came in, and why. */
export type QuarantinedFact = Pick<Disposed, 'row' | 'refusals'> & {
  readonly file: string;
  readonly texts: readonly string[];
};

export type StockFilter = {
  readonly partner?: string;
  readonly product?: string;
  /** Behind this place in the order of the list. */
  readonly after?: StockPlace;
  readonly limit?: number;
};

/** Where a count stands: partner ("" is us), product, location, unit, company, source. */
export type StockPlace = readonly [string, string, string, string, string, string];

export type FactStore = {
  /** The last revision of identities, beside a file with these bytes. */
  readonly lastOf: (
    kind: FactKind,
    keys: readonly string[],
    sha256: string,
  ) => Promise<ReadonlyMap<string, KnownFact>>;
  /** The file, all its rows with where they ended, and the accepted ones as facts. */
  readonly record: <K extends FactKind>(
    kind: K,
    file: FactFile,
    batch: number,
    rows: readonly ReceivedFact<FactOf<K>>[],
    disposed: readonly Disposed[],
  ) => Promise<void>;
  /** The payments of a document as known at a batch, the earliest first. */
  readonly paymentsOf: (
    documentSource: string,
    document: string,
    batch: number,
  ) => Promise<readonly Payment[]>;
  /**
   * The last count up to a day of everything counted, as known at a batch, in order of partner,
   * product, location, unit, company and source; those that are nothing are there, too.
   */
  readonly stockOn: (day: LocalDate, batch: number, filter: StockFilter) => Promise<readonly StockCount[]>;
  readonly quarantined: (kind: FactKind, limit: number) => Promise<readonly QuarantinedFact[]>;
};

export type FactOf<K extends FactKind> = K extends 'payments' ? Payment : StockCount;
