import { expect, test } from 'vitest';
import { recordName } from './recordName.ts';

const CLAIM = { object: 'claim', id: '01a2', facts: { reference: 'SAL-2025-H1' } } as const;
const PAYMENT = { object: 'payment', id: '01a2', facts: {} } as const;

test.each([
  ['a claim by its reference', 'claim', '01a2', 'SAL-2025-H1'],
  ['another claim by its id', 'claim', '01a3', '01a3'],
  ['a payment of the same id by that', 'payment', '01a2', '01a2'],
] as const)('calls %s', (_, object, id, name) => {
  expect(recordName(object, id, [PAYMENT, CLAIM])).toBe(name);
});
