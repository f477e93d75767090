import { createHash, randomUUID } from 'node:crypto';
import type { Actor } from '../../app/actor.ts';
import { decideBankAccount } from '../../app/bank/decideBankAccount.ts';
import { setBankAccount } from '../../app/bank/setBankAccount.ts';
import { approveRun } from '../../app/payments/decideRun.ts';
import { setPayingAccount } from '../../app/payments/payingAccounts.ts';
import { confirmPaymentRules, proposePaymentRules } from '../../app/payments/paymentRules.ts';
import { proposeRun } from '../../app/payments/proposeRun.ts';
import { sendRun } from '../../app/payments/sendRun.ts';
import { type ShownPayment, showRun } from '../../app/payments/showRuns.ts';
import type { KeyPorts } from '../../app/ports/keyRing.ts';
import type { TenantId } from '../../app/ports.ts';
import type { Result } from '../../core/refusal/refusals.ts';
import type { TestDatabase } from './database.ts';
import { accepted, addAgreement, addMaster, day } from './facts.ts';
import { owed, PAYMENT_RULES, payingAccountText } from './payments.ts';
import { testKeys } from './testKeys.ts';

const person = (id: string): Actor => ({ kind: 'person', id });
export const [ANNA, BEN, CARLA, DORA] = ['anna', 'ben', 'carla', 'dora'].map(person) as [
  Actor,
  Actor,
  Actor,
  Actor,
];

const IBANS: Readonly<Record<string, string>> = {
  P1: 'GB29NWBK60161331926819',
  P2: 'FR1420041010050500013M02606',
};

export const code = (result: Result<unknown>) =>
  result.ok ? 'ok' : [...new Set(result.refusals.map((one) => one.code))].join(' ');

/** A company with rules of payment, an account, and two partners whose accounts are approved and cooled off. */
export type PaymentStory = {
  readonly ports: KeyPorts;
  readonly tenant: TenantId;
  readonly on: (day: string) => void;
  /** A credit note with 20 % tax on top, due on 2026-02-10. Units: minor. */
  readonly owes: (partner: string, number: string, net: bigint, withheld?: bigint) => Promise<string>;
  readonly proposal: Parameters<typeof proposeRun>[2];
  /** Proposed by Anna, approved by Ben, sent by Carla; gives its payments. */
  readonly sent: () => Promise<readonly ShownPayment[]>;
  readonly payments: (run: string) => Promise<readonly ShownPayment[]>;
  /** What accounts hold, debit less credit; those that hold nothing are left out. */
  readonly books: () => Promise<Readonly<Record<string, bigint>>>;
  /** Of the agreement: kind of balance and amount. */
  readonly paid: () => Promise<bigint>;
};

export async function paymentStory(database: TestDatabase): Promise<PaymentStory> {
  let now = new Date('2026-02-01T12:00:00Z');
  const ports: KeyPorts = {
    store: database.store,
    clock: { now: () => now },
    ids: { next: randomUUID },
    sha256: (bytes) => createHash('sha256').update(bytes).digest(),
    keys: testKeys(1),
  };
  const tenant = await database.tenant();
  const on = (text: string) => {
    now = new Date(`${text}T12:00:00Z`);
  };
  const partners = Object.keys(IBANS).map((name) => ({
    kind: 'partner' as const,
    code: name,
    name,
    attributes: {},
  }));
  await addMaster(database.store, tenant, partners);
  await addAgreement(database.store, tenant, 'A1');
  accepted(await proposePaymentRules(ports, tenant, { actor: ANNA, parsed: PAYMENT_RULES }));
  accepted(await confirmPaymentRules(ports, tenant, { actor: BEN, version: 1 }));
  accepted(await setPayingAccount(ports, tenant, { actor: CARLA, parsed: payingAccountText() }));
  for (const [partner, iban] of Object.entries(IBANS)) {
    const account = { holder: `Partner ${partner}`, iban };
    const entry = { partner, validFrom: day('2026-01-01'), account, actor: ANNA };
    const { batch = 0 } = accepted(await setBankAccount(ports, tenant, entry));
    const verdict = { partner, batch, is: 'approved', reason: 'called', actor: BEN } as const;
    accepted(await decideBankAccount(ports, tenant, verdict));
  }
  on('2026-02-10');
  const payments = async (run: string) => accepted(await showRun(ports, tenant, run)).payments;
  const proposal = {
    account: 'EUR-1',
    methods: ['payment'],
    dueUntil: day('2026-02-28'),
    executionDay: day('2026-02-11'),
    actor: ANNA,
  } as const;
  return {
    ...{ ports, tenant, on, payments, proposal },
    owes: (partner, number, net, withheldMinor = 0n) =>
      owed(ports, tenant, {
        ...{ company: 'NW', partner, agreement: 'A1', number, netMinor: net, taxMinor: net / 5n },
        ...{ dueOn: day('2026-02-10'), withheldMinor },
      }),
    sent: async () => {
      const { run } = accepted(await proposeRun(ports, tenant, proposal));
      accepted(await approveRun(ports, tenant, { id: run.id, actor: BEN }));
      accepted(await sendRun(ports, tenant, { id: run.id, actor: CARLA }));
      return payments(run.id);
    },
    books: async () => {
      const balances = await ports.store.inTenant(tenant, (tx) => tx.ledger.balances({ company: 'NW' }));
      return Object.fromEntries(
        balances.filter(({ minor }) => minor !== 0n).map(({ role, minor }) => [role, minor]),
      );
    },
    paid: async () => {
      const balances = await ports.store.inTenant(tenant, (tx) => tx.bookings.balances('A1'));
      return balances.reduce((sum, { account, minor }) => (account.kind === 'paid' ? sum + minor : sum), 0n);
    },
  };
}
