import type { Say } from '../../text/texts.ts';
import type { detectorWords } from './detectorWords.ts';

/** What a detector looks for, in words; one that these pages do not know yet is called as the program calls it. */
export function detectorName(name: string, say: Say<typeof detectorWords>): string {
  const known = say as (key: string) => string | undefined;
  return known(name) || name;
}
