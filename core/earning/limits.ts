import type { ConsumptionOrder } from '../agreement/agreement.ts';
import {
  add,
  compare,
  divide,
  isZero,
  lesser,
  multiply,
  type Rational,
  subtract,
  ZERO,
} from '../number/rational.ts';

/** A line that uses a limit up, with its place in both orders. */
export type LimitLine = {
  readonly key: string;
  readonly order: string;
  readonly arrival: string;
  readonly value: Rational;
};

/** What one partner asks of a limit: its lines, as far as they go beyond a base of its own. */
export type LimitAccount = {
  readonly partner: string;
  readonly base: Rational;
  readonly lines: readonly LimitLine[];
};

export type LimitedAccount = {
  readonly partner: string;
  readonly uncapped: Rational;
  readonly limited: Rational;
  readonly lines: readonly { readonly key: string; readonly limited: Rational }[];
};

export type LimitOutcome = {
  /** In the order of the accounts. */
  readonly partners: readonly LimitedAccount[];
  /** What nobody has used. */
  readonly left: Rational;
};

/**
 * Spreads a limit over partners. What a partner asks for is (Σ lines − base)⁺, cumulative; walking
 * all lines in the named order, what is asked for together is cut to the limit, and each line's
 * step of the cut sum belongs to its partner. Pro rata, the cut sum is spread by what each asks
 * for. A return frees the limit at its own place in the order, which is that of its original.
 * Shape: `max` is not negative. Units: those of the lines. Source: rulings R6, R21.
 */
export function limitAcross(
  max: Rational,
  order: ConsumptionOrder,
  accounts: readonly LimitAccount[],
): LimitOutcome {
  const partners =
    order === 'proRata'
      ? spread(max, walk(undefined, 'order', accounts))
      : walk(max, order === 'arrival' ? 'arrival' : 'order', accounts);
  const used = partners.reduce((sum, { limited }) => add(sum, limited), ZERO);
  return { partners, left: subtract(max, used) };
}

type Step = LimitLine & { readonly account: number };

function walk(
  max: Rational | undefined,
  by: 'order' | 'arrival',
  accounts: readonly LimitAccount[],
): LimitedAccount[] {
  const cut = (sum: Rational) => (max === undefined ? sum : lesser(sum, max));
  const steps: Step[] = accounts.flatMap(({ lines }, account) => lines.map((line) => ({ ...line, account })));
  steps.sort((a, b) => compareTexts(a[by], b[by]) || compareTexts(a.key, b.key) || a.account - b.account);
  const sums = accounts.map(() => ZERO);
  const asked = accounts.map(() => ZERO);
  const limited = accounts.map((): { key: string; limited: Rational }[] => []);
  let together = ZERO;
  for (const { account, key, value } of steps) {
    const sum = add(sums[account] as Rational, value);
    const now = positive(subtract(sum, (accounts[account] as LimitAccount).base));
    const next = add(together, subtract(now, asked[account] as Rational));
    limited[account]?.push({ key, limited: subtract(cut(next), cut(together)) });
    sums[account] = sum;
    asked[account] = now;
    together = next;
  }
  return accounts.map(({ partner }, index) => ({
    partner,
    uncapped: asked[index] as Rational,
    limited: (limited[index] ?? []).reduce((sum, line) => add(sum, line.limited), ZERO),
    lines: limited[index] ?? [],
  }));
}

/** Everybody gets the same part of what it asks for; so do its lines. */
function spread(max: Rational, walked: readonly LimitedAccount[]): LimitedAccount[] {
  const asked = walked.reduce((sum, { uncapped }) => add(sum, uncapped), ZERO);
  if (isZero(asked)) return walked.map((account) => ({ ...account, limited: ZERO }));
  const part = divide(lesser(asked, max), asked);
  return walked.map((account) => {
    const limited = multiply(account.uncapped, part);
    const steps = account.lines.reduce((sum, line) => add(sum, line.limited), ZERO);
    const lines = account.lines.map((line) => ({
      key: line.key,
      limited: isZero(steps) ? ZERO : divide(multiply(limited, line.limited), steps),
    }));
    return { ...account, limited, lines };
  });
}

function positive(value: Rational): Rational {
  return compare(value, ZERO) > 0 ? value : ZERO;
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
