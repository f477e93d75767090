import { useSay } from '../../../text/ReaderContext.tsx';
import { Fields } from '../../../ui/Form.tsx';
import { Section } from '../../../ui/Section.tsx';
import { SelectField } from '../../../ui/SelectField.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { useFieldHelp } from '../../help/useFieldHelp.ts';
import { wordAt } from '../text/textPath.ts';
import { useEditor, useField } from './EditorContext.tsx';
import { editorTexts } from './texts.ts';

const FREQUENCIES = ['month', 'quarter', 'halfYear', 'year', 'term'] as const;
const METHODS = ['creditNote', 'debitNote', 'payment', 'goods', 'deduction'] as const;
const CLAIMS = ['automatic', 'partnerClaims', 'weClaim'] as const;

/** How what is earned becomes money. */
export function SettlementFields() {
  const help = useFieldHelp();
  const say = useSay(editorTexts);
  const { text, set, errors } = useEditor();
  const frequency = useField(['settlement', 'frequency']);
  const method = useField(['settlement', 'method']);
  const claim = useField(['settlement', 'claim', 'rule']);
  const days = ['settlement', 'paymentDays'] as const;
  return (
    <Section title={say('settlement')}>
      <Fields>
        <SelectField
          label={say('frequency')}
          help={help('frequency')}
          choices={FREQUENCIES.map((id) => ({ id, name: say(`window.${id}`) }))}
          {...frequency}
        />
        <SelectField
          label={say('claim')}
          help={help('claim')}
          choices={CLAIMS.map((id) => ({ id, name: say(`claim.${id}`) }))}
          {...claim}
        />
        <SelectField
          label={say('method')}
          help={help('method')}
          choices={METHODS.map((id) => ({ id, name: say(`method.${id}`) }))}
          {...method}
        />
        <TextField
          label={say('paymentDays')}
          help={help('paymentDays')}
          inputMode="numeric"
          value={wordAt(text, days)}
          error={errors.get('settlement.paymentDays')}
          onChange={(typed) => set(days, /^\d{1,6}$/.test(typed) ? Number(typed) : typed)}
        />
      </Fields>
    </Section>
  );
}
