import { createHash, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readFacts } from '../../adapters/files/readFacts.ts';
import { uuidV7 } from '../../adapters/system/uuidV7.ts';
import { recordAgreement } from '../../app/agreements/recordAgreement.ts';
import { calculateDue } from '../../app/calculation/calculateDue.ts';
import { importFacts } from '../../app/facts/importFacts.ts';
import { documentPayments, stockOn } from '../../app/facts/readFacts.ts';
import { repairRows } from '../../app/intake/repairRows.ts';
import { replayQuarantine } from '../../app/intake/replayQuarantine.ts';
import { undoImport } from '../../app/intake/undoImport.ts';
import type { FactKind } from '../../app/ports/factStore.ts';
import type { Ports, TenantId } from '../../app/ports.ts';
import { formatDecimal } from '../../core/number/decimal.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { accepted, addMaster, aLine, day, decimal, importRows, rowsOf } from '../support/facts.ts';
import { agreementText } from '../support/trade.ts';

const ACTOR = { kind: 'service', id: 'bank' } as const;
const AT = new Date('2026-06-30T12:00:00Z');

let database: TestDatabase;
let folder: string;
let tenant: TenantId;
let ports: Ports;
beforeAll(async () => {
  database = await testDatabase();
  folder = mkdtempSync(join(tmpdir(), 'payments-'));
  const clock = { now: () => AT };
  const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest();
  ports = { store: database.store, clock, ids: uuidV7(clock), sha256 };
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await database.drop();
});
beforeEach(async () => {
  tenant = await database.tenant();
  const named = (kind: 'partner' | 'product', code: string) => ({ kind, code, name: code, attributes: {} });
  await addMaster(database.store, tenant, [named('partner', 'P1'), named('product', 'A')]);
});

/** A file of rows below a header; gives how many ended where. */
async function imported(kind: FactKind, header: string, ...rows: readonly string[]) {
  const path = join(folder, `${randomUUID()}.csv`);
  writeFileSync(path, `${[header, ...rows].join('\n')}\n`);
  const open = () => readFacts(path, kind, { name: 'file.csv' });
  const { document, dispositions, received, reasons, batch } = accepted(
    await importFacts(ports, tenant, { kind, open, actor: ACTOR }),
  );
  const parts = Object.values(dispositions);
  expect(parts.reduce((sum, { rows: count }) => sum + count, 0)).toBe(received.rows);
  const text = Object.entries(dispositions).flatMap(([name, { rows: count }]) =>
    count > 0 ? [`${name} ${count}`] : [],
  );
  return { ends: text.join(', '), reasons, batch, received, import: document.id };
}

const waiting = (kind: FactKind) =>
  database.store.inTenant(tenant, (tx) => tx.received.quarantined({ kind }, { limit: 10 }));

const PAID = 'source,payment,paidOn,documentSource,document,amount,currency';
const pay = (...rows: readonly string[]) => imported('payments', PAID, ...rows);

/** Two sales of D1, 100 and 50 dollars with 20 % tax: 180 owed. */
async function sell(document = 'D1'): Promise<void> {
  const line = (number: string, net: string) =>
    aLine({
      document,
      line: number,
      dates: { invoice: day('2026-02-01') },
      netValue: decimal(net),
      taxRate: decimal('20'),
    });
  await importRows(database.store, tenant, rowsOf(line('1', '100'), line('2', '50')), day('2026-06-30'));
}

async function paidDays(batch?: number): Promise<(string | undefined)[]> {
  const lines = await database.store.inTenant(tenant, async (tx) =>
    tx.lines.knownAt(batch ?? (await tx.batches.last()), {}),
  );
  return lines.map(({ dates }) => (dates.payment === undefined ? undefined : String(dates.payment)));
}
const ON = (text: string) => String(day(text));

