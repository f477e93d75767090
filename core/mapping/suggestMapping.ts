import { assignFields, type Suggestion } from './assignFields.ts';
import { lineMeanings } from './fieldRules.ts';
import { knownNames } from './knownNames.ts';
import { withDocument, withNeeded, withReporter } from './neededFields.ts';
import { type Meanings, readColumn, type SampledColumn } from './readColumn.ts';
import { withArithmetic } from './withArithmetic.ts';

/**
 * Which column of a file of lines is which field: by its name in the languages and systems that are
 * known, by its values, and by quantity × price = amount. No field is given twice.
 */
export function suggestMapping(columns: readonly SampledColumn[]): readonly Suggestion[] {
  const names = columns.map(({ name }) => name);
  const known = knownNames(names);
  const read = columns.map((column) => readColumn(column, lineMeanings, known(column.name)));
  return assignFields(withNeeded(withDocument(withReporter(withArithmetic(read)))), names);
}

/** The same for another kind of file, by the rules for its fields. */
export function suggestBy(columns: readonly SampledColumn[], meanings: Meanings): readonly Suggestion[] {
  return assignFields(
    columns.map((column) => readColumn(column, meanings)),
    columns.map(({ name }) => name),
  );
}
