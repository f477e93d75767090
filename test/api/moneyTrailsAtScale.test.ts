import { parse } from 'csv-parse/sync';
import { Client } from 'pg';
import { describe, expect, it } from 'vitest';
import { systemActor } from '../../app/actor.ts';
import { recordAgreement } from '../../app/agreements/recordAgreement.ts';
import { calculateDue } from '../../app/calculation/calculateDue.ts';
import { approveSettlement } from '../../app/settlement/approveSettlement.ts';
import { issueSettlement } from '../../app/settlement/issueSettlement.ts';
import { proposeSettlement } from '../../app/settlement/proposeSettlement.ts';
import {
  ANNA,
  accountOf,
  BERT,
  deliver,
  moneyPorts,
  moneyWorld,
  runIn,
  saleOf,
  TODAY,
} from '../crash/money/moneyWorld.ts';
import { personWith } from '../support/api/apiServer.ts';
import { servedDatabase } from '../support/api/servedDatabase.ts';
import { importMaster } from '../support/importMaster.ts';
import { AskedTrails } from '../support/moneyTrails/askedTrails.ts';
import { EXPORT_TRAILS, rowsOf } from '../support/moneyTrails/exportTrails.ts';
import { incomeInWaiting } from '../support/moneyTrails/incomeInWaiting.ts';
import { MONEY_ANSWERS } from '../support/moneyTrails/moneyAnswers.ts';
import { rank } from '../support/rank.ts';
import { taken } from '../support/scenario.ts';
import { testKeys } from '../support/testKeys.ts';
import { agreementText, windowsText } from '../support/trade.ts';

// The ways on from amounts where a tenant has a million lines of a thousand partners: as test/api/moneyTrails.test.ts,
// of long lists so many rows, and each request in 300 ms. OPENREBATE_ROWS and OPENREBATE_PARTNERS for other numbers.

const DEEP = process.env.OPENREBATE_DEEP === '1';
const ROWS = Number(process.env.OPENREBATE_ROWS ?? 1_000_000);
const PARTNERS = Number(process.env.OPENREBATE_PARTNERS ?? 1_000);
/** Of a long list. */
const MOST = 12;
const SETTLED = 12;
const DAYS = 'from=2026-01-01&until=2026-04-30';

const codeOf = (at: number) => `M${String(at).padStart(4, '0')}`;
const CODES = Array.from({ length: PARTNERS }, (_, at) => codeOf(at));

/** Sales of every partner on the days from January to the day of the world, in documents of ten lines. */
async function multiplied(adminUrl: string, tenant: string): Promise<void> {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  const { rows } = await client.query<{ name: string }>(
    `SELECT quote_ident(attname) AS name FROM pg_attribute
     WHERE attrelid = 'line'::regclass AND attnum > 0 AND NOT attisdropped ORDER BY attnum`,
  );
  const other: Readonly<Record<string, string>> = {
    partner_id: `'M' || lpad((n / 10 % ${PARTNERS})::text, 4, '0')`,
    document: `'X' || (n / 10)::text`,
    line: `(n % 10 + 1)::text`,
    invoice_date: `DATE '2026-01-01' + (n / ${10 * PARTNERS} % 100)::int`,
    net_value: 'round((1000 + n % 907) / 100.0, 2)',
    row_number: 'n + 2',
  };
  const names = rows.map(({ name }) => name);
  await client.query(
    `INSERT INTO line (${names.join(', ')})
     SELECT ${names.map((name) => other[name] ?? `l.${name}`).join(', ')}
     FROM line l, generate_series(0, ${ROWS - 1}) n WHERE l.tenant_id = $1 AND l.document = 'SEED'`,
    [tenant],
  );
  await client.query('VACUUM ANALYZE line');
  await client.end();
}

