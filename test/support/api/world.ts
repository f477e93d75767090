import { readFileSync } from 'node:fs';
import { Client } from 'pg';
import { createTenant } from '../../../adapters/db/createTenant.ts';
import { systemActor } from '../../../app/actor.ts';
import { recordAgreement } from '../../../app/agreements/recordAgreement.ts';
import { calculateDue } from '../../../app/calculation/calculateDue.ts';
import type { TenantId } from '../../../app/ports.ts';
import type { TestDatabase } from '../database.ts';
import { aLine, day, decimal, importRows, rowsOf } from '../facts.ts';
import { importMaster } from '../importMaster.ts';
import { taken } from '../scenario.ts';
import { type ApiServer, type Holder, personWith } from './apiServer.ts';

/**
 * A tenant with everything in it that operations of the API speak of, all named after it: what
 * has another world's mark in an answer has crossed a wall. It stands on a day of its own.
 */
export type World = {
  readonly api: ApiServer;
  readonly mark: string;
  readonly tenant: TenantId;
  /** Codes of the partners: each has a line and an earning. */
  readonly partners: readonly string[];
  /** A person who may everything. */
  readonly admin: Holder;
  /** The only value of the only row. */
  readonly one: (sql: string) => Promise<string>;
};

const AGREEMENT = readFileSync(new URL('../../scenarios/storyA/agreement.json', import.meta.url), 'utf8');

/** The agreement of a world, as its text. */
export function agreementOf(mark: string) {
  const name = { en: mark, 'zh-CN': mark };
  return { ...JSON.parse(AGREEMENT), id: `${mark}-A`, company: `${mark}-CO`, name };
}

export async function makeWorld(
  database: TestDatabase,
  api: ApiServer,
  mark: string,
  partnerCount = 2,
): Promise<World> {
  const sandbox = { timeZone: 'UTC', businessDay: day('2026-08-31') };
  const company = `${mark}-CO`;
  const tenant = await createTenant(database.ownerUrl, {
    id: api.ports.ids.next(),
    code: mark.toLowerCase(),
    name: mark,
    companies: [{ code: company, name: company, ...sandbox }],
  });
  const actor = systemActor('demo');
  const names = Array.from({ length: partnerCount }, (_, at) => `${mark}-P${at + 1}`);
  const partners = names.map((code) => ({ kind: 'partner' as const, code, name: code, attributes: {} }));
  const product = { kind: 'product' as const, code: `${mark}-X`, name: mark, attributes: {} };
  taken(await importMaster(api.ports, tenant, [...partners, product], actor));
  taken(await recordAgreement(api.ports, tenant, agreementOf(mark), { actor, asNewVersion: false }));
  const lines = names.map((partner) =>
    aLine({
      document: `${mark}-D-${partner}`,
      company,
      partner,
      product: product.code,
      dates: { invoice: day('2026-03-10') },
      quantities: { invoiced: decimal('1500') },
      netValue: decimal('20000.00'),
      currency: 'EUR',
    }),
  );
  await importRows(database.store, tenant, rowsOf(...lines), day('2026-08-31'));
  await calculateDue(api.ports, tenant);
  // What spreadsheets of agreements are made like; it is in force and has earned nothing yet.
  const template = { ...agreementOf(mark), id: 'TEMPLATE' };
  taken(await recordAgreement(api.ports, tenant, template, { actor, asNewVersion: false }));
  const one = (sql: string) => onlyValue(database.adminUrl, tenant, sql);
  return { api, mark, tenant, partners: names, admin: await personWith(api, tenant), one };
}

async function onlyValue(url: string, tenant: TenantId, sql: string): Promise<string> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query({ text: sql.replaceAll('TENANT', `'${tenant}'`), rowMode: 'array' });
    return String(rows[0]?.[0]);
  } finally {
    await client.end();
  }
}
