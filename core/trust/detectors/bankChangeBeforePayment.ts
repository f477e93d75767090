import { byKey } from '../byKey.ts';
import { type Detector, type Parameters, parameter } from '../detector.ts';
import { amountFact, dayFact } from '../factTexts.ts';
import type { Finding } from '../finding.ts';
import { found } from '../found.ts';
import type { BankChange, History, HistoryPayment } from '../history.ts';
import { onceOf } from '../onceOf.ts';
import { scoreOf } from '../scoreOf.ts';
import { tablesOf } from '../tables.ts';

/**
 * A partner's bank account was changed shortly before it was paid to the new one, and nobody but the one who changed it confirmed it; worse
 * in another country, to an account of somebody else, or changed back afterwards. A change that a second person confirmed, and that stays,
 * is none.
 */
export const bankChangeBeforePayment: Detector = {
  name: 'bankChangeBeforePayment',
  version: 1,
  group: 'fraud',
  needs: ['bankChanges', 'payments'],
  parameters: [parameter('withinDays', 1, 30, 180)],
  begin: (history, parameters) => ({
    end: () => {
      const payments = byKey(history.payments, ({ partner, state }) =>
        state === 'returned' ? undefined : partner,
      );
      return history.bankChanges.flatMap((change) =>
        judged(history, change, payments.get(change.partner) ?? [], parameters),
      );
    },
  }),
};

function judged(
  history: History,
  change: BankChange,
  payments: readonly HistoryPayment[],
  parameters: Parameters,
): Finding[] {
  const paid = payments.filter(
    ({ day, bankAccount }) =>
      day >= change.day &&
      day <= change.day + (parameters.withinDays as number) &&
      (bankAccount === undefined || accountKey(bankAccount) === accountKey(change.after)),
  );
  if (paid.length === 0) return [];
  const signs = signsOf(history, change, Math.max(...paid.map(({ day }) => day)));
  const isConfirmed = !signs.includes('unconfirmed') && !signs.includes('sameConfirms');
  if (isConfirmed && !signs.includes('changedBack') && !signs.includes('ofOther')) return [];
  const minor = paid.reduce((sum, one) => sum + one.minor, 0);
  const first = paid[0] as HistoryPayment;
  const facts = {
    signs: signs.join(', '),
    changedOn: dayFact(change.day),
    by: change.by,
    ...(change.confirmedBy !== undefined && { confirmedBy: change.confirmedBy }),
    ...(change.country !== undefined && { country: change.country }),
    after: `…${change.after.slice(-4)}`,
    paidOn: dayFact(first.day),
    amount: amountFact(minor, first.currency),
  };
  return [
    found(bankChangeBeforePayment, {
      object: 'bankChange',
      id: change.change,
      partner: change.partner,
      day: change.day,
      score: scoreOf(480 + pointsOf(signs) + (first.day - change.day <= 7 ? 50 : 0)),
      minor,
      currency: first.currency,
      evidence: [
        { object: 'bankChange', id: change.change, facts },
        ...paid.slice(0, 5).map((one) => ({
          object: 'payment' as const,
          id: one.payment,
          facts: { day: dayFact(one.day), amount: amountFact(one.minor, one.currency), state: one.state },
        })),
      ],
    }),
  ];
}

const POINTS = {
  unconfirmed: 170,
  sameConfirms: 200,
  otherCountry: 120,
  ofOther: 180,
  changedBack: 200,
} as const;
type Sign = keyof typeof POINTS;

function pointsOf(signs: readonly Sign[]): number {
  return signs.reduce((sum, sign) => sum + POINTS[sign], 0);
}

function signsOf(history: History, change: BankChange, lastPaid: number): Sign[] {
  const after = accountKey(change.after);
  const isBack = history.bankChanges.some(
    (one) =>
      one.partner === change.partner &&
      one.day > change.day &&
      one.day <= lastPaid + 60 &&
      change.before !== undefined &&
      accountKey(one.after) === accountKey(change.before),
  );
  const home = tablesOf(history).partners.get(change.partner)?.country;
  const isAbroad = change.country !== undefined && change.country !== home;
  return [
    ...(change.confirmedBy === undefined ? (['unconfirmed'] as const) : []),
    ...(change.confirmedBy === change.by ? (['sameConfirms'] as const) : []),
    ...(isAbroad ? (['otherCountry'] as const) : []),
    ...(isOfOther(history, change.partner, after) ? (['ofOther'] as const) : []),
    ...(isBack ? (['changedBack'] as const) : []),
  ];
}

function isOfOther(history: History, code: string, account: string): boolean {
  const own = tablesOf(history).partners.get(code);
  return (owners(history).get(account) ?? []).some(
    ({ partner }) =>
      partner.partner !== code &&
      partner.parent !== code &&
      own?.parent !== partner.partner &&
      (own?.parent === undefined || own.parent !== partner.parent),
  );
}

const owners = onceOf((history: History) => {
  const held = history.partners.flatMap((partner) =>
    partner.bankAccounts.map((account) => ({ partner, account: accountKey(account) })),
  );
  return byKey(held, ({ account }) => account);
});

function accountKey(account: string): string {
  return account.replace(/[^\p{L}\p{N}]/gu, '').toUpperCase();
}
