import { createHash, randomUUID } from 'node:crypto';
import { systemActor } from '../../../app/actor.ts';
import { recordAgreement } from '../../../app/agreements/recordAgreement.ts';
import { compareCutOver } from '../../../app/cutOver/compareCutOver.ts';
import { loadCutOver } from '../../../app/cutOver/loadCutOver.ts';
import { openCutOver } from '../../../app/cutOver/openCutOver.ts';
import { bulkVersion, showBulk } from '../../../app/yearEnd/approveBulk.ts';
import { submitBulk } from '../../../app/yearEnd/submitBulk.ts';
import { day } from '../facts.ts';
import { importMaster } from '../importMaster.ts';
import { taken } from '../scenario.ts';
import type { Thing } from './fixtures.ts';
import { agreementOf, type World } from './world.ts';

// Cut-overs and spreadsheets of agreements in a world, of somebody who is none of those who ask.

const LOADER = { kind: 'person' as const, id: 'loader' };

/** An agreement that nobody has calculated yet. */
export async function newAgreement({ api, tenant, mark }: World, id = `${mark}-${randomUUID()}`) {
  const how = { actor: systemActor('demo'), asNewVersion: false };
  taken(await recordAgreement(api.ports, tenant, { ...agreementOf(mark), id }, how));
  return id;
}

async function opened({ api, tenant, mark }: World, code: string, agreement: string): Promise<void> {
  const asked = { code, company: `${mark}-CO`, lastDay: day('2026-06-30'), agreements: [agreement] };
  taken(await openCutOver(api.ports, tenant, asked, LOADER));
}

/** A cut-over that can be compared and signed; its version is that of the comparison. */
export async function cutOverWithFigures(world: World): Promise<Thing> {
  const { api, tenant, mark } = world;
  const agreement = await newAgreement(world);
  const code = `${mark}-${randomUUID()}`;
  await opened(world, code, agreement);
  const texts = {
    agreement,
    term: 'volume',
    partner: `${mark}-P1`,
    firstDay: '2026-01-01',
    lastDay: '2026-12-31',
    currency: 'EUR',
    amount: '1.00',
  };
  const sha256 = createHash('sha256').update(code).digest('hex');
  const file = {
    cutOver: code,
    kind: 'figures' as const,
    name: 'old.csv',
    sha256,
    rows: [{ row: 1, texts }],
  };
  taken(await loadCutOver(api.ports, tenant, file, { actor: LOADER, preview: false }));
  const compared = taken(await compareCutOver(api.ports, tenant, { cutOver: code }));
  return { id: code, version: compared.sha256 };
}

/** The one cut-over whose agreement and partner the files of the examples name. */
export async function oldCutOver(world: World): Promise<Thing> {
  const { api, tenant, mark } = world;
  const code = `${mark}-OLD`;
  if (
    Number(await world.one(`SELECT count(*) FROM cut_over WHERE tenant_id = TENANT AND code = '${code}'`)) > 0
  )
    return { id: code };
  const partner = { kind: 'partner' as const, code: 'OLD-P1', name: mark, attributes: {} };
  taken(await importMaster(api.ports, tenant, [partner], systemActor('demo')));
  await opened(world, code, await newAgreement(world, 'OLD-2026'));
  return { id: code };
}

/** A spreadsheet of one agreement that waits for its approval. */
export async function submittedBulk({ api, tenant, mark }: World): Promise<Thing> {
  const texts = {
    agreement: `${mark}-${randomUUID()}`,
    like: 'TEMPLATE',
    firstDay: '2027-01-01',
    lastDay: '2027-12-31',
    value: '40000',
  };
  const file = { name: `${mark}.csv`, sha256: '0'.repeat(64), rows: [{ row: 1, texts }], actor: LOADER };
  const { id } = taken(await submitBulk(api.ports, tenant, file));
  const { entries } = taken(await showBulk(api.ports, tenant, id));
  return { id, version: bulkVersion(api.ports, entries) };
}
