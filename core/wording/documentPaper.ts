import { formatDate, type LocalDate } from '../calendar/localDate.ts';
import { exchangeNote } from '../document/exchangeNote.ts';
import { payableOf } from '../document/payableOf.ts';
import {
  type DocumentLine,
  type DocumentParty,
  factsOfKind,
  type RebateDocument,
  type Withheld,
} from '../document/rebateDocument.ts';
import { moneyText } from '../money/money.ts';
import { formatDecimal } from '../number/decimal.ts';
import { amountText, bareAmountText } from './amountText.ts';
import { CATALOGUES } from './catalogue.ts';
import type { PaperTexts } from './enPapers.ts';
import { fillText } from './fillText.ts';
import type { Language } from './language.ts';
import { operandText } from './operandText.ts';
import type { Paper, PaperFact, PaperParty, PaperTable } from './paper.ts';

/** A document of ours as it is read in a language: what it says, and nothing that it does not say. */
export function documentPaper(document: RebateDocument, language: Language): Paper {
  const texts = CATALOGUES[language].papers;
  const title = texts.kinds[document.kind];
  return {
    ...{ language, title },
    name: `${title} ${document.number}`,
    day: document.issuedOn,
    parties: partiesOf(document, texts),
    facts: factsOf(document, texts, language),
    tables: [linesTable(document, texts, language), ...taxTable(document, texts, language)],
    totals: totalsShown(document, texts, language),
    notes: notesOf(document, texts, language),
    pageOf: texts.pageOf,
  };
}

/** A notice has no seller: who pays tells who is paid. */
function partiesOf({ kind, seller, buyer }: RebateDocument, texts: PaperTexts): PaperParty[] {
  const { labels } = texts;
  const isTax = factsOfKind(kind).isTaxDocument;
  return [
    partyShown(isTax ? labels.seller : labels.from, seller, texts),
    partyShown(isTax ? labels.buyer : labels.to, buyer, texts),
  ];
}

function partyShown(heading: string, party: DocumentParty, { labels }: PaperTexts): PaperParty {
  const { addressLines, postCode, city, country, taxId, registration } = party;
  const town = [postCode, city].filter((part) => part !== undefined).join(' ');
  return {
    heading,
    name: party.name,
    lines: [
      ...addressLines,
      ...(town === '' ? [] : [town]),
      country,
      ...(taxId === undefined ? [] : [`${labels.taxId} ${taxId}`]),
      ...(registration === undefined ? [] : [`${labels.registration} ${registration}`]),
    ],
  };
}

function factsOf(document: RebateDocument, texts: PaperTexts, language: Language): PaperFact[] {
  const { labels } = texts;
  const { preceding } = document;
  return [
    { label: labels.number, value: document.number },
    { label: labels.issuedOn, value: dayText(document.issuedOn, language) },
    { label: labels.dueOn, value: dayText(document.dueOn, language) },
    { label: labels.partner, value: document.partner },
    { label: labels.reason, value: texts.reasons[document.reason] },
    ...(preceding === undefined
      ? []
      : [
          {
            label: labels.preceding,
            value: fillText(texts.preceding, {
              number: preceding.number,
              day: dayText(preceding.issuedOn, language),
            }),
          },
        ]),
  ];
}

function linesTable(
  { lines, currency, exchange }: RebateDocument,
  texts: PaperTexts,
  language: Language,
): PaperTable {
  const { labels } = texts;
  return {
    columns: [
      { heading: labels.line, share: 5, side: 'end' },
      { heading: labels.text, share: 35, side: 'start' },
      { heading: labels.agreement, share: 19, side: 'start' },
      { heading: labels.period, share: 17, side: 'start' },
      { heading: labels.rate, share: 9, side: 'end' },
      { heading: fillText(labels.netIn, { currency }), share: 15, side: 'end' },
    ],
    rows: lines.map((line, index) => [
      String(index + 1),
      lineText(line, { currency, ...(exchange && { exchange }) }, texts, language),
      `${line.agreement} / ${line.term}`,
      periodText(line.window, language),
      rateText(line, texts, language),
      minorText(line.netMinor, currency, language),
    ]),
  };
}

function lineText(
  { text, goods, earnedMinor }: DocumentLine,
  { currency, exchange }: Pick<RebateDocument, 'currency' | 'exchange'>,
  texts: PaperTexts,
  language: Language,
): string {
  if (earnedMinor !== undefined && exchange !== undefined) {
    const earned = moneyText({ minor: earnedMinor, currency: exchange.currency });
    return `${text[language]} (${amountText(earned, exchange.currency, language)})`;
  }
  if (goods === undefined) return text[language];
  const { product, quantity, unit, unitValue } = goods;
  return fillText(texts.goods, {
    text: text[language],
    ...(product !== undefined && { product }),
    quantity: operandText({ kind: 'number', value: formatDecimal(quantity), unit }, language),
    value: amountText(formatDecimal(unitValue), currency, language),
  });
}

