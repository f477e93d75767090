import { SsoStart } from '../../session/SsoStart.tsx';

/** `/sso-begin`: which company's provider it is. */
export function SsoStartPage() {
  return <SsoStart place="office" signIn="/sign-in" />;
}
