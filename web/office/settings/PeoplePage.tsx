import { useSay } from '../../text/ReaderContext.tsx';
import { useMay } from '../money/useMay.ts';
import { Invitations } from './Invitations.tsx';
import { InviteForm } from './InviteForm.tsx';
import { Persons } from './Persons.tsx';
import { peopleTexts } from './peopleTexts.ts';
import { SettingsFrame } from './SettingsFrame.tsx';

/** Who works here, as what, and who is invited to. */
export function PeoplePage() {
  const say = useSay(peopleTexts);
  const mayChange = useMay('access:write');
  return (
    <SettingsFrame lead={say('lead')}>
      <Persons />
      <Invitations />
      {mayChange && <InviteForm />}
    </SettingsFrame>
  );
}
