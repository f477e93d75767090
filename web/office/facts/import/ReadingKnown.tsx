import { useSay } from '../../../text/ReaderContext.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import type { SavedReading } from './Reading.tsx';
import { importTexts } from './texts.ts';

type Props = { readonly saved: SavedReading; readonly onChange: () => void };

/** A file like this one came in before: nothing has to be said again. */
export function ReadingKnown({ saved, onChange }: Props) {
  const say = useSay(importTexts);
  return (
    <Notice
      title={say('knownAs', { name: saved.name })}
      meaning="good"
      actions={<Button onPress={onChange}>{say('changeReading')}</Button>}
    >
      <p>{say('knownVersion', { version: saved.version })}</p>
    </Notice>
  );
}
