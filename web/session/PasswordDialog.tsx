import { type ReactNode, useState } from 'react';
import { useSay } from '../text/ReaderContext.tsx';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { factorTexts } from './factorTexts.ts';
import { PasswordField } from './SignInForm.tsx';

type Props = {
  readonly title: string;
  readonly yes: string;
  readonly isDanger?: boolean;
  readonly isPending: boolean;
  readonly error: unknown;
  readonly onYes: (present: string) => void;
  readonly onClose: () => void;
  readonly children?: ReactNode;
};

/** Asks for the password before something is changed that one signs in with. */
export function PasswordDialog({ onYes, children, ...rest }: Props) {
  const say = useSay(factorTexts);
  const [present, setPresent] = useState('');
  return (
    <ConfirmDialog {...rest} isOpen isDisabled={present === ''} onYes={() => onYes(present)}>
      {children}
      <PasswordField name="present" label={say('present')} value={present} onChange={setPresent} />
    </ConfirmDialog>
  );
}
