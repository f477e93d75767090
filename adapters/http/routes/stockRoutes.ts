import { z } from 'zod';
import type { StockAnswer, StockQuestion } from '../../../app/facts/readFacts.ts';
import type { FactTexts, FactWritten } from '../../../app/facts/writeFacts.ts';
import type { StockPlace } from '../../../app/ports/factStore.ts';
import { formatDate } from '../../../core/calendar/localDate.ts';
import type { StockCount } from '../../../core/fact/stockCount.ts';
import { formatDecimal } from '../../../core/number/decimal.ts';
import type { Result } from '../../../core/refusal/refusals.ts';
import { BULK_STATUSES, bulkBody } from '../bulk.ts';
import { cursorParameter, cutPage, pageOf, readCursor } from '../cursor.ts';
import { answerFacts, factsAnswer } from '../factWrite.ts';
import { code, dayParameter, limitParameter } from '../parameters.ts';
import { dayText, decimalText } from '../plainTexts.ts';
import { answer, route } from '../route.ts';
import { saidText } from '../saidText.ts';

export type StockUseCases = {
  /** Refuses: known-day-backwards; each item: those of parseStockCount, line-identity-repeated, what is unknown. */
  readonly writeStock: (items: readonly FactTexts[]) => Promise<Result<readonly Result<FactWritten>[]>>;
  readonly stockOn: (question: StockQuestion) => Promise<StockAnswer>;
};

const define = route<StockUseCases>();

const text = saidText(300);
const naming = (kind: string) => text.meta({ 'x-id-of': kind });

/** The columns of a file of counts: what is wrong with a value is said item by item. */
const newCount = z.strictObject({
  source: text,
  company: naming('company'),
  partner: z.exactOptional(naming('partner')),
  location: z.exactOptional(text),
  product: naming('product'),
  day: text.describe('YYYY-MM-DD'),
  quantity: text.describe('decimal text'),
  unit: text,
});

const countSchema = z.strictObject({
  source: z.string(),
  company: z.string(),
  partner: z.string().nullable().describe('null: ours'),
  location: z.string().nullable(),
  product: z.string(),
  day: dayText.describe('of the last count up to the day'),
  quantity: decimalText,
  unit: z.string(),
});

const COUNT = {
  source: 'wms',
  company: 'EU',
  partner: 'P1',
  product: 'TEA-1',
  day: '2026-03-31',
  quantity: '120',
  unit: 'EA',
};

export const stockRoutes = [
  define({
    id: 'writeStock',
    method: 'POST',
    path: '/api/v1/stock/bulk',
    summary: 'Many stock counts at once; what is refused stands in quarantine, too',
    scope: 'facts:write',
    maxBytes: 2 * 1024 * 1024,
    body: bulkBody(newCount),
    answer: factsAnswer,
    otherStatuses: BULK_STATUSES,
    example: {
      body: { items: [COUNT], allOrNothing: false },
      answer: {
        done: 1,
        refused: 0,
        items: [{ index: 0, status: 200, value: { disposition: 'accepted', revision: 1 } }],
      },
    },
    respond: ({ body, language }, { writeStock }) => answerFacts(body, language, writeStock),
  }),
  define({
    id: 'listStock',
    method: 'GET',
    path: '/api/v1/stock',
    summary: 'What lay in stock at the end of a day, ours and partners’: of everything its last count',
    scope: 'facts:read',
    query: {
      day: dayParameter('at the end of this day; without it the business day'),
      known: dayParameter('as it was known at the end of this day; without it now'),
      partner: code('only of this partner', 'partner'),
      product: code('only of this product', 'product'),
      limit: limitParameter,
      cursor: cursorParameter,
    },
    answer: pageOf(countSchema),
    example: {
      query: { day: '2026-03-31', partner: 'P1', product: 'TEA-1' },
      answer: { rows: [{ ...COUNT, location: null }], next: null },
    },
    respond: async ({ query }, { stockOn }) => {
      const { day, known, partner, product, limit, cursor } = query;
      const selection = JSON.stringify(['stock', day, known, partner, product].map((one) => one ?? null));
      const after = readCursor(cursor, selection, place);
      if (!after.ok) return after;
      const found = await stockOn({
        ...(day !== undefined && { day }),
        ...(known !== undefined && { known }),
        ...(partner !== undefined && { partner }),
        ...(product !== undefined && { product }),
        ...(after.value && { day: after.value[0], batch: after.value[1], after: after.value[2] }),
        limit: limit + 1,
      });
      const { counts, day: on, batch } = found;
      const { rows, next } = cutPage(counts, limit, selection, (last) => [on, batch, ...placeOf(last)]);
      return answer({ rows: rows.map(countJson), next });
    },
  }),
];

const part = saidText(300);

/** The day and batch of the first page, so that all pages show one state; then the last row. */
const place = z
  .tuple([z.int(), z.int().min(0), part, part, part, part, part, part])
  .transform(([day, batch, ...last]): [number, number, StockPlace] => [day, batch, last]);

function placeOf({ partner = '', product, location = '', unit, company, source }: StockCount): StockPlace {
  return [partner, product, location, unit, company, source];
}

function countJson({ source, company, partner, location, product, day, quantity, unit }: StockCount) {
  const whose = { partner: partner ?? null, location: location ?? null };
  return {
    source,
    company,
    ...whose,
    product,
    day: formatDate(day),
    quantity: formatDecimal(quantity),
    unit,
  };
}
