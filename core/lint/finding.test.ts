import { join } from 'node:path';
import { expect, it } from 'vitest';
import { findingPage } from '../../test/reference/findingPage.ts';

const REFERENCE = join(import.meta.dirname, '../../docs/reference');

it.each([
  ['en', 'findings.md'],
  ['zh-CN', 'findings.zh-CN.md'],
] as const)('has every finding on the page of the reference in %s', async (language, page) => {
  await expect(findingPage(language)).toMatchFileSnapshot(join(REFERENCE, page));
});
