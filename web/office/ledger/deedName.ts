import type { Say } from '../../text/texts.ts';
import { deedWords } from './deedWords.ts';

type Key = keyof (typeof deedWords)['en'];

/** `claim.sent` in words; a deed that the page does not know is called as the trail calls it. */
export function deedName(action: string, say: Say<typeof deedWords>): string {
  const [thing = '', did = ''] = action.split('.');
  const [of, done] = [`of.${thing}`, `did.${did}`];
  return isKnown(of) && isKnown(done)
    ? say('deed', { thing: say(of as 'of.claim'), did: say(done as 'did.sent') })
    : action;
}

function isKnown(key: string): key is Key {
  return Object.hasOwn(deedWords.en, key);
}
