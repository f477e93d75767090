import type { LocalDate } from '../../core/calendar/localDate.ts';
import type { LoadKind } from '../../core/cutOver/cutOverFields.ts';
import type { OldFigure } from '../../core/cutOver/decodeFigures.ts';
import type { HistoricTotal } from '../../core/cutOver/decodeHistory.ts';
import type { OpeningBalance } from '../../core/cutOver/decodeOpenings.ts';
import type { Json } from '../../core/text/canonicalJson.ts';

/** Agreements of one company that are taken over together, at the end of one day. */
export type CutOver = {
  readonly code: string;
  readonly company: string;
  readonly lastDay: LocalDate;
  /** Codes, in order. */
  readonly agreements: readonly string[];
  readonly signature?: CutOverSignature;
};

export type CutOverSignature = {
  readonly batch: number;
  readonly signedBy: string;
  readonly signedAt: Date;
  readonly note: string;
  readonly comparison: Json;
};

/** One file that was loaded; of each kind the one with the highest revision is current. */
export type CutOverLoad = {
  readonly id: string;
  readonly cutOver: string;
  readonly kind: LoadKind;
  readonly revision: number;
  readonly batch: number;
  readonly name: string;
  readonly sha256: string;
  readonly rows: number;
  readonly loadedBy: string;
  readonly loadedAt: Date;
};

/** What an agreement has of its cut-over at a batch. */
export type TakenOverState = {
  readonly lastDay: LocalDate;
  /** Undefined: it is computed beside the old system and books nothing. */
  readonly signedAtBatch?: number;
  /** When the balances became known; 0 where none were loaded. */
  readonly openedAtBatch: number;
  readonly openings: readonly Omit<OpeningBalance, 'row'>[];
};

export type CutOverStore = {
  readonly open: (entry: {
    readonly cutOver: Omit<CutOver, 'signature'>;
    readonly batch: number;
    readonly openedBy: string;
    readonly at: Date;
  }) => Promise<void>;
  readonly find: (code: string) => Promise<CutOver | undefined>;
  /** The same, and nobody else loads or signs until this transaction ends. */
  readonly lock: (code: string) => Promise<CutOver | undefined>;
  readonly list: () => Promise<readonly CutOver[]>;
  /** The cut-over that an agreement is in, by its code; signed or not. */
  readonly of: (agreementCode: string) => Promise<string | undefined>;
  /** Current loads of a cut-over. */
  readonly loads: (code: string) => Promise<readonly CutOverLoad[]>;
  /** Whoever has loaded anything of it, also a file that was replaced since. */
  readonly loaders: (code: string) => Promise<readonly string[]>;
  /** Writes a load with its next revision; gives that. */
  readonly record: (load: Omit<CutOverLoad, 'revision'>, content: LoadContent) => Promise<number>;
  readonly figures: (code: string) => Promise<readonly OldFigure[]>;
  /** Undefined: the agreement was never taken over. */
  readonly stateOf: (agreementCode: string, batch: number) => Promise<TakenOverState | undefined>;
  readonly sign: (code: string, signature: CutOverSignature) => Promise<void>;
};

export type LoadContent =
  | { readonly kind: 'openings'; readonly entries: readonly OpeningBalance[] }
  | { readonly kind: 'history'; readonly entries: readonly HistoricTotal[] }
  | { readonly kind: 'figures'; readonly entries: readonly OldFigure[] };
