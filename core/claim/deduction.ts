import { moneyText } from '../money/money.ts';
import { accept, type Result, refuse, refused } from '../refusal/refusals.ts';

/** What becomes of a part of a deduction: it was ours to give, it was not, or nobody asks any more. */
export const DEDUCTION_ENDS = ['matched', 'denied', 'writtenOff'] as const;
export type DeductionEnd = (typeof DEDUCTION_ENDS)[number];

/** A part of a deduction that ended, or that came back. Units: minor; below zero it is open again. */
export type DeductionPart = { readonly end: DeductionEnd; readonly minor: bigint };

/**
 * What a partner paid less, and where it is. Units: minor.
 * Law: deducted = open + matched + denied + written off.
 */
export type DeductionStanding = Readonly<Record<'deducted' | 'open' | DeductionEnd, bigint>>;

export function deductionStanding(deducted: bigint, parts: readonly DeductionPart[]): DeductionStanding {
  const sum = (end: DeductionEnd) =>
    parts.reduce((total, part) => (part.end === end ? total + part.minor : total), 0n);
  const [matched, denied, writtenOff] = [sum('matched'), sum('denied'), sum('writtenOff')];
  return { deducted, open: deducted - matched - denied - writtenOff, matched, denied, writtenOff };
}

/**
 * Ends a part of what is open, which splits the deduction where it is not all of it.
 * Refuses: claim-amount-not-positive, deduction-beyond (open, asked).
 */
export function endPart(
  { open }: DeductionStanding,
  part: DeductionPart,
  currency: string,
): Result<DeductionPart> {
  const text = (minor: bigint) => moneyText({ minor, currency });
  if (part.minor <= 0n)
    return refused(refuse('claim-amount-not-positive', 'amount', { amount: text(part.minor) }));
  if (part.minor <= open) return accept(part);
  return refused(refuse('deduction-beyond', 'amount', { open: text(open), asked: text(part.minor) }));
}
