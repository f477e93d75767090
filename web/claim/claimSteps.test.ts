import { expect, it } from 'vitest';
import { type Claim, claimSteps } from './claimSteps.ts';

const NONE = { undecided: '0', accepted: '0', disputed: '0', refused: '0', received: '0', writtenOff: '0' };

/** Where a claim of 100.00 stands, and what happened to it. */
function said(positions: Partial<typeof NONE>, steps: Claim['steps'] = [], documents: string[] = []) {
  const claim = {
    ...{ claimed: '100.00', sentOn: '2026-07-01', positions: { ...NONE, ...positions }, steps },
    documents: documents.map((issuedOn) => ({ settlement: 'S', number: 'CN-1', issuedOn, dueOn: issuedOn })),
  };
  return claimSteps(claim as unknown as Claim).map(
    ({ name, state, days }) => `${name} ${[state, ...days].join(' ')}`,
  );
}
const step = (day: string, to: 'accepted' | 'refused' | 'disputed' | 'received') => ({
  day,
  to,
  amount: '1',
});

it.each([
  [
    'nobody has looked at it',
    said({ undecided: '100.00' }),
    ['sent done 2026-07-01', 'checked now', 'decided later', 'settled later', 'paid later'],
  ],
  [
    'a part is granted',
    said({ undecided: '40.00', accepted: '60.00' }, [step('2026-07-03', 'accepted')]),
    [
      'sent done 2026-07-01',
      'checked done 2026-07-03',
      'decided part 2026-07-03',
      'settled now',
      'paid later',
    ],
  ],
  [
    'whoever claims objects to a part before anybody has answered',
    said({ undecided: '80.00', disputed: '20.00' }, [step('2026-07-03', 'disputed')]),
    ['sent done 2026-07-01', 'checked now', 'decided later 2026-07-03', 'settled later', 'paid later'],
  ],
  [
    'all of it is in dispute',
    said({ disputed: '100.00' }, [step('2026-07-03', 'disputed')]),
    [
      'sent done 2026-07-01',
      'checked done 2026-07-03',
      'decided now 2026-07-03',
      'settled later',
      'paid later',
    ],
  ],
  [
    'all of it is refused',
    said({ refused: '100.00' }, [step('2026-07-03', 'refused')]),
    [
      'sent done 2026-07-01',
      'checked done 2026-07-03',
      'decided done 2026-07-03',
      'settled none',
      'paid none',
    ],
  ],
  [
    'it is on a document',
    said({ accepted: '100.00' }, [step('2026-07-03', 'accepted')], ['2026-07-20']),
    [
      'sent done 2026-07-01',
      'checked done 2026-07-03',
      'decided done 2026-07-03',
      'settled done 2026-07-20',
      'paid now',
    ],
  ],
  [
    'a part of what is granted is paid, the rest in dispute',
    said({ accepted: '10.00', received: '60.00', disputed: '30.00' }, [
      step('2026-07-03', 'accepted'),
      step('2026-07-05', 'disputed'),
      step('2026-08-01', 'received'),
    ]),
    [
      'sent done 2026-07-01',
      'checked done 2026-07-03',
      'decided part 2026-07-03 2026-08-01',
      'settled now',
      'paid part 2026-08-01',
    ],
  ],
  [
    'everything is paid',
    said(
      { received: '100.00' },
      [step('2026-07-03', 'accepted'), step('2026-08-01', 'received')],
      ['2026-07-20'],
    ),
    [
      'sent done 2026-07-01',
      'checked done 2026-07-03',
      'decided done 2026-07-03 2026-08-01',
      'settled done 2026-07-20',
      'paid done 2026-08-01',
    ],
  ],
])('%s', (_, found, wanted) => {
  expect(found).toEqual(wanted);
});
