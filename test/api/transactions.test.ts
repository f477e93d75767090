import { describe, expect, it } from 'vitest';
import { servedDatabase } from '../support/api/servedDatabase.ts';
import { makeWorld } from '../support/api/world.ts';

// A file of another system by the API, as the import of the office has it: looked into, tried, brought in, found again, taken back.

const { database, api } = await servedDatabase();
const world = await makeWorld(database, api, 'TRADE');

const get = (url: string) => api.call(world.admin.key, { method: 'GET', url: `/api/v1/${url}` });
const post = (url: string, payload: object = {}) =>
  api.call(world.admin.key, { method: 'POST', url: `/api/v1/${url}`, payload });
const sendFile = (url: string, payload: string) =>
  api.call(world.admin.key, {
    ...{ method: 'POST', url: `/api/v1/${url}`, payload },
    headers: { 'content-type': 'text/csv' },
  });

const FILE = [
  'Invoice;Pos;Date;Customer No;Customer Name;Item No;Item Description;Qty;Net Amount',
  'R1;1;03.02.2026;N-1;Nordwind;T-1;Assam;10;100,00',
  'R1;2;03.02.2026;N-1;Nordwind GmbH;T-2;Ceylon;5;50,50',
  'R2;1;14.02.2026;TRADE-P1;One;T-1;Assam;2;20,00',
  'R3;1;31.02.2026;N-2;Never;T-9;None;2;20,00',
  '',
].join('\n');

const inspected = async () => (await sendFile('files/inspection?name=feb.csv&source=shop', FILE)).body;

async function savedDescription() {
  const { description, columns } = await inspected();
  const constant = (text: string) => ({ constant: text });
  const fields = {
    // One fault in four rows hides what the column is.
    ...{ ...description.fields, invoiceDate: { column: 'Date' } },
    ...{
      side: constant('sale'),
      company: constant('TRADE-CO'),
      unit: constant('EA'),
      currency: constant('EUR'),
    },
  };
  const named = columns.map(({ column }: { column: string }) => column);
  const said = { name: 'shop', description: { ...description, fields }, columns: named };
  return (await post('mappings', said)).body;
}

describe('a file of another system', () => {
  it('is looked into: what its columns mean, whose names they are, and by what it was read before', async () => {
    const first = await inspected();
    const meant = first.columns.map(({ column, field }: { column: string; field: string }) => [
      column,
      field,
    ]);
    expect(Object.fromEntries(meant)).toMatchObject({
      'Customer No': 'partner',
      'Customer Name': 'partnerName',
      'Item No': 'product',
      'Item Description': 'productName',
    });
    expect(first.description.names).toEqual({
      partner: { column: 'Customer Name' },
      product: { column: 'Item Description' },
    });
    expect(first.saved).toBeNull();
    await savedDescription();
    expect((await inspected()).saved).toMatchObject({ name: 'shop', version: 1 });
    const asPartners = (await sendFile('files/inspection?name=feb.csv&as=partner', FILE)).body;
    expect(asPartners.saved).toBeNull();
  });

  it('brings partners and products in with its lines, where that is asked for', async () => {
    await savedDescription();
    const tried = (await sendFile('imports/preview?name=feb.csv', FILE)).body;
    expect([tried.summary.accepted.rows, tried.summary.quarantined.rows]).toEqual([0, 4]);
    expect(tried.refusedRows).toHaveLength(4);
    expect(tried.refusedRows[3]).toMatchObject({ row: 4, errors: [{ at: 'invoiceDate' }] });
    const whole = (await sendFile('imports/preview?name=feb.csv&unknown=create&earnings=true', FILE)).body;
    expect(whole.summary).toMatchObject({
      accepted: { rows: 3, netValue: '170.50' },
      quarantined: { rows: 1 },
      // A row that is no line brings nothing in: neither N-2 nor T-9.
      created: { partners: 1, products: 2 },
    });
    expect((await get('master-data?code=N-1')).body.rows).toEqual([]);
    const done = (await sendFile('imports?name=feb.csv&unknown=create', FILE)).body;
    expect([done.accepted.rows, done.created]).toEqual([3, { partners: 1, products: 2 }]);
    expect((await get('master-data?text=nordw')).body.rows).toMatchObject([
      { code: 'N-1', name: 'Nordwind' },
    ]);
    const said = (await get('master-data/partner/N-1/versions')).body.rows;
    expect(said).toMatchObject([{ name: 'Nordwind', validFrom: null, knownOn: '2026-08-31' }]);
    expect((await get('master-data/partner/N-2/versions')).status).toBe(404);
    expect((await get('imports/under-way')).body).toEqual({ rows: [] });
  });

  it('is accounted for line by line, and its lines are found by what is looked for, a page at a time', async () => {
    const [stored] = (await get('imports?limit=1')).body.rows;
    const accounted = (await get(`imports/${stored.id}`)).body;
    expect(accounted.standing).toEqual({ counted: 3, blocked: 0, excluded: 0 });
    const found = async (query: string) => {
      const { rows, next } = (await get(`lines?${query}`)).body;
      return [rows.map((row: { document: string; line: string }) => `${row.document}/${row.line}`), next];
    };
    const [first, next] = await found(`import=${stored.id}&limit=2`);
    expect(first).toEqual(['R1/1', 'R1/2']);
    expect(await found(`import=${stored.id}&limit=2&cursor=${next}`)).toEqual([['R2/1'], null]);
    expect((await found('partner=N-1'))[0]).toEqual(['R1/1', 'R1/2']);
    expect((await found('product=T-1&from=2026-02-10&until=2026-02-14'))[0]).toEqual(['R2/1']);
    expect((await found('document=R2&side=purchase'))[0]).toEqual([]);
    expect((await found('import=no-id'))[0]).toEqual([]);
    const [line] = (await get('lines?document=R1')).body.rows;
    expect(line).toMatchObject({
      partnerName: 'Nordwind',
      productName: 'Assam',
      netValue: '100',
      day: '2026-02-03',
    });
    expect((await get(`lines?partner=N-1&cursor=${next}`)).body.code).toBe('cursor-invalid');
  });

  it('is looked at before it is taken back', async () => {
    const file = FILE.replace('R1;1;03.02.2026;N-1', 'R9;1;03.02.2026;TRADE-P1').replaceAll(
      '100,00',
      '9.000,00',
    );
    const done = (await sendFile('imports?name=march.csv', file)).body;
    expect((await get('earnings')).body.due).toBeGreaterThan(0);
    await post('calculations');
    const would = (await post(`imports/${done.id}/undo/preview`)).body;
    expect([would.isNew, would.withdrawn]).toEqual([true, 1]);
    expect(would.changes.length).toBeGreaterThanOrEqual(0);
    // Nothing was written.
    expect((await get(`imports/${done.id}`)).body.import.undone).toBeNull();
    await post(`imports/${done.id}/undo`, { reason: 'the wrong month' });
    expect((await post(`imports/${done.id}/undo/preview`)).body).toMatchObject({ isNew: false, changes: [] });
    expect((await get('lines?document=R9')).body.rows).toEqual([]);
  });

  it('tells how many rows wait for which reason', async () => {
    const { reasons } = (await get('quarantine?limit=1')).body;
    expect(Object.values(reasons).reduce((sum: number, rows) => sum + Number(rows), 0)).toBeGreaterThan(0);
  });
});
