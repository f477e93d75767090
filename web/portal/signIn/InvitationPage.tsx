import { Invitation } from '../../session/Invitation.tsx';

/** `/portal/invitation#…`: where the link of an invitation leads. */
export function InvitationPage() {
  return <Invitation home="/portal" signIn="/portal/sign-in" />;
}
