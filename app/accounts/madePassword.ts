import type { AccountPorts } from './accountPorts.ts';

/** Signs that nobody takes for each other when they are read aloud or copied. */
const SIGNS = 'abcdefghjkmnpqrstuvwxyz23456789';

/** A password that nobody can guess, to be typed once: four groups of five signs, 99 bits. */
export function madePassword(ports: Pick<AccountPorts, 'random'>): string {
  const signs = madeSigns(ports, 20);
  return [0, 5, 10, 15].map((from) => signs.slice(from, from + 5)).join('-');
}

/** So many signs by chance. */
export function madeSigns(ports: Pick<AccountPorts, 'random'>, count: number): string {
  const signs: string[] = [];
  while (signs.length < count) {
    const [byte = 255] = ports.random(1);
    // Above the last whole round some signs would come more often than others.
    if (byte < 248) signs.push(SIGNS[byte % 31] ?? '');
  }
  return signs.join('');
}
