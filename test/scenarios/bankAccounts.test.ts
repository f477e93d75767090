import { createHash, randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readBankAccount, revealBankAccount } from '../../app/bank/readBankAccount.ts';
import { setBankAccount } from '../../app/bank/setBankAccount.ts';
import { sealAnew } from '../../app/keys/sealAnew.ts';
import type { KeyPorts, KeyRing } from '../../app/ports/keyRing.ts';
import type { TenantId } from '../../app/ports.ts';
import type { BankAccountTexts } from '../../core/bank/bankAccount.ts';
import type { Result } from '../../core/refusal/refusals.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { AT, accepted, addMaster, day } from '../support/facts.ts';
import { testKeys } from '../support/testKeys.ts';

const ACTOR = { kind: 'person', id: 'anna' } as const;
const ACCOUNT: BankAccountTexts = {
  holder: 'Müller Teehandel',
  iban: 'DE89370400440532013000',
  bic: 'COBADEFF',
};
const OTHER: BankAccountTexts = { holder: 'Müller Teehandel', iban: 'GB29NWBK60161331926819' };
const MASKED = { holder: 'M…', iban: 'DE…3000', bic: 'COBADEFF' };

let database: TestDatabase;
let tenant: TenantId;
let ports: KeyPorts;
beforeAll(async () => {
  database = await testDatabase();
  ports = portsWith(testKeys(1));
});
afterAll(() => database.drop());
beforeEach(async () => {
  tenant = await database.tenant();
  const partner = (code: string) => ({ kind: 'partner' as const, code, name: code, attributes: {} });
  await addMaster(database.store, tenant, [partner('P1'), partner('P2')]);
});

function portsWith(keys: KeyRing): KeyPorts {
  return {
    store: database.store,
    clock: { now: () => AT },
    ids: { next: randomUUID },
    sha256: (bytes) => createHash('sha256').update(bytes).digest(),
    keys,
  };
}

function set(account: BankAccountTexts | 'none', from = '2026-01-01', partner = 'P1', over = ports) {
  return setBankAccount(over, tenant, { partner, validFrom: day(from), account, actor: ACTOR });
}
const shown = (effective: string, batch?: number, over = ports) =>
  readBankAccount(over, tenant, {
    partner: 'P1',
    effective: day(effective),
    ...(batch !== undefined && { batch }),
  });

function code(result: Result<unknown>): string {
  return result.ok ? 'ok' : result.refusals.map((refusal) => refusal.code).join(', ');
}

async function raw<Row>(sql: string): Promise<Row[]> {
  const client = new Client({ connectionString: database.adminUrl });
  await client.connect();
  try {
    return (await client.query(sql)).rows as Row[];
  } finally {
    await client.end();
  }
}

