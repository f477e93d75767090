import { expect, it } from 'vitest';
import { type OpenDocument, setOffs } from './setOff.ts';

const owed = (
  openMinor: bigint,
  agreements: OpenDocument['agreements'],
  isAdvance = false,
): OpenDocument => ({
  ...{ settlement: 'S', number: 'CN-1', openMinor, agreements, isAdvance },
});
const other = (
  settlement: string,
  openMinor: bigint,
  agreements: OpenDocument['agreements'],
  isAdvance = false,
): OpenDocument => ({ settlement, number: `N-${settlement}`, openMinor, agreements, isAdvance });

const A = new Map([['A', ['B']]]);
const B = new Map([['B', ['A', 'C']]]);

it.each<[string, OpenDocument, readonly OpenDocument[], readonly (readonly [string, bigint])[]]>([
  ['all that the other one owes', owed(500n, A), [other('1', 300n, B)], [['1', 300n]]],
  ['never more than is open', owed(200n, A), [other('1', 300n, B)], [['1', 200n]]],
  [
    'one after the other',
    owed(500n, A),
    [other('1', 300n, B), other('2', 300n, B)],
    [
      ['1', 300n],
      ['2', 200n],
    ],
  ],
  [
    'nothing where one side names nobody',
    owed(500n, A),
    [other('1', 300n, new Map([['B', 'none' as const]]))],
    [],
  ],
  [
    'nothing where the other one is not named back',
    owed(500n, A),
    [other('1', 300n, new Map([['B', ['C']]]))],
    [],
  ],
  [
    'nothing where one of several agreements is not named',
    owed(500n, new Map<string, 'none' | readonly string[]>([...A, ['C', 'none']])),
    [other('1', 300n, B)],
    [],
  ],
  [
    'an advance of its own agreement, whatever is named',
    owed(500n, A),
    [other('1', 100n, new Map([['A', 'none' as const]]), true)],
    [['1', 100n]],
  ],
  [
    'what the same agreement takes back, whatever is named',
    owed(500n, new Map([['A', 'none' as const]])),
    [other('1', 100n, new Map([['A', 'none' as const]]))],
    [['1', 100n]],
  ],
  ['no advance of another agreement', owed(500n, A), [other('1', 100n, B, true)], []],
  ['no advance against an advance', owed(500n, A, true), [other('1', 100n, A, true)], []],
  ['nothing of what is not open', owed(500n, A), [other('1', 0n, B)], []],
])('sets off %s', (_, document, others, expected) => {
  expect(setOffs(document, others).map(({ against, minor }) => [against, minor])).toEqual(expected);
});
