import { formatDate } from '../calendar/localDate.ts';
import { moneyText } from '../money/money.ts';
import type { PartnerStatement } from './partnerStatement.ts';

/** The columns of a statement as a table; names of days and amounts end as the files know them. */
export const STATEMENT_FIELDS = [
  'currency',
  'bookedDate',
  'event',
  'reference',
  'originKind',
  'origin',
  'agreement',
  'term',
  'windowFirstDate',
  'windowLastDate',
  'movedAmount',
  'openAmount',
] as const;

/** Statements as rows of texts: the opening of each currency, its entries with what is open after each. */
export function statementRows(
  statements: readonly PartnerStatement[],
  firstDay: number,
): readonly (readonly string[])[] {
  return statements.flatMap(({ currency, openingMinor, entries }) => {
    const money = (minor: bigint) => moneyText({ minor, currency });
    let open = openingMinor;
    const rows = entries.map(({ bookedOn, event, reference = '', origin, subject, minor }) => {
      open += minor;
      const place = subject
        ? [
            subject.agreement,
            subject.term,
            formatDate(subject.window.from),
            formatDate(subject.window.until - 1),
          ]
        : ['', '', '', ''];
      return [
        currency,
        formatDate(bookedOn),
        event,
        reference,
        origin.kind,
        origin.id,
        ...place,
        money(minor),
        money(open),
      ];
    });
    const opening = [
      currency,
      formatDate(firstDay),
      'opening',
      '',
      '',
      '',
      '',
      '',
      '',
      '',
      '',
      money(openingMinor),
    ];
    return [opening, ...rows];
  });
}
