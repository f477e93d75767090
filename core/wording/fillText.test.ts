import { expect, it } from 'vitest';
import { fillText, placeholdersOf } from './fillText.ts';

it('puts values where their names stand', () => {
  expect(fillText('{a} of {b}, {a}', { a: '1', b: '2' })).toBe('1 of 2, 1');
});

it('takes the first form for one, and the second for anything else', () => {
  const text = '{lines} {lines|line|lines}';
  expect(fillText(text, { lines: '1' })).toBe('1 line');
  expect(fillText(text, { lines: '0' })).toBe('0 lines');
  expect(fillText(text, { lines: '-1' })).toBe('-1 lines');
  expect(fillText(text, { lines: '1,001' })).toBe('1,001 lines');
});

it('leaves out an optional part whose value is not given, and shows where another one is absent', () => {
  expect(fillText('text[ of {file}][ in {column}].', { column: 'c' })).toBe('text in c.');
  expect(fillText('of {file}.', {})).toBe('of ….');
});

it('does not read values as text of its own', () => {
  expect(fillText('“{value}”[ ({other})]', { value: '{other} [x] $& {a|b|c}', other: '$1' })).toBe(
    '“{other} [x] $& {a|b|c}” ($1)',
  );
});

it('names what a text asks for', () => {
  expect(placeholdersOf('{b} {a|one|many}[ {c}] {b}')).toEqual(['a', 'b', 'c']);
});
