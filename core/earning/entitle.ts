import { limitsOf } from '../agreement/limitsOf.ts';
import type { Contribution } from '../cell/contribution.ts';
import { exactMoney, step } from '../explanation/operands.ts';
import { decimalToRational } from '../number/decimal.ts';
import { compare, lesser, subtract, ZERO } from '../number/rational.ts';
import type { MatchContext } from '../plan/matchLine.ts';
import type { PayoutWindow } from '../plan/payoutWindows.ts';
import type { PlanTerm } from '../plan/plan.ts';
import { compareTexts } from '../text/compareTexts.ts';
import { dayKey, joinKey } from '../text/key.ts';
import { changed, stageStep } from './explainStages.ts';
import { gated } from './gated.ts';
import { guaranteed } from './guaranteed.ts';
import { limitAmounts, limitPayouts } from './limitAccounts.ts';
import { namedPartners } from './namedPartners.ts';
import { openAccount } from './openAccount.ts';
import type { Others } from './others.ts';
import { payGroups } from './payGroups.ts';
import { returnedAtOriginalRate } from './returnedAtOriginalRate.ts';
import { joinSums, type Sums } from './sums.ts';
import { roundUnitRate } from './unitRate.ts';
import { weigh } from './weigh.ts';
import { windowsBefore } from './windowsBefore.ts';
import type { Account, Worked } from './worked.ts';

/**
 * What each partner has earned under one term in each window, exact. Stages in the order of
 * rulings R5: measures and their caps, limits that partners share, tier and formula, gates and
 * groups, unit rate, limits of the amount, minimum, floor, guarantee.
 */
export function entitle(
  planned: PlanTerm,
  sums: readonly Sums[],
  stream: readonly Contribution[],
  context: MatchContext,
  others: Others,
): readonly Worked[] {
  const { effective } = context;
  const opened = withNamed(planned, sums, context, others).map(({ window, found }) =>
    openAccount(planned, window, found, stream, effective),
  );
  const limited = limitPayouts(planned, opened.map(start), stream, others);
  const paid = payGroups(planned, limited, stream, context, others).map(unitRate);
  const earned = (account: Account) => lift(atLeastMinimum(capAmount(unitRate(gated(start(account)))))).exact;
  const withReturns = returnedAtOriginalRate(planned, paid, stream, context, earned);
  const cut = limitAmounts(planned, withReturns.map(capAmount), stream, others);
  const floored = cut.map((worked) => lift(atLeastMinimum(worked)));
  return weigh(planned, guaranteed(planned, forfeit(floored), effective), stream);
}

type Opened = { readonly window: PayoutWindow; readonly found: Sums };

/** The sums with their windows; and, for what is paid without sales, the partners that have none. */
function withNamed(
  planned: PlanTerm,
  sums: readonly Sums[],
  context: MatchContext,
  others: Others,
): Opened[] {
  const found = sums.flatMap((entry) => {
    const window = planned.windows.find((candidate) => candidate.window.from === entry.window.from);
    return window === undefined ? [] : [{ window, found: entry }];
  });
  const known = new Set(
    found.map(({ window, found: { partner } }) => joinKey(partner, dayKey(window.window.from))),
  );
  const trading = sums.map(({ partner }) => partner);
  const named = planned.windows
    .filter(({ window }) => window.from <= context.effective)
    .flatMap((window) =>
      namedPartners(planned, window, context, trading)
        .filter(others.isAtHand)
        .filter((partner) => !known.has(joinKey(partner, dayKey(window.window.from))))
        .map((partner) => ({ window, found: joinSums([], partner, '', window.window) })),
    );
  return [...found, ...named].sort((a, b) => compareTexts(placeOf(a), placeOf(b)));
}

function placeOf({ window, found }: Opened): string {
  return joinKey(found.partner, dayKey(window.window.from), found.pool);
}

function start(account: Account): Worked {
  return { ...account, exact: account.result.exact, steps: [] };
}

function unitRate(worked: Worked): Worked {
  const { unitRate: places } = worked.planned.term.rounding;
  const [payout] = worked.payouts.values();
  if (places === 'none' || payout === undefined) return worked;
  const exact = roundUnitRate(worked.exact, payout.value, places);
  return changed(worked, exact, 'unitRateRounded');
}

function capAmount(worked: Worked): Worked {
  const limit = limitsOf(worked.planned.term).find(({ of, scope }) => of === 'amount' && scope === 'partner');
  if (limit === undefined) return worked;
  return changed(worked, lesser(worked.exact, decimalToRational(limit.max)), 'amountCapped');
}

/** A minimum earning is contract: less than it is not earned at all (rulings R5). */
function atLeastMinimum(worked: Worked): Worked {
  const { minimum } = worked.planned.term;
  if (minimum === 'none' || worked.exact.n <= 0n) return worked;
  const least = decimalToRational(minimum.amount);
  if (compare(worked.exact, least) >= 0) return worked;
  const { currency } = worked.planned;
  const { kind, operands } = stageStep(worked, ZERO, 'belowMinimum');
  const missing = exactMoney(subtract(least, worked.exact), currency);
  const below = step(kind, { ...operands, minimum: exactMoney(least, currency), missing });
  return { ...worked, exact: ZERO, steps: [...worked.steps, below] };
}

function lift(worked: Worked): Worked {
  const { floor } = worked.planned.term;
  if (floor === 'none') return worked;
  const applies = floor.when === 'always' || (worked.result.reached.tier > 0 && worked.exact.n > 0n);
  const amount = decimalToRational(floor.amount);
  return applies && compare(worked.exact, amount) < 0 ? changed(worked, amount, 'floorApplied') : worked;
}

/**
 * An agreement ended early may take away what its open windows have earned (rulings R16). Of windows
 * that add up, what the earlier ones have earned stays.
 */
function forfeit(accounts: readonly Worked[]): readonly Worked[] {
  const before = windowsBefore(accounts);
  return accounts.map((worked) =>
    worked.window.forfeited ? changed(worked, before.get(worked)?.exact ?? ZERO, 'forfeited') : worked,
  );
}
