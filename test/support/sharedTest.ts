import { test } from 'vitest';
import { ownCases } from './ownCases.ts';

let declared = 0;

/** A test that is a case of its file, in the order in which they stand: one of `ownCases`, or left to the other server. */
export function sharedTest(name: string, body: () => Promise<void>): void {
  declared += 1;
  const isOwn = ownCases([...Array(declared).keys()]).includes(declared - 1);
  // The other server of `npm test` tries it.
  test.skipIf(!isOwn)(name, body);
}