describe('the bank account of a partner', () => {
  it('is there from its day on, as known then, and shown by its end', async () => {
    const first = accepted(await set(ACCOUNT));
    const corrected = accepted(await set(OTHER));
    const ended = accepted(await set('none', '2026-07-01'));
    expect([first, corrected, ended].map(({ isChanged }) => isChanged)).toEqual([true, true, true]);
    expect(code(await shown('2025-12-31'))).toBe('bank-account-not-found');
    expect(accepted(await shown('2026-01-01', first.batch)).account).toEqual(MASKED);
    expect(accepted(await shown('2026-06-30')).account).toEqual({ holder: 'M…', iban: 'GB…6819' });
    expect(code(await shown('2026-07-01'))).toBe('bank-account-not-found');
    expect(accepted(await shown('2026-07-01', corrected.batch)).account.iban).toBe('GB…6819');
  });

  it('said again changes nothing', async () => {
    accepted(await set(ACCOUNT));
    const spaced = { ...ACCOUNT, iban: 'de89 3704 0044 0532 0130 00' };
    expect(accepted(await set(spaced))).toEqual({ isChanged: false });
    accepted(await set('none', '2026-07-01'));
    expect(accepted(await set('none', '2026-07-01'))).toEqual({ isChanged: false });
    expect(await raw(`SELECT FROM bank_account WHERE tenant_id = '${tenant}'`)).toHaveLength(2);
  });

  it('is refused where it cannot be right, or nobody knows the partner', async () => {
    expect(code(await set({ ...ACCOUNT, iban: 'DE88370400440532013000' }))).toBe('bank-account-invalid');
    expect(code(await set(ACCOUNT, '2026-01-01', 'P9'))).toBe('partner-not-found');
    expect(code(await set(ACCOUNT, '2026-01-01', 'P1', portsWith(testKeys())))).toBe('key-ring-fixed');
    expect(await raw(`SELECT FROM batch WHERE tenant_id = '${tenant}' AND kind = 'bankAccounts'`)).toEqual(
      [],
    );
  });

  it('is seen whole by a deed with a reason alone', async () => {
    accepted(await set(ACCOUNT));
    const ask = (reason: string) =>
      revealBankAccount(ports, tenant, { partner: 'P1', effective: day('2026-02-01'), actor: ACTOR, reason });
    expect(code(await ask(' '))).toBe('bank-account-reason-missing');
    expect(accepted(await ask('payment run 7')).account).toEqual(ACCOUNT);
    const audit = await raw<{ action: string; actor: string; body: unknown }>(
      `SELECT action, actor, body FROM audit WHERE tenant_id = '${tenant}' AND action LIKE 'bank%' ORDER BY recorded_at, action DESC`,
    );
    expect(audit.map(({ action, actor }) => `${action} ${actor}`)).toEqual([
      'bankAccount.set person:anna',
      'bankAccount.reveal person:anna',
    ]);
    expect(JSON.stringify(audit)).toContain('payment run 7');
  });

  it('stands nowhere in the database as it was typed', async () => {
    accepted(await set(ACCOUNT));
    accepted(await set({ holder: '北京茶叶', number: '6222021202001234567' }, '2026-03-01'));
    await revealBankAccount(ports, tenant, {
      partner: 'P1',
      effective: day('2026-02-01'),
      actor: ACTOR,
      reason: 'check',
    });
    const tables = await raw<{ name: string }>(
      `SELECT table_name AS name FROM information_schema.columns WHERE table_schema = 'public' AND column_name = 'tenant_id'`,
    );
    const texts = await Promise.all(
      tables.map(({ name }) => raw(`SELECT t::text FROM ${name} t WHERE tenant_id = '${tenant}'`)),
    );
    const [{ bytes } = { bytes: '' }] = await raw<{ bytes: string }>(
      `SELECT string_agg(encode(sealed, 'escape'), ' ') AS bytes FROM bank_account WHERE tenant_id = '${tenant}'`,
    );
    const all = `${JSON.stringify(texts)} ${bytes}`;
    for (const secret of ['DE8937', '0532013000', 'COBADEFF', 'Teehandel', '6222021202', '1234567', '北京']) {
      expect(all).not.toContain(secret);
      expect(all).not.toContain(Buffer.from(secret, 'utf8').toString('hex'));
    }
  });

  it('cannot be put in the place of another one', async () => {
    accepted(await set(ACCOUNT));
    accepted(await set(OTHER, '2026-01-01', 'P2'));
    await raw(
      `UPDATE bank_account a SET sealed = b.sealed FROM bank_account b
       WHERE a.tenant_id = '${tenant}' AND b.tenant_id = '${tenant}' AND a.partner_id = 'P1' AND b.partner_id = 'P2'`,
    );
    expect(code(await shown('2026-02-01'))).toBe('sealed-text-unreadable');
  });
});

describe('the keys of bank accounts', () => {
  it('are rotated: everything is sealed anew, and the old key is needed no more', async () => {
    accepted(await set(ACCOUNT));
    accepted(await set(OTHER));
    accepted(await set('none', '2026-07-01'));
    const before = await raw<{ sealed: Buffer }>(
      `SELECT sealed FROM bank_account WHERE tenant_id = '${tenant}' ORDER BY batch`,
    );
    const both = portsWith(testKeys(2, 1));
    expect(accepted(await sealAnew(both, tenant, ACTOR))).toBe(2);
    expect(accepted(await sealAnew(both, tenant, ACTOR))).toBe(0);
    const onlyNew = portsWith(testKeys(2));
    expect(accepted(await shown('2026-02-01', undefined, onlyNew)).account.iban).toBe('GB…6819');
    expect(code(await shown('2026-02-01', undefined, ports))).toBe('key-not-in-ring');
    const after = await raw<{ sealed: Buffer }>(
      `SELECT sealed FROM bank_account WHERE tenant_id = '${tenant}' ORDER BY batch`,
    );
    expect(after.map(({ sealed }) => sealed?.toString('hex'))).not.toEqual(
      before.map(({ sealed }) => sealed?.toString('hex')),
    );
    const counts = await database.store.inTenant(tenant, (tx) => tx.sealed.countByKey());
    expect([...counts.values()]).toEqual([2]);
  });

  it('that are wrong are told, and change nothing', async () => {
    accepted(await set(ACCOUNT));
    expect(code(await sealAnew(portsWith(testKeys(2)), tenant, ACTOR))).toBe('key-not-in-ring');
    expect(code(await shown('2026-02-01', undefined, portsWith(testKeys(3))))).toBe('key-not-in-ring');
    expect(accepted(await shown('2026-02-01')).account).toEqual(MASKED);
  });

  it('rotate twice at once as once', async () => {
    for (let partner = 0; partner < 7; partner += 1) {
      accepted(await set({ ...ACCOUNT, holder: `Holder ${partner}` }, `2026-0${partner + 1}-01`));
    }
    const both = portsWith(testKeys(2, 1));
    const done = await Promise.all([sealAnew(both, tenant, ACTOR), sealAnew(both, tenant, ACTOR)]);
    expect(done.map(accepted).reduce((sum, texts) => sum + texts, 0)).toBe(7);
  });
});
