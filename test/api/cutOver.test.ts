import { describe, expect, it } from 'vitest';
import { type Holder, personWith, serviceWith } from '../support/api/apiServer.ts';
import { servedDatabase } from '../support/api/servedDatabase.ts';
import { oldCutOver } from '../support/api/takenOver.ts';
import { makeWorld } from '../support/api/world.ts';
import { workbookBytes } from '../support/workbook.ts';

// A cut-over and a year's end over HTTP: files go in, what was looked at is signed, by somebody else.

const { database, api } = await servedDatabase();
const world = await makeWorld(database, api, 'ACME');
await oldCutOver(world);
const loader = world.admin;
const signer = await personWith(api, world.tenant);

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const COLUMNS = ['agreement', 'term', 'partner', 'firstDay', 'lastDay', 'currency', 'amount'];
const figure = (partner: string, amount: string) => [
  'OLD-2026',
  'volume',
  partner,
  '2026-01-01',
  '2026-12-31',
  'EUR',
  amount,
];
const csv = (...rows: readonly string[][]) =>
  `${[COLUMNS, ...rows].map((row) => row.join(',')).join('\n')}\n`;

const get = (url: string, by = loader) => api.call(by.key, { url });
const post = (url: string, payload: object | string | Buffer, headers = {}, by = loader) =>
  api.call(by.key, { method: 'POST', url, payload, headers });
const send = (url: string, file: string | Buffer, type = 'text/csv') =>
  post(url, file, { 'content-type': type });

describe('a cut-over over the API', () => {
  const loads = '/api/v1/cut-overs/ACME-OLD/loads';
  const query = 'kind=figures&name=old.csv';

  it('says of a file what it comes to and why rows cannot be taken, in both languages', async () => {
    const file = csv(figure('ACME-P1', '10.00'), figure('NOBODY', '5.00'));
    const { status, body } = await send(`${loads}/preview?${query}`, file);
    expect([status, body.refused, body.revision]).toEqual([200, 1, null]);
    expect(body.totals).toEqual([{ column: 'amount', of: 'EUR', sum: '10.00' }]);
    const [no] = body.refusals;
    expect([no.code, no.at]).toEqual(['cut-over-partner-unknown', 'row 2, partner']);
    expect(no.texts['zh-CN'].title).toMatch(/\p{Script=Han}/u);
    const refused = await send(`${loads}?${query}`, file);
    expect([refused.status, refused.body.code]).toEqual([400, 'cut-over-partner-unknown']);
    expect((await get('/api/v1/cut-overs/ACME-OLD')).body.loads).toEqual([]);
  });

  it('takes CSV, a workbook and JSON, each in the place of the one before', async () => {
    const rows = [figure('ACME-P1', '10.00'), figure('ACME-P2', '5.00'), figure('OLD-P1', '0.00')];
    const first = await send(`${loads}?${query}`, csv(...rows.slice(0, 1)));
    expect([first.status, first.body.revision]).toEqual([201, 1]);
    const records = rows.map((row) => Object.fromEntries(COLUMNS.map((name, index) => [name, row[index]])));
    const second = await send(`${loads}?${query}`, JSON.stringify(records), 'application/json');
    expect([second.body.rows, second.body.replaces, second.body.revision]).toEqual([3, 1, 2]);
    const sheet = { name: 'Figures', rows: [COLUMNS, ...rows] };
    const third = await send(`${loads}?${query}`, await workbookBytes({ sheets: [sheet] }), XLSX);
    expect([third.body.rows, third.body.revision, third.body.totals[0].sum]).toEqual([3, 3, '15.00']);
    const again = await send(`${loads}?${query}`, await workbookBytes({ sheets: [sheet] }), XLSX);
    expect(again.status).toBe(201);
  });

  it('shows the comparison page by page; a cursor ends with its comparison', async () => {
    const compared = await get('/api/v1/cut-overs/ACME-OLD/comparison');
    expect(compared.headers.etag).toBe(`"${compared.body.sha256}"`);
    const list = '/api/v1/cut-overs/ACME-OLD/comparison/figures?limit=1';
    const seen: string[] = [];
    let next: string | null = '';
    let cursor: string | null = null;
    while (next !== null) {
      const page = await get(next === '' ? list : `${list}&cursor=${next}`);
      expect(page.headers.etag).toBe(compared.headers.etag);
      for (const row of page.body.rows) seen.push(`${row.partner} ${row.reason}`);
      next = page.body.next;
      cursor ??= next;
    }
    expect(seen).toEqual(['ACME-P1 unexplained', 'ACME-P2 unexplained']);
    const changed = csv(figure('ACME-P1', '11.00'), figure('ACME-P2', '5.00'));
    expect((await send(`${loads}?${query}`, changed)).status).toBe(201);
    const stale = await get(`${list}&cursor=${cursor}`);
    expect([stale.status, stale.body.code]).toEqual([400, 'cursor-invalid']);
    expect((await get(`${list}&all=true`)).body.rows).toHaveLength(1);
  });

  it('is signed as it was looked at, by a person who has loaded nothing', async () => {
    const url = '/api/v1/cut-overs/ACME-OLD/signature';
    const { headers } = await get('/api/v1/cut-overs/ACME-OLD/comparison');
    const seen = { 'if-match': String(headers.etag) };
    const note = { note: 'The old list had lines that were cancelled.' };
    const codeOf = async (payload: object, more: object, by: Holder) => {
      const { status, body } = await post(url, payload, more, by);
      return [status, body.code];
    };
    expect(await codeOf(note, {}, signer)).toEqual([428, 'if-match-missing']);
    expect(await codeOf(note, { 'if-match': '"0"' }, signer)).toEqual([412, 'cut-over-changed']);
    expect(await codeOf({}, seen, signer)).toEqual([400, 'cut-over-note-missing']);
    expect(await codeOf(note, seen, loader)).toEqual([403, 'cut-over-four-eyes']);
    const service = await serviceWith(api, world.tenant, ['cutover:read', 'cutover:write']);
    expect(await codeOf(note, seen, service)).toEqual([403, 'scope-missing']);
    const signed = await post(url, note, seen, signer);
    expect([signed.status, signed.body.signedBy]).toEqual([201, `person:${signer.id}`]);
    expect((await get('/api/v1/cut-overs/ACME-OLD')).body.signature).toMatchObject(note);
    expect(await codeOf(note, seen, signer)).toEqual([409, 'cut-over-signed']);
    expect((await send(`${loads}?${query}`, csv(figure('ACME-P1', '1.00')))).body.code).toBe(
      'cut-over-signed',
    );
  });
});

