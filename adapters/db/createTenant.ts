import type { ClientBase } from 'pg';
import type { Company, TenantId } from '../../app/ports.ts';
import { formatDate } from '../../core/calendar/localDate.ts';
import { withClient } from './withClient.ts';

export type NewTenant = {
  readonly id: TenantId;
  readonly code: string;
  readonly name: string;
  readonly companies: readonly Company[];
};

const CODE = /^[a-z0-9][a-z0-9-]{0,62}$/;
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Sets a tenant up with its companies, as the owner role; gives its id. A code that exists keeps
 * its id and name and gets only the companies that it lacks.
 */
export async function createTenant(owner: string | ClientBase, tenant: NewTenant): Promise<TenantId> {
  if (!CODE.test(tenant.code)) throw new Error(`Fault: ${tenant.code} is no code of a tenant`);
  if (!ID.test(tenant.id)) throw new Error('Fault: a tenant id is a lower-case UUID');
  if (typeof owner !== 'string') return inTransaction(owner, tenant);
  return withClient(owner, 'set-up', (client) => inTransaction(client, tenant));
}

async function inTransaction(client: ClientBase, tenant: NewTenant): Promise<TenantId> {
  await client.query('BEGIN');
  try {
    const id = await insert(client, tenant);
    await client.query('COMMIT');
    return id;
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
}

async function insert(client: ClientBase, { id, code, name, companies }: NewTenant): Promise<TenantId> {
  await client.query(`SET LOCAL app.tenant = '${id}'; SET LOCAL app.tenant_code = '${code}'`);
  // A tenant of companies that all stand on days of their own is a sandbox, and says so for good.
  const isSandbox = companies.length > 0 && companies.every(({ businessDay }) => businessDay !== undefined);
  await client.query(
    `INSERT INTO tenant (tenant_id, code, name, is_sandbox) VALUES ($1, $2, $3, $4)
     ON CONFLICT (code) DO NOTHING`,
    [id, code, name, isSandbox],
  );
  const { rows } = await client.query<{ tenant_id: string }>('SELECT tenant_id FROM tenant WHERE code = $1', [
    code,
  ]);
  const known = rows[0]?.tenant_id;
  if (known === undefined) throw new Error(`Fault: the tenant ${code} was not made`);
  await client.query(`SET LOCAL app.tenant = '${known}'`);
  await client.query(
    `INSERT INTO counter (tenant_id, series) VALUES ($1, 'batch') ON CONFLICT (tenant_id, series) DO NOTHING`,
    [known],
  );
  for (const company of companies) await insertCompany(client, known, company);
  return known;
}

async function insertCompany(client: ClientBase, tenant: TenantId, company: Company): Promise<void> {
  const { code, name, timeZone, businessDay } = company;
  await client.query(
    `INSERT INTO company (tenant_id, code, name, time_zone, business_day) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (tenant_id, code) DO NOTHING`,
    [tenant, code, name, timeZone, businessDay === undefined ? null : formatDate(businessDay)],
  );
}
