import { FREQUENCIES } from '../calendar/window.ts';
import { accrual } from './accrualFormat.ts';
import type { PayoutExchange } from './agreement.ts';
import {
  byField,
  key,
  list,
  named,
  object,
  oneOf,
  optional,
  positive,
  says,
  threshold,
  wholeNumber,
  wordOr,
} from './decoder.ts';
import { type SettlementTax, TAX_TREATMENTS } from './settlementTax.ts';
import { DAYS_MAX, rateSource } from './termFormat.ts';

const days = wholeNumber(0, DAYS_MAX);

const atOneRate = object({ percent: says('The rate of tax.', threshold) });

const tax = byField<Exclude<SettlementTax, string>>({
  percent: atOneRate,
  treatment: object({
    treatment: says(
      'What it is for the tax: the price of goods is reduced, the partner renders a service, nothing that the tax knows, or it goes to somebody who did not buy from us.',
      oneOf(...TAX_TREATMENTS),
    ),
    rate: says('At the rate of each line, none, or one rate.', wordOr(['perLineRate', 'none'], atOneRate)),
    amounts: says('Whether amounts are stated without tax or with it.', oneOf('net', 'taxInclusive')),
    withholding: says(
      'What we keep back of a payment and pay to the tax office.',
      wordOr(['none'], object({ percent: says('In percent of the amount without tax.', threshold) })),
    ),
  }),
});

const exchange = byField<PayoutExchange>({
  fixed: object({
    fixed: says("What one unit of the agreement's currency is in that of the settlement.", positive),
  }),
  rateOn: object({
    rateOn: says(
      'The day whose rate counts: the one as of which it is settled, or that of the settlement run.',
      oneOf('asOf', 'runDay'),
    ),
    ...rateSource('Without a rate of the day the amount is held, or the last earlier rate counts.'),
  }),
});

/** How an earned amount becomes money on documents. */
export const settlement = named(
  'Settlement',
  object({
    frequency: says('How often it is settled.', oneOf(...FREQUENCIES)),
    asOf: says(
      'As of which day: the end of the window, or later.',
      wordOr(['windowEnd'], object({ daysAfter: says('So many days after it.', days) })),
    ),
    interimPercent: says('The share paid before the final settlement, in percent.', threshold),
    finalDays: says('Days from the end of the window to the final settlement.', days),
    claim: says(
      'Who starts it.',
      object({
        rule: says(
          'It is settled by itself, the partner claims, or we claim.',
          oneOf('automatic', 'partnerClaims', 'weClaim'),
        ),
        deadlineDays: says('Days in which it must be claimed.', wordOr(['none'], days)),
        afterDeadline: says('What becomes of it after that.', oneOf('lapses', 'staysOpen')),
        silence: says('What silence of the other side means.', oneOf('accepts', 'rejects')),
      }),
    ),
    method: says(
      'By which document or payment.',
      oneOf('creditNote', 'debitNote', 'payment', 'goods', 'deduction'),
    ),
    paymentDays: says('Days in which it is paid.', days),
    currency: says('The currency that it is paid in: ISO 4217.', key),
    exchange: says(
      'By which rate it is paid in another currency than it is earned in: a rate of master data, or one that the contract fixes. Left out, such an amount is held.',
      optional(exchange),
    ),
    tax: says(
      'The price of goods is reduced: at the rate of each line, or one rate. It is outside the scope of the tax: none. Or in full.',
      wordOr(['perLineRate', 'none'], tax),
    ),
    nettingWith: says('Which other balances it may be set off against.', wordOr(['none'], list(key, 1))),
    minimumPayout: says(
      'A smaller amount is not paid out.',
      wordOr(
        ['none'],
        object({
          amount: says('The least amount of a document.', threshold),
          below: says('It waits for the next one, or lapses.', oneOf('carry', 'lapse')),
        }),
      ),
    ),
    accrual,
    recognition: says(
      'From when on the books take anything for what a supplier owes: once its acceptance of the version in force is on file, or by the terms alone. Left out, on acceptance.',
      optional(oneOf('onAcceptance', 'onTerms')),
    ),
    clawBack: says(
      'What is taken back when too much was paid.',
      object({
        scope: says(
          'All of it, only until the final settlement, or nothing.',
          oneOf('full', 'untilFinal', 'waived'),
        ),
        by: says('Set off against later amounts, or invoiced.', oneOf('offset', 'invoice')),
      }),
    ),
    afterFinal: says(
      'What a late line or return does after the final settlement.',
      wordOr(
        ['reopens', 'nextWindow'],
        object({ ignoredAfterDays: says('It counts for so many days, then no more.', days) }),
      ),
    ),
  }),
);
