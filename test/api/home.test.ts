import { describe, expect, it } from 'vitest';
import { personWith } from '../support/api/apiServer.ts';
import { servedDatabase } from '../support/api/servedDatabase.ts';
import { makeWorld } from '../support/api/world.ts';

// What waits for whoever asks, and where things stand: of what they may see.

const { database, api } = await servedDatabase();
const world = await makeWorld(database, api, 'HOME');

const home = async (key: string) => (await api.call(key, { method: 'GET', url: '/api/v1/home' })).body;
const kinds = (body: { duties: readonly { kind: string; isMine: boolean }[] }) =>
  body.duties.map(({ kind, isMine }) => `${kind} ${isMine ? 'mine' : 'of others'}`);
const post = (key: string, url: string, payload: object) =>
  api.call(key, { method: 'POST', url: `/api/v1/${url}`, payload });

describe('home', () => {
  it('has what was earned, month by month, and the last import', async () => {
    const body = await home(world.admin.key);
    expect(body).toMatchObject({ day: '2026-08-31', atRisk: [] });
    expect(body.earned).toMatchObject([{ currency: 'EUR', rows: 2 }]);
    const { direction, amount } = body.earned[0];
    // The windows of the world's agreement end with its year; what is running counts when it ends.
    expect(body.months.every((one: { direction: string }) => one.direction === direction)).toBe(true);
    expect(Number(amount)).toBeGreaterThan(0);
    expect(body.lastImport).toMatchObject({ kind: 'lines' });
  });

  it('queues rows to be put right, for those who may; others see that they wait', async () => {
    const item = {
      document: 'W1',
      line: '1',
      side: 'sale',
      company: 'HOME-CO',
      partner: 'HOME-P1',
      unit: 'EA',
    };
    const items = [{ ...item, product: 'NOBODY', currency: 'EUR', quantity: '1', invoiceDate: '2026-03-01' }];
    await post(world.admin.key, 'lines', { source: 'till', items, mode: 'goodRows' });
    const [duty] = (await home(world.admin.key)).duties;
    expect(duty).toMatchObject({ kind: 'quarantine', count: 1, isMine: true });
    const reader = await personWith(api, world.tenant, { scopes: ['facts:read'] });
    expect(kinds(await home(reader.key))).toEqual(['quarantine of others']);
  });

  it('shows nothing of what a key may not see', async () => {
    const blind = await personWith(api, world.tenant, { scopes: ['company:read'] });
    expect(await home(blind.key)).toMatchObject({
      ...{ duties: [], earned: [], paid: [], balances: [], atRisk: [], months: [], lastImport: null },
    });
  });
});
