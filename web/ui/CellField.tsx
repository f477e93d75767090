import { Input } from 'react-aria-components';
import styles from './CellField.module.css';

type Props = {
  /** Which cell it is, for who hears the page: the column and the row. */
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** What stands there is not right. */
  readonly isWrong?: boolean;
  /** Somebody has changed it, and it is not saved yet. */
  readonly isChanged?: boolean;
};

/** A cell of a table that one can write into. */
export function CellField({ label, value, onChange, isWrong = false, isChanged = false }: Props) {
  const state = isChanged ? styles.changed : isWrong ? styles.wrong : '';
  return (
    <Input
      className={`${styles.cell} ${state ?? ''}`}
      aria-label={label}
      aria-invalid={isWrong && !isChanged}
      value={value}
      onChange={({ target }) => onChange(target.value)}
    />
  );
}
