import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contrast, GROUNDS, type Ground, nearest, tooFaint } from './contrast.ts';

const TOKENS = readFileSync(new URL('../../web/ui/tokens.css', import.meta.url), 'utf8');

/** What a token of the pages is on a ground, in six digits. */
function token(name: string, ground: Ground): string {
  const [, light = '', dark = ''] =
    new RegExp(`--${name}: light-dark\\((#\\w+), (#\\w+)\\)`).exec(TOKENS) ?? [];
  const colour = ground === 'light' ? light : dark;
  return colour.length === 4 ? colour.replaceAll(/[^#]/g, '$&$&') : colour;
}

// Figures of the WCAG itself, and of the contrast checker of WebAIM.
test.each([
  ['#000000', '#ffffff', 2100],
  ['#ffffff', '#ffffff', 100],
  ['#777777', '#ffffff', 447],
  ['#767676', '#ffffff', 454],
  ['#0000ff', '#ffffff', 859],
  ['#ff0000', '#ffffff', 399],
])('%s on %s has %i hundredths', (one, other, hundredths) => {
  expect([contrast(one, other), contrast(other, one)]).toEqual([hundredths, hundredths]);
});

test.each(['light', 'dark'] as const)(
  'the grounds are those of the pages, on which our own accent is read: %s',
  (ground) => {
    const { plain, sheet, on } = GROUNDS[ground];
    expect([...plain, sheet, on]).toEqual(
      ['paper', 'sheet', 'hover', 'sheet', 'on-accent'].map((name) => token(name, ground)),
    );
    expect(tooFaint(token('accent', ground), ground)).toBeUndefined();
  },
);

test('yellow is too faint on light, and navy on dark; it is said where', () => {
  expect(tooFaint('#ffcc00', 'light')).toMatchObject({ contrast: 131 });
  expect(tooFaint('#001f5b', 'dark')?.contrast).toBeLessThan(200);
});

test('the nearest of any colour can be read, and one that can is its own nearest', () => {
  const colours = fc.integer({ min: 0, max: 0xffffff }).map((one) => `#${one.toString(16).padStart(6, '0')}`);
  fc.assert(
    fc.property(colours, fc.constantFrom<Ground>('light', 'dark'), (colour, ground) => {
      const found = nearest(colour, ground);
      expect(tooFaint(found, ground)).toBeUndefined();
      if (tooFaint(colour, ground) === undefined) expect(found).toBe(colour);
    }),
  );
});