describe('a spreadsheet of agreements over the API', () => {
  const sheet = (...rows: readonly string[][]) =>
    workbookBytes({
      sheets: [{ name: 'Y', rows: [['agreement', 'like', 'firstDay', 'lastDay', 'value'], ...rows] }],
    });
  const like = (code: string, from = 'TEMPLATE') => [code, from, '2027-01-01', '2027-12-31', '40000'];

  it('says of each row what would become of it', async () => {
    const file = await sheet(like('N1'), like('N2', 'NONE'));
    const { body } = await send('/api/v1/agreement-bulks/preview?name=y.xlsx&lang=zh-CN', file, XLSX);
    expect(body.plan).toEqual({ created: 1, renewed: 0, unchanged: 0, refused: 1 });
    expect(body.rows[0].terms).not.toBe('');
    expect(body.rows[1].refusals[0]).toMatchObject({ code: 'agreement-not-found', at: 'row 2' });
    expect(body.rows[1].refusals[0].title).toMatch(/\p{Script=Han}/u);
    const refused = await send('/api/v1/agreement-bulks?name=y.xlsx', file, XLSX);
    expect([refused.status, refused.body.code]).toEqual([404, 'agreement-not-found']);
  });

  it('is approved at once as it was looked at, by somebody else, and comes into force together', async () => {
    const file = await sheet(like('N1'), like('N2'), like('N3'));
    const { status, body } = await send('/api/v1/agreement-bulks?name=y.xlsx', file, XLSX);
    expect([status, body.plan.created]).toEqual([201, 3]);
    const url = `/api/v1/agreement-bulks/${body.id}`;
    const first = await get(`${url}/rows?limit=2`);
    const second = await get(`${url}/rows?limit=2&cursor=${first.body.next}`);
    const rows = [...first.body.rows, ...second.body.rows];
    expect(rows.map(({ row, agreement, state }) => `${row} ${agreement} ${state}`)).toEqual([
      '1 N1 inReview',
      '2 N2 inReview',
      '3 N3 inReview',
    ]);
    expect(second.body.next).toBeNull();
    const looked = await get(url);
    const seen = { 'if-match': String(looked.headers.etag) };
    const own = await post(`${url}/approvals`, {}, seen);
    expect([own.status, own.body.code]).toEqual([403, 'approver-is-author']);
    // One of them is taken back: what was looked at is no longer what would be approved.
    await post(`/api/v1/proposals/${rows[2].proposal}/recall`, {});
    const stale = await post(`${url}/approvals`, {}, seen, signer);
    expect([stale.status, stale.body.code]).toEqual([412, 'version-differs']);
    const anew = { 'if-match': String((await get(url)).headers.etag) };
    const approved = await post(`${url}/approvals`, { reason: 'As agreed.' }, anew, signer);
    expect([approved.status, approved.body.approved, approved.body.versions]).toEqual([201, 2, 2]);
    expect((await get(url)).body.states).toEqual({ approved: 2, draft: 1 });
  });
});
