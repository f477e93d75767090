import type { Agreement } from '../agreement/agreement.ts';
import type { LineShare } from '../earning/apportion.ts';
import type { Earning } from '../earning/earning.ts';
import { lineAmounts } from './lineAmounts.ts';

/** What each company of ours has of one amount. Units: minor. */
export type ByCompany = ReadonlyMap<string, bigint>;

/**
 * What each company of ours bears of an amount that the books take for an earning: what its lines have
 * of it, whoever settles. What no line earns is borne by whom the agreement names: what is approved
 * beside the terms (`beside`), and what no line has a part in. What the books of before had earned is
 * borne by whose books they were. Shape: sums to the amount. Source: rulings R2, R20.
 */
export function borneBy(
  { company, bearsTheRest }: Pick<Agreement, 'company' | 'bearsTheRest'>,
  earning: Earning,
  { minor, beside }: { readonly minor: bigint; readonly beside: bigint },
  shares: readonly LineShare[],
): ByCompany {
  const borne = new Map<string, bigint>();
  const bear = (code: string, own: bigint) => borne.set(code, (borne.get(code) ?? 0n) + own);
  const amounts = lineAmounts(earning, minor - beside, shares);
  for (const { line, minor: own } of amounts ?? []) bear(line.company, own);
  if (amounts === undefined) bear(earning.isTakenOver ? company : bearsTheRest, minor - beside);
  if (beside !== 0n) bear(bearsTheRest, beside);
  return borne;
}
