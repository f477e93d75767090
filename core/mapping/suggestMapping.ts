import { assignFields, type Suggestion } from './assignFields.ts';
import type { ReadColumn } from './candidate.ts';
import { lineMeanings } from './fieldRules.ts';
import { knownNames } from './knownNames.ts';
import { withDocument, withDocumentDate, withNeeded, withOneInvoice, withReporter } from './neededFields.ts';
import { notionsOf } from './notionsOf.ts';
import { type Meanings, readColumn, type SampledColumn } from './readColumn.ts';
import { withArithmetic } from './withArithmetic.ts';

/**
 * Which column of a file of lines is which field: by its name in the languages and systems that are
 * known, by its values, and by quantity × price = amount. No field is given twice.
 */
export function suggestMapping(columns: readonly SampledColumn[]): readonly Suggestion[] {
  const names = columns.map(({ name }) => name);
  const known = knownNames(names);
  const marked = commonMark(names);
  const read: readonly ReadColumn[] = rowsOf(columns).map((column) =>
    readColumn({ ...column, name: column.name.slice(marked(column.name)) }, lineMeanings, known(column.name)),
  );
  return assignFields(
    STEPS.reduce((before, step) => step(before), read),
    names,
  );
}

type Step = (columns: readonly ReadColumn[]) => readonly ReadColumn[];
/** What the columns of a file say of one another, the strongest first. */
const STEPS: readonly Step[] = [
  withArithmetic,
  withReporter,
  withOneInvoice,
  withDocument,
  withDocumentDate,
  withNeeded,
];

/** The same for another kind of file, by the rules for its fields. */
export function suggestBy(columns: readonly SampledColumn[], meanings: Meanings): readonly Suggestion[] {
  return assignFields(
    rowsOf(columns).map((column) => readColumn(column, meanings)),
    columns.map(({ name }) => name),
  );
}

const MARKED_LEAST = 6;
const MARK = /^[A-Za-z]{2,6}_/;

/** The letters that a system puts before its names: the F of "FBillNo", or a word that says nothing, as in "sap_sold_to". */
function commonMark(names: readonly string[]): (name: string) => number {
  const [first = ''] = names;
  const letter = first.slice(0, 1);
  if (names.length >= MARKED_LEAST && names.every((name) => name.startsWith(letter) && name.length > 2))
    return () => 1;
  const marks = names.map((name) => MARK.exec(name)?.[0] ?? '');
  const common = marks.find(
    (mark) => mark !== '' && marks.filter((one) => one === mark).length >= MARKED_LEAST,
  );
  if (common === undefined || notionsOf(common).notions.length > 0) return () => 0;
  return (name) => (name.startsWith(common) ? common.length : 0);
}

/** So many rows, spread over the sample, say what more would say. */
const ROWS = 150;

function rowsOf(columns: readonly SampledColumn[]): readonly SampledColumn[] {
  return columns.map(({ name, texts }) => {
    const step = Math.ceil(texts.length / ROWS);
    return { name, texts: step <= 1 ? texts : texts.filter((_, row) => row % step === 0) };
  });
}
