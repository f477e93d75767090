import type { Meeting } from './others.ts';

/** A sum of others as text, and of how many lines. */
export type SumFigure = { readonly value: string; readonly lines: number };

/**
 * What everybody else comes to at one place of a calculation, as numbers without names, codes or
 * lines. Numbers are exact texts.
 */
export type Figure = Pick<Meeting, 'id' | 'group'> & { readonly firstDay: string } & (
    | {
        readonly of: 'payoutLimit' | 'amountLimit';
        /** What is asked for before each line of the partner, and behind the last one. */
        readonly asked: readonly string[];
      }
    | {
        readonly of: 'group';
        readonly qualifier: SumFigure;
        readonly payouts: Readonly<Record<string, SumFigure>>;
        readonly slots: Readonly<Record<string, SumFigure>>;
      }
    | {
        readonly of: 'rounding';
        readonly exact: string;
        readonly signs: 'one' | 'both';
        readonly floored: string;
        readonly ahead: string;
      }
    | {
        readonly of: 'cap';
        readonly positive: readonly string[];
        readonly negative: string;
      }
  );

/** Why a term cannot be computed by one partner with the figures of the others. */
export type Unprovable = {
  readonly term: string;
  readonly mechanism: 'exclusive' | 'groupBuckets' | 'groupLeavers';
};
