import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import { type Actor, actorText } from '../actor.ts';
import { auditDeed } from '../auditDeed.ts';
import { lockSettings } from '../companies/lockSettings.ts';
import type { KeyPorts } from '../ports/keyRing.ts';
import type { SsoProvider } from '../ports/signOn.ts';
import type { Ports, TenantId } from '../ports.ts';
import { sameVersion } from '../sameVersion.ts';

export type SsoChange = Omit<SsoProvider, 'version'> & {
  /** The version that the changer has seen. */
  readonly seen: string;
  /** Left out: the one that is there stays. */
  readonly clientSecret?: string;
};

export function getSsoProvider(ports: Ports, tenant: TenantId): Promise<SsoProvider | undefined> {
  return ports.store.inTenant(tenant, async ({ sso }) => {
    const found = await sso.provider();
    if (found === undefined) return undefined;
    const { secret: _, ...provider } = found;
    return provider;
  });
}

/**
 * Says at which provider the tenant's people sign in. Who runs it says who they are, so an issuer is named as exactly as it names
 * itself, and only our own side's roles come by it. The secret is sealed, and shown to nobody again.
 * Refuses: version-differs, sso-secret-missing, key-ring-invalid.
 */
export async function setSsoProvider(
  ports: KeyPorts,
  tenant: TenantId,
  { seen, clientSecret, ...wanted }: SsoChange,
  actor: Actor,
): Promise<Result<SsoProvider>> {
  const sealed =
    clientSecret === undefined ? undefined : await ports.keys.seal(clientSecret, ssoBound(tenant));
  if (sealed !== undefined && !sealed.ok) return sealed;
  return ports.store.inTenant(tenant, async (tx) => {
    await lockSettings(tx);
    const before = await tx.sso.provider();
    const same = sameVersion(seen, String(before?.version ?? 0));
    if (!same.ok) return same;
    // A secret belongs to the provider that gave it: it is never sent to another one.
    const isSame = before?.issuer === wanted.issuer && before.clientId === wanted.clientId;
    const secret = sealed?.value ?? (isSame ? before.secret : undefined);
    if (secret === undefined) return refused(refuse('sso-secret-missing', 'clientSecret'));
    const provider = { ...wanted, version: (before?.version ?? 0) + 1 };
    await tx.sso.setProvider({ ...provider, secret }, actorText(actor), ports.clock.now());
    const { isOn, issuer, clientId, domains, role } = provider;
    const body = { isOn, issuer, clientId, domains: [...domains], role: role ?? null };
    await auditDeed(ports, tx, { actor, action: 'sso.set', object: String(provider.version), body });
    return accept(provider);
  });
}

/** What the secret of a client is sealed for. */
export function ssoBound(tenant: TenantId): string {
  return `sso ${tenant}`;
}
