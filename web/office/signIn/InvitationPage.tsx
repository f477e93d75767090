import { Invitation } from '../../session/Invitation.tsx';

/** `/invitation#…`: where the link of an invitation leads. */
export function InvitationPage() {
  return <Invitation home="/" signIn="/sign-in" />;
}
