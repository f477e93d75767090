import { randomUUID } from 'node:crypto';
import { draftAgreement } from '../../../app/agreements/draftAgreement.ts';
import { taken } from '../scenario.ts';
import { personWith, serviceWith } from './apiServer.ts';
import { agreementOf, type World } from './world.ts';

/** A thing that exists in a world: its id or code, and its version where it has an ETag. */
export type Thing = { readonly id: string; readonly version?: string };

/**
 * How to come by a thing of each kind that operations name (`idPart`, `codePart`, `idField`,
 * `codeField`): made anew where an operation changes it. A kind of its own for one operation is
 * named `operationId.kind`, where the thing has to be in a certain state.
 */
export const FIXTURES: Readonly<Record<string, (world: World) => Promise<Thing>>> = {
  agreement: async ({ mark }) => ({ id: `${mark}-A` }),
  company: async ({ mark, one }) => ({
    id: `${mark}-CO`,
    version: await one('SELECT business_day::text FROM company WHERE tenant_id = TENANT'),
  }),
  earning: async ({ mark, one }) => ({
    id: await one(`SELECT id FROM earning WHERE tenant_id = TENANT AND partner_id = '${mark}-P1'`),
  }),
  job: async (world) => ({ id: await someJob(world) }),
  key: async ({ api, tenant }) => ({ id: (await personWith(api, tenant)).key.split('_')[2] as string }),
  lineSource: async () => ({ id: 'erp' }),
  lineDocument: async ({ mark }) => ({ id: `${mark}-D-${mark}-P1` }),
  lineNumber: async () => ({ id: '1' }),
  partner: async ({ mark }) => ({ id: `${mark}-P1` }),
  person: async ({ api, tenant }) => ({ id: (await personWith(api, tenant)).id, version: '1' }),
  preview: async (world) => ({ id: await somePreview(world) }),
  proposal: async (world) => ({ id: await someProposal(world) }),
  service: async ({ api, tenant }) => ({ id: (await serviceWith(api, tenant, ['facts:read'])).id }),
};

/** An agreement of this world that nobody has approved yet. */
async function someProposal({ api, tenant, mark, admin }: World): Promise<string> {
  const parsed = { ...agreementOf(mark), id: `${mark}-${randomUUID().slice(0, 8)}` };
  const actor = { kind: 'person' as const, id: admin.id };
  return taken(await draftAgreement(api.ports, tenant, { actor, parsed })).proposal;
}

async function somePreview(world: World): Promise<string> {
  const url = `/api/v1/proposals/${await someProposal(world)}/previews`;
  const asked = await world.api.call(world.admin.key, { method: 'POST', url, payload: {} });
  return asked.body.id;
}

async function someJob({ api, admin, mark }: World): Promise<string> {
  const payload = { agreement: `${mark}-A` };
  const asked = await api.call(admin.key, { method: 'POST', url: '/api/v1/calculations', payload });
  return asked.body.id;
}
