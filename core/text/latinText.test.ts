import { expect, it } from 'vitest';
import { latinText } from './latinText.ts';

it.each([
  ['Muller GmbH', 'Muller GmbH'],
  ['Müller & Söhne GmbH', 'Muller + Sohne GmbH'],
  ['Straße', 'Strasse'],
  ['Łódź Œuvre Ærø', 'Lodz OEuvre AEro'],
  ['Mu\u0308ller', 'Muller'],
  ['“Tea” – No. 4; 5!', "'Tea' - No. 4, 5."],
  ["a/b?c:(d).,'+-", "a/b?c:(d).,'+-"],
  ['', ''],
  ['北京茶叶', undefined],
  ['Чай', undefined],
  ['a\nb', undefined],
  ['5 €', undefined],
])('“%s” is “%s”', (text, expected) => {
  expect(latinText(text)).toBe(expected);
});
