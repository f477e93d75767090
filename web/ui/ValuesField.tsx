import { type ClipboardEvent, useState } from 'react';
import {
  ComboBox,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Button as OpenButton,
  Popover,
} from 'react-aria-components';
import { useSay } from '../text/ReaderContext.tsx';
import { Button } from './Button.tsx';
import { type Choice, choicesMeant } from './choices.ts';
import fields from './Field.module.css';
import { Named } from './Named.tsx';
import { uiTexts } from './texts.ts';
import styles from './ValuesField.module.css';

type Props = {
  readonly label: string;
  /** What is known; any other value can be typed. */
  readonly choices: readonly Choice[];
  readonly values: readonly string[];
  readonly onChange: (values: readonly string[]) => void;
};

/** Several values: found by typing, or a column of a spreadsheet that is pasted. */
export function ValuesField({ label, choices, values, onChange }: Props) {
  const say = useSay(uiTexts);
  const [typed, setTyped] = useState('');
  const add = (more: readonly string[]) => {
    onChange([...new Set([...values, ...more])]);
    // The field shows what was chosen for a moment: it is for the next one.
    setTimeout(() => setTyped(''));
  };
  const paste = (event: ClipboardEvent) => {
    const pasted = event.clipboardData.getData('text/plain').split(/[\t\n\r;,]/);
    if (pasted.length < 2) return;
    event.preventDefault();
    add(pasted.map((value) => value.trim()).filter((value) => value !== ''));
  };
  const open = choices.filter(({ id }) => !values.includes(id));
  const isOther = typed.trim() !== '' && !choices.some(({ id, name }) => id === typed || name === typed);
  return (
    <div className={styles.values}>
      <ComboBox
        className={fields.field ?? ''}
        items={choicesMeant(open, typed)}
        inputValue={typed}
        onInputChange={setTyped}
        selectedKey={null}
        onSelectionChange={(id) => id !== null && add([String(id)])}
        menuTrigger="focus"
        allowsEmptyCollection
        allowsCustomValue
      >
        <Label className={fields.label}>{label}</Label>
        <div className={fields.combo}>
          <Input className={fields.input ?? ''} placeholder={say('typeValue')} onPaste={paste} />
          <OpenButton className={fields.open ?? ''}>▾</OpenButton>
        </div>
        <Popover
          className={fields.list ?? ''}
          // What is chosen stands below: the list must not cover it.
          placement={values.length > 0 ? 'top start' : 'bottom start'}
        >
          <ListBox renderEmptyState={() => <p className={fields.empty}>{say('nothingFound')}</p>}>
            {({ id, name }: Choice) => (
              <ListBoxItem id={id} textValue={name} className={fields.item ?? ''}>
                <Named name={name} code={name === id ? null : id} />
              </ListBoxItem>
            )}
          </ListBox>
        </Popover>
      </ComboBox>
      {isOther && (
        <Button onPress={() => add([typed.trim()])}>{say('addValue', { value: typed.trim() })}</Button>
      )}
      <ul className={styles.chips}>
        {values.map((value) => {
          const name = choices.find(({ id }) => id === value)?.name ?? value;
          return (
            <li key={value} className={styles.chip}>
              {name}
              <Button
                kind="quiet"
                label={say('removeValue', { value: name })}
                onPress={() => onChange(values.filter((other) => other !== value))}
              >
                ✕
              </Button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
