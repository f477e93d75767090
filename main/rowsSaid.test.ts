import { expect, it } from 'vitest';
import { rowsSaid } from './rowsSaid.ts';

it('says every ten thousand rows how far a file is read, whatever the size of a page, and again from its beginning', () => {
  const lines: string[] = [];
  const onProgress = rowsSaid({ language: 'en', say: (line) => lines.push(line) }, 'folder/sales.csv');
  for (const rows of [3000, 9999, 10_000, 13_000, 19_999, 25_000, 1000, 11_000]) onProgress(rows);
  expect(lines).toEqual(['  sales.csv: 10000 rows', '  sales.csv: 25000 rows', '  sales.csv: 11000 rows']);
});
