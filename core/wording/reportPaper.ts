import { formatDate, type LocalDate } from '../calendar/localDate.ts';
import { REPORT_COLUMNS, type Report, type ReportColumn, type ReportRow } from '../report/report.ts';
import { bareAmountText } from './amountText.ts';
import { CATALOGUES } from './catalogue.ts';
import { fillText } from './fillText.ts';
import type { Language } from './language.ts';
import { operandText } from './operandText.ts';
import type { Paper } from './paper.ts';
import { reportCell } from './reportCell.ts';

export type ReportAsOf = {
  readonly day: LocalDate;
  readonly batch: number;
  readonly only: readonly string[];
};

/** What a paper of this width has room for: numbers of things give way to their names. */
const ON_SCREEN_ONLY: readonly ReportColumn[] = [
  'partner',
  'product',
  'agreement',
  'tiers',
  'term',
  'accounts',
];

/** A report as it is read in a language, on paper. */
export function reportPaper(report: Report, { day, batch, only }: ReportAsOf, language: Language): Paper {
  const { papers, reports } = CATALOGUES[language];
  const { title } = reports.names[report.name];
  const named = report.columns.filter((column) => !ON_SCREEN_ONLY.includes(column));
  const columns = named.length > 1 ? named : report.columns;
  const dayText = operandText({ kind: 'date', value: formatDate(day) }, language);
  const text = (row: ReportRow) => columns.map((column) => shown(row, column, language));
  return {
    ...{ language, title, name: `${title} ${formatDate(day)}`, day, pageOf: papers.pageOf },
    parties: [],
    facts: [
      { label: '', value: fillText(reports.asOf, { day: dayText, batch: String(batch) }) },
      ...only.map((what) => ({ label: '', value: fillText(reports.only, { what }) })),
    ],
    tables: [
      {
        columns: columns.map((column) => ({
          heading: reports.columns[column],
          share: isFigure(column) ? 10 : 16,
          side: isFigure(column) ? ('end' as const) : ('start' as const),
        })),
        rows: [...report.rows.map(text), ...report.totals.map((row) => withTotal(text(row), reports.total))],
      },
    ],
    totals: [],
    notes: [reports.names[report.name].lead],
  };
}

function withTotal([first = '', ...rest]: readonly string[], total: string): readonly string[] {
  return [first === '' ? total : first, ...rest];
}

function isFigure(column: ReportColumn): boolean {
  return REPORT_COLUMNS[column] !== 'text';
}

function shown(row: ReportRow, column: ReportColumn, language: Language): string {
  const text = reportCell(row, column, language);
  if (text === '' || REPORT_COLUMNS[column] !== 'money') return text;
  return bareAmountText(text, row.cells.currency ?? '', language);
}
