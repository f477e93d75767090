import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import { hex } from '../../core/text/hex.ts';
import { utf8 } from '../../core/text/utf8.ts';
import type { KeyForUse } from '../ports/accessStore.ts';
import type { Ports, TenantId } from '../ports.ts';
import type { Caller } from './caller.ts';
import { parseKey } from './keyText.ts';
import { sameText } from './sameText.ts';

/** A key in constant use is not written for each request. */
const USED_AGAIN_MS = 60_000;

/** What an unknown key is compared with, so that it takes as long as a known one. */
const NOBODY = '0'.repeat(64);

/**
 * Who a key is, and what it may. A person's keys all make the same caller: one pair of eyes.
 * Refuses: key-invalid, alike for a text that is none, another tenant's, an unknown, wrong,
 * revoked or expired key, and one of a person who has left.
 */
export async function authenticate(ports: Ports, text: string): Promise<Result<Caller>> {
  const parsed = parseKey(text);
  const invalid = refused(refuse('key-invalid', 'Authorization'));
  if (parsed === undefined) return invalid;
  const tenant = await ports.store.findTenant(parsed.tenant);
  if (tenant === undefined) return invalid;
  const given = hex(ports.sha256(utf8(parsed.secret)));
  return ports.store.inTenant(tenant, async (tx) => {
    const found = await tx.access.keyForUse(parsed.id);
    const now = ports.clock.now();
    const isRight = sameText(given, found?.secretSha256 ?? NOBODY);
    if (found === undefined || !isRight || !isValid(found, now)) return invalid;
    const { lastUsedAt } = found.key;
    if (lastUsedAt === undefined || now.getTime() - lastUsedAt.getTime() > USED_AGAIN_MS) {
      await tx.access.usedKey(parsed.id, now);
    }
    return accept(callerOf(tenant, found));
  });
}

function isValid({ key, person }: KeyForUse, now: Date): boolean {
  return key.revokedAt === undefined && key.expiresAt > now && person?.isActive !== false;
}

function callerOf(tenant: TenantId, { key, person }: KeyForUse): Caller {
  const { holder, scopes } = key;
  const partners = person?.partners;
  return { tenant, actor: holder, scopes: new Set(scopes), ...(partners && { partners }) };
}
