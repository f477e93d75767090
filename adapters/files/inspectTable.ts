import { fieldsOf } from '../../app/facts/factKinds.ts';
import { isMasterField } from '../../app/intake/parseMaster.ts';
import { type FieldKind, fieldKind } from '../../core/fact/fieldKind.ts';
import type { Suggestion } from '../../core/mapping/assignFields.ts';
import { factMeanings } from '../../core/mapping/factMeanings.ts';
import { masterMeanings } from '../../core/mapping/masterMeanings.ts';
import { ASIDE } from '../../core/mapping/meaning.ts';
import type { SampledColumn } from '../../core/mapping/readColumn.ts';
import { isFactSubject, type Subject } from '../../core/mapping/subject.ts';
import { suggestBy, suggestMapping } from '../../core/mapping/suggestMapping.ts';
import { ColumnEvidence, type Verdict } from '../../core/reading/columnEvidence.ts';
import { NumberEvidence } from '../../core/reading/numberEvidence.ts';
import { DATE_FORMATS, type DateFormat, readDate } from '../../core/reading/readDate.ts';
import type { NumberFormat } from '../../core/reading/readNumber.ts';
import { accept, type Result } from '../../core/refusal/refusals.ts';
import { factFieldKind } from './factFieldKind.ts';
import { openTable } from './openTable.ts';
import type { ColumnReading, TableReading } from './readingFormat.ts';
import type { Detection, TableFile, TableRow } from './tableFile.ts';

/** What the values of a column look like in the rows that were looked at. */
export type InspectedColumn = Suggestion & {
  readonly holds: 'numbers' | 'days' | 'texts' | 'nothing';
  /** How they are written, as far as it is certain. */
  readonly reading?: ColumnReading;
  /** What they could say, where they could say two things: an example and its readings. */
  readonly asked?: { readonly example: string; readonly readings: readonly string[] };
};

export type Inspection = {
  readonly name: string;
  readonly subject: Subject;
  readonly detection: Detection;
  readonly columns: readonly InspectedColumn[];
  /** How many rows were looked at, and whether they are all. */
  readonly rows: number;
  readonly isWhole: boolean;
  readonly first: readonly (readonly string[])[];
};

export type InspectOptions = {
  readonly subject?: Subject;
  readonly reading?: TableReading;
  readonly name?: string;
};

const SAMPLE = 2000;
const SHOWN = 3;

/**
 * Looks into a file of another system: how it is written, and which of its columns may be which
 * field. The first rows are looked at; what they leave open is decided when the file is imported.
 * Refuses: those of openTable.
 */
export async function inspectTable(path: string, options: InspectOptions = {}): Promise<Result<Inspection>> {
  const { subject = 'lines', reading = {} } = options;
  // One row more says whether these are all.
  const opened = await openTable(path, { ...options, reading, batchSize: SAMPLE + 1 });
  if (!opened.ok) return opened;
  const file = opened.value;
  const read = await sampleOf(file);
  if (!read.ok) return read;
  const { rows, isWhole } = read.value;
  const sampled = file.columns.map((name, index) => ({
    name,
    texts: rows.map(({ texts }) => texts[index] ?? ''),
  }));
  const suggestions =
    subject === 'lines'
      ? withNames(suggestMapping(sampled), sampled)
      : suggestBy(sampled, meaningsOf(subject), ownFieldOf(subject));
  const columns = suggestions.map((suggestion, index) =>
    inspected(suggestion, index, rows, kindOf(subject, suggestion.field)),
  );
  const { name, detection } = file;
  const first = rows.slice(0, SHOWN).map(({ texts }) => texts);
  return accept({ name, subject, detection, columns, rows: rows.length, isWhole, first });
}

function meaningsOf(subject: Exclude<Subject, 'lines'>) {
  return isFactSubject(subject) ? factMeanings(subject) : masterMeanings(subject);
}

/** The field of ours that bears the name of the column: an attribute of master data by its name behind the point. */
function ownFieldOf(subject: Exclude<Subject, 'lines'>) {
  return (name: string): string | undefined => {
    if (isFactSubject(subject)) return fieldsOf(subject).fields.find((field) => field === name);
    return isMasterField(name) && name !== 'kind' ? name.replace(/^attributes\./, '') : undefined;
  };
}

