import { describe, expect, it } from 'vitest';
import { fractionOf } from '../../test/support/trade.ts';
import { BLOCKED, type Cell } from '../cell/cell.ts';
import { exactText } from '../explanation/operands.ts';
import { joinSums, type Sums, sumsOfCells, sumsOfLines } from './sums.ts';

const YEAR = { from: 0, until: 365 };

function cell(differs: Partial<Cell>): Cell {
  return {
    term: 'T',
    partner: 'P1',
    window: YEAR,
    pool: '',
    slot: 'qualifier',
    bucket: '',
    factor: fractionOf('1'),
    sum: 0n,
    scale: 0,
    lines: 1,
    ...differs,
  };
}

/** "P1 G: qualifier 3 of 2 (a 1, b 2); blocked 4 of 1". */
function written({ partner, pool, slots, blocked }: Sums): string {
  const each = [...slots].map(([id, { value, lines, buckets }]) => {
    const inside = [...buckets].map(([bucket, own]) => `${bucket} ${exactText(own)}`).join(', ');
    return `${id} ${exactText(value)} of ${lines} (${inside})`;
  });
  return `${partner} ${pool}: ${each.join(', ')}; blocked ${exactText(blocked.value)} of ${blocked.lines}`;
}

describe('sums of cells', () => {
  it('add what has one place, of whatever scale and factor, and keep blocked ones apart', () => {
    const cells = [
      cell({ bucket: 'a', sum: 25n, scale: 1, factor: fractionOf('12') }),
      cell({ bucket: 'b', sum: 3n, lines: 2 }),
      cell({ bucket: 'a', sum: -50n, scale: 2 }),
      cell({ slot: 'payout.payout', sum: 7n }),
      cell({ slot: BLOCKED, sum: 995n, scale: 2, lines: 3 }),
      cell({ slot: BLOCKED, sum: 5n, scale: 2 }),
    ];
    const expected = 'P1 : qualifier 32.5 of 4 (a 29.5, b 3), payout.payout 7 of 1 ( 7); blocked 10 of 4';
    expect(sumsOfCells(cells).map(written)).toEqual([expected]);
  });

  it('stand in the order of partner, window and group', () => {
    const cells = [
      cell({ partner: 'P2' }),
      cell({ pool: 'H' }),
      cell({ window: { from: 365, until: 730 } }),
      cell({ pool: 'G' }),
      cell({ window: { from: 0, until: 10 } }),
    ];
    const places = (given: readonly Cell[]) =>
      sumsOfCells(given).map(
        ({ partner, pool, window }) => `${partner} ${window.from}..${window.until} ${pool}`,
      );
    const expected = ['P1 0..10 ', 'P1 0..365 G', 'P1 0..365 H', 'P1 365..730 ', 'P2 0..365 '];
    expect(places(cells)).toEqual(expected);
    expect(places(cells.toReversed())).toEqual(expected);
  });
});

describe('sums of lines', () => {
  it('take what is blocked from the cells, at its scale, and nothing else', () => {
    const cells = [cell({ sum: 7n }), cell({ slot: BLOCKED, sum: 12345n, scale: 3, lines: 2 })];
    expect(sumsOfLines([], cells).map(written)).toEqual(['P1 : ; blocked 12.345 of 2']);
  });
});

describe('sums of several', () => {
  it('are added slot by slot and bucket by bucket', () => {
    const [a, b] = [
      cell({ bucket: 'a', sum: 1n }),
      cell({ bucket: 'b', sum: 2n }),
      cell({ slot: BLOCKED, sum: 5n }),
      cell({ partner: 'P2', bucket: 'b', sum: 4n, lines: 2 }),
      cell({ partner: 'P2', bucket: 'c', sum: 8n }),
      cell({ partner: 'P2', slot: 'gate.0', sum: 9n }),
      cell({ partner: 'P2', slot: BLOCKED, sum: 6n }),
    ].reduce<[Cell[], Cell[]]>(
      ([own, others], one) => (one.partner === 'P1' ? [[...own, one], others] : [own, [...others, one]]),
      [[], []],
    );
    const joined = joinSums([...sumsOfCells(a), ...sumsOfCells(b)], 'G', 'G', YEAR);
    expect(written(joined)).toBe(
      'G G: qualifier 15 of 5 (a 1, b 6, c 8), gate.0 9 of 1 ( 9); blocked 11 of 2',
    );
    expect(written(joinSums([], 'G', 'G', YEAR))).toBe('G G: ; blocked 0 of 0');
  });
});
