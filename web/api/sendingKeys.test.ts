import { expect, test } from 'vitest';
import { freshKey, sendingKeys } from './sendingKeys.ts';

function counting() {
  let last = 0;
  return sendingKeys(() => {
    last += 1;
    return String(last);
  });
}

test('a write without an answer keeps its key when it is sent again', () => {
  const keys = counting();
  expect([keys.keyOf('a'), keys.keyOf('a')]).toEqual(['1', '1']);
});

test('the same write after an answer is another one', () => {
  const keys = counting();
  keys.keyOf('a');
  keys.answered('a');
  expect(keys.keyOf('a')).toBe('2');
});

test('two writes have two keys', () => {
  const keys = counting();
  expect([keys.keyOf('a'), keys.keyOf('b')]).toEqual(['1', '2']);
});

test('a fresh key is one that the server takes, and no two are the same', () => {
  const made = new Set(Array.from({ length: 100 }, freshKey));
  expect(made.size).toBe(100);
  for (const key of made) expect(key).toMatch(/^[\x21-\x7e]{32}$/);
});
