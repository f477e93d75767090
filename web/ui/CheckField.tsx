import type { ReactNode } from 'react';
import { Checkbox } from 'react-aria-components';
import styles from './CheckField.module.css';

type Props = {
  /** What is so when it is ticked. */
  readonly children: ReactNode;
  readonly isSelected: boolean;
  readonly onChange: (isSelected: boolean) => void;
  /** Where it stands in a row that says already what it is about. */
  readonly label?: string;
  readonly isDisabled?: boolean;
};

/** Yes or no. */
export function CheckField({ children, label, ...box }: Props) {
  return (
    <Checkbox {...box} className={styles.check ?? ''} {...(label !== undefined && { 'aria-label': label })}>
      <span className={styles.box} aria-hidden="true">
        ✓
      </span>
      {children}
    </Checkbox>
  );
}
