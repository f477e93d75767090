import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { auditPackageFiles, zipped } from '../../adapters/files/auditPackageFiles.ts';
import { auditPackage, type PackageQuestion } from '../../app/audit/auditPackage.ts';
import { linkAudit } from '../../app/audit/linkAudit.ts';
import { auditDeed } from '../../app/auditDeed.ts';
import { postTransfers } from '../../app/ledger/postTransfers.ts';
import type { Ports, TenantId } from '../../app/ports.ts';
import { decodeGeneralLedger } from '../../core/auditPackage/decodeGeneralLedger.ts';
import type { Transfer } from '../../core/ledger/transfer.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { AT, accepted, addAgreement, day } from '../support/facts.ts';

// January of a company, taken along by an auditor.

let database: TestDatabase;
let tenant: TenantId;
let ports: Ports;

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest();

beforeAll(async () => {
  database = await testDatabase();
  tenant = await database.tenant();
  ports = { store: database.store, clock: { now: () => AT }, ids: { next: randomUUID }, sha256 };
  await addAgreement(database.store, tenant, 'A1');
  await ports.store.inTenant(tenant, async (tx) => {
    const actor = { kind: 'person', id: 'anna' } as const;
    await auditDeed(ports, tx, {
      actor,
      action: 'agreement.approve',
      object: 'A1',
      body: { level: 'second' },
    });
    await auditDeed(ports, tx, { actor, action: 'import.master', object: 'file', body: { rows: 3 } });
    const batch = await tx.batches.last();
    await postTransfers(tx, transfers(0, 3), { day: day('2025-12-31'), at: AT, batch });
    await postTransfers(tx, transfers(3, 40), { day: day('2026-01-31'), at: AT, batch });
    await postTransfers(tx, transfers(43, 5), { day: day('2026-02-01'), at: AT, batch });
  });
  await linkAudit(ports, tenant);
});
afterAll(() => database.drop());

function transfers(from: number, count: number): Transfer[] {
  const subject = {
    agreement: 'A1',
    term: 'volume',
    window: { from: day('2026-01-01'), until: day('2026-04-01') },
  };
  return Array.from({ length: count }, (_, at) => ({
    company: 'NW',
    event: 'accrue' as const,
    debit: 'rebateExpense' as const,
    credit: 'accruedLiability' as const,
    minor: BigInt(100 + from + at),
    currency: 'EUR',
    effectiveOn: day('2026-01-15'),
    partner: 'P1',
    subject,
    origin: { kind: 'test', id: String(from + at) },
    leg: 'one',
  }));
}

const JANUARY = {
  company: 'NW',
  first: day('2026-01-01'),
  last: day('2026-01-31'),
  size: 5,
  seed: 'auditor',
};

async function packed(differs: Partial<PackageQuestion> = {}) {
  const found = accepted(await auditPackage(ports, tenant, { ...JANUARY, ...differs }));
  const files = new Map(auditPackageFiles(found).map(({ name, content }) => [name, content]));
  const read = (name: string) => JSON.parse(String(files.get(name)));
  return { found, files, read };
}

describe('an audit package', () => {
  it('holds every transfer of the period, and a sample with its evidence', async () => {
    const { files, read } = await packed();
    expect(String(files.get('population.csv')).trimEnd().split('\r\n')).toHaveLength(41);
    const sample = read('sample.json');
    expect(sample).toHaveLength(5);
    for (const { transfer, agreement, deeds } of sample) {
      expect(transfer).toMatchObject({ company: 'NW', agreement: 'A1', bookedOn: '2026-01-31' });
      expect(agreement).toMatchObject({ code: 'A1', version: 1, text: { id: 'A1' } });
      expect(deeds.map(({ action }: { action: string }) => action)).toEqual(['agreement.approve']);
    }
  });

  it('draws the same sample for the same seed, and another for another', async () => {
    const numbers = async (seed: string) =>
      (await packed({ seed }))
        .read('sample.json')
        .map((one: { transfer: { number: string } }) => one.transfer.number);
    expect(await numbers('auditor')).toEqual(await numbers('auditor'));
    expect(await numbers('auditor')).not.toEqual(await numbers('somebody else'));
  });

  it('says what was done: approvals apart from changes', async () => {
    const { read } = await packed();
    const actions = (name: string) => read(name).map(({ action }: { action: string }) => action);
    expect(actions('approvals.json')).toEqual(['agreement.approve']);
    expect(actions('changes.json')).toEqual(['import.master']);
  });

  it('ties the books out, and with the general ledger to the cent', async () => {
    const amount = (from: number, count: number) =>
      transfers(from, count).reduce((sum, { minor }) => sum + minor, 0n);
    const end = amount(0, 43);
    const ledger = (minor: bigint) => {
      const text = (value: bigint) => `${value / 100n}.${String(value % 100n).padStart(2, '0')}`;
      return accepted(
        decodeGeneralLedger([
          { account: 'rebateExpense', currency: 'EUR', balance: text(minor) },
          { account: 'accruedLiability', currency: 'EUR', balance: `-${text(minor)}` },
        ]),
      );
    };
    const right = await packed({ general: ledger(end) });
    expect(right.read('manifest.json')).toMatchObject({ isTied: true, isChainWhole: true, population: 40 });
    const row = right.found.tie.find(({ account }) => account === 'rebateExpense');
    expect(row).toMatchObject({
      opening: amount(0, 3),
      debit: amount(3, 40),
      credit: 0n,
      closing: end,
      subledger: end,
    });
    const wrong = await packed({ general: ledger(end + 1n) });
    expect(wrong.read('manifest.json').isTied).toBe(false);
    expect(String(wrong.files.get('tie-out.csv'))).toContain('generalLedger 0.01');
  });

  it('names every file with its hash, and is the same bytes again', async () => {
    const { found, files, read } = await packed();
    const { files: named } = read('manifest.json') as {
      files: { name: string; bytes: number; sha256: string }[];
    };
    expect(named.map(({ name }) => name)).toEqual(
      [...files.keys()].filter((name) => name !== 'manifest.json'),
    );
    for (const { name, bytes, sha256: hash } of named) {
      const content = files.get(name) as Buffer;
      expect([name, bytes, hash]).toEqual([
        name,
        content.length,
        createHash('sha256').update(content).digest('hex'),
      ]);
    }
    const [one, two] = [
      await zipped(auditPackageFiles(found)),
      await zipped(auditPackageFiles((await packed()).found)),
    ];
    expect(one.equals(two)).toBe(true);
  });

  it('is refused for a company that is none, and for balances that no ledger holds', async () => {
    const found = await auditPackage(ports, tenant, { ...JANUARY, company: 'XX' });
    expect(found).toMatchObject({ ok: false, refusals: [{ code: 'company-not-found' }] });
    const told = (row: object) => {
      const decoded = decodeGeneralLedger([{ account: '1', currency: 'EUR', balance: '1.00', ...row }]);
      return decoded.ok ? 'ok' : decoded.refusals.map(({ code, at }) => `${code} ${at}`).join();
    };
    expect(told({})).toBe('ok');
    expect(told({ currency: 'XXX' })).toBe('agreement-currency-unknown [0].currency');
    expect(told({ balance: '1.001' })).toBe('agreement-value-not-allowed [0].balance');
    expect(told({ balance: '1.000' })).toBe('ok');
    expect(told({ balance: 1 })).toBe('agreement-field-type [0].balance');
  });
});
