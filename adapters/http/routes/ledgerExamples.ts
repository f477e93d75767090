import { z } from 'zod';
import { dayText } from '../plainTexts.ts';

const amount = z.string().describe('in major units, exact, with the places of its currency');
const account = {
  company: z.string(),
  account: z.string().describe('of the general ledger'),
  role: z.string().describe('what the account is for'),
  currency: z.string(),
};

/** The shapes of the books, as the API shows them. */
export const ledgerSchemas = {
  transfer: z.strictObject({
    ...{ id: z.string(), company: z.string(), number: z.string().describe('without a gap in a company') },
    ...{ event: z.string(), debit: z.string(), credit: z.string() },
    ...{ debitAccount: z.string(), creditAccount: z.string(), amount, currency: z.string() },
    book: z
      .strictObject({ amount, currency: z.string() })
      .nullable()
      .describe('what it is worth in the currency of the books'),
    effectiveOn: dayText.describe('the day that it is about'),
    bookedOn: dayText.describe('the day in the books'),
    batch: z.int().describe('the last batch that was known'),
    ...{ partner: z.string().nullable(), cause: z.string().nullable() },
    counterparty: z.string().nullable().describe('the other company of ours that it is between'),
    ...{ agreement: z.string().nullable(), term: z.string().nullable() },
    window: z.strictObject({ firstDay: dayText, lastDay: dayText }).nullable(),
    item: z.string().nullable().describe('the settlement or claim whose open item it moves'),
    origin: z.strictObject({ kind: z.string(), id: z.string() }).describe('the deed that it comes from'),
    reverses: z.string().nullable().describe('the transfer that it takes back'),
  }),
  balance: z.strictObject({
    ...account,
    balance: amount,
    book: z.strictObject({ balance: amount, currency: z.string() }).describe('in the currency of the books'),
  }),
  rolled: z.strictObject({
    ...account,
    ...{ agreement: z.string().nullable(), partner: z.string().nullable(), opening: amount },
    movements: z.array(z.strictObject({ kind: z.string().describe('the event, or the cause'), amount })),
    closing: amount,
  }),
  month: z.strictObject({
    month: z.string().describe('YYYY-MM'),
    isClosed: z.boolean(),
    isSame: z.boolean().nullable().describe('it holds what it was closed with; null where it is open again'),
    deeds: z.array(
      z.strictObject({
        ...{ deed: z.string(), hash: z.string().nullable(), reason: z.string(), actor: z.string() },
        ...{ proposedBy: z.string().nullable(), at: z.string() },
      }),
    ),
  }),
};

export const EXAMPLE_TRANSFER = {
  ...{ id: '0199b5a0-7c00-8000-8000-00000000000f', company: 'EU', number: '1', event: 'accrue' },
  ...{ debit: 'rebateExpense', credit: 'accruedLiability' },
  ...{
    debitAccount: '4730',
    creditAccount: 'accruedLiability',
    amount: '248.27',
    currency: 'EUR',
    book: null,
  },
  ...{ effectiveOn: '2026-04-02', bookedOn: '2026-04-02', batch: 5, partner: 'P1', cause: 'onTimeLines' },
  counterparty: null,
  ...{ agreement: 'VOLUME', term: 'volume', window: { firstDay: '2026-01-01', lastDay: '2026-12-31' } },
  item: null,
  ...{ origin: { kind: 'booking', id: '0199b5a0-7c00-8000-8000-000000000010' }, reverses: null },
};

export const EXAMPLE_MOVEMENT = {
  ...{ company: 'EU', account: 'accruedLiability', role: 'accruedLiability', currency: 'EUR' },
  ...{ agreement: 'VOLUME', partner: 'P1', opening: '0.00' },
  ...{ movements: [{ kind: 'accrue', amount: '-248.27' }], closing: '-248.27' },
};
