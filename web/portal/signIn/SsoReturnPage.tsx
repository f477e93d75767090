import { SsoReturn } from '../../session/SsoReturn.tsx';

/** `/portal/sso`: where the provider sends the browser back to. */
export function SsoReturnPage() {
  return <SsoReturn home="/portal" again="/portal/sso-begin" />;
}
