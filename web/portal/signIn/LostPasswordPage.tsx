import { LostPassword } from '../../session/LostPassword.tsx';

/** `/portal/password-lost`: has a link sent. */
export function LostPasswordPage() {
  return <LostPassword place="portal" signIn="/portal/sign-in" />;
}
