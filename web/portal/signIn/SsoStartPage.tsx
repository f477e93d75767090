import { SsoStart } from '../../session/SsoStart.tsx';

/** `/portal/sso-begin`: which company's provider it is. */
export function SsoStartPage() {
  return <SsoStart place="portal" signIn="/portal/sign-in" />;
}
