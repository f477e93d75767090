import { ColumnEvidence, type Verdict } from '../../core/reading/columnEvidence.ts';
import { NumberEvidence } from '../../core/reading/numberEvidence.ts';
import { DATE_FORMATS, type DateFormat, readDate } from '../../core/reading/readDate.ts';
import type { NumberFormat } from '../../core/reading/readNumber.ts';
import { accept, type Refusal, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import { withoutFormulaGuard } from '../../core/text/formulaGuard.ts';
import type { ColumnReading, TableReading } from './readingFormat.ts';
import type { TableRow } from './tableFile.ts';

/** How the columns of a table are read, by name. */
export type ColumnReadings = Readonly<Record<string, ColumnReading>>;

/** Columns that hold numbers or days, as far as it is known from what they are mapped to. */
export type OpenColumns = { readonly number: ReadonlySet<string>; readonly date: ReadonlySet<string> };

/** The columns whose way of writing nobody has said. */
export function stillOpen(used: OpenColumns, said: ColumnReadings): OpenColumns {
  const open = (columns: ReadonlySet<string>, kind: 'number' | 'date') =>
    new Set([...columns].filter((column) => said[column]?.[kind] === undefined));
  return { number: open(used.number, 'number'), date: open(used.date, 'date') };
}

/** Looks at every row of a table and then says how its open columns are read, or asks. */
export class ColumnSurvey {
  private readonly numbers: readonly Column<NumberEvidence>[];
  private readonly dates: readonly Column<ColumnEvidence<DateFormat>>[];
  private readonly empty: ReadonlySet<string>;
  private readonly file: string;

  constructor(file: string, columns: readonly string[], open: OpenColumns, reading: TableReading) {
    this.file = file;
    this.empty = new Set(reading.empty ?? []);
    const affixOf = (name: string) => reading.columns?.[name]?.affix;
    this.numbers = placed(columns, open.number, (name) => new NumberEvidence(affixOf(name)));
    this.dates = placed(columns, open.date, () => new ColumnEvidence(DATE_FORMATS, readDate));
  }

  add(row: TableRow): void {
    for (const { index, evidence } of this.numbers) {
      const text = withoutFormulaGuard(row.texts[index] ?? '');
      if (row.typed?.[index] !== true && !this.empty.has(text)) evidence.add(text);
    }
    for (const { index, evidence } of this.dates) {
      const text = withoutFormulaGuard(row.texts[index] ?? '');
      if (!this.empty.has(text)) evidence.add(text);
    }
  }

  /**
   * What was found. Only what the column proves is worth keeping for the next file: a column of whole
   * numbers says nothing of how the next one writes a thousand.
   * Refuses: file-number-ambiguous, file-number-contradictory, file-date-ambiguous, file-date-contradictory.
   */
  verdict(): Result<{ readonly readings: ColumnReadings; readonly proved: ColumnReadings }> {
    const refusals: Refusal[] = [];
    const readings: Record<string, ColumnReading> = {};
    const proved: Record<string, ColumnReading> = {};
    const keep = (name: string, found: ColumnReading, isProved: boolean) => {
      readings[name] = { ...readings[name], ...found };
      if (isProved) proved[name] = { ...proved[name], ...found };
    };
    for (const { name, evidence } of this.numbers) {
      const verdict = evidence.verdict();
      const affix = evidence.affix === '' ? {} : { affix: evidence.affix };
      if (verdict.is === 'certain') keep(name, { number: verdict.format, ...affix }, verdict.isProved);
      else refusals.push(...this.asked('number', name, verdict));
    }
    for (const { name, evidence } of this.dates) {
      const verdict = evidence.verdict();
      if (verdict.is === 'certain') keep(name, { date: verdict.format }, verdict.isProved);
      else refusals.push(...this.asked('date', name, verdict));
    }
    return refusals.length > 0 ? refused(...refusals) : accept({ readings, proved });
  }

  /** A column in which nothing is read is not asked about: each of its rows is refused. */
  private asked(
    kind: 'number' | 'date',
    column: string,
    verdict: Verdict<NumberFormat | DateFormat>,
  ): Refusal[] {
    const facts = { file: this.file, column };
    if (verdict.is === 'ambiguous') {
      const readings = verdict.readings.map(({ format, value }) => `${value} (${format})`).join(', ');
      return [refuse(ASKED[kind].ambiguous, column, { ...facts, example: verdict.example, readings })];
    }
    if (verdict.is !== 'contradictory') return [];
    const examples = verdict.examples.map(({ format, example }) => `“${example}” ≠ ${format}`).join(', ');
    return [refuse(ASKED[kind].contradictory, column, { ...facts, examples })];
  }
}

const ASKED = {
  number: { ambiguous: 'file-number-ambiguous', contradictory: 'file-number-contradictory' },
  date: { ambiguous: 'file-date-ambiguous', contradictory: 'file-date-contradictory' },
} as const;

type Column<E> = { readonly name: string; readonly index: number; readonly evidence: E };

function placed<E>(
  columns: readonly string[],
  names: ReadonlySet<string>,
  evidence: (name: string) => E,
): Column<E>[] {
  return columns.flatMap((name, index) =>
    names.has(name) ? [{ name, index, evidence: evidence(name) }] : [],
  );
}
