import { FieldError, Input, Label, TextField as LabelledInput, Text } from 'react-aria-components';
import styles from './Field.module.css';
import { type Help, Helped } from './FieldHelp.tsx';

type Props = {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly name?: string;
  readonly type?: 'text' | 'email' | 'password' | 'search' | 'date' | 'tel' | 'url';
  readonly autoComplete?: string;
  readonly inputMode?: 'text' | 'decimal' | 'numeric' | 'email';
  readonly placeholder?: string;
  readonly hint?: string | undefined;
  /** What is wrong with it, and what would be right. */
  readonly error?: string | undefined;
  readonly isRequired?: boolean;
  readonly isReadOnly?: boolean;
  readonly help?: Help | undefined;
};

export function TextField({ label, hint, error, placeholder, help, ...field }: Props) {
  return (
    <Helped label={label} help={help}>
      <LabelledInput
        {...field}
        className={styles.field ?? ''}
        isInvalid={error !== undefined}
        validationBehavior="aria"
      >
        <Label className={styles.label}>{label}</Label>
        <Input className={styles.input ?? ''} {...(placeholder !== undefined && { placeholder })} />
        {hint !== undefined && (
          <Text slot="description" className={styles.hint}>
            {hint}
          </Text>
        )}
        <FieldError className={styles.error ?? ''}>{error}</FieldError>
      </LabelledInput>
    </Helped>
  );
}
