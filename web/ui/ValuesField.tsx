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
  const open = choices.filter(({ id }) => !values.includes(id));
  const isOther = typed.trim() !== '' && !choices.some(({ id, name }) => id === typed || name === typed);
  return (
    <div className={styles.values}>
      <ValueFinder
        label={label}
        choices={open}
        typed={typed}
        onType={setTyped}
        onAdd={add}
        isAbove={values.length > 0}
      />
      {isOther && (
        <Button onPress={() => add([typed.trim()])}>{say('addValue', { value: typed.trim() })}</Button>
      )}
      <Chosen
        values={values}
        choices={choices}
        onRemove={(value) => onChange(values.filter((other) => other !== value))}
      />
    </div>
  );
}

type FinderProps = {
  readonly label: string;
  readonly choices: readonly Choice[];
  readonly typed: string;
  readonly onType: (typed: string) => void;
  readonly onAdd: (values: readonly string[]) => void;
  /** What is chosen stands below: the list must not cover it. */
  readonly isAbove: boolean;
};

/** Finds one value by what is typed, or takes in a column that is pasted. */
function ValueFinder({ label, choices, typed, onType, onAdd, isAbove }: FinderProps) {
  const say = useSay(uiTexts);
  const paste = (event: ClipboardEvent) => {
    const pasted = event.clipboardData.getData('text/plain').split(/[\t\n\r;,]/);
    if (pasted.length < 2) return;
    event.preventDefault();
    onAdd(pasted.map((value) => value.trim()).filter((value) => value !== ''));
  };
  return (
    <ComboBox
      className={fields.field ?? ''}
      items={choicesMeant(choices, typed)}
      inputValue={typed}
      onInputChange={onType}
      selectedKey={null}
      onSelectionChange={(id) => id !== null && onAdd([String(id)])}
      menuTrigger="focus"
      allowsEmptyCollection
      allowsCustomValue
    >
      <Label className={fields.label}>{label}</Label>
      <div className={fields.combo}>
        <Input className={fields.input ?? ''} placeholder={say('typeValue')} onPaste={paste} />
        <OpenButton className={fields.open ?? ''}>▾</OpenButton>
      </div>
      <Popover className={fields.list ?? ''} placement={isAbove ? 'top start' : 'bottom start'}>
        <ListBox renderEmptyState={() => <p className={fields.empty}>{say('nothingFound')}</p>}>
          {({ id, name }: Choice) => (
            <ListBoxItem id={id} textValue={name} className={fields.item ?? ''}>
              <Named name={name} code={name === id ? null : id} />
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}

type ChosenProps = Pick<Props, 'values' | 'choices'> & { readonly onRemove: (value: string) => void };

function Chosen({ values, choices, onRemove }: ChosenProps) {
  const say = useSay(uiTexts);
  return (
    <ul className={styles.chips}>
      {values.map((value) => {
        const name = choices.find(({ id }) => id === value)?.name ?? value;
        return (
          <li key={value} className={styles.chip}>
            {name}
            <Button kind="quiet" label={say('removeValue', { value: name })} onPress={() => onRemove(value)}>
              ✕
            </Button>
          </li>
        );
      })}
    </ul>
  );
}
