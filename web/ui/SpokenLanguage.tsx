import type { ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components';
import { useReader } from '../text/ReaderContext.tsx';

/** What components say aloud themselves is in the language of the pages, not in that of the browser. */
export function SpokenLanguage({ children }: { readonly children: ReactNode }) {
  return <I18nProvider locale={useReader().language}>{children}</I18nProvider>;
}
