import { join } from 'node:path';
import { expect, it } from 'vitest';
import { findingPage } from '../../test/reference/findingPage.ts';

it('has every finding on the page of the reference, as it is said in both languages', async () => {
  await expect(findingPage()).toMatchFileSnapshot(
    join(import.meta.dirname, '../../docs/reference/findings.md'),
  );
});
