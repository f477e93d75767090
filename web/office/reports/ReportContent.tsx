import { Link, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Bars } from '../../chart/Bars.tsx';
import { useReader, useSay } from '../../text/ReaderContext.tsx';
import type { Reader } from '../../text/reader.ts';
import { Amount } from '../../ui/Amount.tsx';
import { type Column, DataTable } from '../../ui/DataTable.tsx';
import { Named } from '../../ui/Named.tsx';
import { Section } from '../../ui/Section.tsx';
import { placeBehind } from './placeBehind.ts';
import styles from './Reports.module.css';
import type { MadeReport, ReportRow } from './reportTypes.ts';
import { columnsShown, labelOf, type ShownColumn } from './shownColumns.ts';
import { reportsTexts } from './texts.ts';

const BARS_MAX = 12;
/** More than anybody reads on a screen; the files have all. */
const ROWS_MAX = 500;

/** The drawing of the largest, and the figures of all. */
export function ReportContent({
  report,
  isStale,
}: {
  readonly report: MadeReport;
  readonly isStale: boolean;
}) {
  const say = useSay(reportsTexts);
  const reader = useReader();
  const shown = report.rows.slice(0, ROWS_MAX).map((row, at) => ({ ...row, at }));
  const figures = report.rows.filter(({ cells }) => (cells[report.bar.figure] ?? '') !== '');
  const bars = figures.slice(0, BARS_MAX).map((row, at) => ({
    key: `${at}`,
    name: labelOf(report.bar.label, row),
    exact: row.cells[report.bar.figure] ?? '0',
    said: figureOf(reader, report, report.bar.figure, row),
  }));
  const columns = columnsShown(report.columns).map((column) => columnOf(column, report, reader));
  const [total, ...otherTotals] = report.totals;
  // One line of totals stands below the figures that it adds up.
  const foot =
    total !== undefined && otherTotals.length === 0 ? footOf(columns, total, say('total')) : undefined;
  return (
    <>
      <Bars label={say('drawing', { title: report.title, count: bars.length })} bars={bars} />
      <Section title={say('figures')}>
        <div className={styles.figures}>
          <DataTable
            caption={report.title}
            columns={columns}
            rows={shown}
            rowKey={({ at }) => `${at}`}
            isStale={isStale}
            {...(foot && { foot })}
          />
        </div>
        {report.rows.length > ROWS_MAX && (
          <p>{say('shown', { count: ROWS_MAX, total: reader.count(report.rows.length) })}</p>
        )}
        {foot === undefined && <Totals report={report} />}
      </Section>
    </>
  );
}

/** What the rows add up to, a line for each currency and direction. */
function Totals({ report }: { readonly report: MadeReport }) {
  const say = useSay(reportsTexts);
  const reader = useReader();
  if (report.totals.length === 0) return null;
  const filled = report.columns.filter(({ name }) =>
    report.totals.some(({ cells, said }) => (cells[name] ?? said[name] ?? '') !== ''),
  );
  return (
    <>
      <h3 className={styles.total}>{say('total')}</h3>
      <DataTable
        caption={say('total')}
        columns={columnsShown(filled).map((column) => columnOf(column, report, reader))}
        rows={report.totals.map((row, at) => ({ ...row, at }))}
        rowKey={({ at }) => `${at}`}
      />
    </>
  );
}

type ShownRow = ReportRow & { readonly at: number };

function footOf(columns: readonly Column<ShownRow>[], total: ReportRow, word: string) {
  const cells = columns.map(({ id, cell, isMain }) => {
    const shown = cell({ ...total, at: 0 });
    return [id, isMain === true && shown === '' ? word : shown] as const;
  });
  return Object.fromEntries(cells);
}

function figureOf(reader: Reader, report: MadeReport, name: string, { cells, said }: ReportRow): string {
  const text = cells[name] ?? '';
  const { holds } = report.columns.find((column) => column.name === name) ?? {};
  if (holds === 'money') return reader.money(text, cells.currency ?? '');
  return holds === 'percent' ? reader.percent(text) : (said[name] ?? text);
}

function columnOf(
  { name, title, holds, code, isMain }: ShownColumn,
  report: MadeReport,
  reader: Reader,
): Column<ShownRow> {
  const cell = (row: ReportRow): ReactNode => {
    const text = row.said[name] ?? row.cells[name] ?? '';
    if (text === '') return '';
    if (code !== undefined) return <Named name={text} code={row.cells[code] ?? ''} />;
    if (holds === 'count') return reader.figure(text);
    if (holds === 'money') return <Opened report={report} row={row} amount={text} />;
    if (name === 'missing') return missingText(text, row.cells.currency ?? '', reader);
    if (/Day$/.test(name)) return reader.day(text);
    return holds === 'percent' ? reader.percent(text) : text;
  };
  return { id: name, title, cell, isMain, isFigure: holds !== 'text' || name === 'missing' };
}

/** The way to go, as it is said beside a ladder. */
function missingText(text: string, currency: string, reader: Reader): string {
  const [, more = '', amount, unit] = /^(> )?(\S+) (.+)$/.exec(text) ?? [];
  if (amount === undefined || unit === undefined) return text;
  if (unit === currency) return `${more}${reader.distance(amount, { of: 'money' }, currency)}`;
  const scale = unit === '%' ? ({ of: 'percent' } as const) : ({ of: 'quantity', unit } as const);
  return `${more}${reader.distance(amount, scale, currency)}`;
}

/** An amount leads on to what it is made of, and from there to its explanation. */
function Opened({
  report,
  row,
  amount,
}: {
  readonly report: MadeReport;
  readonly row: ReportRow;
  readonly amount: string;
}) {
  const address = useSearch({ from: '/reports/$report' });
  const shown = <Amount exact={amount} currency={row.cells.currency ?? ''} />;
  return <Link {...placeBehind(report, row, address)}>{shown}</Link>;
}
