import { z } from 'zod';
import type { EarningExplanation, ExplainedLine } from '../../app/earnings/explainEarnings.ts';
import type { Booking } from '../../app/ports.ts';
import { CAUSES } from '../../core/booking/cause.ts';
import { formatDate } from '../../core/calendar/localDate.ts';
import type { OpeningBalance } from '../../core/cutOver/decodeOpenings.ts';
import { exactText } from '../../core/explanation/operands.ts';
import { moneyText } from '../../core/money/money.ts';
import { causeText } from '../../core/wording/causeText.ts';
import { LANGUAGES, type Language } from '../../core/wording/language.ts';
import { earningJson, earningSchema } from './earningJson.ts';
import { bothLanguages, dayText, decimalText, exactNumberText } from './plainTexts.ts';
import { type StepJson, stepJson, stepSchema } from './stepJson.ts';

const lineReference = z.strictObject({ document: z.string(), line: z.string() });

const lineShareSchema = z.strictObject({
  source: z.string(),
  document: z.string(),
  line: z.string(),
  placedOn: dayText.describe('the day by which the line counts'),
  corrects: z.exactOptional(
    z.array(lineReference).describe('the lines in whose place it stands, the one that it names first'),
  ),
  product: z.string(),
  productName: z.string(),
  qualifier: exactNumberText,
  payout: exactNumberText,
  share: z.exactOptional(decimalText.describe('its part of the amount; all parts sum to it')),
});

const bookingSchema = z.strictObject({
  number: z.int().min(1),
  run: z.int().min(0),
  effective: dayText,
  bookedAt: z.iso.datetime(),
  delta: decimalText,
  causes: z.array(z.strictObject({ cause: z.enum(CAUSES), delta: decimalText, text: z.string() })),
});

export const explanationSchema = z.strictObject({
  id: z.uuid(),
  language: z.enum(LANGUAGES),
  earning: earningSchema,
  agreement: z.strictObject({ code: z.string(), version: z.int().min(1), name: bothLanguages }),
  term: z.strictObject({ id: z.string(), words: z.exactOptional(z.string()) }),
  explanation: stepSchema,
  lines: z.array(lineShareSchema),
  linesTotal: z.int().min(0).describe('how many lines counted, on all pages'),
  opening: z.exactOptional(
    z
      .strictObject({
        earned: decimalText,
        recognised: decimalText,
        settled: decimalText,
        paid: decimalText,
        openClaims: decimalText,
      })
      .describe('what the account began with at its cut-over; bookings come on top of what was earned'),
  ),
  bookings: z.array(bookingSchema),
});

export type ExplanationJson = Omit<z.infer<typeof explanationSchema>, 'explanation'> & {
  readonly explanation: StepJson;
};

/** Which of the lines behind the amount are wanted. */
export type LinePage = { readonly lines: number; readonly lineOffset: number };

export function explanationJson(
  explained: EarningExplanation,
  language: Language,
  { lines, lineOffset }: LinePage,
): ExplanationJson {
  const { row, agreement, term } = explained;
  const { currency } = row.account;
  return {
    id: row.id,
    language,
    earning: earningJson(row),
    agreement,
    term: { id: term.id, ...(term.words !== undefined && { words: term.words }) },
    explanation: stepJson(explained.explanation, language),
    lines: explained.lines
      .slice(lineOffset, lineOffset + lines)
      .map((share) => lineShareJson(share, currency)),
    linesTotal: explained.lines.length,
    ...(explained.opening && { opening: openingJson(explained.opening, currency) }),
    bookings: explained.bookings.map((booking) => bookingJson(booking, language)),
  };
}

function openingJson(
  { earned, recognised, settled, paid, openClaims }: OpeningBalance['balances'],
  currency: string,
): NonNullable<ExplanationJson['opening']> {
  const money = (minor: bigint) => moneyText({ minor, currency });
  return {
    earned: money(earned),
    recognised: money(recognised),
    settled: money(settled),
    paid: money(paid),
    openClaims: money(openClaims),
  };
}

function lineShareJson(share: ExplainedLine, currency: string): ExplanationJson['lines'][number] {
  const { line, placedOn, productName, qualifier, payout, shareMinor } = share;
  return {
    source: line.source,
    document: line.document,
    line: line.line,
    placedOn: formatDate(placedOn),
    ...(line.correction && { corrects: [...line.correction.chain] }),
    product: line.product,
    productName,
    qualifier: exactText(qualifier),
    payout: exactText(payout),
    ...(shareMinor !== undefined && { share: moneyText({ minor: shareMinor, currency }) }),
  };
}

function bookingJson(booking: Booking, language: Language): ExplanationJson['bookings'][number] {
  const money = (minor: bigint) => moneyText({ minor, currency: booking.account.currency });
  return {
    number: booking.number,
    run: booking.run.number,
    effective: formatDate(booking.run.effective),
    bookedAt: booking.bookedAt.toISOString(),
    delta: money(booking.deltaMinor),
    causes: booking.causes.map(({ cause, minor }) => ({
      cause,
      delta: money(minor),
      text: causeText(cause, language),
    })),
  };
}
