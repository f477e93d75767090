import { expect, test } from 'vitest';
import { aboutName } from './aboutName.ts';
import type { TrustCase } from './trustTypes.ts';

const ID = '0190c2a4-7e1f-7c3a-8f00-000000000001';

test.each([
  ['CN-2026-7', 'P1', 'Adler', 'CN-2026-7'],
  [ID, 'P1', 'Adler', 'Adler'],
  [ID, 'P1', null, 'P1'],
  [ID, null, null, ID],
])('%s of %s, %s is called %s', (about, partner, partnerName, called) => {
  expect(aboutName({ about, partner, partnerName } as TrustCase)).toBe(called);
});
