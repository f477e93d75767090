import type { Agreement, Direction } from '../../core/agreement/agreement.ts';
import type { Cause } from '../../core/booking/cause.ts';
import type { LocalDate } from '../../core/calendar/localDate.ts';
import type { Window } from '../../core/calendar/window.ts';

/** Two amounts in minor units of one currency: under the terms that stand, and under those proposed. */
export type Effect = { readonly beforeMinor: bigint; readonly afterMinor: bigint };

/** Amounts are never added across directions or currencies. */
export type EffectSum = Effect & { readonly direction: Direction; readonly currency: string };

/** What an amendment does to one amount: of a beneficiary, under a term, in a window. */
export type PreviewRow = EffectSum & {
  readonly term: string;
  readonly partner: string;
  readonly partnerName: string;
  readonly window: Window;
  /** 0: no tier reached; undefined where the terms do not know the window. */
  readonly tierBefore?: number;
  readonly tierAfter?: number;
  /** Lines that should count under the terms proposed and cannot be computed. */
  readonly blockedLines: number;
  /** What is booked by now, and what the next calculation would book, by cause; only as of now. */
  readonly booking?: {
    readonly bookedMinor: bigint;
    readonly deltaMinor: bigint;
    readonly causes: readonly { readonly cause: Cause; readonly minor: bigint }[];
  };
};

export type PartnerEffect = EffectSum & { readonly partner: string; readonly partnerName: string };

/** `month` is "2026-03": where the lines are placed, and of an amount without lines the end of its window. */
export type MonthEffect = EffectSum & { readonly month: string };

/** What would change if the terms proposed stood, over the whole history; nothing is booked. */
export type Preview = {
  readonly agreement: string;
  readonly name: Agreement['name'];
  /** The version that stands; undefined for an agreement that is not known yet. */
  readonly version?: number;
  /** The text proposed is the one that stands. */
  readonly isSame: boolean;
  readonly batch: number;
  readonly effective: LocalDate;
  /** Accounts with an amount before, after or booked; in the order of term, partner and window. */
  readonly rows: readonly PreviewRow[];
  /** Accounts with nothing before and nothing after. */
  readonly empty: number;
  readonly totals: readonly EffectSum[];
  /** Largest change first. */
  readonly partners: readonly PartnerEffect[];
  readonly months: readonly MonthEffect[];
  /** Whether rows say what would be booked. */
  readonly isNow: boolean;
};
