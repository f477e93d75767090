import { crc32 } from 'node:zlib';
import { expect, it, vi } from 'vitest';

vi.mock('node:zlib', async (original) => {
  const zlib = await original<typeof import('node:zlib')>();
  return { ...zlib, crc32: vi.fn(zlib.crc32) };
});
const { workbookExport } = await import('./workbookExport.ts');

it('what a workbook is packed with is added up by Node', async () => {
  const pages = (async function* () {
    yield [['D1', '1']];
  })();
  for await (const _ of workbookExport(['document', 'line'], pages));
  // The sheet, and the parts around it.
  expect(vi.mocked(crc32).mock.calls.length).toBeGreaterThanOrEqual(6);
});