function kindOf(subject: Subject, field: string): FieldKind {
  if (isFactSubject(subject)) return factFieldKind(field);
  if (field === 'validFrom') return 'date';
  // Of exchange rates every attribute is a number.
  if (subject === 'rate' && !['code', 'name', ASIDE].includes(field)) return 'number';
  return field.startsWith('discount') ? 'number' : fieldKind(field);
}

/** What a partner or product is called is no field of a line; where it comes in with the lines, it has that name. */
export const NAME_FIELDS = { partner: 'partnerName', product: 'productName' } as const;

/** So well a column has to be called the name of a thing; one of anything has less. */
const CALLED = 90;

function withNames(
  suggestions: readonly Suggestion[],
  sampled: readonly SampledColumn[],
): readonly Suggestion[] {
  const named = [...suggestions];
  for (const subject of ['partner', 'product'] as const) {
    if (!suggestions.some(({ field }) => field === subject)) continue;
    const asNames = suggestBy(sampled, masterMeanings(subject));
    const index = asNames.findIndex(
      ({ field, confidence }, place) =>
        field === 'name' && confidence >= CALLED && named[place]?.field === ASIDE,
    );
    if (index >= 0) named[index] = { ...(asNames[index] as Suggestion), field: NAME_FIELDS[subject] };
  }
  return named;
}

async function sampleOf(
  file: TableFile,
): Promise<Result<{ readonly rows: readonly TableRow[]; readonly isWhole: boolean }>> {
  let rows: readonly TableRow[] = [];
  for await (const batch of file.batches) {
    if (!batch.ok) return batch;
    rows = batch.value;
    if (rows.length > SAMPLE) return accept({ rows: rows.slice(0, SAMPLE), isWhole: false });
  }
  return accept({ rows, isWhole: true });
}

function inspected(
  suggestion: Suggestion,
  index: number,
  rows: readonly TableRow[],
  kind: FieldKind,
): InspectedColumn {
  const numbers = new NumberEvidence();
  const days = new ColumnEvidence<DateFormat>(DATE_FORMATS, readDate);
  let typed = 0;
  let filled = 0;
  for (const row of rows) {
    const text = row.texts[index] ?? '';
    if (text === '') continue;
    filled += 1;
    if (row.typed?.[index] === true) typed += 1;
    else numbers.add(text);
    days.add(text);
  }
  if (filled === 0) return { ...suggestion, holds: 'nothing' };
  if (kind === 'number') return { ...suggestion, holds: 'numbers', ...numberReading(numbers, typed) };
  if (kind === 'date') {
    return { ...suggestion, holds: 'days', ...dateReading(days.verdict()) };
  }
  return { ...suggestion, holds: 'texts' };
}

type Found = Pick<InspectedColumn, 'reading' | 'asked'>;

function numberReading(evidence: NumberEvidence, typed: number): Found {
  const verdict = evidence.verdict();
  if (verdict.is !== 'certain') return typed > 0 && verdict.is === 'none' ? {} : askedAbout(verdict);
  const { affix } = evidence;
  return verdict.isProved || affix !== ''
    ? { reading: { number: verdict.format, ...(affix !== '' && { affix }) } }
    : {};
}

function dateReading(verdict: Verdict<DateFormat>): Found {
  if (verdict.is !== 'certain') return askedAbout(verdict);
  return { reading: { date: verdict.format } };
}

function askedAbout(verdict: Exclude<Verdict<NumberFormat | DateFormat>, { is: 'certain' }>): Found {
  if (verdict.is === 'none') return { asked: { example: verdict.example, readings: [] } };
  if (verdict.is === 'ambiguous') {
    const readings = verdict.readings.map(({ format, value }) => `${value} (${format})`);
    return { asked: { example: verdict.example, readings } };
  }
  const [first] = verdict.examples;
  const readings = verdict.examples.map(({ format, example }) => `“${example}” ≠ ${format}`);
  return { asked: { example: first?.example ?? '', readings } };
}
