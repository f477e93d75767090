import { assignFields, type Suggestion } from './assignFields.ts';
import type { ReadColumn } from './candidate.ts';
import { commonMark } from './commonMark.ts';
import { isClear } from './isClear.ts';
import { knownNames } from './knownNames.ts';
import { lineByValues } from './lineByValues.ts';
import { lineMeanings } from './lineMeanings.ts';
import { type Meanings, readColumn, type SampledColumn } from './readColumn.ts';
import { runsOfRows } from './runsOfRows.ts';
import { withArithmetic } from './withArithmetic.ts';
import { withDocument } from './withDocument.ts';
import { withDocumentDate } from './withDocumentDate.ts';
import { withEmpty } from './withEmpty.ts';
import { withKeysAside } from './withKeysAside.ts';
import { withNeeded } from './withNeeded.ts';
import { withOneInvoice } from './withOneInvoice.ts';
import { withOwnParty } from './withOwnParty.ts';
import { withReporter } from './withReporter.ts';
import { withRowKeys } from './withRowKeys.ts';

/**
 * Which column of a file of lines is which field: by its name in the languages and systems that are
 * known, by its values, and by quantity × price = amount. No field is given twice.
 */
export function suggestMapping(columns: readonly SampledColumn[]): readonly Suggestion[] {
  const names = columns.map(({ name }) => name);
  const known = knownNames(names);
  const marked = commonMark(names);
  const read: readonly ReadColumn[] = columns.map(({ name, texts }) =>
    readColumn(
      { name: name.slice(marked(name)), texts: runsOfRows(texts) },
      lineMeanings,
      known(name),
      lineByValues,
    ),
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
  withRowKeys,
  withArithmetic,
  withReporter,
  withOwnParty,
  withOneInvoice,
  withDocument,
  withDocumentDate,
  withNeeded,
];

/** The same for another kind of file, by the rules for its fields. */
export function suggestBy(columns: readonly SampledColumn[], meanings: Meanings): readonly Suggestion[] {
  return assignFields(
    columns.map(({ name, texts }) => readColumn({ name, texts: runsOfRows(texts) }, meanings)),
    columns.map(({ name }) => name),
  );
}
