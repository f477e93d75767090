import { createHash, randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { servedDatabase } from '../support/api/servedDatabase.ts';
import { makeWorld } from '../support/api/world.ts';

// Facts beside lines, by the API: master data as of two days, payments, stock and bank accounts.

const { database, api } = await servedDatabase();
const world = await makeWorld(database, api, 'ACME');

const get = (url: string) => api.call(world.admin.key, { method: 'GET', url: `/api/v1/${url}` });
const send = (url: string, payload: object, method: 'POST' | 'PUT' = 'POST', headers = {}) =>
  api.call(world.admin.key, { method, url: `/api/v1/${url}`, payload, headers });
const bulk = (url: string, items: readonly object[], allOrNothing = false) =>
  send(`${url}/bulk`, { items, allOrNothing });
const moveTo = async (day: string) => {
  const { headers } = await get('companies/ACME-CO');
  const moved = await send('companies/ACME-CO/business-day', { day }, 'PUT', { 'if-match': headers.etag });
  expect(moved.status).toBe(200);
};
/** What a bulk answer says of each item: its value, or the codes against it. */
type Item = {
  readonly status: number;
  readonly value?: unknown;
  readonly problem?: { readonly errors: readonly { readonly code: string }[] };
};
const ends = (body: { readonly items: readonly Item[] }) =>
  body.items.map(({ value, problem, status }) => value ?? problem?.errors.map(({ code }) => code) ?? status);

describe('master data', () => {
  const version = (country: string, validFrom?: string) => ({
    kind: 'partner',
    code: 'M-1',
    name: 'One',
    ...(validFrom && { validFrom }),
    attributes: { country },
  });
  const read = async (query: string) => {
    const { body } = await get(`master-data?code=M-1&${query}`);
    return body.rows.map((row: ReturnType<typeof version>) => `${row.validFrom} ${row.attributes.country}`);
  };

  it('is in force on one day, and known on another', async () => {
    const said = await bulk('master-data', [version('DE', '2026-01-01'), version('FR', '2026-06-01')]);
    expect([said.status, ends(said.body)]).toEqual([200, [{ isChanged: true }, { isChanged: true }]]);
    await moveTo('2026-09-01');
    const corrected = await bulk('master-data', [version('AT', '2026-01-01'), version('FR', '2026-06-01')]);
    expect(ends(corrected.body)).toEqual([{ isChanged: true }, { isChanged: false }]);
    expect(await read('effective=2026-03-01')).toEqual(['2026-01-01 AT']);
    expect(await read('effective=2025-03-01')).toEqual(['2026-01-01 AT']);
    expect(await read('effective=2026-03-01&known=2026-08-31')).toEqual(['2026-01-01 DE']);
    expect(await read('effective=2026-06-01&known=2026-08-31')).toEqual(['2026-06-01 FR']);
    expect(await read('known=2026-08-30')).toEqual([]);
    expect(await read('kind=product')).toEqual([]);
    expect(await read('')).toEqual(['2026-06-01 FR']);
  });

  it('answers item by item, and for all kinds', async () => {
    const rate = { kind: 'rate', code: 'USD/EUR', validFrom: '2026-01-31', attributes: { closing: '0.9' } };
    const others = ['product', 'category', 'price', 'ownDocument', 'budget', 'plan', 'baseline'];
    const items = [
      rate,
      { ...rate, code: 'USD/XX' },
      { ...version('DE'), code: 'M-2' },
      { ...version('FR'), code: 'M-2' },
      ...others.map((kind) => ({ kind, code: `K/${kind}`, attributes: {} })),
    ];
    const said = await bulk('master-data', items);
    expect(said.status).toBe(207);
    expect(ends(said.body)).toEqual([
      { isChanged: true },
      ['master-invalid'],
      ['master-version-repeated'],
      ['master-version-repeated'],
      ...others.map(() => ({ isChanged: true })),
    ]);
    const nothing = await bulk('master-data', [{ ...rate, code: 'GBP/EUR' }, items[1] as object], true);
    expect([nothing.status, ends(nothing.body)]).toEqual([422, [424, ['master-invalid']]]);
    expect((await get('master-data?code=GBP/EUR')).body.rows).toEqual([]);
  });

  it('keeps what is refused in quarantine, until the thing is said again', async () => {
    const rate = (closing: string) => ({
      ...{ kind: 'rate', code: 'CHF/EUR', validFrom: '2026-01-31', attributes: { closing } },
    });
    const said = await bulk('master-data', [{ ...rate('1.1'), code: 'JPY/EUR' }, rate('x')]);
    expect(ends(said.body)).toEqual([{ isChanged: true }, ['master-invalid']]);
    const [made] = (await get('imports?limit=1')).body.rows;
    expect(made).toMatchObject({ kind: 'master', name: 'api', rows: { accepted: 1, quarantined: 1 } });
    const waiting = async () =>
      (await get(`quarantine?import=${made.id}`)).body.rows.map(({ row }: { row: number }) => row);
    expect(await waiting()).toEqual([2]);
    await bulk('master-data', [rate('1.05')]);
    expect(await waiting()).toEqual([]);
  });

  it('says what each reason means for which rows wait, in the language of who reads', async () => {
    const line = { document: 'Q-1', line: '1', side: 'sale', company: 'ACME-CO', partner: 'NOBODY' };
    const items = [{ ...line, product: 'NOTHING', unit: 'EA', currency: 'EUR', invoiceDate: '2026-03-01' }];
    await send('lines', { source: 'api', mode: 'goodRows', items });
    const titles = async (language: string) => {
      const asked = { url: '/api/v1/quarantine?limit=1', headers: { 'accept-language': language } };
      return (await api.call(world.admin.key, { method: 'GET', ...asked })).body.titles;
    };
    expect((await titles('en'))['line-partner-unknown']).toBe('Partner “…” is not in the master data.');
    expect((await titles('zh-CN'))['line-partner-unknown']).toBe('主数据中没有合作伙伴“…”。');
  });

  it('has no tree that goes round, whatever comes in together', async () => {
    const below = (code: string, parent: string) => ({ kind: 'category', code, attributes: { parent } });
    const said = await bulk('master-data', [below('T-1', 'T-2'), below('T-2', 'T-1'), below('T-3', 'later')]);
    expect(ends(said.body)).toEqual([['master-invalid'], ['master-invalid'], { isChanged: true }]);
    const [first, second] = [
      await bulk('master-data', [below('later', 'T-4')]),
      await bulk('master-data', [below('T-4', 'T-3')]),
    ];
    expect([ends(first.body), ends(second.body)]).toEqual([[{ isChanged: true }], [['master-invalid']]]);
    const weighed = { kind: 'product', code: 'W', attributes: { weight: '-1' } };
    expect(ends((await bulk('master-data', [weighed])).body)).toEqual([['master-invalid']]);
  });

  it('comes page by page, all of one state', async () => {
    const first = await get('master-data?limit=3');
    await bulk('master-data', [{ kind: 'price', code: 'zzz', attributes: {} }]);
    const rows = [...first.body.rows];
    for (let { next } = first.body; next !== null; ) {
      const page = await get(`master-data?limit=3&cursor=${next}`);
      rows.push(...page.body.rows);
      next = page.body.next;
    }
    const keys = rows.map(({ kind, code }) => `${kind} ${code}`);
    expect(keys).toEqual([...new Set(keys)].sort());
    expect(keys).not.toContain('price zzz');
    const all = (await get('master-data?limit=500')).body.rows;
    expect(all.length).toBe(keys.length + 1);
  });
});

describe('payments', () => {
  const payment = (amount: string, number = 'PAY-1') => ({
    source: 'bank',
    payment: number,
    paidOn: '2026-04-10',
    documentSource: 'erp',
    document: 'ACME-D-ACME-P1',
    amount,
    currency: 'EUR',
  });

  it('end item by item, and cover their document', async () => {
    const items = [payment('12000.00'), payment('x', 'PAY-2'), payment('8000.00', 'PAY-3')];
    const said = await bulk('payments', items);
    const accepted = { disposition: 'accepted', revision: 1 };
    expect([said.status, ends(said.body)]).toEqual([207, [accepted, ['line-decimal-invalid'], accepted]]);
    const again = await bulk('payments', [payment('12000.0')]);
    expect(ends(again.body)).toEqual([{ disposition: 'duplicate', revision: 1 }]);
    const shown = await get('documents/erp/ACME-D-ACME-P1/payments');
    expect(shown.body).toMatchObject({ owed: '20000', currency: 'EUR', paidOn: '2026-04-10' });
    const before = await get('documents/erp/ACME-D-ACME-P1/payments?known=2026-08-31');
    expect(before.body).toMatchObject({ paidOn: null, payments: [] });
    const corrected = await bulk('payments', [payment('11000.00')]);
    expect(ends(corrected.body)).toEqual([{ disposition: 'accepted', revision: 2 }]);
    expect((await get('documents/erp/ACME-D-ACME-P1/payments')).body.paidOn).toBe(null);
  });

  it('are all there or none, where that is asked for', async () => {
    const said = await bulk('payments', [payment('1', 'N-1'), payment('', 'N-2')], true);
    expect([said.status, ends(said.body)]).toEqual([422, [424, ['line-field-missing']]]);
    expect(await world.one("SELECT count(*) FROM payment WHERE tenant_id = TENANT AND payment = 'N-1'")).toBe(
      '0',
    );
  });

  it('are written once under one idempotency key', async () => {
    const key = { 'idempotency-key': randomUUID() };
    const body = { items: [payment('5', 'O-1')], allOrNothing: false };
    const [first, second] = [
      await send('payments/bulk', body, 'POST', key),
      await send('payments/bulk', body, 'POST', key),
    ];
    expect(second.body).toEqual(first.body);
    const other = { items: [payment('6', 'O-1')], allOrNothing: false };
    expect((await send('payments/bulk', other, 'POST', key)).body.code).toBe('idempotency-key-reused');
  });
});

describe('stock', () => {
  const count = (quantity: string, more: object = {}) => ({
    source: 'wms',
    company: 'ACME-CO',
    product: 'ACME-X',
    day: '2026-03-31',
    quantity,
    unit: 'EA',
    ...more,
  });

  it('is listed as of a day, page by page; what nobody knows is quarantined', async () => {
    const said = await bulk('stock', [
      count('10'),
      count('7', { partner: 'ACME-P1' }),
      count('8', { partner: 'ACME-P1', location: 'north' }),
      count('9', { partner: 'nobody' }),
    ]);
    const accepted = { disposition: 'accepted', revision: 1 };
    expect(ends(said.body)).toEqual([accepted, accepted, accepted, ['line-partner-unknown']]);
    const first = await get('stock?day=2026-04-01&limit=2');
    const last = await get(`stock?day=2026-04-01&limit=2&cursor=${first.body.next}`);
    const shown = [...first.body.rows, ...last.body.rows].map(
      ({ partner, location, quantity }) => `${partner} ${location} ${quantity}`,
    );
    expect(shown).toEqual(['null null 10', 'ACME-P1 null 7', 'ACME-P1 north 8']);
    expect(last.body.next).toBe(null);
    expect((await get('stock?day=2026-03-30')).body.rows).toEqual([]);
    expect((await get('stock?day=2026-04-01&known=2026-08-31')).body.rows).toEqual([]);
  });
});

const upload = (url: string, file: string) =>
  api.call(world.admin.key, {
    method: 'POST',
    url: `/api/v1/${url}`,
    payload: file,
    headers: { 'content-type': 'text/csv' },
  });

describe('files of master data', () => {
  it('come in our own form for every kind, and again without a change', async () => {
    const one = (code: string) => [{ code, name: code, attributes: {} }];
    const others = { categories: one('F-C'), budgets: one('F-B'), plans: one('F-P'), baselines: one('F-L') };
    const file = JSON.stringify({ partners: one('F-1'), products: one('F-2'), ...others });
    const first = await upload('master-data/files', file);
    expect([first.status, first.body.kind, first.body.accepted.rows]).toEqual([201, 'master', 6]);
    expect((await upload('master-data/files', file)).body).toMatchObject({
      ...{ received: { rows: 6 }, accepted: { rows: 0 }, duplicate: { rows: 6 } },
    });
    expect((await get('master-data?kind=budget&code=F-B')).body.rows).toHaveLength(1);
  });

  it('of other systems go through a saved description, whole or not at all', async () => {
    const description = {
      format: 'openrebate-master/v1',
      kind: 'partner',
      file: 'kunden.csv',
      reading: {},
      code: { column: 'Kunde' },
      name: { column: 'Name' },
      attributes: { taxId: { column: 'USt' } },
    };
    await send('mappings', { name: 'kunden', description, columns: ['Kunde', 'Name', 'USt'] });
    const said = await upload('master-data/files', 'Kunde;Name;USt\nK-1;Eins;DE123456789\nK-2;Zwei;\n');
    expect(said.body).toMatchObject({ received: { rows: 2 }, accepted: { rows: 2 } });
    const bad = await upload('master-data/files?mapping=kunden', 'Kunde;Name;USt\nK-3;Drei;\n;Vier;\n');
    expect([bad.body.code, (await get('master-data?code=K-3')).body.rows]).toEqual(['master-invalid', []]);
    expect((await upload('master-data/files?mapping=nobody', 'a;b\n1;2\n')).body.code).toBe(
      'mapping-not-found',
    );
  });

  it('are looked at before, come in by their good rows, and the others wait and are repaired', async () => {
    const file = 'kind,code,name,attributes.taxId\npartner,W-1,One,\npartner,W-2,Two,?\n';
    const looked = await upload('master-data/files/preview?earnings=true', file);
    expect(looked.body).toMatchObject({
      summary: { kind: 'master', accepted: { rows: 1 }, quarantined: { rows: 1 } },
      ...{ newThings: 1, newVersions: 0, correctedVersions: 0, changes: expect.any(Array) },
      rows: [
        { row: 1, code: 'W-1', change: 'newThing', fields: [{ field: 'name', before: null, after: 'One' }] },
      ],
      refusedRows: [{ row: 2, errors: [{ code: 'master-invalid', at: 'attributes.taxId' }] }],
    });
    expect((await get('master-data?code=W-1')).body.rows).toEqual([]);
    const done = await upload('master-data/files?mode=goodRows&name=partners.csv', file);
    expect([done.status, done.body.quarantined.rows]).toEqual([201, 1]);
    const { id } = done.body;
    const waits = (await get(`quarantine?kind=master&import=${id}`)).body.rows;
    expect(waits).toMatchObject([
      { row: 2, fields: { kind: 'partner', code: 'W-2', 'attributes.taxId': '?' } },
    ]);
    const repairs = [{ row: 2, fields: { 'attributes.taxId': 'DE 123' } }];
    const repaired = await send(`imports/${id}/repairs`, { repairs });
    expect(repaired.body.rows).toEqual([{ row: 2, disposition: 'accepted', problem: null }]);
    expect((await get('master-data?code=W-2')).body.rows).toMatchObject([
      { attributes: { taxId: 'DE 123' } },
    ]);
    const undone = await send(`imports/${id}/undo`, { reason: 'a wrong file' });
    expect([undone.status, undone.body.isNew]).toEqual([200, true]);
    expect((await get(`imports/${id}`)).body.import).toMatchObject({
      ...{ kind: 'master', open: 0, undone: { reason: 'a wrong file' } },
    });
  });
});

describe('files of payments and stock', () => {
  const PAID = 'source,payment,paidOn,documentSource,document,amount,currency\n';

  it('are looked at, come in by their kind, wait, are repaired and taken back as lines are', async () => {
    const file = `${PAID}bank,F-1,2026-04-10,erp,F-D,10.00,EUR\nbank,F-2,soon,erp,F-D,5.00,EUR\n`;
    const looked = await upload('imports/preview?kind=payments&earnings=true', file);
    expect(looked.body.summary).toMatchObject({ kind: 'payments', accepted: { rows: 1, netValue: '10.00' } });
    expect((await get('documents/erp/F-D/payments')).body.code).toBe('payments-not-found');
    const whole = await upload('imports?kind=payments&mode=allOrNothing', file);
    expect([whole.status, whole.body.code]).toEqual([409, 'import-not-whole']);
    const { body } = await upload('imports?kind=payments&name=bank.csv', file);
    expect(body).toMatchObject({ kind: 'payments', name: 'bank.csv', quarantined: { rows: 1 } });
    const again = await upload('imports?kind=payments', file);
    expect(again.body.duplicate.rows).toBe(1);
    expect((await get(`imports/${body.id}`)).body.import.ended.arrived).toBe(1);
    const waits = again.body.id;
    const rows = (await get(`quarantine?kind=payments&import=${waits}`)).body.rows;
    expect(rows.map((row: { row: number; fields: object }) => [row.row, row.fields])).toEqual([
      [2, expect.objectContaining({ payment: 'F-2', paidOn: 'soon' })],
    ]);
    expect((await get(`quarantine?kind=lines&import=${waits}`)).body.rows).toEqual([]);
    const repairs = [{ row: 2, fields: { paidOn: '2026-04-11' } }];
    const repaired = await send(`imports/${waits}/repairs`, { repairs });
    expect(repaired.body.rows).toEqual([{ row: 2, disposition: 'accepted', problem: null }]);
    expect((await get('documents/erp/F-D/payments')).body.payments).toHaveLength(2);
    const undone = await send(`imports/${body.id}/undo`, { reason: 'a wrong file' });
    expect(undone.body).toMatchObject({ isNew: true, withdrawn: 0, restored: 0 });
    await send(`imports/${waits}/undo`, { reason: 'once more' });
    expect((await get('documents/erp/F-D/payments')).body.code).toBe('payments-not-found');
    expect((await get(`imports/${waits}`)).body.import).toMatchObject({ kind: 'payments', open: 0 });
  });

  it('of another system are read by a saved description, found by its columns', async () => {
    const description = {
      format: 'openrebate-facts/v1',
      kind: 'stock',
      file: 'wms.csv',
      reading: {},
      fields: {
        source: { constant: 'wms' },
        company: { constant: 'ACME-CO' },
        product: { column: 'Item' },
        day: { column: 'Day' },
        quantity: { column: 'On hand' },
        unit: { constant: 'EA' },
      },
    };
    const columns = ['Item', 'Day', 'On hand'];
    const saved = await send('mappings', { name: 'wms-stock', description, columns });
    expect(saved.status).toBeLessThan(300);
    const file = 'Item,Day,On hand\nACME-X,2026-02-28,"1,234.5"\nnobody,2026-02-28,1\n';
    const { body } = await upload('imports?kind=stock', file);
    expect([body.accepted, body.reasons]).toEqual([
      { rows: 1, quantity: '1234.5', netValue: '0' },
      { 'line-product-unknown': 1 },
    ]);
    const wrong = await upload('imports?kind=payments&mapping=wms-stock', file);
    expect(wrong.body.code).toBe('source-invalid');
    const misspelled = await upload('imports?kind=stock', 'source,kompany\nx,y\n');
    expect(misspelled.body.code).toBe('file-column-unknown');
  });
});

describe('a bank account', () => {
  const IBAN = 'DE89370400440532013000';
  const url = 'partners/ACME-P2/bank-account';
  const account = { validFrom: '2026-01-01', account: { holder: 'P Two', iban: IBAN } };

  it('is set, shown masked, and revealed for a reason, which is kept', async () => {
    expect((await get(url)).body.code).toBe('bank-account-not-found');
    expect((await send(url, account, 'PUT')).body.isChanged).toBe(true);
    expect((await send(url, account, 'PUT')).body).toEqual({ isChanged: false, batch: null });
    const shown = await get(url);
    expect(JSON.stringify(shown.body)).not.toContain(IBAN);
    expect(shown.body.iban).toMatch(/3000$/);
    expect((await send(`${url}/reveal`, { reason: ' ' })).body.code).toBe('bank-account-reason-missing');
    const revealed = await send(`${url}/reveal`, { reason: 'payment run' });
    expect(revealed.body.iban).toBe(IBAN);
    expect(
      await world.one(
        "SELECT actor || ' ' || (body ->> 'reason') FROM audit WHERE tenant_id = TENANT AND action = 'bankAccount.reveal'",
      ),
    ).toBe(`person:${world.admin.id} payment run`);
    const none = await send(url, { validFrom: '2026-07-01', account: null }, 'PUT');
    expect(none.body.isChanged).toBe(true);
    expect((await get(url)).body.code).toBe('bank-account-not-found');
    expect((await get(`${url}?effective=2026-06-30`)).status).toBe(200);
  });

  it('is set once under one idempotency key, of which nobody can try out what was sent', async () => {
    const key = { 'idempotency-key': randomUUID() };
    const later = { ...account, validFrom: '2027-01-01' };
    const [first, second] = [await send(url, later, 'PUT', key), await send(url, later, 'PUT', key)];
    expect([first.body.isChanged, second.body]).toEqual([true, first.body]);
    const hash = (text: string) => createHash('sha256').update(text).digest('hex');
    const guessed = hash(['PUT', `/api/v1/${url}`, '', hash(JSON.stringify(later))].join('\n'));
    const kept = `SELECT count(*) FROM idempotency_key t WHERE tenant_id = TENANT AND t::text LIKE '%${guessed}%'`;
    expect(await world.one(kept)).toBe('0');
  });

  it('leaves nothing readable behind', async () => {
    const kept = await world.one(
      'SELECT string_agg(t::text, chr(10)) FROM idempotency_key t WHERE tenant_id = TENANT',
    );
    expect(kept).not.toContain(IBAN);
    const wrong = { validFrom: '2026-01-01', account: { holder: 'P Two', iban: `${IBAN.slice(0, -1)}1` } };
    const refused = await send(url, wrong, 'PUT');
    expect(refused.body.code).toBe('bank-account-invalid');
    expect(JSON.stringify(refused.body)).not.toContain('3704');
  });
});

describe('an import of master data that is taken back', () => {
  const HEAD = 'kind,code,name,attributes.country,attributes.parent\n';
  const bring = async (rows: string, name = 'u.csv') => {
    const { status, body } = await upload(`master-data/files?name=${name}`, `${HEAD}${rows}\n`);
    expect(status).toBe(201);
    return body.id as string;
  };
  const back = (id: string) => send(`imports/${id}/undo`, { reason: 'a wrong file' });
  const country = async (code: string) => {
    const { rows } = (await get(`master-data?kind=partner&code=${code}`)).body;
    return rows
      .map(({ attributes }: { attributes: { country?: string } }) => attributes.country ?? '')
      .join();
  };

  it('leaves what others said, in whatever order they are taken back, and is seen before', async () => {
    const first = await bring('partner,U-1,One,DE,\npartner,U-2,Two,DE,');
    const second = await bring('partner,U-1,One,AT,\npartner,U-2,Two,DE,\npartner,U-3,Three,IT,');
    const looked = (await send(`imports/${second}/undo/preview`, {})).body;
    expect(looked).toMatchObject({ isNew: true, withdrawn: 1, restored: 1 });
    expect(looked.things).toEqual([
      {
        ...{ kind: 'partner', code: 'U-1', validFrom: null, isWithdrawn: false },
        fields: [{ field: 'country', before: 'AT', after: 'DE' }],
      },
      {
        ...{ kind: 'partner', code: 'U-3', validFrom: null, isWithdrawn: true },
        fields: expect.arrayContaining([{ field: 'country', before: 'IT', after: null }]),
      },
    ]);
    expect(await country('U-1')).toBe('AT');
    // U-2 was said twice: the second file stands for it when the first one is gone.
    expect((await back(first)).body).toMatchObject({ isNew: true, withdrawn: 0, restored: 0 });
    expect([await country('U-1'), await country('U-2')]).toEqual(['AT', 'DE']);
    expect((await back(second)).body).toMatchObject({ withdrawn: 3, restored: 0 });
    expect([await country('U-1'), await country('U-2'), await country('U-3')]).toEqual(['', '', '']);
    expect((await get('master-data?kind=partner&text=U-')).body.rows).toEqual([]);
    expect((await get('master-data/partner/U-3/versions')).body.rows).toMatchObject([
      { isWithdrawn: false },
      { isWithdrawn: true },
    ]);
    expect((await back(second)).body.isNew).toBe(false);
    // The same file comes in again as new.
    await bring('partner,U-1,One,AT,\npartner,U-2,Two,DE,\npartner,U-3,Three,IT,');
    expect(await country('U-3')).toBe('IT');
  });

  it('takes nothing from under lines, leaves what a later import said, and closes no round', async () => {
    const named = await bring('partner,U-4,Four,DE,');
    const line = {
      ...{ document: 'U-D', line: '1', side: 'sale', company: 'ACME-CO', partner: 'U-4', product: 'ACME-X' },
      ...{ unit: 'EA', currency: 'EUR', quantity: '1', netValue: '5', invoiceDate: '2026-03-01' },
    };
    const lines = (await send('lines', { source: 'till', items: [line], mode: 'allOrNothing' })).body.import
      .id;
    const refused = await back(named);
    expect([refused.status, refused.body.code]).toEqual([409, 'master-in-use']);
    expect(await country('U-4')).toBe('DE');
    await back(lines);
    expect((await back(named)).status).toBe(200);
    expect(await country('U-4')).toBe('');

    const old = await bring('partner,U-5,Five,DE,');
    await bring('partner,U-5,Five,FR,');
    expect((await back(old)).body).toMatchObject({ withdrawn: 0, restored: 0 });
    expect(await country('U-5')).toBe('FR');

    await bring('partner,U-6,Six,,U-7\npartner,U-7,Seven,,');
    const apart = await bring('partner,U-6,Six,,');
    await bring('partner,U-7,Seven,,U-6');
    expect((await back(apart)).body.code).toBe('master-invalid');
  });
});

describe('hierarchies', () => {
  const below = async (query: string) => {
    const { body } = await get(`hierarchies?tree=partners&${query}`);
    return body.rows.map(
      ({ code, members, isKnown }: Record<string, unknown>) => `${code} ${members} ${isKnown}`,
    );
  };
  const say = (value: string, days: object) =>
    send('hierarchies/attributes', { kind: 'partner', code: 'H-1', attribute: 'parent', value, ...days });

  it('show who stands below whom on each day, move with a beginning and an end, and never go round', async () => {
    await bulk('master-data', [
      { kind: 'partner', code: 'H-G', name: 'Group', attributes: {} },
      { kind: 'partner', code: 'H-1', name: 'One', attributes: { parent: 'H-G', city: 'Ulm' } },
      { kind: 'partner', code: 'H-2', name: 'Two', attributes: { parent: 'H-NONE' } },
    ]);
    expect(await below('text=H-')).toEqual(['H-1 1 true', 'H-2 1 true', 'H-G 2 true', 'H-NONE 2 false']);
    expect(await below('below=H-G')).toEqual(['H-1 1 true']);
    const moved = await say('H-2', { from: '2026-03-01', until: '2026-05-31' });
    expect(moved.body).toEqual({ versions: 2 });
    expect(await below('below=H-2&effective=2026-05-31')).toEqual(['H-1 1 true']);
    expect(await below('below=H-2&effective=2026-06-01')).toEqual([]);
    expect(await below('below=H-G&effective=2026-02-28')).toEqual(['H-1 1 true']);
    const { rows } = (await get('master-data?code=H-1&effective=2026-04-01')).body;
    expect(rows[0].attributes).toEqual({ parent: 'H-2', city: 'Ulm' });
    const round = await send('hierarchies/attributes', {
      ...{ kind: 'partner', code: 'H-2', attribute: 'parent', value: 'H-1', from: '2026-04-01' },
    });
    expect(round.body.code).toBe('master-invalid');
    expect((await say('H-G', { from: '2026-05-01', until: '2026-04-01' })).body.code).toBe(
      'attribute-days-reversed',
    );
    const node = await get('hierarchies/node?tree=partners&kind=partner&code=H-1&effective=2026-04-01');
    expect(node.body.path.map(({ code }: { code: string }) => code)).toEqual(['H-NONE', 'H-2']);
  });

  it('count the lines at a node and below it', async () => {
    const [partner = ''] = world.partners;
    const { body } = await get(`hierarchies?tree=partners&text=${partner}`);
    expect(body.rows[0]).toMatchObject({ code: partner, members: 1 });
    expect(body.rows[0].lines).toBeGreaterThan(0);
    const agreements = (await get(`hierarchies/node?tree=products&kind=product&code=ACME-X`)).body.agreements;
    expect(agreements).toEqual(expect.any(Array));
  });
});
