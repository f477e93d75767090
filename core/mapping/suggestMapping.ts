import { assignFields, type Suggestion } from './assignFields.ts';
import { leftOut, type ReadColumn } from './candidate.ts';
import { commonMark } from './commonMark.ts';
import { inOtherCurrency } from './inOtherCurrency.ts';
import { isClear } from './isClear.ts';
import { knownNames } from './knownNames.ts';
import { lineByValues } from './lineByValues.ts';
import { lineMeanings } from './lineMeanings.ts';
import { type Meanings, readColumn, type SampledColumn } from './readColumn.ts';
import { runsOfRows } from './runsOfRows.ts';
import { withArithmetic } from './withArithmetic.ts';
import { withDocument } from './withDocument.ts';
import { withEmpty } from './withEmpty.ts';
import { withKeysAside } from './withKeysAside.ts';
import { withLineCost } from './withLineCost.ts';
import { withLineOfDocument } from './withLineOfDocument.ts';
import { withNeeded } from './withNeeded.ts';
import { withOneInvoice } from './withOneInvoice.ts';
import { withOrder } from './withOrder.ts';
import { withOwnParty } from './withOwnParty.ts';
import { withReporter } from './withReporter.ts';
import { withRowKeys } from './withRowKeys.ts';

/** So likely is what another column has in another currency none of the line's. */
const AGAIN = 66;
const UNLIKELY = 39;

/**
 * Which column of a file of lines is which field: by its name in the languages and systems that are
 * known, by its values, and by quantity × price = amount. No field is given twice.
 */
export function suggestMapping(columns: readonly SampledColumn[]): readonly Suggestion[] {
  const names = columns.map(({ name }) => name);
  const known = knownNames(names);
  const marked = commonMark(names);
  const isAgain = inOtherCurrency(names);
  const read: readonly ReadColumn[] = columns.map(({ name, texts }) => {
    const column = readColumn(
      { name: name.slice(marked(name)), texts: runsOfRows(texts) },
      lineMeanings,
      known(name),
      lineByValues,
    );
    return isAgain(name) && !column.notions.includes('discount') ? leftOut(column, AGAIN, UNLIKELY) : column;
  });
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
  withOrder,
  withLineOfDocument,
  withNeeded,
  withLineCost,
];

/** A column that bears the name of a field of ours is that field. */
const OURS = 99;

/** The same for another kind of file, by the rules for its fields; `own` knows the names of our own form. */
export function suggestBy(
  columns: readonly SampledColumn[],
  meanings: Meanings,
  own: (name: string) => string | undefined = () => undefined,
): readonly Suggestion[] {
  return assignFields(
    columns.map(({ name, texts }): ReadColumn => {
      const column = readColumn({ name, texts: runsOfRows(texts) }, meanings);
      const field = own(name);
      if (field === undefined) return column;
      return { ...column, candidates: [{ field, points: OURS, why: ['systemName'] }] };
    }),
    columns.map(({ name }) => name),
  );
}
