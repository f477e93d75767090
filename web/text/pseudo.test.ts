import { expect, test } from 'vitest';
import { pseudoText } from './pseudo.ts';

test.each([
  ['Close', '⟦Çļóšé ~ ~⟧'],
  ['Code: {code}', '⟦Çóđé: ~ ~⟧ {code}'],
  ['{from} – {to}', '{from} – {to}'],
])('%s becomes longer, and its facts stay outside', (text, longer) => {
  expect(pseudoText(text)).toBe(longer);
});

test('both forms of a count do', () => {
  expect(pseudoText({ one: '{count} row', other: '{count} rows' })).toEqual({
    one: '{count} ⟦ŕóŵ ~ ~⟧',
    other: '{count} ⟦ŕóŵš ~ ~⟧',
  });
});
