import { readFileSync } from 'node:fs';
import type { Draw } from '../crash/seededRandom.ts';
import { demoPath } from '../facts/demo/demoFiles.ts';
import type { Rows } from './fuzzTarget.ts';

export const HEADER = ['orderID', 'productID', 'quantity', 'unitPrice', 'x'] as const;

/** Orders of the demo's real data, as one table. */
export function realRows(count: number): Rows {
  const text = readFileSync(`${demoPath('data/northwind')}/order_details.csv`, 'utf8');
  const lines = text.split('\n').slice(0, count + 1);
  return lines.map((line) => line.trim().split(','));
}

const TEXTS = [
  ...['', 'x', '1', '1.5', '1,5', '-2', '1.234,56', '1,234.56', "1'234.5", '(12.50)', '12.5-', '31.12.2026'],
  ...[
    '2026-12-31',
    '12/31/2026',
    '"',
    'a\nb',
    'a\r\nb',
    '中',
    'Größe',
    "'=x",
    'NULL',
    ' ',
    'a;b',
    '=1+1',
    '-',
  ],
  ...['😀', '２', '0x1F', '1e5', '٣', 'true', '&amp;', '<v>', ']]>', '_x000D_', '\u00a01', '%', '5 %', '€ 1'],
];

/** A text that a cell may hold, or one that nobody would think of. */
export function anyText(draw: Draw): string {
  if (draw(5) > 0) return TEXTS[draw(TEXTS.length)] as string;
  const length = draw(7);
  return Array.from({ length }, () => String.fromCodePoint(SIGNS[draw(SIGNS.length)] as number)).join('');
}

const SIGNS = [
  9, 10, 13, 32, 34, 39, 44, 45, 46, 48, 57, 59, 61, 65, 92, 97, 124, 0xa0, 0xe9, 0x4e2d, 0x1f600,
];

export function anyRows(draw: Draw): string[][] {
  const width = 1 + draw(HEADER.length);
  return Array.from({ length: draw(7) }, () =>
    Array.from({ length: draw(8) === 0 ? draw(7) : width }, () => anyText(draw)),
  );
}
