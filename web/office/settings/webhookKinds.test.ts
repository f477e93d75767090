import { expect, test } from 'vitest';
import { EVENT_KINDS } from '../../../core/webhook/eventKind.ts';
import { KINDS_BY_THING } from './webhookKinds.ts';

test('every kind of event can be chosen, once', () => {
  expect(KINDS_BY_THING.flatMap(([, kinds]): readonly string[] => kinds).sort()).toEqual(
    [...EVENT_KINDS].sort(),
  );
});
