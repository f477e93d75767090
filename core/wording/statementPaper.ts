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
import type { Paper, PaperSection, PaperStep, PaperTable } from './paper.ts';
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
  readonly earnings: readonly StatedEarning[];
};

type StatedEarning = {
  readonly subject: Subject;
  readonly agreementName: { readonly en: string; readonly 'zh-CN': string };
  readonly currency: string;
  readonly earnedMinor: bigint;
  readonly explanation: Step;
  readonly lines: readonly StatedLine[];
};

/** The statement of a partner as it is read in a language: what is open and by what, then every movement and how each amount was earned. */
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
      ...facts.statements.map((own) => summaryTable(own, texts, language)),
      ...earnedTable(facts, texts, language),
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
    details: [
      ...facts.statements.flatMap((own) => movements(own, texts, language)),
      ...explanations(facts, texts, language),
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

/** What of each kind happened, from what was open before to what is open at the end. */
function summaryTable(own: PartnerStatement, texts: PaperTexts, language: Language): PaperTable {
  const { labels, statement } = texts;
  const { currency, openingMinor, closingMinor } = own;
  const money = (minor: bigint) => bareAmountText(moneyText({ minor, currency }), currency, language);
  const kinds = Map.groupBy(deedsOf(own), ([{ event }]) => event);
  return {
    heading: currency,
    columns: [
      { heading: statement.what, share: 55, side: 'start' },
      { heading: statement.count, share: 15, side: 'end' },
      { heading: labels.amount, share: 30, side: 'end' },
    ],
    rows: [
      [statement.opening, '', money(openingMinor)],
      ...[...kinds].map(([event, some]) => [
        statement.events[event],
        String(some.length),
        money(sumOf(some.flat())),
      ]),
      [statement.closing, '', money(closingMinor)],
    ],
  };
}

/** What was earned behind it, an account a row. */
function earnedTable({ earnings }: StatementFacts, texts: PaperTexts, language: Language): PaperTable[] {
  if (earnings.length === 0) return [];
  const { labels, statement } = texts;
  return [
    {
      heading: statement.earnings,
      columns: [
        { heading: labels.agreement, share: 45, side: 'start' },
        { heading: labels.period, share: 35, side: 'start' },
        { heading: statement.earned, share: 20, side: 'end' },
      ],
      rows: earnings.map((earning) => [
        `${earning.agreementName[language]} / ${earning.subject.term}`,
        windowText(earning.subject.window, language),
        earnedText(earning, language),
      ]),
    },
  ];
}

function earnedText({ earnedMinor: minor, currency }: StatedEarning, language: Language): string {
  return amountText(moneyText({ minor, currency }), currency, language);
}

/** Each deed with what is open after it, and what of it is about which account. */
function movements(own: PartnerStatement, texts: PaperTexts, language: Language): PaperSection[] {
  const { currency, openingMinor } = own;
  const deeds = deedsOf(own);
  if (deeds.length === 0) return [];
  const { labels, statement } = texts;
  const money = (minor: bigint) => bareAmountText(moneyText({ minor, currency }), currency, language);
  let open = openingMinor;
  const rows = deeds.flatMap((entries) => {
    const [{ bookedOn, event, reference, origin }] = entries;
    const minor = sumOf(entries);
    open += minor;
    const subjects = entries.map((entry) => [subjectText(entry, language), money(entry.minor)] as const);
    const [[only]] = subjects as [readonly [string, string]];
    const known = reference ?? origin.id;
    const what = entries.length > 1 || only === '' ? known : `${known}, ${only}`;
    return [
      [dayText(bookedOn, language), statement.events[event], what, '', money(minor), money(open)],
      ...(entries.length > 1 ? subjects : []).map(([subject, part]) => ['', '', subject, part, '', '']),
    ];
  });
  const columns: PaperTable['columns'] = [
    { heading: statement.day, share: 15, side: 'start' },
    { heading: statement.what, share: 9, side: 'start' },
    { heading: statement.reference, share: 49, side: 'start' },
    { heading: statement.part, share: 9, side: 'end' },
    { heading: labels.amount, share: 9, side: 'end' },
    { heading: statement.balance, share: 9, side: 'end' },
  ];
  const heading = fillText(statement.movements, { currency });
  return [{ level: 2, heading, texts: [], table: { columns, rows } }];
}

/** The entries of each deed, such as those of all that one document settles, in the order of the first ones. */
function deedsOf({ entries }: PartnerStatement): readonly Deed[] {
  const key = ({ bookedOn, event, origin }: StatementEntry) =>
    JSON.stringify([bookedOn, event, origin.kind, origin.id]);
  return [...Map.groupBy(entries, key).values()] as unknown as readonly Deed[];
}

/** At least one. */
type Deed = readonly [StatementEntry, ...StatementEntry[]];

function sumOf(entries: readonly StatementEntry[]): bigint {
  return entries.reduce((sum, { minor }) => sum + minor, 0n);
}

function subjectText({ subject }: StatementEntry, language: Language): string {
  if (subject === undefined) return '';
  return `${subject.agreement} / ${subject.term}, ${windowText(subject.window, language)}`;
}

/** Lines that a paper lists; all of them stand in the table of lines. */
const LISTED_MAX = 500;

function notShown({ earnings }: StatementFacts, { statement }: PaperTexts): string[] {
  const lines = earnings.reduce(
    (sum, earning) => sum + earning.lines.length + (withoutLines(earning) === 0n ? 0 : 1),
    0,
  );
  return lines <= LISTED_MAX ? [] : [fillText(statement.moreLines, { lines: String(lines - LISTED_MAX) })];
}

/** How each amount was earned: the steps, and the lines behind it with their shares; what no line stands behind is named as that. */
function explanations(
  { earnings }: StatementFacts,
  texts: PaperTexts,
  language: Language,
): readonly PaperSection[] {
  if (earnings.length === 0) return [];
  let room = LISTED_MAX;
  return [
    { level: 2, heading: texts.statement.explained, texts: [] },
    ...earnings.map((earning): PaperSection => {
      const rows = lineRows(earning, texts, language).slice(0, room);
      room -= rows.length;
      const { agreementName, subject, explanation } = earning;
      return {
        level: 3,
        heading: `${agreementName[language]} / ${subject.term}, ${windowText(subject.window, language)}`,
        amount: earnedText(earning, language),
        texts: stepsShown(renderStep(explanation, language), 0),
        ...(rows.length > 0 && { table: { columns: lineColumns(texts), rows } }),
      };
    }),
  ];
}

function lineColumns({ labels, statement }: PaperTexts): PaperTable['columns'] {
  return [
    { heading: statement.document, share: 34, side: 'start' },
    { heading: statement.product, share: 38, side: 'start' },
    { heading: labels.net, share: 14, side: 'end' },
    { heading: statement.share, share: 14, side: 'end' },
  ];
}

function lineRows(earning: StatedEarning, { statement }: PaperTexts, language: Language): string[][] {
  const { currency, lines } = earning;
  const money = (minor: bigint) => bareAmountText(moneyText({ minor, currency }), currency, language);
  const rest = withoutLines(earning);
  return [
    ...lines.map(({ document, line, productName, netValue, shareMinor }) => [
      ...[`${document} / ${line}`, productName],
      ...[netValue === '' ? '' : bareAmountText(netValue, currency, language), money(shareMinor)],
    ]),
    ...(rest === 0n ? [] : [[statement.withoutLines, '', '', money(rest)]]),
  ];
}

function stepsShown({ text, steps }: RenderedStep, depth: number): readonly PaperStep[] {
  return [{ text, depth }, ...steps.flatMap((step) => stepsShown(step, depth + 1))];
}

function windowText({ from, until }: Subject['window'], language: Language): string {
  const window = { firstDay: formatDate(from), lastDay: formatDate(until - 1) };
  return operandText({ kind: 'window', ...window }, language);
}

function dayText(day: LocalDate, language: Language): string {
  return operandText({ kind: 'date', value: formatDate(day) }, language).replaceAll(' ', '\u00a0');
}
