import { describe, expect, it } from 'vitest';
import { apiRoutes } from '../../adapters/http/apiRoutes.ts';
import { valuesIn, watch } from '../support/api/crossing.ts';
import { type AnyRoute, requestOf } from '../support/api/request.ts';
import { servedDatabase } from '../support/api/servedDatabase.ts';
import { makeWorld } from '../support/api/world.ts';

// Every operation of the table that is sent, as its example and without an idempotency key: what changes
// something is refused, what only looks at what is sent is answered, and in the end nothing was changed.

const { database, api } = await servedDatabase();
const world = await makeWorld(database, api, 'KEYS');

// What is about an account is done in no tenant, and has no keys.
const sent = apiRoutes.filter(({ method, isOfAccount }) => method !== 'GET' && !isOfAccount);

/** The only operations that are sent and need no key. */
const LOOKS = [
  ...['inspectFile', 'previewBulk', 'previewCutOverLoad', 'previewImport', 'previewMasterFile'],
  ...[
    'sayAgreement',
    'tryAgreement',
    'previewAdjustment',
    'previewClaims',
    'previewClaimFile',
    'previewSettlement',
    'previewPaymentRun',
    'previewRaising',
    'previewUndo',
    'listPaymentItems',
    'tryApprovalRules',
  ],
];

async function prepared(route: AnyRoute) {
  const { values, version } = await valuesIn(route, world);
  const request = requestOf(route, values, version);
  return { route, request: { ...request, headers: { ...request.headers, 'idempotency-key': '' } } };
}

const asked: Awaited<ReturnType<typeof prepared>>[] = [];
for (const route of sent) asked.push(await prepared(route));
// The first use of a key of the API is written down on its own.
await api.call(world.admin.key, { url: '/api/v1/companies' });
const state = await watch(database, world);
const before = await state();

describe('without an idempotency key', () => {
  it.each(asked.map(({ route, request }) => [`${route.method} ${route.path}`, route, request] as const))(
    '%s',
    async (_, { id, status, example }, request) => {
      const answer = await api.call(world.admin.key, request);
      const refused = example?.refused;
      const said = refused === undefined ? answer.status : answer.body.code;
      if (LOOKS.includes(id)) expect(said).toBe(refused ?? status);
      else expect([answer.status, answer.body.code]).toEqual([400, 'idempotency-key-missing']);
    },
  );

  it('nothing was changed by any of them', async () => {
    expect(asked.map(({ route }) => route.id)).toEqual(expect.arrayContaining(LOOKS));
    expect(apiRoutes.filter(({ method, isRead }) => method === 'GET' && !isRead)).toEqual([]);
    expect(await state()).toBe(before);
  });
});
