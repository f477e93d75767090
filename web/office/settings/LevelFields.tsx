import { useSay } from '../../text/ReaderContext.tsx';
import { Button } from '../../ui/Button.tsx';
import { Fields } from '../../ui/Form.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { ValuesField } from '../../ui/ValuesField.tsx';
import { useColleagues } from '../money/useChoices.ts';
import type { Level } from './approvalRules.ts';
import { ruleTexts } from './ruleTexts.ts';
import styles from './Settings.module.css';

type Props = {
  readonly number: number;
  readonly level: Level;
  readonly onChange: (level: Level) => void;
  /** Left out where one has to stay. */
  readonly onRemove: (() => void) | undefined;
};

/** One approval: its name, and who may give it. */
export function LevelFields({ number, level, onChange, onRemove }: Props) {
  const say = useSay(ruleTexts);
  const people = useColleagues().map(({ id, name }) => ({ id, name }));
  const title = say('level', { number });
  return (
    <fieldset className={styles.part}>
      <legend className={styles.legend}>{title}</legend>
      <Fields>
        <TextField label={say('nameEn')} value={level.en} onChange={(en) => onChange({ ...level, en })} />
        <TextField label={say('nameZh')} value={level.zh} onChange={(zh) => onChange({ ...level, zh })} />
        <div>
          <ValuesField
            label={say('approvers')}
            choices={people}
            values={level.approvers}
            onChange={(approvers) => onChange({ ...level, approvers })}
          />
          <p className={styles.hint}>{say('approversHint')}</p>
        </div>
      </Fields>
      {onRemove && (
        <Button kind="quiet" label={`${say('removeLevel')}: ${title}`} onPress={onRemove}>
          {say('removeLevel')}
        </Button>
      )}
    </fieldset>
  );
}
