import type { ReactNode, SubmitEvent } from 'react';
import { Button } from '../ui/Button.tsx';
import { TextField } from '../ui/TextField.tsx';
import styles from './SignIn.module.css';

type Props = {
  /** What the button says that submits. */
  readonly submit: string;
  readonly isPending: boolean;
  readonly onSubmit: () => void;
  readonly children: ReactNode;
  /** Other ways, below the button. */
  readonly others?: ReactNode;
};

/** A narrow form of a few fields, by which one comes in. Browsers fill it by the names of its fields. */
export function SignInForm({ submit, isPending, onSubmit, children, others }: Props) {
  const send = (event: SubmitEvent) => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <form className={styles.form} onSubmit={send}>
      {children}
      <Button type="submit" kind="primary" isPending={isPending}>
        {submit}
      </Button>
      {others}
    </form>
  );
}

type FieldProps = {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
};

/** The address by which one signs in. */
export function EmailField(field: FieldProps) {
  return <TextField {...field} type="email" name="email" autoComplete="username" isRequired />;
}

/** The password that one has. */
export function PasswordField({ name = 'password', ...field }: FieldProps & { readonly name?: string }) {
  return <TextField {...field} type="password" name={name} autoComplete="current-password" isRequired />;
}

/** Another way, below the form. */
export function WayLink({ href, children }: { readonly href: string; readonly children: string }) {
  return (
    <p>
      <a className={styles.link} href={href}>
        {children}
      </a>
    </p>
  );
}
