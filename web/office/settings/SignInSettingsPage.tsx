import { useSay } from '../../text/ReaderContext.tsx';
import { FactorPolicy } from './FactorPolicy.tsx';
import { SettingsFrame } from './SettingsFrame.tsx';
import { SsoProvider } from './SsoProvider.tsx';
import { signInTexts } from './signInTexts.ts';

/** What somebody has to show to be let in, and at which provider. */
export function SignInSettingsPage() {
  const say = useSay(signInTexts);
  return (
    <SettingsFrame lead={say('lead')}>
      <FactorPolicy />
      <SsoProvider />
    </SettingsFrame>
  );
}
