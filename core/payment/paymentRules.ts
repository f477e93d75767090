import { key, list, named, object, oneOf, says, threshold, wholeNumber } from '../agreement/decoder.ts';
import { minorDigits } from '../money/currency.ts';
import { moneyText, moneyToRational } from '../money/money.ts';
import { type Decimal, decimalToRational } from '../number/decimal.ts';
import { compare } from '../number/rational.ts';
import { accept, type Refusal, type Result, refuse, refused } from '../refusal/refusals.ts';

export const PAYMENT_FORMAT = 'openrebate/payment/v1';

/** What a run may pay at most with so many approvals; amounts in major units. */
export type PaymentLevel = { readonly upTo: Decimal; readonly approvals: number };

/** What has to happen before money leaves, in a company's own figures; nothing of it is implied. */
export type PaymentRules = {
  /** Days from the approval of an account to the first payment to it. */
  readonly coolingOffDays: number;
  /** Days after which a payment that no bank has spoken of is unknown. */
  readonly unknownAfterDays: number;
  /** A currency that is not named is not paid. The levels of each rise. */
  readonly limits: readonly { readonly currency: string; readonly levels: readonly PaymentLevel[] }[];
};

const DAYS_MAX = 365;
const APPROVALS_MAX = 9;

const format = named(
  'Payment rules',
  object({
    format: says('Which format this is.', oneOf(PAYMENT_FORMAT)),
    coolingOffDays: says(
      'Days from the approval of an account to the first payment to it.',
      wholeNumber(0, DAYS_MAX),
    ),
    unknownAfterDays: says(
      'Days after which a payment that no bank has spoken of is unknown.',
      wholeNumber(1, DAYS_MAX),
    ),
    limits: says(
      'What a run may pay, by currency; another currency is not paid.',
      list(
        object({
          currency: says('Of runs in this currency: ISO 4217.', key),
          levels: says(
            'How many persons approve up to which amount, rising; more than the last is not paid.',
            list(
              object({
                upTo: says('The most that the run may pay.', threshold),
                approvals: says(
                  'So many persons who have not proposed it approve.',
                  wholeNumber(1, APPROVALS_MAX),
                ),
              }),
              1,
            ),
          ),
        }),
        1,
      ),
    ),
  }),
);

/**
 * The parsed text of payment rules, or every reason against it.
 * Refuses: the codes of shape of agreements, agreement-id-repeated, agreement-currency-unknown,
 * payment-limits-not-rising.
 */
export function decodePaymentRules(json: unknown): Result<PaymentRules> {
  const refusals: Refusal[] = [];
  const file = format.decode(json, '', refusals);
  if (file === undefined) return { ok: false, refusals };
  const currencies = file.limits.map(({ currency }) => currency);
  for (const [index, { currency, levels }] of file.limits.entries()) {
    const at = `limits[${index}]`;
    if (minorDigits(currency) === undefined) {
      refusals.push(refuse('agreement-currency-unknown', `${at}.currency`, { value: currency }));
    }
    if (currencies.indexOf(currency) < index) {
      refusals.push(refuse('agreement-id-repeated', `${at}.currency`, { id: currency }));
    }
    const falls = levels.findIndex((level, place) => place > 0 && !isAbove(level, levels[place - 1]));
    if (falls > 0) refusals.push(refuse('payment-limits-not-rising', `${at}.levels[${falls}]`));
  }
  if (refusals.length > 0) return { ok: false, refusals };
  const { coolingOffDays, unknownAfterDays, limits } = file;
  return accept({ coolingOffDays, unknownAfterDays, limits });
}

/**
 * How many persons approve a run of an amount. Units: minor.
 * Refuses: payment-over-limit (amount, currency).
 */
export function approvalsNeeded(rules: PaymentRules, currency: string, minor: bigint): Result<number> {
  const money = { minor, currency };
  const levels = rules.limits.find((limit) => limit.currency === currency)?.levels ?? [];
  const level = levels.find(({ upTo }) => compare(moneyToRational(money), decimalToRational(upTo)) <= 0);
  if (level !== undefined) return accept(level.approvals);
  return refused(refuse('payment-over-limit', 'amount', { amount: moneyText(money), currency }));
}

/** A higher level lets more pass, and never with fewer persons. */
function isAbove(level: PaymentLevel, below: PaymentLevel | undefined): boolean {
  if (below === undefined || level.approvals < below.approvals) return false;
  return compare(decimalToRational(level.upTo), decimalToRational(below.upTo)) > 0;
}
