import { expect, test } from 'vitest';
import { formatDate, parseDate } from '../../core/calendar/localDate.ts';
import type { StockCount } from '../../core/fact/stockCount.ts';
import { parseDecimal } from '../../core/number/decimal.ts';
import type { Tx } from '../ports.ts';
import { historyStock } from './historyStock.ts';
import type { Reading } from './reading.ts';

const day = (text: string) => parseDate(text) as number;
const count = (location: string, on: string, quantity: string): StockCount => ({
  ...{ source: 'wms', company: 'EU', partner: 'P1', location, product: 'A', unit: 'EA' },
  ...{ day: day(on), quantity: parseDecimal(quantity) as StockCount['quantity'] },
});

/** The last count up to a day of each location, as the store gives it. */
const reading =
  (counts: readonly StockCount[]): Reading =>
  (work) =>
    work({
      facts: {
        stockOn: async (until: number) => {
          const known = counts.filter((one) => one.day <= until).sort((a, b) => a.day - b.day);
          return [...new Map(known.map((one) => [one.location, one])).values()];
        },
      },
    } as unknown as Tx);

test('locations are one, and months in which nothing was counted say nothing', async () => {
  const counts = [
    count('N', '2026-03-20', '4'),
    count('S', '2026-03-25', '1.5'),
    count('N', '2026-05-02', '10'),
  ];
  const stock = await historyStock(reading(counts), { today: day('2026-06-15'), batch: 1 });
  expect(stock.map(({ day: on, quantity }) => [formatDate(on), quantity])).toEqual([
    ['2026-03-25', 5_500_000],
    ['2026-05-02', 11_500_000],
  ]);
  expect(stock[0]).toMatchObject({ partner: 'P1', product: 'A', unit: 'EA' });
});

test('what was counted this month is there as of today', async () => {
  const stock = await historyStock(reading([count('N', '2026-06-10', '3')]), {
    today: day('2026-06-15'),
    batch: 1,
  });
  expect(stock.map(({ quantity }) => quantity)).toEqual([3_000_000]);
});
