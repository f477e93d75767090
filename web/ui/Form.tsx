import type { FormEvent, ReactNode } from 'react';
import { useReader, useSay } from '../text/ReaderContext.tsx';
import { Button } from './Button.tsx';
import styles from './Form.module.css';
import { uiTexts } from './texts.ts';
import { Working } from './Working.tsx';

type Props = {
  /** What it is, for who hears the page. */
  readonly label: string;
  readonly onSubmit: () => void;
  /** What the button says that submits; without it nothing can be sent, or one of the actions does it. */
  readonly submit?: string | undefined;
  readonly isPending?: boolean;
  /** Something is missing still. */
  readonly isDisabled?: boolean;
  /** The labels of what is missing still, said beside the button that waits for it. */
  readonly missing?: readonly string[];
  /** More buttons below. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
};

/** Fields beside and below each other, and what one does with them. Enter submits. */
export function Form({ label, onSubmit, submit, isPending = false, isDisabled = false, ...rest }: Props) {
  const say = useSay(uiTexts);
  const { list } = useReader();
  const { missing = [] } = rest;
  const send = (event: FormEvent) => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <form className={styles.form} aria-label={label} onSubmit={send} noValidate>
      <Fields>{rest.children}</Fields>
      <div className={styles.actions}>
        {submit !== undefined && (
          <Button
            type="submit"
            kind="primary"
            isPending={isPending}
            isDisabled={isDisabled || missing.length > 0}
          >
            {submit}
          </Button>
        )}
        {rest.actions}
        {missing.length > 0 && (
          <p className={styles.missing}>{say('stillMissing', { what: list(missing) })}</p>
        )}
        {isPending && <Working />}
      </div>
    </form>
  );
}

/** Fields that stand beside each other where there is room. */
export function Fields({ children }: { readonly children: ReactNode }) {
  return <div className={styles.fields}>{children}</div>;
}
