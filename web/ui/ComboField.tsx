import { type KeyboardEvent, useState } from 'react';
import { Button, ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import { useSay } from '../text/ReaderContext.tsx';
import { type Choice, choicesMeant } from './choices.ts';
import styles from './Field.module.css';
import { type Help, Helped } from './FieldHelp.tsx';
import { Named } from './Named.tsx';
import { uiTexts } from './texts.ts';

type Props = {
  readonly label: string;
  readonly placeholder?: string;
  readonly choices: readonly Choice[];
  /** The code of what is chosen, '' for nothing. */
  readonly value: string;
  readonly onChange: (id: string) => void;
  readonly help?: Help | undefined;
};

/** One of many: found by typing a part of its name or code. */
export function ComboField({ label, placeholder = '', choices, value, onChange, help }: Props) {
  const say = useSay(uiTexts);
  const chosen = choices.find(({ id }) => id === value)?.name ?? value;
  const [typed, setTyped] = useState(chosen);
  // At once, not afterwards: what changes by itself later would open the list again.
  const [shown, setShown] = useState(chosen);
  if (shown !== chosen) {
    setShown(chosen);
    setTyped(chosen);
  }
  const change = (text: string) => {
    setTyped(text);
    if (text === '' && value !== '') onChange('');
  };
  const meant = choicesMeant(choices, typed === chosen ? '' : typed);
  /** The only one that is left is the one that is meant: the list itself would take the text away. */
  const takeOnly = (event: KeyboardEvent) => {
    const [only, ...others] = meant;
    if (event.key !== 'Enter' || only === undefined || others.length > 0 || typed === chosen) return;
    event.preventDefault();
    event.stopPropagation();
    onChange(only.id);
    setTyped(only.name);
  };
  return (
    <Helped label={label} help={help}>
      <ComboBox
        className={styles.field ?? ''}
        items={meant}
        inputValue={typed}
        onInputChange={change}
        selectedKey={value === '' ? null : value}
        onSelectionChange={(id) => id !== null && id !== value && onChange(String(id))}
        onBlur={() => setTyped(chosen)}
        menuTrigger="focus"
        allowsEmptyCollection
      >
        <Label className={styles.label}>{label}</Label>
        <div className={styles.combo} onKeyDownCapture={takeOnly}>
          <Input className={styles.input ?? ''} placeholder={placeholder} />
          <Button className={styles.open ?? ''}>▾</Button>
        </div>
        <Popover className={styles.list ?? ''}>
          <ListBox renderEmptyState={() => <p className={styles.empty}>{say('nothingFound')}</p>}>
            {({ id, name }: Choice) => (
              <ListBoxItem id={id} textValue={name} className={styles.item ?? ''}>
                <Named name={name} code={id} />
              </ListBoxItem>
            )}
          </ListBox>
        </Popover>
      </ComboBox>
    </Helped>
  );
}
