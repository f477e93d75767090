import { useSay } from '../../text/ReaderContext.tsx';
import { fieldTexts } from './fieldTexts.ts';

type FieldName = keyof (typeof fieldTexts)['en'];

/** What a field is called; a free attribute bears the name that its sender gave it. */
export function useFieldName(): (field: string) => string {
  const say = useSay(fieldTexts);
  return (field) => {
    const own = field.replace(/^attributes?\./, '');
    return isKnown(own) ? say(own) : own;
  };
}

function isKnown(field: string): field is FieldName {
  return Object.hasOwn(fieldTexts.en, field);
}