/** Ten percent of what is paid. */
async function agreeOnPaid(): Promise<void> {
  const eligibility = {
    include: [],
    exclude: [],
    attributesAsOf: 'transaction',
    payment: 'paid',
    submission: 'any',
  };
  const tiers = { boundary: 'atLeast', rows: [{ from: '0', percent: '10' }] };
  const text = agreementText({ eligibility, tiers }, { company: 'NW', currency: 'USD' });
  const settlement = { ...(text.settlement as object), currency: 'USD' };
  accepted(
    await recordAgreement(ports, tenant, { ...text, settlement }, { actor: ACTOR, asNewVersion: false }),
  );
}

/** What a calculation of all that is due books, by cause. */
async function booked(): Promise<readonly string[]> {
  return (await calculateDue(ports, tenant)).flatMap(({ bookings }) =>
    bookings.flatMap(({ causes }) => causes.map(({ cause, minor }) => `${cause} ${minor}`)),
  );
}

describe('payments', () => {
  it('give every line of a document its day, once they cover it, as known at each batch', async () => {
    const first = await pay('bank,Z1,2026-03-05,erp,D1,100,USD');
    await sell();
    expect(await paidDays()).toEqual([undefined, undefined]);
    const second = await pay('bank,Z2,2026-03-09,erp,D1,80,USD');
    expect(first.ends).toBe('accepted 1');
    expect(await paidDays()).toEqual([ON('2026-03-09'), ON('2026-03-09')]);
    expect(await paidDays(second.batch - 1)).toEqual([undefined, undefined]);
    await pay('bank,Z2,2026-03-09,erp,D1,79.99,USD');
    expect(await paidDays()).toEqual([undefined, undefined]);
    expect(await paidDays(second.batch)).toEqual([ON('2026-03-09'), ON('2026-03-09')]);
  });

  it('are counted once, whatever is sent again', async () => {
    await sell();
    const rows = ['bank,Z1,2026-03-05,erp,D1,100,USD', 'bank,Z2,2026-03-06,erp,D1,80,USD'];
    expect((await pay(...rows)).ends).toBe('accepted 2');
    expect((await pay(...rows)).ends).toBe('duplicate 2');
    expect((await pay(...rows.toReversed(), 'bank,Z3,2026-03-07,erp,D2,1,USD')).ends).toBe(
      'accepted 1, duplicate 2',
    );
    expect((await pay('bank,Z1,2026-03-05,erp,D1,90,USD')).ends).toBe('accepted 1');
    expect((await pay(...rows)).ends).toBe('duplicate 1, superseded 1');
    expect(await paidDays()).toEqual([undefined, undefined]);
    const found = accepted(await documentPayments(ports, tenant, { source: 'erp', document: 'D1' }));
    expect(found.payments.map(({ payment, amount }) => `${payment} ${formatDecimal(amount)}`)).toEqual([
      'Z1 90',
      'Z2 80',
    ]);
    expect(found.owed).toEqual({ n: 180n, d: 1n });
  });

  it('that are wrong stay in quarantine, and the totals reconcile', async () => {
    const result = await pay(
      'bank,Z1,2026-03-05,erp,D1,100.50,USD',
      'bank,Z2,soon,erp,D1,1,USD',
      'bank,Z3,2026-03-05,erp,D1,1',
      'bank,Z4,2026-03-05,erp,D1,1,USD',
      'bank,Z4,2026-03-05,erp,D1,2,USD',
    );
    expect(result.ends).toBe('accepted 1, quarantined 4');
    expect(result.reasons).toEqual({
      'line-columns-mismatch': 1,
      'line-date-invalid': 1,
      'line-identity-repeated': 2,
    });
    expect(result.received).toEqual({ rows: 5, quantity: '0', netValue: '103.50' });
    expect((await waiting('payments')).map(({ row }) => row)).toEqual([2, 3, 4, 5]);
    expect(await waiting('stock')).toEqual([]);
    const unknown = await documentPayments(ports, tenant, { source: 'erp', document: 'D9' });
    expect(unknown.ok ? '' : unknown.refusals[0]?.code).toBe('payments-not-found');
  });

  it('move what is earned on paid invoices alone, and the next run books it as a correction', async () => {
    await agreeOnPaid();
    await sell();
    expect(await booked()).toEqual([]);
    await pay('bank,Z1,2026-03-05,erp,D1,180,USD');
    expect(await booked()).toEqual(['corrections 1500']);
    await pay('bank,Z1,2026-03-05,erp,D1,170,USD');
    expect(await booked()).toEqual(['corrections -1500']);
    expect(await booked()).toEqual([]);
  });
});

