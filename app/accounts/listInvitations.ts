import type { Paged } from '../access/listAccess.ts';
import type { Invitation, InvitationPage } from '../ports/invitationStore.ts';
import type { Ports, TenantId } from '../ports.ts';

/** Invitations, the latest first. */
export async function listInvitations(
  ports: Ports,
  tenant: TenantId,
  page: InvitationPage,
): Promise<Paged<Invitation>> {
  const rows = await ports.store.inTenant(tenant, ({ invitations }) =>
    invitations.list({ ...page, limit: page.limit + 1 }),
  );
  return { rows: rows.slice(0, page.limit), hasMore: rows.length > page.limit };
}
