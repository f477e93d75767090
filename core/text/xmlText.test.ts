import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { xmlGroup, xmlLeaf, xmlText } from './xmlText.ts';

/** What a reader of XML finds: the text of the only leaf, and the attribute of the root. */
function readBack(xml: string): { leaf: string; attribute: string } {
  const found = { leaf: '', attribute: '' };
  const parser = new SaxesParser();
  let depth = 0;
  parser.on('opentag', ({ attributes }) => {
    depth += 1;
    if (depth === 1) found.attribute = attributes.at ?? '';
  });
  parser.on('text', (text) => {
    if (depth === 2) found.leaf += text;
  });
  parser.on('closetag', () => {
    depth -= 1;
  });
  parser.write(xml).close();
  return found;
}

function documentWith(text: string): string {
  const root = xmlGroup('root', [{ name: 'leaf', inside: text }], { at: text });
  return root === undefined ? '' : xmlText(root);
}

describe('a text of XML', () => {
  it('stands in lines, and what is not there is left out', () => {
    const root = xmlGroup('a', [
      xmlLeaf('b', 'x < y & "z"', { id: '1' }),
      xmlLeaf('c', ''),
      xmlGroup('d', [xmlLeaf('e', undefined)]),
    ]);
    expect(root && xmlText(root)).toBe(
      '<?xml version="1.0" encoding="UTF-8"?>\n<a>\n  <b id="1">x &lt; y &amp; &quot;z&quot;</b>\n</a>\n',
    );
  });

  it('is read back as it was, whatever is in it', () => {
    const text = fc
      .string({ unit: 'grapheme' })
      // biome-ignore lint/suspicious/noControlCharactersInRegex: what XML cannot hold is another case
      .filter((drawn) => !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.test(drawn));
    const tricky = fc.constantFrom(
      ']]>',
      '<!--',
      '&amp;',
      '"\'',
      ' a\tb\nc\r\n ',
      '税额 & <b>',
      '\u0085\u2028',
    );
    fc.assert(
      fc.property(fc.oneof(text, tricky), (drawn) => {
        expect(readBack(documentWith(drawn))).toEqual({ leaf: drawn, attribute: drawn });
      }),
      { numRuns: 300, seed: 20_261_129 },
    );
  });

  it.each(['\u0000', '\u000b', '\uffff', '\ud800'])('cannot hold every character', (sign) => {
    expect(() => documentWith(sign)).toThrow('Fault');
  });
});
