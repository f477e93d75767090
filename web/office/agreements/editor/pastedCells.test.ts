import { describe, expect, test } from 'vitest';
import { pastedCells } from './pastedCells.ts';

describe('what a spreadsheet puts on the clipboard', () => {
  test('are rows of cells, by newlines and tabs', () => {
    expect(pastedCells('1\t2\r\n3\t4\r\n')).toEqual([
      ['1', '2'],
      ['3', '4'],
    ]);
    expect(pastedCells('1\n2\n3')).toEqual([['1'], ['2'], ['3']]);
    expect(pastedCells('a\t\tb')).toEqual([['a', '', 'b']]);
  });

  test('cells with a tab or newline of their own are quoted, and lose their quotes', () => {
    expect(pastedCells('"two\nlines"\t"say ""yes"""\n5\t6')).toEqual([
      ['two\nlines', 'say "yes"'],
      ['5', '6'],
    ]);
  });

  test('one cell is one, and nothing is an empty one', () => {
    expect(pastedCells('7')).toEqual([['7']]);
    expect(pastedCells('')).toEqual([['']]);
  });
});
