import type { CalculatedAgreement } from '../../app/calculation/calculateDue.ts';
import type { NewBooking } from '../../app/ports.ts';
import { formatDate } from '../../core/calendar/localDate.ts';
import { moneyText } from '../../core/money/money.ts';
import { amountText } from '../../core/wording/amountText.ts';
import { causeText } from '../../core/wording/causeText.ts';
import type { Language } from '../../core/wording/language.ts';
import { text } from '../texts.ts';

/** What would be booked, a line for each account, with its causes. */
export function changeLines(calculated: readonly CalculatedAgreement[] = [], language: Language): string[] {
  if (calculated.length === 0) return [text(language, 'noChanges')];
  return calculated.flatMap(({ agreement, bookings }) => [
    agreement,
    ...bookings.map((booking) => changeLine(booking, language)),
  ]);
}

function changeLine({ account, deltaMinor, causes }: NewBooking, language: Language): string {
  const { currency, partner, term, window } = account;
  const days = `${formatDate(window.from)} … ${formatDate(window.until - 1)}`;
  const amount = amountText(moneyText({ minor: deltaMinor, currency }), currency, language);
  const why = causes.map(({ cause }) => causeText(cause, language)).join(', ');
  return `  ${amount}  ${partner}  ${term}  ${days}  (${why})`;
}

export function changesJson(calculated: readonly CalculatedAgreement[] = []) {
  return calculated.flatMap(({ agreement, bookings }) =>
    bookings.map(({ account, deltaMinor, causes }) => {
      const { term, partner, window, currency } = account;
      const money = (minor: bigint) => moneyText({ minor, currency });
      return {
        ...{ agreement, term, partner, currency },
        window: { firstDay: formatDate(window.from), lastDay: formatDate(window.until - 1) },
        difference: money(deltaMinor),
        causes: causes.map(({ cause, minor }) => ({ cause, amount: money(minor) })),
      };
    }),
  );
}
