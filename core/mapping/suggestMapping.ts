import { assignFields, type Suggestion } from './assignFields.ts';
import type { ReadColumn } from './candidate.ts';
import { isClear } from './clearFields.ts';
import { withEmpty } from './emptyColumns.ts';
import { lineMeanings } from './fieldRules.ts';
import { foldedName } from './foldedName.ts';
import { withKeysAside } from './keysOfRecords.ts';
import { knownNames } from './knownNames.ts';
import { LEXICON } from './lexicon.ts';
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
    isClear,
  );
}

type Step = (columns: readonly ReadColumn[]) => readonly ReadColumn[];
/** What the columns of a file say of one another, the strongest first. */
const STEPS: readonly Step[] = [
  withEmpty,
  withKeysAside,
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
  const shared = sharedLetters(names);
  if (names.length >= MARKED_LEAST && shared > 0) return () => shared;
  const marks = names.map((name) => MARK.exec(name)?.[0] ?? '');
  const common = marks.find(
    (mark) => mark !== '' && marks.filter((one) => one === mark).length >= MARKED_LEAST,
  );
  if (common === undefined || notionsOf(common).notions.length > 0) return () => 0;
  return (name) => (name.startsWith(common) ? common.length : 0);
}

const LETTERS_MOST = 3;
const REST_LEAST = 3;

/** How many letters all names begin with; what is left of each must still be a name. */
function sharedLetters(names: readonly string[]): number {
  const [first = ''] = names;
  for (let length = LETTERS_MOST; length > 0; length -= 1) {
    const mark = first.slice(0, length);
    const isMark = /^[A-Za-z]+$/.test(mark) && !LEXICON.has(foldedName(mark));
    if (isMark && names.every((name) => name.startsWith(mark) && name.length >= length + REST_LEAST))
      return length;
  }
  return 0;
}

/** So many rows, spread over the sample, say what more would say. */
const ROWS = 150;

function rowsOf(columns: readonly SampledColumn[]): readonly SampledColumn[] {
  return columns.map(({ name, texts }) => {
    const step = Math.ceil(texts.length / ROWS);
    return { name, texts: step <= 1 ? texts : texts.filter((_, row) => row % step === 0) };
  });
}
