import { expect, it } from 'vitest';
import { isTimeZone } from './isTimeZone.ts';

it.each([
  ['Europe/Berlin', true],
  ['Asia/Kathmandu', true],
  ['UTC', true],
  ['Etc/GMT-2', true],
  ['Mars/North', false],
  ['', false],
  // PostgreSQL would count these to the other side of UTC.
  ['+02:00', false],
  ['-02:00', false],
  ['+2', false],
  ['UTC+2', false],
])('%s: %s', (name, expected) => {
  expect(isTimeZone(name)).toBe(expected);
});
