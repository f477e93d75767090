import { expect, test } from 'vitest';
import { meantBy, mentionAt, partsOf, stillNamed, withMention } from './mention.ts';

const ANN = { id: '1', name: 'Ann Lee' };
const WANG = { id: '2', name: '王小明' };

test.each([
  ['Hi @An', 6, { from: 3, typed: 'An' }],
  ['@', 1, { from: 0, typed: '' }],
  ['a@b.example', 11, undefined],
  ['@Ann Lee\nnext', 13, undefined],
  ['请看，@王', 5, { from: 3, typed: '王' }],
  ['Hi @An, see', 11, { from: 3, typed: 'An, see' }],
])('what is typed behind @ in %j', (text, caret, found) => {
  expect(mentionAt(text, caret)).toEqual(found);
});

test('a name is found by the beginning of any of its words, a Chinese one by any part', () => {
  expect(meantBy('le', [ANN, WANG])).toEqual([ANN]);
  expect(meantBy('小', [ANN, WANG])).toEqual([WANG]);
  expect(meantBy('', [ANN, WANG])).toEqual([ANN, WANG]);
  expect(meantBy('nn', [ANN])).toEqual([]);
});

test('a name takes the place of what was typed, and counts while it stands there', () => {
  const put = withMention('Hi @An there', { from: 3, caret: 6, name: 'Ann Lee' });
  expect(put).toEqual({ text: 'Hi @Ann Lee there', caret: 12 });
  expect(stillNamed(put.text, [ANN, WANG, ANN])).toEqual(['1']);
  expect(partsOf(put.text, [ANN]).map(({ said, isMention }) => [said, isMention])).toEqual([
    ['Hi ', false],
    ['@Ann Lee', true],
    [' there', false],
  ]);
});
