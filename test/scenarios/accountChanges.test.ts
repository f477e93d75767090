import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../../app/actor.ts';
import { decideBankAccount } from '../../app/bank/decideBankAccount.ts';
import { listAccountChanges } from '../../app/bank/listAccountChanges.ts';
import { readBankAccount } from '../../app/bank/readBankAccount.ts';
import { setBankAccount } from '../../app/bank/setBankAccount.ts';
import { confirmPaymentRules, proposePaymentRules } from '../../app/payments/paymentRules.ts';
import type { KeyPorts } from '../../app/ports/keyRing.ts';
import type { TenantId } from '../../app/ports.ts';
import { formatDate } from '../../core/calendar/localDate.ts';
import type { Result } from '../../core/refusal/refusals.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { accepted, addMaster, day } from '../support/facts.ts';
import { PAYMENT_RULES } from '../support/payments.ts';
import { testKeys } from '../support/testKeys.ts';

// Somebody writes that a partner has a new account. Nobody is paid there before another person has
// called the partner back, and the days of cooling off are over.

const [ANNA, BEN, CARLA] = ['anna', 'ben', 'carla'].map((id) => ({ kind: 'person', id }) as const) as [
  Actor,
  Actor,
  Actor,
];
const OLD = { holder: 'Müller Teehandel', iban: 'DE89370400440532013000' };
const NEW = { holder: 'Müller Teehandel', iban: 'GB29NWBK60161331926819' };

let database: TestDatabase;
let tenant: TenantId;
let now = new Date('2026-01-31T12:00:00Z');
let ports: KeyPorts;
beforeAll(async () => {
  database = await testDatabase();
  ports = {
    store: database.store,
    clock: { now: () => now },
    ids: { next: randomUUID },
    sha256: (bytes) => createHash('sha256').update(bytes).digest(),
    keys: testKeys(1),
  };
});
afterAll(() => database.drop());
beforeEach(async () => {
  now = new Date('2026-01-31T12:00:00Z');
  tenant = await database.tenant();
  await addMaster(database.store, tenant, [{ kind: 'partner', code: 'P1', name: 'P1', attributes: {} }]);
});

async function rules(): Promise<void> {
  accepted(await proposePaymentRules(ports, tenant, { actor: ANNA, parsed: PAYMENT_RULES }));
  accepted(await confirmPaymentRules(ports, tenant, { actor: BEN, version: 1 }));
}

async function says(account: typeof OLD | 'none', from = '2026-01-01', actor = ANNA): Promise<number> {
  const set = await setBankAccount(ports, tenant, { partner: 'P1', validFrom: day(from), account, actor });
  return accepted(set).batch ?? 0;
}

const decides = (actor: Actor, batch: number, is: 'approved' | 'rejected' = 'approved', reason = 'called') =>
  decideBankAccount(ports, tenant, { partner: 'P1', batch, is, reason, actor });

const code = (result: Result<unknown>) => (result.ok ? 'ok' : result.refusals.map((one) => one.code).join());

/** Each alert, the latest first: account, decision, why the partner is not paid. */
async function alerts(waiting = false): Promise<string[]> {
  const changes = accepted(await listAccountChanges(ports, tenant, { waiting, limit: 10 }));
  return changes.map(
    ({ account, decision, blocked }) => `${account?.iban ?? 'none'} ${decision.is} ${blocked ?? 'paid'}`,
  );
}

describe('a new bank account', () => {
  it('is paid to once another person has approved it and the cooling-off is over', async () => {
    await rules();
    const first = await says(OLD);
    expect(await alerts()).toEqual(['DE…3000 waits bank-account-not-approved']);
    expect(code(await decides(ANNA, first))).toBe('approver-is-author');
    expect(code(await decides({ kind: 'service', id: 'erp' }, first))).toBe('person-needed');
    const decision = accepted(await decides(BEN, first));
    expect(decision.is === 'approved' && formatDate(decision.payableFrom)).toBe('2026-02-03');
    expect(await alerts()).toEqual(['DE…3000 approved bank-account-cooling-off']);
    now = new Date('2026-02-02T12:00:00Z');
    expect(await alerts()).toEqual(['DE…3000 approved bank-account-cooling-off']);
    now = new Date('2026-02-03T12:00:00Z');
    expect(await alerts()).toEqual(['DE…3000 approved paid']);
  });

  it('keeps everybody from paying while it is open, and nobody once it is rejected', async () => {
    await rules();
    accepted(await decides(BEN, await says(OLD)));
    now = new Date('2026-02-10T12:00:00Z');
    const fraud = await says(NEW, '2026-02-10', CARLA);
    expect(await alerts(true)).toEqual(['GB…6819 waits bank-account-not-approved']);
    expect(code(await decides(BEN, fraud, 'rejected', ' '))).toBe('reason-missing');
    accepted(await decides(BEN, fraud, 'rejected', 'they know nothing of it'));
    expect(await alerts()).toEqual(['GB…6819 rejected paid', 'DE…3000 approved paid']);
    expect(await alerts(true)).toEqual([]);
    const shown = accepted(
      await readBankAccount(ports, tenant, { partner: 'P1', effective: day('2026-02-10') }),
    );
    expect([shown.account.iban, shown.decision.is]).toEqual(['DE…3000', 'approved']);
    const before = { partner: 'P1', effective: day('2026-02-10'), batch: fraud };
    expect(accepted(await readBankAccount(ports, tenant, before)).account.iban).toBe('GB…6819');
    // Said once more it is a new proposal, which waits again.
    expect(await says(NEW, '2026-02-10', CARLA)).toBeGreaterThan(fraud);
  });

  it('that is taken away is not paid to from then on, whoever says so', async () => {
    await rules();
    accepted(await decides(BEN, await says(OLD)));
    now = new Date('2026-02-10T12:00:00Z');
    await says('none', '2026-02-10');
    expect(await alerts()).toEqual([
      'none waits bank-account-not-found',
      'DE…3000 approved bank-account-not-found',
    ]);
  });

  it('is decided once, by whoever comes first of two', async () => {
    await rules();
    const batch = await says(OLD);
    const both = await Promise.all([decides(BEN, batch), decides(CARLA, batch, 'rejected')]);
    expect(both.map(code).sort()).toEqual(['bank-account-decided', 'ok']);
    expect(code(await decides(BEN, batch))).toBe('bank-account-decided');
    expect(code(await decides(BEN, batch + 99))).toBe('bank-account-change-not-found');
  });

  it('is not approved where the company has not said how long it cools off', async () => {
    const batch = await says(OLD);
    expect(code(await decides(BEN, batch))).toBe('payment-rules-missing');
    expect(code(await confirmPaymentRules(ports, tenant, { actor: BEN, version: 1 }))).toBe(
      'payment-rules-not-found',
    );
    accepted(await proposePaymentRules(ports, tenant, { actor: ANNA, parsed: PAYMENT_RULES }));
    expect(code(await decides(BEN, batch))).toBe('payment-rules-missing');
    expect(code(await confirmPaymentRules(ports, tenant, { actor: ANNA, version: 1 }))).toBe(
      'approver-is-author',
    );
    accepted(await confirmPaymentRules(ports, tenant, { actor: CARLA, version: 1 }));
    expect(code(await confirmPaymentRules(ports, tenant, { actor: CARLA, version: 1 }))).toBe(
      'payment-rules-stale',
    );
    accepted(await decides(BEN, batch));
  });
});
