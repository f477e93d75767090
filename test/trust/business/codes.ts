import type { Chance } from '../chance.ts';

/** Codes with numbers in no order, so that nothing is told by when it was made up. */
export type Codes = (prefix: string) => string;

export function codesOf(chance: Chance): Codes {
  const given = new Set<string>();
  return (prefix) => {
    for (;;) {
      const code = `${prefix}-${chance.whole(1_000_000, 9_999_999)}`;
      if (given.has(code)) continue;
      given.add(code);
      return code;
    }
  };
}
