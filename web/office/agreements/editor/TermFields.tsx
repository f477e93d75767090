import { useReader, useSay } from '../../../text/ReaderContext.tsx';
import type { Scale } from '../../../text/reader.ts';
import { Fields } from '../../../ui/Form.tsx';
import { SelectField } from '../../../ui/SelectField.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { useFieldHelp } from '../../help/useFieldHelp.ts';
import { TermLadder } from '../detail/TermLadder.tsx';
import { scaleOf } from '../text/termLadder.ts';
import { valueAt, wordAt } from '../text/textPath.ts';
import { ConditionsField } from './ConditionsField.tsx';
import styles from './Editor.module.css';
import { useEditor, useField } from './EditorContext.tsx';
import { MeasureFields } from './MeasureFields.tsx';
import { OtherFigures } from './OtherFigures.tsx';
import { PriceGrid } from './PriceGrid.tsx';
import { TierGrid } from './TierGrid.tsx';
import { editorTexts } from './texts.ts';

const WINDOWS = ['month', 'quarter', 'halfYear', 'year', 'term'] as const;

/** One promise: which lines, what the tier is found by, and what it pays. */
export function TermFields({ index }: { readonly index: number }) {
  const help = useFieldHelp();
  const say = useSay(editorTexts);
  const { text } = useEditor();
  const at = ['terms', index] as const;
  const term = valueAt(text, at);
  const payout = useWindow(index);
  const boundary = useField([...at, 'tiers', 'boundary']);
  const from = useFromTitle(scaleOf(term), wordAt(text, ['currency']), boundary.value);
  const windows: readonly string[] = WINDOWS;
  return (
    <div className={styles.term}>
      <Fields>
        {windows.includes(payout.value) && (
          <SelectField
            label={say('window')}
            help={help('window')}
            choices={WINDOWS.map((id) => ({ id, name: say(`window.${id}`) }))}
            {...payout}
          />
        )}
        <MeasureFields index={index} />
      </Fields>
      <h3>{say('tiers')}</h3>
      <TierGrid path={[...at, 'tiers', 'rows']} fromTitle={from} />
      <TermLadder text={text} index={index} hasTable={false} />
      <PriceGrid index={index} />
      <OtherFigures index={index} />
      <ConditionsField
        title={say('include')}
        everybody={say('everyLine')}
        path={[...at, 'eligibility', 'include']}
        rooms={['product', 'partner', 'line']}
      />
      <ConditionsField
        title={say('exclude')}
        everybody={say('nothingOut')}
        path={[...at, 'eligibility', 'exclude']}
        rooms={['product', 'partner', 'line']}
      />
      <WordsField index={index} />
    </div>
  );
}

/** What is settled for each of the windows that are paid goes along with them. */
function useWindow(index: number) {
  const { text, setAll } = useEditor();
  const path = ['terms', index, 'windows', 'payout'] as const;
  const field = useField(path);
  const change = (window: string) => {
    const isSame = wordAt(text, ['settlement', 'frequency']) === field.value;
    setAll([[path, window], ...(isSame ? [[['settlement', 'frequency'], window] as const] : [])]);
  };
  return { ...field, onChange: change };
}

/** What the thresholds are, and in what. */
function useFromTitle(scale: Scale, currency: string, boundary: string): string {
  const say = useSay(editorTexts);
  const reader = useReader();
  const title = say(boundary === 'moreThan' ? 'moreThan' : 'from');
  if (scale.of === 'money') return say('inUnit', { title, unit: currency });
  if (scale.of === 'percent') return say('inUnit', { title, unit: '%' });
  // The unit as it is called, without its count.
  const called = reader.counted('2', scale, currency).replace(/^2\s*/, '');
  return say('inUnit', { title, unit: called });
}

/** The contract's own words: shown, never interpreted. */
function WordsField({ index }: { readonly index: number }) {
  const help = useFieldHelp();
  const say = useSay(editorTexts);
  const { set } = useEditor();
  const path = ['terms', index, 'words'] as const;
  const { value, error } = useField(path);
  return (
    <TextField
      label={say('words')}
      help={help('words')}
      hint={say('wordsHint')}
      value={value}
      error={error}
      onChange={(words) => set(path, words === '' ? undefined : words)}
    />
  );
}
