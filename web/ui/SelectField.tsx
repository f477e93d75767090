import {
  Button,
  FieldError,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Select,
  SelectValue,
  Text,
} from 'react-aria-components';
import type { Choice } from './choices.ts';
import styles from './Field.module.css';

type Props = {
  readonly label: string;
  readonly choices: readonly Choice[];
  readonly value: string;
  readonly onChange: (id: string) => void;
  readonly hint?: string | undefined;
  /** What is wrong with it, and what would be right. */
  readonly error?: string | undefined;
};

/** One of a few. For one of many, or to find it by typing: ComboField. */
export function SelectField({ label, choices, value, onChange, hint, error }: Props) {
  return (
    <Select
      className={styles.field ?? ''}
      value={value}
      onChange={(id) => onChange(String(id))}
      isInvalid={error !== undefined}
    >
      <Label className={styles.label}>{label}</Label>
      <Button className={`${styles.input} ${styles.select}`}>
        <SelectValue />
        <span className={styles.arrow} aria-hidden="true">
          ▾
        </span>
      </Button>
      {hint !== undefined && (
        <Text slot="description" className={styles.hint}>
          {hint}
        </Text>
      )}
      <FieldError className={styles.error ?? ''}>{error}</FieldError>
      <Popover className={styles.list ?? ''}>
        <ListBox items={choices}>
          {({ id, name }) => (
            <ListBoxItem id={id} textValue={name} className={styles.item ?? ''}>
              {name}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </Select>
  );
}
