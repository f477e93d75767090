import { useSearch } from '@tanstack/react-router';
import { SignIn } from '../../session/SignIn.tsx';

/** Where those sign in who work in the portal. */
export function SignInPage() {
  const { to = '/portal' } = useSearch({ from: '/sign-in' });
  return <SignIn to={to} lost="/portal/password-lost" sso="/portal/sso-begin" account="/portal/account" />;
}
