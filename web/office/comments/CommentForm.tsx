import { type ChangeEvent, type KeyboardEvent, useId, useRef, useState } from 'react';
import { api } from '../../api/client.ts';
import { useSay } from '../../text/ReaderContext.tsx';
import { Button } from '../../ui/Button.tsx';
import { Refused } from '../../ui/Failure.tsx';
import styles from './Comments.module.css';
import type { CommentPlace } from './Comments.tsx';
import { meantBy, mentionAt, stillNamed, withMention } from './mention.ts';
import { commentTexts } from './texts.ts';

type Colleague = { readonly id: string; readonly name: string };

const NOBODY: readonly Colleague[] = [];

/** What one says, with colleagues who are found by @ while one types: by arrows and Enter, or by pointer. */
export function CommentForm({ kind, place }: CommentPlace) {
  const say = useSay(commentTexts);
  const [text, setText] = useState('');
  const [named, setNamed] = useState<readonly Colleague[]>(NOBODY);
  const path = { kind, place };
  const write = api.useMutation('post', '/api/v1/comments/{kind}/{place}', {
    onSuccess: () => {
      setText('');
      setNamed(NOBODY);
    },
  });
  const isEmpty = text.trim() === '';
  const send = () =>
    write.mutate({ params: { path }, body: { text, mentions: [...stillNamed(text, named)] } });
  return (
    <form
      className={styles.form}
      aria-label={say('title')}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isEmpty) send();
      }}
    >
      {write.error !== null && <Refused error={write.error} />}
      <MentionField
        {...path}
        text={text}
        onChange={setText}
        onNamed={(colleague) => setNamed([...named, colleague])}
      />
      <Button type="submit" isPending={write.isPending} isDisabled={isEmpty}>
        {say('send')}
      </Button>
    </form>
  );
}

type FieldProps = CommentPlace & {
  readonly text: string;
  readonly onChange: (text: string) => void;
  readonly onNamed: (colleague: Colleague) => void;
};

/** Who is meant by what stands before the caret, and what keys do with that. */
function useMentions({ kind, place, text, onChange, onNamed }: FieldProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  const [caret, setCaret] = useState(0);
  const [at, setAt] = useState(0);
  const [isClosed, setClosed] = useState(true);
  const mention = isClosed ? undefined : mentionAt(text, caret);
  const colleagues = api.useQuery(
    'get',
    '/api/v1/comments/{kind}/{place}/colleagues',
    { params: { path: { kind, place } } },
    { enabled: !isClosed },
  );
  const meant = mention === undefined ? NOBODY : meantBy(mention.typed, colleagues.data?.rows ?? NOBODY);
  const isOpen = meant.length > 0;
  const active = Math.min(at, meant.length - 1);
  const change = ({ target }: ChangeEvent<HTMLTextAreaElement>) => {
    onChange(target.value);
    setCaret(target.selectionStart);
    setAt(0);
    setClosed(false);
  };
  const choose = (colleague: Colleague) => {
    if (mention === undefined) return;
    const put = withMention(text, { from: mention.from, caret, name: colleague.name });
    onChange(put.text);
    onNamed(colleague);
    setClosed(true);
    // The caret follows once the text stands there.
    requestAnimationFrame(() => {
      field.current?.focus();
      field.current?.setSelectionRange(put.caret, put.caret);
    });
  };
  const press = (event: KeyboardEvent) => {
    const chosen = meant[active];
    if (!isOpen || chosen === undefined) return;
    if (event.key === 'ArrowDown') setAt((active + 1) % meant.length);
    else if (event.key === 'ArrowUp') setAt((active + meant.length - 1) % meant.length);
    else if (event.key === 'Enter' || event.key === 'Tab') choose(chosen);
    else if (event.key === 'Escape') setClosed(true);
    else return;
    event.preventDefault();
    // Escape closes the list, and not the sheet that the field stands in.
    event.stopPropagation();
  };
  return { field, meant, isOpen, active, change, choose, press, close: () => setClosed(true) };
}

function MentionField(props: FieldProps) {
  const say = useSay(commentTexts);
  const id = useId();
  const { field, meant, isOpen, active, change, choose, press, close } = useMentions(props);
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={`${id}text`}>
        {say('text')}
      </label>
      <textarea
        id={`${id}text`}
        ref={field}
        className={styles.input}
        rows={3}
        maxLength={4000}
        value={props.text}
        // A box of several lines may not be called a combobox.
        aria-autocomplete="list"
        aria-haspopup="listbox"
        aria-controls={isOpen ? `${id}list` : undefined}
        aria-describedby={`${id}hint`}
        {...(isOpen && { 'aria-activedescendant': `${id}${meant[active]?.id}` })}
        onChange={change}
        onKeyDown={press}
        onBlur={close}
      />
      <p id={`${id}hint`} className={styles.when}>
        {say('hint')}
      </p>
      <Colleagues id={id} meant={meant} active={active} onChoose={choose} />
    </div>
  );
}

type ListProps = {
  readonly id: string;
  readonly meant: readonly Colleague[];
  readonly active: number;
  readonly onChoose: (colleague: Colleague) => void;
};

/** Whom what was typed can mean. */
function Colleagues({ id, meant, active, onChoose }: ListProps) {
  const say = useSay(commentTexts);
  return (
    <div
      id={`${id}list`}
      role="listbox"
      aria-label={say('colleagues')}
      className={styles.options}
      hidden={meant.length === 0}
    >
      {meant.map((colleague, index) => (
        <div
          key={colleague.id}
          id={`${id}${colleague.id}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          className={styles.option}
          // Before the field loses the focus.
          onPointerDown={(event) => {
            event.preventDefault();
            onChoose(colleague);
          }}
        >
          {colleague.name}
        </div>
      ))}
    </div>
  );
}
