import { randomUUID } from 'node:crypto';
import { SCOPES } from '../../../app/access/scope.ts';
import type { Installation } from '../../support/served.ts';
import type { JsonObject } from '../../support/trade.ts';
import { agreementText, UNITS } from '../../support/trade.ts';
import { type LoadClient, loadClient, type Told } from './loadClient.ts';

/** The customers and the product of every tenant under load. */
export const PARTNERS = ['P1', 'P2', 'P3'];
export const PRODUCT = 'A';

/** 2 % of all sales. */
const FLAT: JsonObject = agreementText(
  { tiers: { boundary: 'atLeast', rows: [{ from: '0', percent: '2' }] } },
  { id: 'FLAT' },
);
/** 0.35 for each piece. */
const PIECES: JsonObject = agreementText(
  { qualifier: UNITS, payout: UNITS, tiers: { boundary: 'atLeast', rows: [{ from: '0', perUnit: '0.35' }] } },
  { id: 'PIECES' },
);

export type LoadTenant = {
  readonly code: string;
  /** The key of whoever writes, and of a second person, who approves. */
  readonly secret: string;
  readonly approver: string;
  readonly client: LoadClient;
};

/** A tenant of its own at the end of 2026, with customers, a product and two agreements in force. */
export async function openTenant(
  { address, authorization }: Pick<Installation, 'address' | 'authorization'>,
  told: Told,
): Promise<LoadTenant> {
  const maker = authorization.slice('Bearer '.length);
  const keyExpiresAt = new Date(Date.now() + 86_400_000).toISOString();
  const wanted = { name: 'Load', company: 'EU', timeZone: 'UTC', businessDay: '2026-12-31', keyExpiresAt };
  // Of the tenant that makes it, whose books are not looked at.
  const made = await loadClient(address, maker, { ...told, acknowledged: [] }).write(
    '/api/v1/sandboxes',
    wanted,
  );
  const { tenant: code, secret } = made.body;
  const client = loadClient(address, secret, told);
  const person = { login: `approver-${randomUUID()}`, name: 'Approver', partners: null };
  const { id } = (await client.write('/api/v1/persons', person)).body;
  const key = { holder: { kind: 'person', id }, label: 'load', scopes: SCOPES, expiresAt: keyExpiresAt };
  const approver = (await client.write('/api/v1/keys', key)).body.secret;
  const masters = [
    ...PARTNERS.map((partner) => ({ kind: 'partner', code: partner, name: partner, attributes: {} })),
    { kind: 'product', code: PRODUCT, name: PRODUCT, attributes: {} },
  ];
  await client.write('/api/v1/master-data/bulk', { items: masters, allOrNothing: true });
  const tenant = { code, secret, approver, client };
  for (const text of [FLAT, PIECES]) await putInForce(tenant, text);
  return tenant;
}

/** Drafts, hands in, and has it approved by the second person. */
async function putInForce({ client, approver }: LoadTenant, text: JsonObject): Promise<void> {
  const { proposal } = (await client.write('/api/v1/proposals', { text })).body;
  const value = { of: 'expected', amount: '1000' };
  await client.write(`/api/v1/proposals/${proposal}/submissions`, { revision: 1, value });
  const given = await client.write(
    `/api/v1/proposals/${proposal}/approvals`,
    { submission: 1 },
    { as: approver },
  );
  if (given.body.version !== 1) throw new Error(`not in force: ${JSON.stringify(given)}`);
}
