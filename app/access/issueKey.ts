import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import { hex } from '../../core/text/hex.ts';
import { utf8 } from '../../core/text/utf8.ts';
import type { Actor } from '../actor.ts';
import { auditDeed } from '../auditDeed.ts';
import type { ApiKey, KeyHolder } from '../ports/accessStore.ts';
import type { Ports, TenantId, Tx } from '../ports.ts';
import { keyText } from './keyText.ts';
import { scopesOf } from './role.ts';
import { PERSON_SCOPES, PORTAL_SCOPES, type Scope } from './scope.ts';

/** What issuing needs beside the ports of all: bytes that nobody can guess. */
export type AccessPorts = Ports & { readonly random: (bytes: number) => Uint8Array };

export type WantedKey = {
  readonly holder: KeyHolder;
  readonly label: string;
  readonly scopes: readonly Scope[];
  readonly expiresAt: Date;
};

/** The key with its secret: the only time that anybody sees it. */
export type IssuedKey = { readonly key: ApiKey; readonly text: string };

const LIFE_MAX_MS = 400 * 24 * 60 * 60 * 1000;

/**
 * Issues a key; of its secret only the hash stays. A service gets no scope to approve, a partner's
 * person only those of partners, and nobody gives themselves what neither a key nor a role of theirs holds.
 * Refuses: holder-not-found, scope-not-for-holder (scope), scope-not-own (scope), key-expiry-invalid.
 */
export function issueKey(
  ports: AccessPorts,
  tenant: TenantId,
  wanted: WantedKey,
  actor: Actor,
): Promise<Result<IssuedKey>> {
  return ports.store.inTenant(tenant, async (tx) => {
    const allowed = await mayBeIssued(ports, tx, wanted, actor);
    if (!allowed.ok) return allowed;
    const { issued, secretSha256 } = freshKey(ports, await tx.access.tenantCode(), wanted);
    await tx.access.addKey(issued.key, secretSha256);
    const { id, holder, scopes, expiresAt } = issued.key;
    const body = { holder: `${holder.kind}:${holder.id}`, scopes, expiresAt: expiresAt.toISOString() };
    await auditDeed(ports, tx, { actor, action: 'key.issue', object: id, body });
    return accept(issued);
  });
}

/** A key with a secret that nobody has seen, and the hash that stays of it. */
export function freshKey(
  ports: AccessPorts,
  tenant: string,
  wanted: WantedKey,
): { readonly issued: IssuedKey; readonly secretSha256: string } {
  const secret = hex(ports.random(32));
  const key: ApiKey = { id: hex(ports.random(6)), ...wanted, issuedAt: ports.clock.now() };
  const text = keyText({ tenant, id: key.id, secret });
  return { issued: { key, text }, secretSha256: hex(ports.sha256(utf8(secret))) };
}

/** Whether a key may end then: it has to end, within sight, and not before it begins. */
export function isLifeAllowed(expiresAt: Date, now: Date): boolean {
  const life = expiresAt.getTime() - now.getTime();
  return life > 0 && life <= LIFE_MAX_MS;
}

async function mayBeIssued(
  ports: Ports,
  tx: Tx,
  { holder, scopes, expiresAt }: WantedKey,
  actor: Actor,
): Promise<Result<undefined>> {
  const now = ports.clock.now();
  if (!isLifeAllowed(expiresAt, now)) return refused(refuse('key-expiry-invalid', 'expiresAt'));
  const grantable = await grantableTo(tx, holder);
  if (grantable === undefined) return refused(refuse('holder-not-found', 'holder', { id: holder.id }));
  const wrong = scopes.find((scope) => !grantable(scope));
  if (wrong !== undefined) return refused(refuse('scope-not-for-holder', 'scopes', { scope: wrong }));
  if (holder.kind !== actor.kind || holder.id !== actor.id) return accept(undefined);
  const own = await ownScopes(tx, holder.id, now);
  const more = scopes.find((scope) => !own.has(scope));
  return more === undefined ? accept(undefined) : refused(refuse('scope-not-own', 'scopes', { scope: more }));
}

/** What a person may by all of their keys and roles together. */
export async function ownScopes({ access }: Tx, person: string, now: Date): Promise<ReadonlySet<Scope>> {
  const keys = await access.validKeys(person, now);
  const grants = await access.grants(person);
  return new Set([...keys.flatMap(({ scopes }) => scopes), ...grants.flatMap(({ role }) => scopesOf(role))]);
}

/** Which scopes a holder can have; undefined where there is none such. */
async function grantableTo(
  tx: Tx,
  { kind, id }: KeyHolder,
): Promise<((scope: Scope) => boolean) | undefined> {
  if (kind === 'service') {
    const service = await tx.access.service(id);
    return service && ((scope) => !PERSON_SCOPES.includes(scope));
  }
  // Locked, so that nobody leaves or changes sides meanwhile.
  const person = await tx.access.lockPerson(id);
  if (person === undefined || !person.isActive) return undefined;
  return person.partners === undefined ? () => true : (scope) => PORTAL_SCOPES.includes(scope);
}
