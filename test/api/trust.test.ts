import { describe, expect, it } from 'vitest';
import { apiRoutes } from '../../adapters/http/apiRoutes.ts';
import { systemActor } from '../../app/actor.ts';
import { recordFindings } from '../../app/trust/recordFindings.ts';
import { setPolicy } from '../../app/trust/trustPolicy.ts';
import type { Finding } from '../../core/trust/finding.ts';
import { USUAL_POLICY } from '../../core/trust/policy.ts';
import { personWith, serviceWith } from '../support/api/apiServer.ts';
import { partnersClaim } from '../support/api/fundFixtures.ts';
import { servedDatabase } from '../support/api/servedDatabase.ts';
import { makeWorld } from '../support/api/world.ts';
import { taken } from '../support/scenario.ts';

// What is suspected of a partner is the business of the office: a partner is answered as if there were nothing.

const { database, api } = await servedDatabase();
const world = await makeWorld(database, api, 'OWN');
const CLERK = { kind: 'person' as const, id: 'clerk' };
const partner = await personWith(api, world.tenant, {
  scopes: ['claims:read', 'settlements:read'],
  partners: ['OWN-P1'],
});
const get = (key: string, url: string) => api.call(key, { method: 'GET', url });

describe('a claim on hold', () => {
  it('looks to its partner as it did before, in the list and by itself', async () => {
    const { id } = await partnersClaim(world);
    const seen = async () => [
      (await get(partner.key, '/api/v1/claims')).body,
      (await get(partner.key, `/api/v1/claims/${id}`)).body,
    ];
    const before = await seen();
    const policy = { policy: USUAL_POLICY, reason: 'Test' };
    taken(await setPolicy(api.ports, world.tenant, policy, CLERK));
    const finding: Finding = {
      ...{ detector: 'duplicateClaims', version: 1, group: 'fraud', object: 'claim', id, score: 950 },
      ...{ partner: 'OWN-P1', minor: 10_000, currency: 'EUR', evidence: [] },
    };
    const run = { kind: 'asked', parameters: {}, findings: [finding], actor: systemActor('trust') } as const;
    await api.ports.store.inTenant(world.tenant, (tx) => recordFindings(api.ports, tx, run));
    const { body } = await get(world.admin.key, `/api/v1/trust/about?object=claim&id=${id}`);
    expect(body.rows).toMatchObject([{ objectId: id, isHeld: true, score: 950, amount: '100.00' }]);
    expect(await seen()).toEqual(before);
    expect(JSON.stringify(await seen())).not.toMatch(/trust|suspic|fraud|hold|score/i);
  });

  it('is shown to nobody who names partners, whatever they ask', async () => {
    for (const { path } of apiRoutes.filter(
      ({ path: of, method }) => of.startsWith('/api/v1/trust') && method === 'GET',
    )) {
      const { status, body } = await get(
        partner.key,
        path.replace('{id}', '0199b5a0-7c00-7000-8000-0000000000c1'),
      );
      expect([path, status, body.code]).toEqual([path, 403, 'partner-not-allowed']);
    }
  });
});

describe('a case', () => {
  it('is decided by persons alone: no program holds the scope', async () => {
    const program = await serviceWith(api, world.tenant, ['trust:read', 'trust:write']);
    const { body } = await get(program.key, '/api/v1/trust/cases?state=undecided');
    const answer = await api.call(program.key, {
      ...{ method: 'POST', url: `/api/v1/trust/cases/${body.rows[0].id}/decision` },
      payload: { decision: 'falseAlarm', reason: 'explained', text: 'x' },
    });
    expect([answer.status, answer.body.code]).toEqual([403, 'scope-missing']);
  });

  it('is narrowed and paged without losing one', async () => {
    const all = (await get(world.admin.key, '/api/v1/trust/cases')).body.rows;
    const held = (await get(world.admin.key, '/api/v1/trust/cases?held=yes&object=claim&leastScore=900')).body
      .rows;
    expect(held.length).toBeGreaterThan(0);
    expect((await get(world.admin.key, '/api/v1/trust/cases?leastScore=951')).body.rows).toEqual([]);
    const paged: unknown[] = [];
    for (let cursor = ''; ; ) {
      const { body } = await get(world.admin.key, `/api/v1/trust/cases?limit=1&cursor=${cursor}`);
      paged.push(...body.rows);
      if (body.next === null) break;
      cursor = body.next;
    }
    expect(paged).toEqual(all);
  });
});
