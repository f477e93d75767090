import { useReader, useSay } from '../../text/ReaderContext.tsx';
import type { Help } from '../../ui/FieldHelp.tsx';
import { docPage } from './docPage.ts';
import { FIELD_PAGES, fieldTexts } from './fieldTexts.ts';

/** What a field means, in the reader's language, and the page that says more. */
export function useFieldHelp(): (field: keyof typeof FIELD_PAGES) => Help {
  const say = useSay(fieldTexts);
  const { language } = useReader();
  return (field) => ({ text: say(field), page: docPage(FIELD_PAGES[field], language) });
}
