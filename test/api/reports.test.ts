import { expect, it } from 'vitest';
import { REPORT_MEDIA_TYPES } from '../../adapters/http/routes/reportRoutes.ts';
import { REPORT_FILTERS, REPORT_NAMES, type ReportName } from '../../core/report/report.ts';
import { CATALOGUES } from '../../core/wording/catalogue.ts';
import { servedDatabase } from '../support/api/servedDatabase.ts';
import { makeWorld } from '../support/api/world.ts';

// Two partners with 20,000.00 of sales each, who have earned 400.00 each; and another tenant with the same.

const { database, api } = await servedDatabase();
const own = await makeWorld(database, api, 'REP');
await makeWorld(database, api, 'OTHERREP');

type Row = {
  readonly cells: Readonly<Record<string, string>>;
  readonly said: Readonly<Record<string, string>>;
};

async function report(name: ReportName, query: Record<string, string> = {}) {
  const { status, body } = await api.call(own.admin.key, {
    url: '/api/v1/reports/table',
    query: { name, ...(name === 'recognisedByProduct' && { agreement: 'REP-A' }), ...query },
  });
  expect(status).toBe(200);
  return body as { readonly rows: readonly Row[]; readonly totals: readonly Row[] };
}

it.each(REPORT_NAMES)('%s says nothing of another tenant, and each cell has its column', async (name) => {
  const body = await report(name);
  expect(JSON.stringify(body)).not.toContain('OTHERREP');
  const columns = (body as unknown as { columns: { name: string }[] }).columns.map((column) => column.name);
  for (const { cells } of [...body.rows, ...body.totals])
    expect(Object.keys(cells).filter((column) => !columns.includes(column))).toEqual([]);
});

it('sums by partner, by agreement and by product are those of the list of earnings', async () => {
  const { body } = await api.call(own.admin.key, { url: '/api/v1/earnings' });
  expect(body.totals).toMatchObject([{ direction: 'customerRebate', currency: 'EUR', amount: '800.00' }]);
  for (const name of ['earnedByPartner', 'earnedByAgreement'] as const) {
    const { totals } = await report(name);
    expect(totals.map(({ cells }) => cells.earnedAmount)).toEqual(['800.00']);
  }
  const products = await report('recognisedByProduct');
  expect(products.rows.map(({ cells }) => [cells.product, cells.lines, cells.recognisedAmount])).toEqual([
    ['REP-X', '2', '800.00'],
  ]);
});

it('shows what is open of it, and only of the partner that is asked for', async () => {
  const { rows, totals } = await report('liability', { partner: 'REP-P1' });
  expect(rows.map(({ cells }) => [cells.partner, cells.accruedAmount, cells.owedAmount])).toEqual([
    ['REP-P1', '400.00', '0.00'],
  ]);
  expect(totals[0]?.cells.accruedAmount).toBe('400.00');
});

it('holds what is earned against the turnover, and against everything else that is known of the sales', async () => {
  const [row] = (await report('programmeReturn')).rows;
  expect([row?.cells.turnoverAmount, row?.cells.earnedAmount, row?.cells.rebateRate]).toEqual([
    '40000.00',
    '800.00',
    '2.00',
  ]);
  const { rows } = await report('marginWaterfall');
  expect(Object.fromEntries(rows.map(({ cells }) => [cells.step, cells.amount]))).toEqual({
    listValue: '40000.00',
    discounts: '0.00',
    invoiced: '40000.00',
    customerRebates: '-800.00',
    netOfRebates: '39200.00',
    // What the goods have cost is not known: nothing is said of a margin.
    cost: undefined,
    supplierRebates: '0.00',
    netNetMargin: undefined,
    withoutCost: '40000.00',
  });
});

it('has the nearest to its next tier first, with the way to go and the earning behind it', async () => {
  const { rows } = await report('tierProgress');
  expect(rows).toHaveLength(2);
  expect(rows[0]?.cells).toMatchObject({ reachedShareRate: expect.stringMatching(/^\d+\.\d\d$/) });
  expect(rows[0]).toMatchObject({ earning: expect.stringMatching(/^[0-9a-f-]{36}$/) });
});

it.each(['csv', 'xlsx', 'pdf'] as const)('comes as a file: %s', async (format) => {
  for (const name of REPORT_NAMES) {
    const of = REPORT_FILTERS[name].includes('agreement') ? '&agreement=REP-A' : '';
    const url = `/api/v1/reports/file?name=${name}&format=${format}${of}`;
    const { status, headers } = await api.call(own.admin.key, { url });
    expect([name, status, headers['content-type']]).toEqual([name, 200, REPORT_MEDIA_TYPES[format]]);
    expect(Number(headers['content-length'] ?? 1)).toBeGreaterThan(0);
  }
});

it('is read in the language of the reader, and refused where its subject is unknown', async () => {
  const { body } = await api.call(own.admin.key, {
    url: '/api/v1/reports/table',
    query: { name: 'ageing' },
    headers: { 'accept-language': 'zh-CN' },
  });
  expect(body.title).toBe(CATALOGUES['zh-CN'].reports.names.ageing.title);
  const refused = await api.call(own.admin.key, {
    url: '/api/v1/reports/table',
    query: { name: 'ageing', partner: 'OTHERREP-P1' },
  });
  expect([refused.status, refused.body.code]).toEqual([404, 'partner-not-found']);
  const whole = await api.call(own.admin.key, {
    url: '/api/v1/reports/table',
    query: { name: 'recognisedByProduct' },
  });
  expect([whole.status, whole.body.code]).toEqual([400, 'report-agreement-missing']);
});

it('refuses a filter that it does not take, since nobody would see that its figures are of everything', async () => {
  const asked = { agreement: 'REP-A', partner: 'REP-P1', direction: 'customerRebate' };
  for (const name of REPORT_NAMES)
    for (const [filter, value] of Object.entries(asked)) {
      const query = { name, ...(name === 'recognisedByProduct' && { agreement: 'REP-A' }), [filter]: value };
      const { status, body } = await api.call(own.admin.key, { url: '/api/v1/reports/table', query });
      const isTaken = REPORT_FILTERS[name].some((taken) => taken === filter);
      expect([name, filter, status, body.code]).toEqual(
        isTaken ? [name, filter, 200, undefined] : [name, filter, 400, 'report-filter-not-taken'],
      );
    }
});
