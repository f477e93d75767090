import { headerFingerprint } from '../../core/fact/headerFingerprint.ts';
import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import { canonicalJson, type Json } from '../../core/text/canonicalJson.ts';
import { hex } from '../../core/text/hex.ts';
import { utf8 } from '../../core/text/utf8.ts';
import { type Actor, actorText } from '../actor.ts';
import type { Ports, TenantId } from '../ports.ts';

/** Names stand in commands and addresses. */
const NAME = /^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,99}$/u;

export type SavedMapping = { readonly name: string; readonly version: number; readonly isNew: boolean };

/**
 * Saves a description that was checked, under a name; `columns` is a header that it reads, so that
 * files with the same columns find it. Other content is a new version; the old ones stay.
 * Refuses: mapping-name-invalid.
 */
export async function saveMapping(
  ports: Ports,
  tenant: TenantId,
  entry: {
    readonly name: string;
    readonly description: Json;
    readonly columns?: readonly string[];
    /** Of such a header, where the columns themselves are not at hand. */
    readonly fingerprint?: string;
    readonly actor: Actor;
  },
): Promise<Result<SavedMapping>> {
  const { description, columns, actor } = entry;
  const name = entry.name.normalize('NFC');
  if (!NAME.test(name)) return refused(refuse('mapping-name-invalid', 'name', { name }));
  const text = canonicalJson(description);
  const sha256 = hex(ports.sha256(utf8(text)));
  const at = ports.clock.now();
  const fingerprint = columns ? headerFingerprint(columns, ports.sha256) : entry.fingerprint;
  return ports.store.inTenant(tenant, async (tx) => {
    const saved = await tx.mappings.record({
      ...{ name, text, sha256, at },
      ...(fingerprint !== undefined && { fingerprint }),
      actor: actorText(actor),
    });
    if (!saved.isNew) return accept({ name, ...saved });
    await tx.audit.write({
      id: ports.ids.next(),
      at,
      actor,
      action: 'mapping.save',
      object: name,
      batch: await tx.batches.last(),
      body: { version: saved.version, sha256 },
    });
    return accept({ name, ...saved });
  });
}
