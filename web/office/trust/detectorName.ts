import type { Say } from '../../text/texts.ts';
import { detectorWords } from './detectorWords.ts';

type Key = keyof (typeof detectorWords)['en'];

/** What a detector has found, in plain words; one that these pages do not know yet is called as the program calls it. */
export function detectorName(name: string, say: Say<typeof detectorWords>): string {
  return Object.hasOwn(detectorWords.en, name) ? say(name as Key) : name;
}
