import { ResetPassword } from '../../session/ResetPassword.tsx';

/** `/portal/password#…`: where the link of such a mail leads. */
export function ResetPasswordPage() {
  return <ResetPassword signIn="/portal/sign-in" />;
}
