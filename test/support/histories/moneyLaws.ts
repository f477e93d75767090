import { expect } from 'vitest';
import type { NewBooking } from '../../../app/ports.ts';
import { keyOf } from '../../../app/settlement/settleableAgreement.ts';
import { CAUSES } from '../../../core/booking/cause.ts';
import { LEDGER_ROLES, type LedgerRole } from '../../../core/ledger/ledgerRole.ts';
import { partSum } from '../../../core/settlement/part.ts';
import { PARTNERS, SUPPLIER } from './history.ts';
import type { MemoryMoney, MemoryPayment, MemorySettlement } from './memoryMoney.ts';

/** The books are balanced, and each account holds what the four balances say: after everything that happens. */
export function booksTie(money: MemoryMoney): void {
  const roles = Object.keys(LEDGER_ROLES) as LedgerRole[];
  expect(roles.reduce((sum, role) => sum + money.balance(role), 0n)).toBe(0n);
  for (const partner of PARTNERS) {
    const own = [...money.recognised.values()].filter(({ account }) => account.partner === partner);
    const windows = new Set([
      ...own.map(({ account }) => account.window.from),
      ...money.records().map(({ account }) => account.window.from),
    ]);
    for (const from of windows) {
      const recognised = own
        .filter(({ account }) => account.window.from === from)
        .reduce((sum, { minor }) => sum + minor, 0n);
      const settled = money
        .records()
        .filter(({ account }) => account.participant === partner && account.window.from === from)
        .reduce((sum, { account }) => sum + money.settledOf(keyOf(account)), 0n);
      const accrued =
        partner === SUPPLIER
          ? money.balance('accruedReceivable', partner, from)
          : -money.balance('accruedLiability', partner, from);
      expect(accrued).toBe(recognised - settled);
    }
    const documents = money.settlements.filter(
      ({ beneficiary, reason }) => beneficiary === partner && reason !== 'lapse',
    );
    const owed = documents.reduce((sum, { gross, withheldMinor }) => sum + gross - withheldMinor, 0n);
    const paid = documents.reduce((sum, { id }) => sum + money.paidOf(id), 0n);
    const open =
      partner === SUPPLIER
        ? money.balance('partnerReceivable', partner)
        : -money.balance('partnerPayable', partner);
    expect(open).toBe(owed - lapsedMirrors(money, partner) - paid);
    const onTheWay = money.payments.filter((one) => one.partner === partner && one.state === 'sent');
    expect(-money.balance('bankClearing', partner)).toBe(
      onTheWay.reduce((sum, one) => sum + paidBy(one), 0n),
    );
  }
  for (const { id, gross } of money.settlements) {
    const paid = money.paidOf(id);
    expect(paid >= 0n && (paid === 0n || paid <= gross)).toBe(true);
  }
}

/** Mirrors of what has lapsed are no documents. */
function lapsedMirrors({ settlements }: MemoryMoney, partner: string): bigint {
  return settlements
    .filter(
      ({ beneficiary, lines }) => beneficiary === partner && lines.every(({ lapse }) => lapse !== undefined),
    )
    .reduce((sum, { gross }) => sum + gross, 0n);
}

function paidBy({ items }: MemoryPayment): bigint {
  return [...items.values()].reduce((sum, minor) => sum + minor, 0n);
}

/** Causes sum to each difference in their order, both kinds stand at their targets, and once more books nothing. */
export function accrued(
  money: MemoryMoney,
  booked: { readonly earned: readonly NewBooking[]; readonly recognised: readonly NewBooking[] },
): void {
  for (const { deltaMinor, causes } of [...booked.earned, ...booked.recognised]) {
    expect(causes.reduce((sum, { minor }) => sum + minor, 0n)).toBe(deltaMinor);
    const places = causes.map(({ cause }) => CAUSES.indexOf(cause));
    expect(places).toEqual([...new Set(places)].toSorted((a, b) => a - b));
    expect(causes.some(({ cause }) => cause === 'engine')).toBe(false);
  }
  const targets = money.targets();
  for (const kind of ['earned', 'recognised'] as const) {
    const held = [...money[kind]].map(([key, { minor }]) => [key, minor] as const);
    expect(withoutZeros(held)).toEqual(withoutZeros([...targets[kind]]));
  }
  const again = money.accrue();
  expect([...again.earned, ...again.recognised]).toEqual([]);
}

function withoutZeros(amounts: readonly (readonly [string, bigint])[]): Record<string, bigint> {
  return Object.fromEntries(amounts.filter(([, minor]) => minor !== 0n).toSorted());
}

/** No document turns its direction around, nothing is paid below zero, and the same run again settles nothing. */
export function settled(money: MemoryMoney, issued: readonly MemorySettlement[]): void {
  for (const { reason, lines } of issued) {
    const net = lines.reduce((sum, { statedMinor }) => sum + statedMinor, 0n);
    if (reason === 'settlement') expect(net > 0n).toBe(true);
    expect(lines.some(({ statedMinor }) => statedMinor !== 0n)).toBe(true);
  }
  for (const { plan } of money.plans()) {
    expect(plan.documents).toEqual([]);
    for (const { parts } of plan.groups.flatMap(({ accounts }) => accounts)) {
      expect(parts.every(({ kind }) => kind === 'held')).toBe(true);
    }
  }
}

/** After everything was settled for good: earned, recognised and settled are the same, but for what is held. */
export function closed(money: MemoryMoney): { readonly accounts: number; readonly held: number } {
  let held = 0;
  const accounts = money.groups().flatMap((group) => group.accounts);
  const parts = new Map(
    money
      .plans()
      .flatMap(({ plan }) =>
        plan.groups.flatMap((group) =>
          group.accounts.map((account) => [account.key, account.parts] as const),
        ),
      ),
  );
  for (const { key, account, standing } of accounts) {
    const own = parts.get(key) ?? [];
    // Too much was paid, and nothing follows that it could be set off against; or what was waived had its document
    // cancelled, and nothing says its tax: it stands open, by name.
    expect(own.every(({ reason }) => reason === 'offset' || reason === 'taxBasisMissing')).toBe(true);
    const open = partSum(own);
    if (open !== 0n) held += 1;
    const earned = [...money.earned.values()].find((one) => isOf(one, account))?.minor ?? 0n;
    const recognised = [...money.recognised.values()].find((one) => isOf(one, account))?.minor ?? 0n;
    expect([earned, recognised, money.settledOf(keyOf(account)) + open]).toEqual(
      Array(3).fill(standing.earned),
    );
  }
  return { accounts: accounts.length, held };
}

function isOf(
  { account }: { readonly account: NewBooking['account'] },
  { term, participant, window }: Parameters<typeof keyOf>[0],
): boolean {
  return account.term === term && account.partner === participant && account.window.from === window.from;
}
