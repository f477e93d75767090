import type { ReactNode } from 'react';
import { Button as Pressable } from 'react-aria-components';
import styles from './Button.module.css';

type Props = {
  readonly children: ReactNode;
  readonly onPress?: () => void;
  /** The one thing to do here; what destroys; what is there for those who look for it. */
  readonly kind?: 'plain' | 'primary' | 'danger' | 'quiet';
  readonly type?: 'button' | 'submit';
  readonly isDisabled?: boolean;
  /** It has been pressed, and is under way. */
  readonly isPending?: boolean;
  /** Where what is written does not say enough by itself. */
  readonly label?: string;
};

export function Button({ children, kind = 'plain', label, type = 'button', ...rest }: Props) {
  const className = `${styles.button} ${styles[kind] ?? ''}`;
  return (
    <Pressable
      {...rest}
      type={type}
      className={className}
      {...(label !== undefined && { 'aria-label': label })}
    >
      {children}
    </Pressable>
  );
}
