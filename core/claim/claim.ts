import type { LocalDate } from '../calendar/localDate.ts';
import type { Window } from '../calendar/window.ts';
import type { LineReference } from '../fact/line.ts';
import type { Decimal } from '../number/decimal.ts';

/** Whether we claim from a supplier, or a partner claims from us. */
export const CLAIMANTS = ['us', 'partner'] as const;
export type Claimant = (typeof CLAIMANTS)[number];

/** The transaction that a claim line is about. */
export type ClaimedTransaction = LineReference & { readonly source: string };

/**
 * One line of a claim as it was sent. Units: `minor` in the currency of the claim, negative where
 * less is claimed than before. Shape: `number` counts from 1.
 */
export type ClaimLine = {
  readonly number: number;
  readonly term: string;
  /** Whose earning it is: the participant, who need not be the beneficiary. */
  readonly participant: string;
  readonly window: Window;
  readonly minor: bigint;
  readonly transaction?: ClaimedTransaction;
  readonly product?: string;
  readonly customer?: string;
  readonly contract?: string;
  readonly day?: LocalDate;
  readonly quantity?: Decimal;
  readonly unit?: string;
  /** What is claimed for a unit, in major units. */
  readonly unitAmount?: Decimal;
};

/**
 * A claim as it was sent: it never changes. What changes it afterwards is a claim of its own that
 * names it.
 */
export type Claim = {
  readonly id: string;
  /** Our number, or the reference of the partner; unique for company, claimant and partner. */
  readonly reference: string;
  readonly claimant: Claimant;
  readonly company: string;
  /** With whom it is settled. */
  readonly partner: string;
  readonly agreement: string;
  readonly currency: string;
  readonly sentOn: LocalDate;
  readonly dueOn: LocalDate;
  /** The last day for an answer, and what silence means after it; both or neither. */
  readonly answer?: { readonly by: LocalDate; readonly silence: 'accepts' | 'rejects' };
  /** The claim that this one changes. */
  readonly changes?: string;
  readonly lines: readonly ClaimLine[];
};

/** What is claimed in all. Units: minor. */
export function claimedMinor({ lines }: Pick<Claim, 'lines'>): bigint {
  return lines.reduce((sum, { minor }) => sum + minor, 0n);
}
