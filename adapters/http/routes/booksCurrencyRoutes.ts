import { z } from 'zod';
import type { ValuedBooks } from '../../../app/ledger/valueBooks.ts';
import type { BooksPolicy } from '../../../core/ledger/booksPolicy.ts';
import type { Result } from '../../../core/refusal/refusals.ts';
import { codeField, plainText } from '../jsonBody.ts';
import { code } from '../parameters.ts';
import { answer, route } from '../route.ts';

/** Each refuses what the use case of its name does. */
export type BooksCurrencyUseCases = {
  readonly booksPolicy: (company: string) => Promise<Result<BooksPolicy>>;
  readonly setBooksPolicy: (entry: {
    readonly company: string;
    readonly policy: BooksPolicy;
  }) => Promise<Result<BooksPolicy>>;
  readonly valueBooks: (company: string) => Promise<Result<ValuedBooks>>;
};

const define = route<BooksCurrencyUseCases>();

const currency = z.string().regex(/^[A-Z]{3}$/);

/** Shape of what is said of the currency of books, for the API and for files alike. */
export const booksPolicySchema = z.strictObject({
  currency: currency.describe('ISO 4217; said once'),
  rateOn: z
    .enum(['effective', 'booked'])
    .describe('the day whose rate counts: that it is about, or in the books'),
  rateType: plainText(50).describe('the kind of rate in master data'),
  path: z
    .union([z.enum(['direct', 'inverse']), z.strictObject({ through: currency })])
    .describe('as recorded, its inverse, or through a third currency'),
  fallback: z
    .union([z.literal('blocked'), z.strictObject({ previousDays: z.int().min(0).max(366) })])
    .describe('a day without a rate: it waits, or takes an earlier one, so many days before at most'),
});

const POLICY = {
  ...{ currency: 'EUR', rateOn: 'effective', rateType: 'closing', path: 'direct' },
  fallback: { previousDays: 7 },
} as const;
const COMPANY = {
  ...code('the company of ours whose books these are', 'company'),
  isRequired: true,
} as const;

export const booksCurrencyRoutes = [
  define({
    id: 'getBooksCurrency',
    method: 'GET',
    path: '/api/v1/ledger/currency',
    summary: 'In which currency the books of a company are kept, and by which rates',
    scope: 'ledger:read',
    query: { company: COMPANY },
    answer: booksPolicySchema,
    example: { query: { company: 'EU' }, answer: POLICY },
    respond: async ({ query: { company = '' } }, { booksPolicy }) => {
      const found = await booksPolicy(company);
      return found.ok ? answer(found.value) : found;
    },
  }),
  define({
    id: 'setBooksCurrency',
    method: 'PUT',
    path: '/api/v1/ledger/currency',
    summary: 'Say in which currency the books of a company are kept, once, and by which rates',
    scope: 'ledger:write',
    body: booksPolicySchema.extend({ company: codeField('company') }),
    answer: booksPolicySchema,
    example: { body: { company: 'EU', ...POLICY }, answer: POLICY },
    respond: async ({ body: { company, ...policy } }, { setBooksPolicy }) => {
      const set = await setBooksPolicy({ company, policy });
      return set.ok ? answer(set.value) : set;
    },
  }),
  define({
    id: 'valueBooks',
    method: 'POST',
    path: '/api/v1/ledger/valuations',
    summary: 'Value amounts in other currencies by the rates that are known now; each difference once',
    scope: 'ledger:write',
    isLong: true,
    body: z.strictObject({ company: codeField('company') }),
    answer: z.strictObject({
      corrected: z.int().min(0).describe('amounts whose worth has changed'),
      unvalued: z.int().min(0).describe('amounts of days without a rate'),
    }),
    example: { body: { company: 'EU' }, answer: { corrected: 3, unvalued: 0 } },
    respond: async ({ body: { company } }, { valueBooks }) => {
      const valued = await valueBooks(company);
      return valued.ok ? answer(valued.value) : valued;
    },
  }),
];
