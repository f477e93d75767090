import { describe, expect, it } from 'vitest';
import { lineOf } from '../../test/support/trade.ts';
import { type FiledLine, knownLines } from './knownLines.ts';

/**
 * Files of one document as "x y y", each letter a line without a number; a file that names bytes
 * ("a: x y") is sent again where the same bytes stand again. "!x" is refused for another reason.
 */
function rowsOf(files: readonly string[]): FiledLine[] {
  return files.flatMap((text, file) => {
    const [bytes, said] = text.includes(':') ? (text.split(': ') as [string, string]) : [`${file}`, text];
    const seen = new Map<string, number>();
    return said.split(' ').map((word, row) => {
      const letter = word.replace('!', '');
      const n = (seen.get(letter) ?? 0) + 1;
      seen.set(letter, n);
      const line = lineOf({ document: 'D1', product: letter, line: `${letter}-${n}` });
      const refusals = word.startsWith('!')
        ? [{ code: 'line-product-unknown' as const, at: 'product', facts: {} }]
        : [];
      return { file, document: bytes, row: row + 1, line, isByOccurrence: true, refusals };
    });
  });
}

const SHORT = { accepted: '+', duplicate: '=', superseded: '<', quarantined: '?' } as const;

function ends(files: readonly string[]): { ends: string; known: string; codes: string[] } {
  const rows = rowsOf(files);
  const { dispositions, lines, refusals } = knownLines(rows, undefined);
  const parts = files.map((_, file) =>
    dispositions
      .filter((__, index) => rows[index]?.file === file)
      .map((one) => SHORT[one])
      .join(''),
  );
  const codes = [...new Set(refusals.map(({ code }) => code.replace('line-', '')))];
  const known = lines
    .map(({ line }) => line)
    .sort()
    .join(' ');
  return { ends: parts.join(' '), known, codes };
}

describe('a document whose lines have no numbers', () => {
  it.each([
    ['comes once', ['x y y'], '+++', 'x-1 y-1 y-2', []],
    ['comes twice', ['x y', 'y x'], '++ ==', 'x-1 y-1', []],
    ['has an equal line more', ['x y', 'x y y'], '++ ==+', 'x-1 y-1 y-2', []],
    // The one thing that content and count cannot tell: this second part looks like a whole that grew.
    ['comes in parts of which one repeats the other', ['x', 'x y'], '+ =+', 'x-1 y-1', []],
    ['grows', ['x', 'x y z'], '+ =++', 'x-1 y-1 z-1', []],
    ['comes cut, then whole', ['x y', 'x y z', 'y z'], '++ ==+ ??', 'x-1 y-1 z-1', ['document-cut']],
    [
      'comes whole, then cut, then whole',
      ['x y z', 'y', 'x y z'],
      '+++ ? ===',
      'x-1 y-1 z-1',
      ['document-cut'],
    ],
    ['has an equal line less', ['x x', 'x'], '++ ?', 'x-1 x-2', ['document-cut']],
    ['comes in two parts', ['x y', 'z'], '++ ?', 'x-1 y-1', ['document-differs']],
    [
      'comes in two parts, then whole',
      ['x y', 'z', 'x y z'],
      '++ ? ==+',
      'x-1 y-1 z-1',
      ['document-differs'],
    ],
    ['comes in parts that share a line', ['x y', 'y z'], '++ ??', 'x-1 y-1', ['document-differs']],
    ['has another line in the place of one', ['x y', 'x z'], '++ ??', 'x-1 y-1', ['document-differs']],
    ['is sent again after it has grown', ['a: x', 'b: x y', 'a: x'], '+ =+ =', 'x-1 y-1', []],
    ['is sent again cut', ['a: x y', 'b: y', 'b: y'], '++ ? ?', 'x-1 y-1', ['document-cut']],
    ['has a line that is refused', ['x !y', 'x !y'], '+? =?', 'x-1', ['product-unknown']],
    ['has a line that is known by now', ['x !y', 'x y'], '+? =+', 'x-1 y-1', ['product-unknown']],
    [
      'lacks a line and has one that is refused',
      ['x y', 'x !z'],
      '++ ??',
      'x-1 y-1',
      ['document-differs', 'product-unknown'],
    ],
  ])('%s', (_, files, expected, known, codes) => {
    const found = ends(files);
    expect(found.ends).toBe(expected);
    expect(found.known).toBe(known);
    expect([...found.codes].sort()).toEqual(codes);
  });

  it('has the same lines in whatever order its parts and its whole come', () => {
    const orders = [
      ['x y', 'y z', 'x y z'],
      ['x y', 'x y z', 'y z'],
      ['y z', 'x y', 'x y z'],
      ['y z', 'x y z', 'x y'],
      ['x y z', 'x y', 'y z'],
      ['x y z', 'y z', 'x y'],
    ];
    expect(new Set(orders.map((files) => ends(files).known))).toEqual(new Set(['x-1 y-1 z-1']));
  });

  it('says how many lines are missed and how many are new', () => {
    const { refusals } = knownLines(rowsOf(['x y z', 'z w']), undefined);
    expect(refusals[0]).toEqual({
      code: 'line-document-differs',
      at: 'document',
      facts: { row: '1', document: 'D1', missing: '2', fresh: '1' },
    });
  });
});
