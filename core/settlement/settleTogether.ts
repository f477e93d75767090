import type { Settlement } from '../agreement/agreement.ts';
import { roundToMoney } from '../money/money.ts';
import { decimalToRational } from '../number/decimal.ts';
import type { Stage } from './accountParts.ts';
import { insteadOfDocument, type Part, partSum } from './part.ts';
import { type PayoutRate, paidMinor } from './payoutRate.ts';

/** One account with what becomes of its amount. */
export type PartedAccount = {
  readonly key: string;
  readonly stage: Stage;
  readonly parts: readonly Part[];
};

/** The accounts of one agreement and beneficiary, and the terms that they are settled by. */
export type Group<Account extends PartedAccount = PartedAccount> = {
  /** Of the agreement. */
  readonly code: string;
  readonly settlement: Pick<
    Settlement,
    'clawBack' | 'minimumPayout' | 'nettingWith' | 'currency' | 'method' | 'paymentDays' | 'tax'
  >;
  /** Where it is paid in another currency than it is earned in. */
  readonly payout?: PayoutRate;
  /** How its document is paid, where it shares that of another agreement. */
  readonly payment?: Pick<Settlement, 'method' | 'paymentDays'>;
  /** Whether nothing of the agreement is settled later any more. */
  readonly isLast: boolean;
  readonly accounts: readonly Account[];
};

/**
 * The accounts of one agreement and beneficiary after its rules on claw-back and on the least
 * amount. What is waived lapses once its window is settled for good; until then it is held, since
 * the window may yet come to more. What is invoiced goes on a document of its own, whatever the others
 * come to. An amount below the least one waits, unless nothing follows, or lapses.
 * Source: rulings R17 and R21.
 */
export function settleAgreement(group: Group): Group {
  const accounts = group.accounts.map((account) => ({
    ...account,
    parts: afterClawBack(account, group.settlement.clawBack),
  }));
  const taken = accounts.map(({ parts }) => partSum(parts.filter(isSetOff)));
  const sum = taken.reduce((total, minor) => total + minor, 0n);
  return { ...group, accounts: isBelowMinimum(group, sum) ? accounts.map(below(group)) : accounts };
}

function isSetOff(part: Part): boolean {
  return part.kind === 'document' && part.reason !== 'clawBack';
}

function afterClawBack(
  { stage, parts }: PartedAccount,
  { scope, by }: Settlement['clawBack'],
): readonly Part[] {
  if (partSum(parts, 'document') >= 0n) return parts;
  const isWaived = scope === 'waived' || (scope === 'untilFinal' && stage === 'reopened');
  if (isWaived) {
    return stage === 'interim'
      ? insteadOfDocument(parts, { kind: 'held', reason: 'overpaid' })
      : insteadOfDocument(parts, { kind: 'lapsed', reason: 'clawBackWaived' });
  }
  if (by === 'offset') return parts;
  return parts.map((part) => (part.kind === 'document' ? { ...part, reason: 'clawBack' as const } : part));
}

/** Least amounts are in the currency that is paid. */
function isBelowMinimum({ settlement, isLast, payout }: Group, sum: bigint): boolean {
  const { minimumPayout, currency } = settlement;
  if (minimumPayout === 'none' || sum <= 0n) return false;
  if (minimumPayout.below === 'carry' && isLast) return false;
  const least = decimalToRational(minimumPayout.amount);
  const paid = payout === undefined ? sum : paidMinor(sum, payout);
  return paid < roundToMoney(least, currency, 'ceiling').minor;
}

/** What is too small to be paid out. What is invoiced back is not paid out. */
function below({ settlement: { minimumPayout } }: Group): (account: PartedAccount) => PartedAccount {
  const lapses = minimumPayout !== 'none' && minimumPayout.below === 'lapse';
  return (account) => ({
    ...account,
    parts: account.parts.flatMap((part) => {
      if (!isSetOff(part)) return [part];
      return insteadOfDocument(
        [part],
        lapses ? { kind: 'lapsed', reason: 'belowMinimum' } : { kind: 'held', reason: 'belowMinimum' },
      );
    }),
  });
}

/**
 * The agreements of one beneficiary, company, direction and currency, once what they owe each other
 * is set off. A sum that is not above zero is never paid: it is held whole, and so are the sums that
 * it is set off against as long as they do not cover it. Two agreements are set off against each other
 * where both name the other one. What may be taken back until the final settlement alone, and is not covered
 * at it, lapses there, and the others are set off without it. Source: rulings R17.
 */
export function setOffAgreements(groups: readonly Group[]): Group[] {
  const settled = setOffOnce(groups);
  const uncovered = new Set(
    settled.flatMap(({ settlement, accounts }) => {
      const isLast = ({ stage }: PartedAccount) =>
        stage === 'final' && settlement.clawBack.scope === 'untilFinal';
      return accounts.filter((one) => isLast(one) && one.parts.some(isUncovered)).map(({ key }) => key);
    }),
  );
  if (uncovered.size === 0) return settled;
  const waived = { kind: 'lapsed', reason: 'clawBackWaived' } as const;
  return setOffAgreements(
    groups.map((group) => ({
      ...group,
      accounts: group.accounts.map((account) =>
        uncovered.has(account.key)
          ? { ...account, parts: insteadOfDocument(account.parts, waived) }
          : account,
      ),
    })),
  );
}

function isUncovered({ kind, reason, minor }: Part): boolean {
  return kind === 'held' && reason === 'offset' && minor < 0n;
}

function setOffOnce(groups: readonly Group[]): Group[] {
  const held = new Set(
    nettedSets(groups).flatMap((set) => {
      const sum = set.reduce((total, member) => total + setOffSum(member), 0n);
      return sum > 0n ? [] : set;
    }),
  );
  return groups.map((group) =>
    held.has(group) ? { ...group, accounts: group.accounts.map(offset) } : group,
  );
}

/** Those that are set off against each other, directly or by others, since one of them comes to less than nothing. */
export function nettedSets(groups: readonly Group[]): Group[][] {
  const joined = new Joined(groups.map(({ code }) => code));
  for (const group of groups.filter((candidate) => setOffSum(candidate) < 0n)) {
    for (const other of groups.filter((candidate) => areNamed(group, candidate))) {
      joined.join(group.code, other.code);
    }
  }
  return [...Map.groupBy(groups, ({ code }) => joined.rootOf(code)).values()];
}

/** What an agreement comes to that is neither held, nor lapses, nor is invoiced back. */
export function setOffSum({ accounts }: Group): bigint {
  return partSum(accounts.flatMap(({ parts }) => parts.filter(isSetOff)));
}

function areNamed(a: Group, b: Group): boolean {
  return names(a, b.code) && names(b, a.code);
}

function names({ settlement: { nettingWith } }: Group, code: string): boolean {
  return nettingWith !== 'none' && nettingWith.includes(code);
}

function offset(account: PartedAccount): PartedAccount {
  return {
    ...account,
    parts: account.parts.flatMap((part) =>
      isSetOff(part) ? insteadOfDocument([part], { kind: 'held', reason: 'offset' }) : [part],
    ),
  };
}

/** Which of several codes stand together, by pairs. */
class Joined {
  private readonly roots: Map<string, string>;

  constructor(codes: readonly string[]) {
    this.roots = new Map(codes.map((code) => [code, code]));
  }

  rootOf(code: string): string {
    const root = this.roots.get(code) ?? code;
    return root === code ? code : this.rootOf(root);
  }

  join(a: string, b: string): void {
    this.roots.set(this.rootOf(a), this.rootOf(b));
  }
}
