import { type ReactNode, useState } from 'react';
import { useSay } from '../text/ReaderContext.tsx';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { TextField } from '../ui/TextField.tsx';
import { factorTexts } from './factorTexts.ts';

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
      <TextField
        label={say('present')}
        type="password"
        name="present"
        autoComplete="current-password"
        value={present}
        onChange={setPresent}
        isRequired
      />
    </ConfirmDialog>
  );
}
