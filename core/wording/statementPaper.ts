import { formatDate, type LocalDate } from '../calendar/localDate.ts';
import type { Step } from '../explanation/explanation.ts';
import type { Subject } from '../ledger/transfer.ts';
import { moneyText } from '../money/money.ts';
import { type StatedLine, withoutLines } from '../statement/lineRows.ts';
import type { PartnerStatement, StatementEntry } from '../statement/partnerStatement.ts';
import { amountText, bareAmountText } from './amountText.ts';
import { CATALOGUES } from './catalogue.ts';
import type { PaperTexts } from './enPapers.ts';
import { fillText } from './fillText.ts';
import type { Language } from './language.ts';
import { operandText } from './operandText.ts';
import type { Paper, PaperTable } from './paper.ts';
import { type RenderedStep, renderStep } from './renderStep.ts';

/** What a statement is made of. */
export type StatementFacts = {
  readonly company: string;
  readonly companyName: string;
  readonly partner: string;
  readonly partnerName: string;
  readonly firstDay: LocalDate;
  readonly lastDay: LocalDate;
  readonly batch: number;
  readonly statements: readonly PartnerStatement[];
  readonly unexplained: number;
  readonly earnings: readonly {
    readonly subject: Subject;
    readonly agreementName: { readonly en: string; readonly 'zh-CN': string };
    readonly currency: string;
    readonly earnedMinor: bigint;
    readonly explanation: Step;
    readonly lines: readonly StatedLine[];
  }[];
};

/** The statement of a partner as it is read in a language. */
export function statementPaper(facts: StatementFacts, language: Language): Paper {
  const texts = CATALOGUES[language].papers;
  const { labels, statement, pageOf } = texts;
  const { company, companyName, partner, partnerName, firstDay, lastDay, batch } = facts;
  const time = { firstDay: dayText(firstDay, language), lastDay: dayText(lastDay, language) };
  return {
    ...{ language, title: statement.title, pageOf },
    name: `${statement.title} ${partner} ${formatDate(lastDay)}`,
    day: lastDay,
    parties: [
      { heading: labels.from, name: companyName, lines: [company] },
      { heading: labels.to, name: partnerName, lines: [partner] },
    ],
    facts: [{ label: labels.period, value: fillText(CATALOGUES[language].window, time) }],
    tables: [
      ...facts.statements.map((own) => entriesTable(own, texts, language)),
      ...explanationsTable(facts, texts, language),
      ...linesTable(facts, texts, language),
    ],
    totals: facts.statements.map((own) => openShown(own, texts, language)),
    notes: [
      statement.signs,
      ...notShown(facts, texts),
      fillText(statement.known, { batch: String(batch) }),
      ...(facts.unexplained === 0
        ? []
        : [fillText(statement.unexplained, { accounts: String(facts.unexplained) })]),
    ],
  };
}

function openShown(
  { currency, closingMinor }: PartnerStatement,
  { statement }: PaperTexts,
  language: Language,
): Paper['totals'][number] {
  const minor = closingMinor < 0n ? -closingMinor : closingMinor;
  const owes = closingMinor < 0n ? statement.youOwe : statement.weOwe;
  return {
    label: closingMinor === 0n ? statement.nothingOpen : owes,
    value: amountText(moneyText({ minor, currency }), currency, language),
    isLast: true,
  };
}

function entriesTable(own: PartnerStatement, texts: PaperTexts, language: Language): PaperTable {
  const { labels, statement } = texts;
  const { currency, openingMinor, entries, closingMinor } = own;
  const money = (minor: bigint) => bareAmountText(moneyText({ minor, currency }), currency, language);
  let open = openingMinor;
  const rows = entries.map((entry) => {
    open += entry.minor;
    return [
      dayText(entry.bookedOn, language),
      statement.events[entry.event],
      entry.reference ?? entry.origin.id,
      subjectText(entry, language),
      money(entry.minor),
      money(open),
    ];
  });
  return {
    heading: currency,
    columns: [
      { heading: statement.day, share: 14, side: 'start' },
      { heading: statement.what, share: 14, side: 'start' },
      { heading: statement.reference, share: 20, side: 'start' },
      { heading: labels.agreement, share: 26, side: 'start' },
      { heading: labels.amount, share: 13, side: 'end' },
      { heading: fillText(statement.balance, { currency }), share: 13, side: 'end' },
    ],
    rows: [
      ['', statement.opening, '', '', '', money(openingMinor)],
      ...rows,
      ['', statement.closing, '', '', '', money(closingMinor)],
    ],
  };
}

