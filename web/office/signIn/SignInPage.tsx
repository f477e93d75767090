import { useSearch } from '@tanstack/react-router';
import { SignIn } from '../../session/SignIn.tsx';

/** Where those sign in who work in the office. */
export function SignInPage() {
  const { to = '/' } = useSearch({ from: '/sign-in' });
  return <SignIn to={to} lost="/password-lost" sso="/sso-begin" account="/account" />;
}
