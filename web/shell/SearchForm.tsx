import { useSearch } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useSay } from '../text/ReaderContext.tsx';
import { Button } from '../ui/Button.tsx';
import { Form } from '../ui/Form.tsx';
import { TextField } from '../ui/TextField.tsx';
import styles from './SearchForm.module.css';
import { shellTexts } from './texts.ts';
import { useNarrow } from './useAddressText.ts';

type Field = {
  /** What it is called in the address. */
  readonly name: string;
  readonly label: string;
  readonly type?: 'text' | 'search' | 'date';
  readonly placeholder?: string;
};

type Props = {
  readonly label: string;
  readonly fields: readonly Field[];
  /** What else narrows the list, and is taken away with the fields. */
  readonly more?: readonly string[];
  /** What is chosen rather than typed, and counts at once. */
  readonly children?: ReactNode;
};

/** What a list is looked for by: typed first, and kept in the address as soon as somebody looks. */
export function SearchForm(props: Props) {
  const address: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const given = props.fields.map(({ name }) => [name, String(address[name] ?? '')] as const);
  return <Typing key={JSON.stringify(given)} {...props} given={Object.fromEntries(given)} />;
}

type TypingProps = Props & { readonly given: Readonly<Record<string, string>> };

function Typing({ label, fields, more = [], children, given }: TypingProps) {
  const say = useSay(shellTexts);
  const narrow = useNarrow();
  const address: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const [typed, setTyped] = useState(given);
  const names = [...fields.map(({ name }) => name), ...more];
  const look = () =>
    narrow(Object.fromEntries(Object.entries(typed).map(([name, text]) => [name, text.trim()])));
  const clear = () => narrow(Object.fromEntries(names.map((name) => [name, ''])));
  const isNarrowed = names.some((name) => address[name] !== undefined);
  return (
    <search className={styles.search} aria-label={label}>
      <Form
        label={label}
        onSubmit={look}
        actions={
          <>
            <Button type="submit">{say('search')}</Button>
            {isNarrowed && (
              <Button kind="quiet" onPress={clear}>
                {say('showAll')}
              </Button>
            )}
          </>
        }
      >
        {children}
        {fields.map(({ name, ...field }) => (
          <TextField
            key={name}
            {...field}
            value={typed[name] ?? ''}
            onChange={(text) => setTyped({ ...typed, [name]: text })}
          />
        ))}
      </Form>
    </search>
  );
}
