import { z } from 'zod';
import type { OwnLine, OwnLineFilter } from '../../../app/ports.ts';
import { formatDate } from '../../../core/calendar/localDate.ts';
import { LINE_KINDS, SIDES } from '../../../core/fact/line.ts';
import { cursorParameter, cutPage, pageOf, readCursor } from '../cursor.ts';
import { dayField } from '../dayField.ts';
import { code, dayParameter, limitParameter, textParameter } from '../parameters.ts';
import { dayText, decimalText } from '../plainTexts.ts';
import { answer, route } from '../route.ts';

export type OwnLineUseCases = {
  readonly listOwnLines: (filter: OwnLineFilter) => Promise<readonly OwnLine[]>;
};

const define = route<OwnLineUseCases>();

const ownLineSchema = z.strictObject({
  source: z.string(),
  document: z.string(),
  line: z.string(),
  side: z.enum(SIDES),
  partner: z.string(),
  day: dayText.describe('of the invoice, or the first that the line has, or when it became known'),
  product: z.string(),
  productName: z.string(),
  kind: z.enum(LINE_KINDS),
  quantity: decimalText.nullable(),
  unit: z.string(),
  value: decimalText.nullable().describe('net, or gross where nothing else is said'),
  currency: z.string(),
  returnOf: z.string().nullable().describe('the document that it takes back of'),
});

const EXAMPLE = {
  ...{ source: 'erp', document: 'SO-4711', line: '1', side: 'sale', partner: 'P1', day: '2026-03-10' },
  ...{ product: 'TEA-1', productName: 'Green tea', kind: 'goods', quantity: '1500', unit: 'EA' },
  ...{ value: '20000.00', currency: 'EUR', returnOf: null },
};

const text = z
  .string()
  .max(300)
  .regex(/^\P{Cc}*$/u);

export const ownLineRoutes = [
  define({
    id: 'listOwnLines',
    isPortal: true,
    isServedByUs: true,
    method: 'GET',
    path: '/api/v1/portal/lines',
    summary: 'Invoice lines as they count now, the latest first; partners see their own',
    scope: 'earnings:read',
    query: {
      partner: code('of this partner', 'partner'),
      product: textParameter('of the product with this code'),
      document: textParameter('of the document with this number'),
      from: dayParameter('the first day'),
      until: dayParameter('the last day'),
      limit: limitParameter,
      cursor: cursorParameter,
    },
    answer: pageOf(ownLineSchema),
    example: { query: { partner: 'P1', limit: '50' }, answer: { rows: [EXAMPLE], next: null } },
    respond: async ({ query }, { listOwnLines }) => {
      const { limit, cursor, ...asked } = query;
      const filter = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined));
      const selection = JSON.stringify(['ownLines', filter]);
      const after = readCursor(cursor, selection, z.tuple([dayField, text, text, text]));
      if (!after.ok) return after;
      const [day, source, document, line] = after.value ?? [];
      const place = day === undefined ? undefined : { day, source, document, line };
      const found = await listOwnLines({
        ...filter,
        limit: limit + 1,
        ...(place && { after: place as NonNullable<OwnLineFilter['after']> }),
      });
      const { rows, next } = cutPage(found, limit, selection, (one) => [
        formatDate(one.day),
        ...[one.source, one.document, one.line],
      ]);
      return answer({ rows: rows.map(ownLineJson), next });
    },
  }),
];

function ownLineJson({ returnOf, day, ...line }: OwnLine) {
  return { ...line, day: formatDate(day), returnOf: returnOf ?? null };
}
