import type { FuzzTarget } from '../fuzzTarget.ts';
import { csvTarget } from './csv.ts';

// Programs that must be found out: without them nobody knows whether the search finds anything.

/** Splits at commas and believes that quotes come in pairs. */
export function canaryTarget(): FuzzTarget {
  return {
    ...csvTarget(''),
    run: ({ bytes }) => {
      const fields = bytes.toString('latin1').split(/[,;\t|\r\n]/);
      for (const field of fields) if (/^"[^"]*""$/.test(field)) throw new Error('a quote too many');
      return '';
    },
  };
}

/** Waits for the end of a quote that may not come. */
export function hangingCanaryTarget(): FuzzTarget {
  return {
    ...csvTarget(''),
    run: ({ bytes }) => {
      for (let at = bytes.indexOf('"\n'); at >= 0 && bytes[at] !== 0; at = bytes.indexOf('"\n'));
      return '';
    },
  };
}
