import { useNavigate } from '@tanstack/react-router';
import { useDeferredValue, useEffect, useState } from 'react';
import { useReader, useSay } from '../../text/ReaderContext.tsx';
import { Button } from '../../ui/Button.tsx';
import { FindDialog, type FoundSection } from '../../ui/FindDialog.tsx';
import { COMMANDS, commandTexts, isMeant, namesOf, rankOf } from './commands.ts';
import { idOf, type Place, placeOf } from './foundPlaces.ts';
import styles from './Palette.module.css';
import { paletteTexts } from './texts.ts';
import { useFound } from './useFound.ts';

/** The button in the bar, and Ctrl+K or ⌘K anywhere: goes to any page, and finds anything by what it is called. */
export function Palette() {
  const say = useSay(paletteTexts);
  const navigate = useNavigate();
  const [isOpen, setOpen] = useState(false);
  const [typed, setTyped] = useState('');
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.altKey) return;
      event.preventDefault();
      setOpen((open) => !open);
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, []);
  const pages = usePages(typed.trim());
  const things = useThings(useDeferredValue(typed.trim()));
  const places = new Map<string, Place>([...pages.places, ...things.places]);
  const change = (open: boolean) => {
    setOpen(open);
    if (!open) setTyped('');
  };
  return (
    <>
      <Button onPress={() => setOpen(true)} label={`${say('button')} Ctrl K`}>
        <Glass />
        <span className={styles.open}>{say('button')}</span>
        <kbd className={styles.key}>Ctrl K</kbd>
      </Button>
      <FindDialog
        label={say('open')}
        placeholder={say('what')}
        isOpen={isOpen}
        onOpenChange={change}
        typed={typed}
        onType={setTyped}
        sections={[...pages.sections, ...things.sections]}
        empty={say(things.isSearching ? 'searching' : 'nothing')}
        onChoose={(id) => {
          change(false);
          const place = places.get(id);
          if (place !== undefined) void navigate(place);
        }}
      />
    </>
  );
}

function Glass() {
  return (
    <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" className={styles.glass}>
      <circle cx="6.5" cy="6.5" r="4.5" />
      <path d="m10 10 4.5 4.5" />
    </svg>
  );
}

type Choices = {
  readonly sections: readonly FoundSection[];
  readonly places: readonly (readonly [id: string, Place])[];
};

function usePages(typed: string): Choices {
  const say = useSay(paletteTexts);
  const sayCommand = useSay(commandTexts);
  const meant = COMMANDS.map(({ to, name }) => ({ to, ...namesOf(sayCommand(name)) }))
    .filter(({ words }) => isMeant(words, typed))
    .sort((a, b) => rankOf(a.name, typed) - rankOf(b.name, typed));
  if (meant.length === 0) return { sections: [], places: [] };
  return {
    sections: [{ title: say('pages'), items: meant.map(({ to, name }) => ({ id: to, name })) }],
    places: meant.map(({ to }) => [to, { to, search: {} }]),
  };
}

function useThings(typed: string): Choices & { readonly isSearching: boolean } {
  const say = useSay(paletteTexts);
  const reader = useReader();
  const { data, isFetching } = useFound(typed);
  const found = (data?.rows ?? []).map((row) => ({ row, place: placeOf(row) }));
  const rows = found.flatMap(({ row, place }) => (place === undefined ? [] : [{ ...row, place }]));
  const kinds = [...new Set(rows.map(({ kind }) => kind))];
  return {
    isSearching: isFetching,
    sections: kinds.map((kind) => ({
      title: say(kind),
      items: rows
        .filter((row) => row.kind === kind)
        .map((row) => ({ id: idOf(row), name: reader.name(row.name), code: row.code })),
    })),
    places: rows.map((row) => [idOf(row), row.place]),
  };
}
