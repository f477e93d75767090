import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import { ssoBound } from '../access/setSsoProvider.ts';
import type { Actor } from '../actor.ts';
import { auditDeed } from '../auditDeed.ts';
import { accountBound } from '../bank/sealedAccount.ts';
import { paymentBound } from '../payments/sealedText.ts';
import type { KeyPorts } from '../ports/keyRing.ts';
import type { SealedText, SealedThing } from '../ports/sealedStore.ts';
import type { TenantId } from '../ports.ts';
import { webhookBound } from '../webhooks/changeWebhook.ts';

/** How many texts one transaction takes: a start that is killed loses no more than these. */
const AT_ONCE = 100;

/**
 * Seals anew, under the current key, what other keys of the ring have sealed in a tenant; gives how many texts. What
 * no key opens stays as it is and is told, when the rest is done. Running it again, or two at once, changes nothing more.
 * Refuses: those of KeyRing.
 */
export async function sealAnew(ports: KeyPorts, tenant: TenantId, actor: Actor): Promise<Result<number>> {
  let sealed = 0;
  for (;;) {
    const some = await sealSome(ports, tenant, actor);
    if (!some.ok) return some;
    if (some.value === 0) break;
    sealed += some.value;
  }
  const lost = await lostKey(ports, tenant);
  if (!lost.ok) return lost;
  return accept(sealed);
}

async function sealSome(ports: KeyPorts, tenant: TenantId, actor: Actor): Promise<Result<number>> {
  return ports.store.inTenant(tenant, async (tx) => {
    const keys = await ports.keys.list();
    if (!keys.ok) return keys;
    const [current, ...others] = keys.value.map(({ fingerprint }) => fingerprint);
    if (current === undefined || others.length === 0) return accept(0);
    const texts = await tx.sealed.lockUnder(others, AT_ONCE);
    const fresh: SealedText[] = [];
    for (const text of texts) {
      const anew = await sealedAnew(ports, tenant, text);
      if (!anew.ok) return anew;
      fresh.push(anew.value);
    }
    if (fresh.length === 0) return accept(0);
    for (const text of fresh) await tx.sealed.reseal(text);
    const before = [...new Set(texts.map(({ sealed }) => sealed.key))].sort();
    const body = { texts: fresh.length, before };
    await auditDeed(ports, tx, { actor, action: 'keys.sealAnew', object: current, body });
    return accept(fresh.length);
  });
}

async function sealedAnew(
  { keys }: KeyPorts,
  tenant: TenantId,
  { of, id, sealed }: SealedText,
): Promise<Result<SealedText>> {
  const bound = BOUNDS[of](tenant, id);
  const text = await keys.open(sealed, bound);
  if (!text.ok) return text;
  const anew = await keys.seal(text.value, bound);
  return anew.ok ? accept({ of, id, sealed: anew.value }) : anew;
}

/** What each thing is sealed for: the same that those say who seal it. */
const BOUNDS: Readonly<Record<SealedThing, (tenant: TenantId, id: readonly string[]) => string>> = {
  bankAccount: (tenant, [partner = '', day = '', batch]) =>
    accountBound(tenant, { partner, day, batch: Number(batch) }),
  payingAccount: (tenant, id) => paymentBound(tenant, { of: 'payingAccount', id: id.join(' ') }),
  paymentFile: (tenant, id) => paymentBound(tenant, { of: 'paymentFile', id: id.join(' ') }),
  webhookSecret: (tenant, [webhook = '', number]) => webhookBound(tenant, webhook, Number(number)),
  signOnSecret: (tenant) => ssoBound(tenant),
};

/** Refuses: key-not-in-ring, where something is sealed with a key that is gone. */
function lostKey({ store, keys }: KeyPorts, tenant: TenantId): Promise<Result<undefined>> {
  return store.inTenant(tenant, async (tx) => {
    const ring = await keys.list();
    if (!ring.ok) return ring;
    const there = new Set(ring.value.map(({ fingerprint }) => fingerprint));
    const lost = [...(await tx.sealed.countByKey()).keys()].find((key) => !there.has(key));
    return lost === undefined ? accept(undefined) : refused(refuse('key-not-in-ring', 'key', { key: lost }));
  });
}
