import { useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { speakToServer } from '../api/client.ts';
import { type Language, languageFor } from './language.ts';
import { PSEUDO, pseudoText } from './pseudo.ts';
import { type Reader, readerOf } from './reader.ts';
import { remember, remembered } from './remembered.ts';
import type { Say, Texts } from './texts.ts';

type Spoken = { readonly reader: Reader; readonly speak: (language: Language) => void };

const ReaderContext = createContext<Spoken | undefined>(undefined);

/** Whose language the pages speak: the remembered one, else the browser's. */
export function ReaderProvider({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useState(() => languageFor(remembered('language'), navigator.languages));
  const queries = useQueryClient();
  speakToServer(language);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const spoken = useMemo(() => {
    const speak = (wanted: Language) => {
      remember('language', wanted);
      speakToServer(wanted);
      setLanguage(wanted);
      // The server's own sentences come again in the language asked for.
      void queries.invalidateQueries();
    };
    const writeText = remembered('language') === PSEUDO ? pseudoText : undefined;
    return { reader: readerOf(language, writeText), speak };
  }, [language, queries]);
  return <ReaderContext value={spoken}>{children}</ReaderContext>;
}

function useSpoken(): Spoken {
  const spoken = useContext(ReaderContext);
  if (spoken === undefined) throw new Error('Fault: a page without reader');
  return spoken;
}

/** Writes figures, amounts, days and texts in the language of the reader. */
export function useReader(): Reader {
  return useSpoken().reader;
}

/** The texts of a catalogue in the language of the reader. */
export function useSay<T extends Texts>(catalogue: T): Say<T> {
  const { reader } = useSpoken();
  return useMemo(() => reader.say(catalogue), [reader, catalogue]);
}

/** Changes the language of the pages. */
export function useSpeak(): (language: Language) => void {
  return useSpoken().speak;
}
