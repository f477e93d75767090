import { SsoReturn } from '../../session/SsoReturn.tsx';

/** `/sso`: where the provider sends the browser back to. */
export function SsoReturnPage() {
  return <SsoReturn home="/" again="/sso-begin" />;
}
