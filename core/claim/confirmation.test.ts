import { expect, it } from 'vitest';
import { CONFIRMATION_EVENTS, type ConfirmationEventKind, nextState } from './confirmation.ts';

it.each([
  [[], ['confirmed', 'contested']],
  [['confirmed'], []],
  [['contested'], ['assigned', 'replied', 'resolved']],
  [
    ['contested', 'assigned', 'replied'],
    ['assigned', 'replied', 'resolved'],
  ],
  [['contested', 'resolved'], []],
] as readonly [readonly ConfirmationEventKind[], readonly ConfirmationEventKind[]][])(
  'after %j of a balance may come %j',
  (before, possible) => {
    expect(CONFIRMATION_EVENTS.filter((kind) => nextState(before, kind).ok)).toEqual(possible);
  },
);
