import { formatDate, type LocalDate } from '../calendar/localDate.ts';
import { DOCUMENT_KINDS } from '../document/rebateDocument.ts';
import { moneyText } from '../money/money.ts';
import type { RemittanceAdvice } from '../payment/remittanceAdvice.ts';
import { amountText, bareAmountText } from './amountText.ts';
import { CATALOGUES } from './catalogue.ts';
import { fillText } from './fillText.ts';
import type { Language } from './language.ts';
import { operandText } from './operandText.ts';
import type { Paper, PaperTable } from './paper.ts';

/** The advice of a payment as it is read in a language. */
export function remittancePaper(advice: RemittanceAdvice, language: Language): Paper {
  const { labels, remittance, pageOf } = CATALOGUES[language].papers;
  const { company, companyName, partner, partnerName, executionDay, currency, minor } = advice;
  const returned = advice.documents.reduce((sum, { returnedMinor }) => sum + returnedMinor, 0n);
  const money = (amount: bigint) => amountText(moneyText({ minor: amount, currency }), currency, language);
  return {
    ...{ language, title: remittance.title, pageOf },
    name: `${remittance.title} ${partner} ${formatDate(executionDay)}`,
    day: executionDay,
    parties: [
      { heading: labels.from, name: companyName, lines: [company] },
      { heading: labels.to, name: partnerName, lines: [partner] },
    ],
    facts: [
      { label: remittance.reference, value: advice.endToEndId },
      { label: remittance.day, value: dayText(executionDay, language) },
      { label: remittance.account, value: advice.account },
    ],
    tables: [documentsTable(advice, language)],
    totals: [{ label: remittance.total, value: money(minor), isLast: true }],
    notes: returned === 0n ? [] : [fillText(remittance.returned, { amount: money(returned) })],
  };
}

function documentsTable({ documents, currency }: RemittanceAdvice, language: Language): PaperTable {
  const { labels, remittance, kinds } = CATALOGUES[language].papers;
  const money = (minor: bigint) => bareAmountText(moneyText({ minor, currency }), currency, language);
  return {
    heading: currency,
    columns: [
      { heading: labels.number, share: 22, side: 'start' },
      { heading: remittance.kind, share: 18, side: 'start' },
      { heading: labels.issuedOn, share: 18, side: 'start' },
      { heading: labels.gross, share: 14, side: 'end' },
      { heading: remittance.withheld, share: 14, side: 'end' },
      { heading: remittance.paid, share: 14, side: 'end' },
    ],
    rows: documents.map(({ number, kind, issuedOn, grossMinor, withheldMinor, paidMinor }) => {
      const known = DOCUMENT_KINDS.find((one) => one === kind);
      const named = known === undefined ? kind : kinds[known];
      return [
        number,
        named,
        dayText(issuedOn, language),
        ...[grossMinor, withheldMinor, paidMinor].map(money),
      ];
    }),
  };
}

function dayText(day: LocalDate, language: Language): string {
  return operandText({ kind: 'date', value: formatDate(day) }, language).replaceAll(' ', '\u00a0');
}
