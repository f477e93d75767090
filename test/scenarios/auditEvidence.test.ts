import { afterAll, beforeAll, expect, it } from 'vitest';
import { auditPackageFiles } from '../../adapters/files/auditPackageFiles.ts';
import { auditPackage } from '../../app/audit/auditPackage.ts';
import { raiseClaims } from '../../app/claims/raiseClaims.ts';
import { receiveMoney } from '../../app/claims/receiveMoney.ts';
import { enterTenant } from '../../app/companies/enterTenant.ts';
import { dayOf, openScenario, type Scenario, taken } from '../support/scenario.ts';
import { agreementText, decimalOf } from '../support/trade.ts';

// What an auditor follows from a transfer: the terms, the lines that were counted with their shares, what was
// booked for it, and what was claimed and paid of it.

const CLERK = { kind: 'person' as const, id: 'clerk' };
let story: Scenario;
beforeAll(async () => {
  story = await openScenario('EU');
  story.on('2026-01-02');
  await story.master([
    { kind: 'partner', code: 'S1', name: 'S1', attributes: {} },
    { kind: 'product', code: 'A', name: 'A', attributes: {} },
  ]);
  const text = agreementText({ transactions: 'purchase' }, { id: 'SUPPLY', direction: 'supplierRebate' });
  const claim = { rule: 'weClaim', deadlineDays: 'none', afterDeadline: 'staysOpen', silence: 'rejects' };
  await story.agreement({ ...text, settlement: { ...(text.settlement as object), claim } });
  const buy = (document: string, value: string) =>
    `erp,${document},1,purchase,EU,S1,A,2026-02-03,1,EA,${value},EUR`;
  story.on('2027-01-04');
  await story.lines(
    'source,document,line,side,company,partner,product,invoiceDate,quantity,unit,netValue,currency',
    ...[buy('B1', '5000.00'), buy('B2', '1000.00')],
  );
  await story.calculate();
  const [sent] = taken(
    await raiseClaims(story.ports, story.tenant, { agreement: 'SUPPLY', actor: CLERK }),
  ).claims;
  const receipt = { claim: sent?.id ?? '', amount: decimalOf('70.00'), reference: 'bank 1', actor: CLERK };
  taken(await receiveMoney(story.ports, story.tenant, receipt));
});
afterAll(() => story.close());

it('is in the package: terms, lines with their shares, bookings of what was earned, settled and paid', async () => {
  const days = { first: dayOf('2027-01-01'), last: dayOf('2027-01-31') };
  const question = { company: 'EU', ...days, size: 100, seed: 'x' };
  const found = taken(await auditPackage(story.ports, story.tenant, question));
  const file = auditPackageFiles(found).find(({ name }) => name === 'sample.json');
  const sample = JSON.parse(String(file?.content));
  expect(sample.length).toBeGreaterThan(2);
  for (const one of sample) {
    expect(one.agreement.code).toBe('SUPPLY');
    expect(one.lines.map(({ document, share }: Record<string, string>) => [document, share])).toEqual([
      ['B1', '100.00'],
      ['B2', '20.00'],
    ]);
    const amounts = (kind: string, of: 'bookings' | 'settled') =>
      one[of]
        .filter((booking: { kind: string }) => booking.kind === kind)
        .map(({ delta }: { delta: string }) => delta);
    expect([
      amounts('earned', 'bookings'),
      amounts('settled', 'settled'),
      amounts('paid', 'settled'),
    ]).toEqual([...[['120.00'], ['120.00'], ['70.00']]]);
    expect(new Set(one.settled.map(({ origin }: { origin: { kind: string } }) => origin.kind))).toEqual(
      new Set(['claim']),
    );
  }
  expect(found.tie.flatMap(({ differences }) => differences)).toEqual([]);
});

it('begins with the tenant itself and its companies, each of them once', async () => {
  const { ports, tenant } = story;
  const made = { code: 't', name: 'T', company: 'EU' };
  for (const company of ['EU', 'EU', 'US', 'US']) await enterTenant(ports, tenant, { ...made, company });
  const entries = await ports.store.inTenant(tenant, (tx) => tx.audit.list({ object: 't', limit: 10 }));
  const said = entries.map(({ entry }) => `${entry.action} ${entry.actor} ${entry.content?.body}`).sort();
  expect(said).toEqual([
    'tenant.company system:cli {"company":"US","name":"T"}',
    'tenant.create system:cli {"company":"EU","name":"T"}',
  ]);
});
