import { ResetPassword } from '../../session/ResetPassword.tsx';

/** `/password#…`: where the link of such a mail leads. */
export function ResetPasswordPage() {
  return <ResetPassword signIn="/sign-in" />;
}
