import { describe, expect, it } from 'vitest';
import { CATALOGUES } from './catalogue.ts';
import { placeholdersOf } from './fillText.ts';

/** Every text of a catalogue under its path. */
function texts(node: unknown, path = ''): [string, string][] {
  if (typeof node === 'string') return [[path, node]];
  return Object.entries(node as object).flatMap(([key, inner]) => texts(inner, `${path}/${key}`));
}

const en = new Map(texts(CATALOGUES.en));
const zh = new Map(texts(CATALOGUES['zh-CN']));

/** What the reader sees of a text besides the values that are filled in. */
function fixedParts(text: string): string {
  return text.replace(/\{[^{}]*\}/g, '').replace(/[[\]]/g, '');
}

describe('the two catalogues', () => {
  it('say the same things', () => {
    expect([...zh.keys()].sort()).toEqual([...en.keys()].sort());
    expect(en.size).toBeGreaterThan(200);
  });

  it('name the same values in each text; a plural is a matter of English alone', () => {
    for (const [path, text] of en) {
      if (path.startsWith('/units/')) continue;
      expect([path, placeholdersOf(zh.get(path) ?? '')]).toEqual([path, placeholdersOf(text)]);
    }
  });

  it('have no empty text and no brace or bracket out of place', () => {
    for (const [path, text] of [...en, ...zh]) {
      expect([path, fixedParts(text).trim() === '' && !/[{]/.test(text)]).toEqual([path, false]);
      expect([path, /[{}|]/.test(fixedParts(text))]).toEqual([path, false]);
      const brackets = text.replace(/[^[\]]/g, '');
      expect([path, /^(\[\])*$/.test(brackets)]).toEqual([path, true]);
    }
  });

  it('write Chinese in Chinese, with full-width marks', () => {
    const half = /[\p{Script=Han}}][,;:!?()]|[,;:!?()][\p{Script=Han}{]/u;
    for (const [path, text] of zh) {
      if (path === '/locale') continue;
      expect([path, half.test(text)]).toEqual([path, false]);
      if (/^\/(steps|refusals)/.test(path)) expect([path, text.endsWith('。')]).toEqual([path, true]);
      const isSign = path.startsWith('/units/') || path === '/comma';
      expect([path, /\p{Script=Han}/u.test(text) || isSign || path === '/empty']).toEqual([path, true]);
    }
  });

  it('end every English sentence, and hold no Chinese in it', () => {
    for (const [path, text] of en) {
      expect([path, /\p{Script=Han}/u.test(text)]).toEqual([path, false]);
      if (/^\/(steps|refusals)/.test(path)) expect([path, /[.]\]?$/.test(text)]).toEqual([path, true]);
    }
  });
});