describe('what is earned on paid invoices', () => {
  beforeEach(async () => {
    await agreeOnPaid();
    await sell();
    expect(await booked()).toEqual([]);
  });

  it('is taken back with the import of the payment, and earned again where another one says it', async () => {
    const row = 'bank,Z1,2026-03-05,erp,D1,180,USD';
    const undone = await pay(row);
    expect(await booked()).toEqual(['corrections 1500']);
    const input = { document: undone.import, reason: 'mistaken', actor: ACTOR };
    expect(accepted(await undoImport(ports, tenant, input))).toMatchObject({ withdrawn: 1 });
    expect(await paidDays()).toEqual([undefined, undefined]);
    expect(await paidDays(undone.batch)).toEqual([ON('2026-03-05'), ON('2026-03-05')]);
    expect(await booked()).toEqual(['corrections -1500']);
    await pay(row);
    expect(await booked()).toEqual(['corrections 1500']);
  });

  it('follows a payment that comes in when it is tried again', async () => {
    const twice = await pay('bank,Z1,2026-03-05,erp,D1,180,USD', 'bank,Z1,2026-03-05,erp,D1,170,USD');
    expect(twice.ends).toBe('quarantined 2');
    const repairs = [{ row: 2, fields: { document: 'D9' } }];
    accepted(await repairRows(ports, tenant, { import: twice.import, repairs, actor: ACTOR }));
    expect(await booked()).toEqual([]);
    const { imports } = accepted(await replayQuarantine(ports, tenant, { actor: ACTOR }));
    expect(imports.map(({ dispositions }) => dispositions.accepted.rows)).toEqual([1]);
    expect(await booked()).toEqual(['corrections 1500']);
  });
});

describe('stock', () => {
  it('is what was counted last up to a day, as known then', async () => {
    const header = 'source,company,partner,product,day,quantity,unit';
    const count = (...rows: readonly string[]) => imported('stock', header, ...rows);
    const first = await count('wms,NW,P1,A,2026-03-31,10,EA', 'wms,NW,,A,2026-03-31,500.5,EA');
    await count('wms,NW,P1,A,2026-04-30,7,EA', 'wms,NW,P9,Z,2026-04-30,1,EA', 'wms,XX,,A,2026-04-30,1,EA');
    const corrected = await count('wms,NW,P1,A,2026-03-31,12,EA');
    const on = async (text: string, batch?: number) =>
      (await stockOn(ports, tenant, { day: day(text), ...(batch !== undefined && { batch }) })).counts.map(
        ({ partner = 'ours', quantity }) => `${partner} ${formatDecimal(quantity)}`,
      );
    expect([first.ends, corrected.ends]).toEqual(['accepted 2', 'accepted 1']);
    expect(await on('2026-03-30')).toEqual([]);
    expect(await on('2026-04-29')).toEqual(['ours 500.5', 'P1 12']);
    expect(await on('2026-04-29', first.batch)).toEqual(['ours 500.5', 'P1 10']);
    expect(await on('2026-04-30')).toEqual(['ours 500.5', 'P1 7']);
    expect((await waiting('stock')).flatMap(({ refusals }) => refusals.map(({ code }) => code))).toEqual([
      'line-partner-unknown',
      'line-product-unknown',
      'line-company-unknown',
    ]);
  });
});
