import { FieldError, Label, TextField as LabelledInput, Text, TextArea } from 'react-aria-components';
import styles from './Field.module.css';

type Props = {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly rows?: number;
  readonly hint?: string | undefined;
  /** What is wrong with it, and what would be right. */
  readonly error?: string | undefined;
  readonly isRequired?: boolean;
};

/** A text of several lines. */
export function LongTextField({ label, rows = 3, hint, error, ...field }: Props) {
  return (
    <LabelledInput
      {...field}
      className={styles.field ?? ''}
      isInvalid={error !== undefined}
      validationBehavior="aria"
    >
      <Label className={styles.label}>{label}</Label>
      <TextArea className={styles.input ?? ''} rows={rows} />
      {hint !== undefined && (
        <Text slot="description" className={styles.hint}>
          {hint}
        </Text>
      )}
      <FieldError className={styles.error ?? ''}>{error}</FieldError>
    </LabelledInput>
  );
}
