import { accept, type Result } from '../../core/refusal/refusals.ts';
import { type Actor, actorText } from '../actor.ts';
import { auditDeed } from '../auditDeed.ts';
import { lockSettings } from '../companies/lockSettings.ts';
import type { HelpContact } from '../ports/brandStore.ts';
import type { Ports, TenantId } from '../ports.ts';
import { sameVersion } from '../sameVersion.ts';

export type ContactChange = Omit<HelpContact, 'version'> & {
  /** The version that the changer has seen. */
  readonly seen: string;
};

const NO_TEXT = { en: '', 'zh-CN': '' };
const NOBODY: HelpContact = { version: 0, phone: '', email: '', hours: NO_TEXT, note: NO_TEXT };

export function getContact(ports: Ports, tenant: TenantId): Promise<HelpContact> {
  return ports.store.inTenant(tenant, async ({ brand }) => (await brand.contact()) ?? NOBODY);
}

/** Says whom people ask for help. Refuses: version-differs. */
export function setContact(
  ports: Ports,
  tenant: TenantId,
  { seen, ...wanted }: ContactChange,
  actor: Actor,
): Promise<Result<HelpContact>> {
  return ports.store.inTenant(tenant, async (tx) => {
    await lockSettings(tx);
    const before = (await tx.brand.contact()) ?? NOBODY;
    const same = sameVersion(seen, String(before.version));
    if (!same.ok) return same;
    const contact = { ...wanted, version: before.version + 1 };
    await tx.brand.setContact(contact, actorText(actor), ports.clock.now());
    await auditDeed(ports, tx, {
      actor,
      action: 'contact.set',
      object: String(contact.version),
      body: { ...wanted, hours: { ...wanted.hours }, note: { ...wanted.note } },
    });
    return accept(contact);
  });
}
