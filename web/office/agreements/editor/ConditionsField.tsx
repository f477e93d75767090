import { useState } from 'react';
import { useSay } from '../../../text/ReaderContext.tsx';
import { Button } from '../../../ui/Button.tsx';
import { ComboField } from '../../../ui/ComboField.tsx';
import { Helped } from '../../../ui/FieldHelp.tsx';
import { SelectField } from '../../../ui/SelectField.tsx';
import { ValuesField } from '../../../ui/ValuesField.tsx';
import { useFieldHelp } from '../../help/useFieldHelp.ts';
import { isFields, type Json, listAt, type Path, pathText, wordAt } from '../text/textPath.ts';
import styles from './Editor.module.css';
import { useEditor } from './EditorContext.tsx';
import { editorTexts } from './texts.ts';
import { type Room, useConditionChoices } from './useConditionChoices.ts';

const TESTS = ['in', 'notIn', 'under'] as const;
type Test = (typeof TESTS)[number];

type Props = {
  readonly title: string;
  /** What it means that there is none. */
  readonly everybody: string;
  readonly path: readonly [string, ...Path];
  readonly rooms: readonly Room[];
};

/** Conditions, each a row: what is looked at, and which values meet it. */
export function ConditionsField({ title, everybody, path, rooms }: Props) {
  const say = useSay(editorTexts);
  const { text, set } = useEditor();
  const conditions = listAt(text, path);
  const [room] = rooms;
  return (
    <fieldset className={styles.conditions}>
      <legend>{title}</legend>
      {conditions.length === 0 && <p className={styles.hint}>{everybody}</p>}
      {conditions.map((condition, index) => (
        <ConditionRow
          key={pathText([...path, index])}
          condition={condition}
          path={[...path, index]}
          rooms={rooms}
          onRemove={() =>
            set(
              path,
              conditions.filter((_, other) => other !== index),
            )
          }
        />
      ))}
      <Button
        kind="quiet"
        label={say('addConditionTo', { title })}
        onPress={() => set(path, [...conditions, { attribute: `${room}.code`, in: [] }])}
      >
        {say('addCondition')}
      </Button>
    </fieldset>
  );
}

type RowProps = {
  readonly condition: Json;
  readonly path: readonly [string, ...Path];
  readonly rooms: readonly Room[];
  readonly onRemove: () => void;
};

function ConditionRow({ condition, path, rooms, onRemove }: RowProps) {
  const help = useFieldHelp();
  const say = useSay(editorTexts);
  const { set, errors } = useEditor();
  const [isBegun, setBegun] = useState(false);
  const { attributes, valuesOf } = useConditionChoices(rooms);
  const attribute = wordAt(condition, ['attribute']);
  const test = testOf(condition);
  const values = listAt(condition, [test]).map(String);
  const write = (changed: { attribute?: string; test?: Test; values?: readonly string[] }) => {
    setBegun(true);
    const kept = changed.attribute === undefined || changed.attribute === attribute ? values : [];
    set(path, {
      attribute: changed.attribute ?? attribute,
      [changed.test ?? test]: changed.values ?? kept,
    });
  };
  const known = attributes.some(({ id }) => id === attribute)
    ? attributes
    : [{ id: attribute, name: attribute }, ...attributes];
  const start = pathText(path);
  // Nobody is told off for a row that was only just added; beside the fields it is missing all the same.
  const isJudged = isBegun || values.length > 0;
  const wrong = [...errors].filter(([at]) => isJudged && (at === start || at.startsWith(`${start}.`)));
  return (
    <div className={styles.condition}>
      <ComboField
        label={say('attribute')}
        help={help('attribute')}
        choices={known}
        value={attribute}
        onChange={(id) => id !== '' && write({ attribute: id })}
      />
      <SelectField
        label={say('test')}
        help={help('test')}
        choices={TESTS.map((id) => ({ id, name: say(`test.${id}`) }))}
        value={test}
        onChange={(id) => write({ test: TESTS.find((one) => one === id) ?? 'in' })}
      />
      <Helped label={say('values')} help={help('values')}>
        <ValuesField
          label={say('values')}
          choices={valuesOf(attribute)}
          values={values}
          onChange={(next) => write({ values: next })}
        />
      </Helped>
      <Button kind="quiet" label={say('removeCondition')} onPress={onRemove}>
        ✕
      </Button>
      {wrong.map(([at, error]) => (
        <p key={at} className={styles.error}>
          {error}
        </p>
      ))}
    </div>
  );
}

function testOf(condition: Json): Test {
  if (!isFields(condition)) return 'in';
  return TESTS.find((test) => condition[test] !== undefined) ?? 'in';
}
