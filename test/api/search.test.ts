import { expect, it } from 'vitest';
import { personWith } from '../support/api/apiServer.ts';
import { sentClaimTo } from '../support/api/claimFixtures.ts';
import { servedDatabase } from '../support/api/servedDatabase.ts';
import { issuedNote } from '../support/api/settlementFixtures.ts';
import { makeWorld } from '../support/api/world.ts';

// Things are found by whatever people say of them, each kind by those alone who may read it, and nothing of another tenant.

const { database, api } = await servedDatabase();
const own = await makeWorld(database, api, 'SEEK');
await makeWorld(database, api, 'OTHERSEEK');
const claim = await sentClaimTo(own, 'SEEK-P1');
const note = await issuedNote(own);

async function found(q: string, key = own.admin.key): Promise<string[]> {
  const { status, body } = await api.call(key, { url: '/api/v1/search', query: { q } });
  expect(status).toBe(200);
  return body.rows.map(({ kind, id, code }: Record<string, string>) => `${kind} ${code === '' ? id : code}`);
}

it.each([
  ['a code in any case', 'seek-p2', ['partner SEEK-P2']],
  ['a part of a name', 'EEK-X', ['product SEEK-X']],
  ['what stands in the text of an agreement', 'wholevolume', ['agreement SEEK-A', 'agreement TEMPLATE']],
  ['no field that every agreement has', 'participants', []],
  ['the number of a document of facts, whole', 'seek-d-seek-p1', ['document SEEK-D-SEEK-P1']],
  ['nothing where nothing is asked', '  ', []],
  ['no pattern of SQL', 'seek_p1', []],
  ['another tenant’s', 'otherseek', []],
])('finds %s', async (_, asked, expected) => {
  expect(await found(asked)).toEqual(expected);
});

it('finds an agreement by its code, with its name in both languages', async () => {
  const { body } = await api.call(own.admin.key, { url: '/api/v1/search', query: { q: 'seek-a' } });
  expect(body.rows[0]).toEqual({
    kind: 'agreement',
    id: 'SEEK-A',
    code: 'SEEK-A',
    name: { en: 'SEEK', 'zh-CN': 'SEEK' },
  });
});

it('finds claims and settlements by their numbers and ids', async () => {
  expect(await found(claim.id)).toHaveLength(1);
  expect(await found(note.id)).toEqual([`settlement CN-${note.id}`]);
});

it('shows what is called exactly so before what only has it', async () => {
  const [first] = await found('seek-p1');
  expect(first).toBe('partner SEEK-P1');
});

it('shows each kind to those alone who may read it, and nothing to partners', async () => {
  const { key } = await personWith(api, own.tenant, { scopes: ['agreements:read'] });
  expect(new Set((await found('seek', key)).map((row) => row.split(' ')[0]))).toEqual(new Set(['agreement']));
  const partner = await personWith(api, own.tenant, { scopes: ['earnings:read'], partners: ['SEEK-P1'] });
  const { status } = await api.call(partner.key, { url: '/api/v1/search', query: { q: 'seek' } });
  expect(status).toBe(403);
});
