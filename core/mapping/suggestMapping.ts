import { assignFields, type Suggestion } from './assignFields.ts';
import type { ReadColumn } from './candidate.ts';
import { lineMeanings } from './fieldRules.ts';
import { knownNames } from './knownNames.ts';
import { withDocument, withDocumentDate, withNeeded, withOneInvoice, withReporter } from './neededFields.ts';
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
    readColumn({ ...column, name: column.name.slice(marked) }, lineMeanings, known(column.name)),
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

/** How many letters a system puts before each of its names: one, such as the F of "FBillNo". */
function commonMark(names: readonly string[]): number {
  const [first = ''] = names;
  const mark = first.slice(0, 1);
  return names.length >= MARKED_LEAST && names.every((name) => name.startsWith(mark) && name.length > 2)
    ? 1
    : 0;
}

/** So many rows, spread over the sample, say what more would say. */
const ROWS = 150;

function rowsOf(columns: readonly SampledColumn[]): readonly SampledColumn[] {
  return columns.map(({ name, texts }) => {
    const step = Math.ceil(texts.length / ROWS);
    return { name, texts: step <= 1 ? texts : texts.filter((_, row) => row % step === 0) };
  });
}
