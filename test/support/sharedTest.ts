import { expect, test } from 'vitest';
import { ownCases } from './ownCases.ts';

/** By file: several may share this process. */
const declared = new Map<string, number>();

/** A test that is a case of its file, in the order in which they stand: one of `ownCases`, or left to the other server. */
export function sharedTest(name: string, body: () => Promise<void>): void {
  const file = expect.getState().testPath ?? '';
  const at = declared.get(file) ?? 0;
  declared.set(file, at + 1);
  const isOwn = ownCases([...Array(at + 1).keys()]).includes(at);
  test.skipIf(!isOwn)(name, body);
}
