import { useSay } from '../../text/ReaderContext.tsx';
import { CheckField } from '../../ui/CheckField.tsx';
import { ComboField } from '../../ui/ComboField.tsx';
import { FileField } from '../../ui/FileField.tsx';
import { Fields } from '../../ui/Form.tsx';
import { LongTextField } from '../../ui/LongTextField.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { TextField } from '../../ui/TextField.tsx';
import type { Answered, Question } from './question.ts';
import { moneyTexts } from './texts.ts';

type Props = {
  readonly questions: readonly Question[];
  readonly answered: Answered;
  readonly onAnswer: (answered: Answered) => void;
};

/** A field for each question. */
export function Questions({ questions, answered, onAnswer }: Props) {
  return (
    <Fields>
      {questions.map((question) => (
        <QuestionField
          key={question.id}
          question={question}
          text={answered.texts[question.id] ?? ''}
          file={answered.file}
          onText={(text) => onAnswer({ ...answered, texts: { ...answered.texts, [question.id]: text } })}
          onFile={(file) => onAnswer({ ...answered, file })}
        />
      ))}
    </Fields>
  );
}

type FieldProps = {
  readonly question: Question;
  readonly text: string;
  readonly file: File | undefined;
  readonly onText: (text: string) => void;
  readonly onFile: (file: File) => void;
};

function QuestionField({ question, text, file, onText, onFile }: FieldProps) {
  const say = useSay(moneyTexts);
  const { label, kind = 'text', choices = [], hint, isOptional = false, fileKinds = [] } = question;
  const more = hint ?? (isOptional ? say('optional') : undefined);
  const field = { label, value: text, onChange: onText };
  if (kind === 'choice') return <SelectField {...field} choices={choices} hint={hint} />;
  if (kind === 'find')
    return <ComboField {...field} choices={choices} {...(more && { placeholder: more })} />;
  if (kind === 'long') return <LongTextField {...field} hint={more} isRequired={!isOptional} />;
  if (kind === 'file')
    return (
      <FileField label={label} kinds={fileKinds} file={file} onChoose={onFile} {...(hint && { hint })} />
    );
  if (kind === 'check')
    return (
      <CheckField isSelected={text === 'yes'} onChange={(isYes) => onText(isYes ? 'yes' : '')}>
        {label}
      </CheckField>
    );
  return (
    <TextField
      {...field}
      hint={more}
      isRequired={!isOptional}
      {...(kind === 'amount' && { inputMode: 'decimal' as const })}
      {...(kind === 'day' && { type: 'date' as const })}
    />
  );
}
