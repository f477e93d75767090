import { Client } from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openScenario, type Scenario } from '../support/scenario.ts';
import { agreementText } from '../support/trade.ts';

// Somebody has laid hands on the books of one agreement: its runs stop, since no cause explains what is
// booked. The others are calculated all the same, those before it and those after it.
const HEADER =
  'source,document,line,side,company,partner,product,invoiceDate,quantity,unit,netValue,currency';
const sale = (document: string) => `erp,${document},1,sale,EU,P1,X,2026-02-03,1,EA,1000.00,EUR`;

let story: Scenario;
beforeAll(async () => {
  story = await openScenario('EU');
  story.on('2026-03-01');
  await story.master([
    { kind: 'partner', code: 'P1', name: 'Partner One', attributes: {} },
    { kind: 'product', code: 'X', name: 'Product X', attributes: {} },
  ]);
  for (const id of ['A', 'B', 'C', 'D']) await story.agreement(agreementText({}, { id }));
  await story.lines(HEADER, sale('D1'));
  expect(await story.calculate()).toHaveLength(4);
});
afterAll(() => story.close());

async function tamperWith(agreement: string): Promise<void> {
  const client = new Client({ connectionString: story.database.adminUrl });
  await client.connect();
  await client.query(
    `UPDATE booking k SET delta_minor = delta_minor + 1 FROM agreement a
     WHERE a.tenant_id = k.tenant_id AND a.id = k.agreement_id AND a.code = $1`,
    [agreement],
  );
  await client.end();
}

async function earned(): Promise<Record<string, bigint>> {
  const { rows } = await story.ports.store.inTenant(story.tenant, (tx) => tx.earnings.list({ limit: 10 }));
  return Object.fromEntries(rows.map(({ account, earnedMinor }) => [account.agreement, earnedMinor]));
}

it('keeps no other agreement from being calculated', async () => {
  await tamperWith('B');
  await story.lines(HEADER, sale('D2'));
  await expect(story.calculate()).rejects.toThrow('no cause explains a difference');
  expect(await earned()).toEqual({ A: 4000n, B: 2000n, C: 4000n, D: 4000n });
  await expect(story.calculate()).rejects.toThrow('no cause explains a difference');
});

it('and where several are broken, tells what each fails by', async () => {
  await tamperWith('D');
  await story.lines(HEADER, sale('D3'));
  const broken = story.calculate();
  await expect(broken).rejects.toBeInstanceOf(AggregateError);
  await expect(broken).rejects.toMatchObject({ errors: [expect.any(Error), expect.any(Error)] });
  expect(await earned()).toEqual({ A: 6000n, B: 2000n, C: 6000n, D: 4000n });
});
