import { useSay } from '../../text/ReaderContext.tsx';
import { Button } from '../../ui/Button.tsx';
import { CheckField } from '../../ui/CheckField.tsx';
import { Fields } from '../../ui/Form.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { ValuesField } from '../../ui/ValuesField.tsx';
import { agreementsTexts } from '../agreements/texts.ts';
import { usePartners } from '../money/useChoices.ts';
import { DIRECTIONS, type Draft, PROGRAMMES, type Rule, SUBJECTS } from './approvalRules.ts';
import { ruleTexts } from './ruleTexts.ts';
import styles from './Settings.module.css';
import { useRuleSentences } from './useRuleSentences.ts';

type Props = {
  readonly number: number;
  readonly rule: Rule;
  readonly draft: Draft;
  readonly onChange: (rule: Rule) => void;
  /** Left out where one has to stay. */
  readonly onRemove: (() => void) | undefined;
};

/** What needs which approvals, and the sentence that it makes. */
export function RuleFields({ number, rule, draft, onChange, onRemove }: Props) {
  const say = useSay(ruleTexts);
  const sayAgreement = useSay(agreementsTexts);
  const partners = usePartners();
  const { levelName, ruleSentence } = useRuleSentences();
  const title = say('rule', { number });
  const programmes = PROGRAMMES.map((id) => ({ id, name: sayAgreement(`programme.${id}`) }));
  return (
    <fieldset className={styles.part}>
      <legend className={styles.legend}>{title}</legend>
      <p className={styles.sentence}>{ruleSentence(rule, draft)}</p>
      <Checks
        label={say('needed')}
        choices={draft.levels.map((level) => ({ id: level.id, name: levelName(level) }))}
        values={rule.levels}
        onChange={(levels) => onChange({ ...rule, levels })}
      />
      <Checks
        label={say('subjects')}
        choices={SUBJECTS.map((id) => ({ id, name: say(`subject_${id}`) }))}
        values={rule.subjects}
        onChange={(subjects) => onChange({ ...rule, subjects })}
      />
      <Checks
        label={say('directions')}
        choices={DIRECTIONS.map((id) => ({ id, name: say(`direction_${id}`) }))}
        values={rule.directions}
        onChange={(directions) => onChange({ ...rule, directions })}
      />
      <Fields>
        <TextField
          label={say('atLeast')}
          inputMode="decimal"
          value={rule.atLeast}
          onChange={(atLeast) => onChange({ ...rule, atLeast })}
        />
        <TextField
          label={say('currency')}
          value={rule.currency}
          onChange={(typed) => onChange({ ...rule, currency: typed.toUpperCase() })}
        />
        <ValuesField
          label={say('programmes')}
          choices={programmes}
          values={rule.programmes}
          onChange={(ids) => onChange({ ...rule, programmes: PROGRAMMES.filter((id) => ids.includes(id)) })}
        />
        <ValuesField
          label={say('partners')}
          choices={partners}
          values={rule.partners}
          onChange={(codes) => onChange({ ...rule, partners: codes })}
        />
      </Fields>
      {onRemove && (
        <Button kind="quiet" label={`${say('removeRule')}: ${title}`} onPress={onRemove}>
          {say('removeRule')}
        </Button>
      )}
    </fieldset>
  );
}

type ChecksProps<T extends string> = {
  readonly label: string;
  readonly choices: readonly { readonly id: T; readonly name: string }[];
  readonly values: readonly T[];
  readonly onChange: (values: readonly T[]) => void;
};

/** Several of a few, in their order. */
function Checks<T extends string>({ label, choices, values, onChange }: ChecksProps<T>) {
  const toggle = (id: T) =>
    onChange(choices.map((one) => one.id).filter((one) => (one === id) !== values.includes(one)));
  return (
    <fieldset className={styles.checks}>
      <legend className={styles.label}>{label}</legend>
      {choices.map(({ id, name }) => (
        <CheckField key={id} isSelected={values.includes(id)} onChange={() => toggle(id)}>
          {name}
        </CheckField>
      ))}
    </fieldset>
  );
}
