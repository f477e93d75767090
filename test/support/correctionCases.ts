import fc from 'fast-check';
import type { Texts } from './trade.ts';

/**
 * Lines of which some correct others, as the files of one sender say them, in whatever order. Of a
 * line without a number before it nothing is known: such a correction waits for ever.
 */
export type CorrectionCase = {
  readonly rows: readonly Texts[];
  /** An order in which the rows arrive, and where one file ends and the next begins. */
  readonly order: readonly number[];
  readonly cuts: readonly boolean[];
};

const COUNT = { minLength: 2, maxLength: 9 };
const none = fc.constant(undefined);

/** Document `D<n>` corrects the one that its number names: any of them, one that nobody says, or none. */
const rowsOf = fc.array(
  fc.record({
    corrects: fc.oneof({ weight: 1, arbitrary: none }, { weight: 2, arbitrary: fc.nat({ max: 9 }) }),
    isSecond: fc.boolean(),
    partner: fc.constantFrom('P1', 'P2'),
    month: fc.integer({ min: 1, max: 6 }),
    cents: fc.integer({ min: -20_000, max: 90_000 }),
  }),
  COUNT,
);

export const correctionCases: fc.Arbitrary<CorrectionCase> = rowsOf.chain((given) => {
  const rows = given.map(({ corrects, isSecond, partner, month, cents }, index): Texts => {
    // Every third line stands in the document before it, so that a document may split a line.
    const document = index % 3 === 2 && isSecond ? `D${index - 1}` : `D${index}`;
    const line = document === `D${index}` ? '1' : '2';
    const isItself = corrects === index && line === '1';
    const place =
      corrects === undefined || isItself
        ? {}
        : { correctionOfDocument: `D${corrects}`, correctionOfLine: '1' };
    const netValue = (cents / 100).toFixed(2);
    return { document, line, ...place, partner, netValue, invoiceDate: `2026-0${month}-15` };
  });
  const all = { minLength: rows.length, maxLength: rows.length };
  return fc.record({
    rows: fc.constant(rows),
    order: fc.shuffledSubarray(
      rows.map((_, index) => index),
      all,
    ),
    cuts: fc.array(fc.boolean(), all),
  });
});

/** The rows of a case, file by file. */
export function filesOf({ rows, order, cuts }: CorrectionCase): Texts[][] {
  const files: Texts[][] = [[]];
  for (const [place, index] of order.entries()) {
    if (cuts[place] && files.at(-1)?.length !== 0) files.push([]);
    files.at(-1)?.push(rows[index] as Texts);
  }
  return files;
}
