import { type ReactNode, useState } from 'react';
import { useSay } from '../text/ReaderContext.tsx';
import { TextField } from '../ui/TextField.tsx';
import { passwordTexts } from './passwordTexts.ts';
import { SignInForm } from './SignInForm.tsx';

type Props = {
  /** Whose it is, so that the browser keeps it under that name; left out where nobody says. */
  readonly email?: string;
  readonly submit: string;
  readonly isPending: boolean;
  readonly onSubmit: (password: string) => void;
  /** What is asked before. */
  readonly children?: ReactNode;
};

/** A new password, typed twice. */
export function NewPasswordForm({ email, submit, isPending, onSubmit, children }: Props) {
  const say = useSay(passwordTexts);
  const [password, setPassword] = useState('');
  const [again, setAgain] = useState('');
  const differs = again !== '' && again !== password;
  const send = () => {
    if (password === again) onSubmit(password);
    else setAgain(again === '' ? ' ' : again);
  };
  const field = { type: 'password', autoComplete: 'new-password', isRequired: true } as const;
  return (
    <SignInForm submit={submit} isPending={isPending} onSubmit={send}>
      {email !== undefined && (
        <TextField
          label={say('account')}
          type="email"
          name="email"
          autoComplete="username"
          value={email}
          onChange={() => undefined}
          isReadOnly
        />
      )}
      {children}
      <TextField
        {...field}
        label={say('password')}
        name="password"
        hint={say('hint')}
        value={password}
        onChange={setPassword}
      />
      <TextField
        {...field}
        label={say('again')}
        name="again"
        value={again}
        onChange={setAgain}
        error={differs ? say('differs') : undefined}
      />
    </SignInForm>
  );
}
