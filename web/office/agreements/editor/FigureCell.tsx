import { type ClipboardEvent, type KeyboardEvent, useEffect, useState } from 'react';
import { decimalOf, readersMark } from '../text/decimalOf.ts';
import styles from './Editor.module.css';

type Props = {
  readonly label: string;
  /** A decimal text, or what was typed and is none. */
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly isInvalid: boolean;
  readonly place?: string;
  readonly onKeyDown?: (event: KeyboardEvent<HTMLInputElement>) => void;
  readonly onPaste?: (event: ClipboardEvent<HTMLInputElement>) => void;
};

/** A figure that is typed as people of the reader's region do, and kept as decimal text. */
export function FigureCell({ label, value, onChange, isInvalid, place, onKeyDown, onPaste }: Props) {
  const mark = readersMark();
  const shown = shownFigure(value, mark);
  const [typed, setTyped] = useState(shown);
  const [isTyping, setTyping] = useState(false);
  useEffect(() => {
    if (!isTyping) setTyped(shown);
  }, [shown, isTyping]);
  const change = (text: string) => {
    setTyped(text);
    onChange(decimalOf(text, mark) ?? text);
  };
  return (
    <input
      className={styles.figure}
      aria-label={label}
      aria-invalid={isInvalid}
      inputMode="decimal"
      autoComplete="off"
      data-place={place}
      value={typed}
      onFocus={() => setTyping(true)}
      onBlur={() => setTyping(false)}
      onChange={(event) => change(event.target.value)}
      onKeyDown={onKeyDown}
      onPaste={(event) => {
        setTyping(false);
        onPaste?.(event);
      }}
    />
  );
}

function shownFigure(value: string, mark: '.' | ','): string {
  return /^-?\d+(\.\d+)?$/.test(value) ? value.replace('.', mark) : value;
}