// Ten minutes, for the full counts.
describe.runIf(DEEP)('a million lines', { timeout: 7_200_000 }, async () => {
  if (!DEEP) return;
  const { database, api } = await servedDatabase();
  api.time.now = new Date(`${TODAY}T12:00:00Z`);
  const keys = testKeys(1);
  const ports = moneyPorts(database.store, undefined, keys);
  const world = await moneyWorld(database.ownerUrl, database.store, keys);
  const { tenant } = world;
  const person = await personWith(api, tenant);
  const call = (path: string) => api.call(person.key, { url: `/api/v1/${path}` });
  const took = new Map<string, readonly number[]>();
  const asked: AskedTrails[] = [];
  const trailsOf = (partner: string, agreement: string) => {
    const trails = new AskedTrails(
      call,
      { partner, owed: codeOf(PARTNERS / 2), agreement, run, days: DAYS },
      MOST,
    );
    asked.push(trails);
    return trails;
  };
  let run = '';

  it('come in, are calculated, settled and paid', async () => {
    const began = performance.now();
    const partner = { kind: 'partner' as const, attributes: { country: 'DE' } };
    const master = CODES.map((code) => ({ ...partner, code, name: code }));
    taken(await importMaster(ports, tenant, master, systemActor('demo')));
    const participants = [{ attribute: 'partner.country', in: ['DE'] }];
    const text = agreementText({ windows: windowsText('month') }, { id: 'MASS', participants });
    const settlement = { ...(text.settlement as object), frequency: 'month', finalDays: 10 };
    const how = { actor: systemActor('demo'), asNewVersion: false };
    taken(await recordAgreement(ports, tenant, { ...text, settlement }, how));
    await deliver(ports, tenant, 'seed', [saleOf('M0000', '2026-03-01', '10.00', 'sale', 'SEED')]);
    await incomeInWaiting(ports, tenant);
    await multiplied(database.adminUrl, tenant);
    const brought = performance.now();
    await calculateDue(ports, tenant);
    const calculated = performance.now();
    await settled();
    const seconds = [began, brought, calculated, performance.now()].map((at) => Math.round(at / 1000));
    process.stdout.write(`${JSON.stringify({ lines: ROWS, partners: PARTNERS, seconds })}\n`);
  });

  /** A few of the partners get their documents, and two of them their money. */
  async function settled(): Promise<void> {
    const partners = CODES.slice(0, SETTLED);
    const selection = { company: 'EU', agreements: ['MASS'], partners, actor: ANNA };
    const { settlements } = taken(await proposeSettlement(ports, tenant, selection));
    for (const { id } of settlements) {
      taken(await approveSettlement(ports, tenant, { actor: BERT, id }));
      taken(await issueSettlement(ports, tenant, { actor: ANNA, id }));
    }
    for (const partner of partners.slice(0, 2)) await accountOf(ports, tenant, partner);
    run = await runIn(ports, tenant, 'sent');
    await calculateDue(ports, tenant);
  }

  it.each(Object.keys(MONEY_ANSWERS))('%s', async (answer) => {
    await trailsOf('M0001', 'MASS').follow(answer);
    if (answer.includes('{partner}')) await trailsOf('P4', 'CUST').follow(answer);
  });

  it.each(Object.keys(EXPORT_TRAILS))('rows of %s lead on', async (path) => {
    const trails = trailsOf('M0001', 'MASS');
    if (path === 'exports/lines') {
      const places = trails.trails.some(Array.from({ length: ROWS / 10 }, (_, at) => at));
      for (const at of places) await trails.trails.toLine({ source: 'erp', document: `X${at}`, line: '7' });
      return;
    }
    const part = path === 'exports/accruals' ? '?agreement=MASS&from=2026-03-05&until=2026-03-05' : '';
    const { body } = await call(path + part);
    for (const row of trails.trails.some(rowsOf(parse(body) as string[][])))
      await EXPORT_TRAILS[path]?.(trails.trails, row);
  });

  it('every request on the way is answered in 300 ms', () => {
    for (const trails of asked) {
      for (const [kind, all] of trails.took) took.set(kind, [...(took.get(kind) ?? []), ...all]);
    }
    const figure = (all: readonly number[], share: number) => Math.round(rank(all, share));
    for (const [kind, all] of [...took].sort()) {
      const figures = [0, 0.5, 0.95, 1].map((share) => figure(all, share));
      process.stdout.write(`| ${kind} | ${all.length} | ${figures.join(' | ')} |\n`);
    }
    const slow = [...took].filter(([, all]) => rank(all, 0.5) > 300).map(([kind]) => kind);
    expect(slow).toEqual([]);
  });
});
