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
import { type Help, Helped } from './FieldHelp.tsx';
import { Unseen } from './Unseen.tsx';

type Props = {
  readonly label: string;
  readonly choices: readonly Choice[];
  readonly value: string;
  readonly onChange: (id: string) => void;
  readonly hint?: string | undefined;
  /** What is wrong with it, and what would be right. */
  readonly error?: string | undefined;
  /** What stands there while nothing is chosen. */
  readonly placeholder?: string;
  /** Only read aloud: what stands around it says it to those who see. */
  readonly isLabelHidden?: boolean;
  readonly help?: Help | undefined;
};

/** One of a few. For one of many, or to find it by typing: ComboField. */
export function SelectField({ label, choices, value, onChange, hint, error, ...rest }: Props) {
  const { placeholder, isLabelHidden = false, help } = rest;
  return (
    <Helped label={label} help={help}>
      <Select
        className={styles.field ?? ''}
        value={value === '' ? null : value}
        {...(placeholder !== undefined && { placeholder })}
        onChange={(id) => onChange(String(id))}
        isInvalid={error !== undefined}
      >
        <Label className={styles.label}>{isLabelHidden ? <Unseen>{label}</Unseen> : label}</Label>
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
    </Helped>
  );
}
