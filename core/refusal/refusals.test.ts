import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { referencePage } from '../../test/reference/documentTables.ts';
import { refusalPage } from '../../test/reference/refusalPage.ts';
import { isScript, isTest, readHouse } from '../../test/tidy/houseFiles.ts';
import { firstColumn } from '../../test/tidy/pages.ts';
import { accept, REFUSALS, refuse, refused } from './refusals.ts';

const ROOT = join(import.meta.dirname, '../..');
const CODES = Object.keys(REFUSALS);

/** This one is put together from parts where it is raised. */
const COMPOSED = /^line-company-unknown$/;

describe('the registry', () => {
  it('is what the page of the reference says, both ways', () => {
    const written = firstColumn(referencePage('refusals.md'), 'Codes');
    expect(written).toEqual(CODES);
    expect(CODES.length).toBeGreaterThan(60);
  });

  it.each([
    ['en', 'refusals.md'],
    ['zh-CN', 'refusals.zh-CN.md'],
  ] as const)('has its texts in %s on the page of that language', async (language, page) => {
    await expect(refusalPage(language)).toMatchFileSnapshot(join(ROOT, 'docs/reference', page));
  });

  it('names no refusal that nothing raises', () => {
    const raising = readHouse(ROOT)
      .filter(({ path }) => isScript(path) && !isTest(path))
      .filter(({ path }) => !/^core\/(wording|refusal)\//.test(path))
      .map(({ text }) => text)
      .join('\n');
    const idle = CODES.filter((code) => !COMPOSED.test(code) && !raising.includes(`'${code}'`));
    expect(idle).toEqual([]);
  });
});

it('keeps refusals as data: code, place, facts', () => {
  const refusal = refuse('agreement-not-found', 'agreement', { id: 'A' });
  expect(refusal).toEqual({ code: 'agreement-not-found', at: 'agreement', facts: { id: 'A' } });
  expect(refused(refusal, refuse('earning-not-found', 'id'))).toEqual({
    ok: false,
    refusals: [refusal, { code: 'earning-not-found', at: 'id', facts: {} }],
  });
  expect(accept(1)).toEqual({ ok: true, value: 1 });
});
