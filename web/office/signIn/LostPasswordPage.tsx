import { LostPassword } from '../../session/LostPassword.tsx';

/** `/password-lost`: has a link sent. */
export function LostPasswordPage() {
  return <LostPassword place="office" signIn="/sign-in" />;
}