function subjectText({ subject }: StatementEntry, language: Language): string {
  if (subject === undefined) return '';
  return `${subject.agreement} / ${subject.term}, ${windowText(subject.window, language)}`;
}

/** Lines that a paper lists; all of them stand in the table of lines. */
const LISTED_MAX = 500;

/** The lines that the amounts were earned by, each with its share; what no line stands behind is named as that. */
function linesTable({ earnings }: StatementFacts, texts: PaperTexts, language: Language): PaperTable[] {
  const { labels, statement } = texts;
  const rows = earnings.flatMap((earning) => {
    const { subject, agreementName, currency, lines } = earning;
    const money = (minor: bigint) => bareAmountText(moneyText({ minor, currency }), currency, language);
    const place = `${agreementName[language]} / ${subject.term}, ${windowText(subject.window, language)}`;
    const rest = withoutLines(earning);
    return [
      ...lines.map(({ document, line, productName, netValue, shareMinor }) => [
        ...[place, `${document} / ${line}`, productName],
        ...[netValue === '' ? '' : bareAmountText(netValue, currency, language), money(shareMinor)],
      ]),
      ...(rest === 0n ? [] : [[place, statement.withoutLines, '', '', money(rest)]]),
    ];
  });
  if (rows.length === 0) return [];
  return [
    {
      heading: statement.lines,
      columns: [
        { heading: labels.agreement, share: 31, side: 'start' },
        { heading: statement.document, share: 23, side: 'start' },
        { heading: statement.product, share: 20, side: 'start' },
        { heading: labels.net, share: 13, side: 'end' },
        { heading: statement.share, share: 13, side: 'end' },
      ],
      rows: rows.slice(0, LISTED_MAX),
    },
  ];
}

function notShown({ earnings }: StatementFacts, { statement }: PaperTexts): string[] {
  const lines = earnings.reduce(
    (sum, earning) => sum + earning.lines.length + (withoutLines(earning) === 0n ? 0 : 1),
    0,
  );
  return lines <= LISTED_MAX ? [] : [fillText(statement.moreLines, { lines: String(lines - LISTED_MAX) })];
}

/** Every step of an explanation on a line of its own, below what it belongs to. */
function explanationsTable(
  { earnings }: StatementFacts,
  texts: PaperTexts,
  language: Language,
): PaperTable[] {
  if (earnings.length === 0) return [];
  const { labels, statement } = texts;
  return [
    {
      heading: statement.explained,
      columns: [
        { heading: labels.agreement, share: 25, side: 'start' },
        { heading: statement.steps, share: 57, side: 'start' },
        { heading: statement.earned, share: 18, side: 'end' },
      ],
      rows: earnings.flatMap(({ subject, agreementName, currency, earnedMinor, explanation }) => {
        const [first = '', ...more] = stepLines(renderStep(explanation, language), 0);
        const place = `${agreementName[language]} / ${subject.term}, ${windowText(subject.window, language)}`;
        const money = amountText(moneyText({ minor: earnedMinor, currency }), currency, language);
        return [[place, first, money], ...more.map((line) => ['', line, ''])];
      }),
    },
  ];
}

function stepLines({ text, steps }: RenderedStep, depth: number): string[] {
  return [`${'– '.repeat(depth)}${text}`, ...steps.flatMap((step) => stepLines(step, depth + 1))];
}

function windowText({ from, until }: Subject['window'], language: Language): string {
  const window = { firstDay: formatDate(from), lastDay: formatDate(until - 1) };
  return operandText({ kind: 'window', ...window }, language);
}

function dayText(day: LocalDate, language: Language): string {
  return operandText({ kind: 'date', value: formatDate(day) }, language).replaceAll(' ', '\u00a0');
}
