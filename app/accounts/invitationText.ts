/** What a link to an invitation carries: the tenant stands in it, as in a key, since nothing of a tenant can be read before one is named. */
export type InvitationText = { readonly tenant: string; readonly secret: string };

const TEXT = /^ori_([a-z0-9][a-z0-9-]{0,62})_([0-9a-f]{64})$/;

export function invitationText({ tenant, secret }: InvitationText): string {
  return `ori_${tenant}_${secret}`;
}

export function parseInvitation(text: string): InvitationText | undefined {
  const [, tenant, secret] = TEXT.exec(text) ?? [];
  return tenant === undefined || secret === undefined ? undefined : { tenant, secret };
}
