import type { FormEvent, ReactNode } from 'react';
import styles from './Form.module.css';

type Props = {
  /** What it is, for who hears the page. */
  readonly label: string;
  readonly onSubmit: () => void;
  /** The buttons below; one of them has `type="submit"`. */
  readonly actions: ReactNode;
  readonly children: ReactNode;
};

/** Fields beside and below each other, and what one does with them. Enter submits. */
export function Form({ label, onSubmit, actions, children }: Props) {
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <form className={styles.form} aria-label={label} onSubmit={submit} noValidate>
      <Fields>{children}</Fields>
      <div className={styles.actions}>{actions}</div>
    </form>
  );
}

/** Fields that stand beside each other where there is room. */
export function Fields({ children }: { readonly children: ReactNode }) {
  return <div className={styles.fields}>{children}</div>;
}