/** Where no line has tax, there is nothing to divide. */
function taxTable({ taxes, currency }: RebateDocument, texts: PaperTexts, language: Language): PaperTable[] {
  if (taxes.every(({ category }) => category === 'outsideScope')) return [];
  const { labels } = texts;
  const amount = (heading: string) =>
    ({ heading: fillText(heading, { currency }), share: 20, side: 'end' }) as const;
  return [
    {
      columns: [
        { heading: labels.rate, share: 40, side: 'start' },
        amount(labels.netIn),
        amount(labels.taxIn),
        amount(labels.grossIn),
      ],
      rows: taxes.map((tax) => [
        rateText(tax, texts, language),
        minorText(tax.netMinor, currency, language),
        minorText(tax.taxMinor, currency, language),
        minorText(tax.netMinor + tax.taxMinor, currency, language),
      ]),
    },
  ];
}

function totalsShown(document: RebateDocument, texts: PaperTexts, language: Language): Paper['totals'] {
  const { labels } = texts;
  const { kind, currency, netMinor, taxMinor, grossMinor, taxOwed, withheld, setOff = [] } = document;
  const money = (minor: bigint) => amountText(moneyText({ minor, currency }), currency, language);
  const isTax = factsOfKind(kind).isTaxDocument;
  const whole = { label: isTax ? labels.gross : labels.amount, value: money(grossMinor) };
  const parts = [
    { label: labels.net, value: money(netMinor) },
    { label: labels.tax, value: money(taxMinor) },
    ...(taxOwed
      ? [{ label: labels.taxOwed, value: amountText(moneyText(taxOwed), taxOwed.currency, language) }]
      : []),
  ];
  const all = [...(isTax ? parts : []), whole];
  if (withheld === undefined && setOff.length === 0) return [...all.slice(0, -1), { ...whole, isLast: true }];
  const percentOf = ({ percent }: Withheld) =>
    operandText({ kind: 'percent', value: formatDecimal(percent) }, language);
  return [
    ...all,
    ...(withheld
      ? [
          {
            label: fillText(labels.withheld, { percent: percentOf(withheld) }),
            value: money(-withheld.minor),
          },
        ]
      : []),
    ...setOff.map(({ number, minor }) => ({
      label: fillText(labels.setOff, { number }),
      value: money(-minor),
    })),
    { label: labels.payable, value: money(payableOf(document)), isLast: true },
  ];
}

function notesOf(document: RebateDocument, texts: PaperTexts, language: Language): string[] {
  const { kind, treatment, payment, dueOn, amountsStated } = document;
  const { account, means } = payment;
  const shown = account && [account.holder, account.iban ?? account.number, account.bankCode, account.bic];
  const paid = fillText(texts.payments[factsOfKind(kind).paidParty][means], {
    day: dayText(dueOn, language),
    ...(shown && { account: shown.filter((part) => part !== undefined).join(' ') }),
  });
  return [
    paid,
    texts.treatments[treatment],
    ...(amountsStated === 'taxInclusive' ? [texts.taxInclusive] : []),
    ...(document.exchange ? [exchangeNote(document.exchange, document)[language]] : []),
    ...new Set(document.lines.flatMap((line) => reasonOf(line, texts, language))),
    ...document.notes.map((note) => note[language]),
  ];
}

function reasonOf({ category, exemptReason }: DocumentLine, texts: PaperTexts, language: Language): string[] {
  if (category === 'standard' || exemptReason === undefined) return [];
  const facts = { category: texts.categories[category], reason: exemptReason[language] };
  return [fillText(texts.exemptReason, facts)];
}

function rateText(
  { category, rate }: Pick<DocumentLine, 'category' | 'rate'>,
  texts: PaperTexts,
  language: Language,
): string {
  if (category !== 'standard') return texts.categories[category];
  return operandText({ kind: 'percent', value: formatDecimal(rate) }, language);
}

/** A day is not cut in two where a line ends. */
function periodText({ firstDay, lastDay }: DocumentLine['window'], language: Language): string {
  const whole = (day: LocalDate) => dayText(day, language).replaceAll(' ', '\u00a0');
  return fillText(CATALOGUES[language].window, { firstDay: whole(firstDay), lastDay: whole(lastDay) });
}

function dayText(day: LocalDate, language: Language): string {
  return operandText({ kind: 'date', value: formatDate(day) }, language);
}

function minorText(minor: bigint, currency: string, language: Language): string {
  return bareAmountText(moneyText({ minor, currency }), currency, language);
}
