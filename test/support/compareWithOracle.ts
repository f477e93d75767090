import { formatDate } from '../../core/calendar/localDate.ts';
import { type CaseInputs, computed, inputsOf } from './caseInputs.ts';
import type { CaseTexts } from './caseTexts.ts';
import { oracle } from './oracle/oracle.ts';
import { agreementText, type JsonObject } from './trade.ts';

/** Both sides in the same words: who has earned what, when, and how many lines are missing. */
export type Comparison = { readonly program: readonly string[]; readonly oracle: readonly string[] };

type Row = {
  readonly place: string;
  readonly exact: string;
  readonly minor: bigint;
  readonly blocked: number;
};

export function compareWithOracle(texts: CaseTexts): Comparison {
  const inputs = inputsOf(texts);
  return { program: textsOf(ours(inputs)), oracle: textsOf(theirs(inputs)) };
}

function ours(inputs: CaseInputs): Row[] {
  return computed(inputs).map(({ term, partner, window, exact, amount, blocked }) => ({
    place: `${term} ${partner} ${formatDate(window.from)}..${formatDate(window.until - 1)}`,
    exact: exact.d === 1n ? `${exact.n}` : `${exact.n}/${exact.d}`,
    minor: amount.minor,
    blocked: blocked.lines,
  }));
}

function theirs({ agreement, lines, context }: CaseInputs): Row[] {
  return oracle(agreement, lines, context.master, context.effective).map(
    ({ term, partner, window, exact, minor, blocked }) => ({
      place: `${term} ${partner} ${window}`,
      exact: exact.toString(),
      minor,
      blocked,
    }),
  );
}

/** What is nothing on both sides need not be listed. */
function textsOf(rows: readonly Row[]): string[] {
  return rows
    .filter(({ exact, minor, blocked }) => exact !== '0' || minor !== 0n || blocked > 0)
    .map(({ place, exact, minor, blocked }) => `${place}: ${minor} (${exact}), ${blocked} blocked`)
    .sort();
}

/** A case as a person reads it: where the two differ, then all that they were given. */
export function caseReport(texts: CaseTexts): string {
  const { program, oracle: expected } = compareWithOracle(texts);
  const plain = agreementText().terms as unknown as readonly JsonObject[];
  const terms = texts.agreement.terms as unknown as readonly JsonObject[];
  return [
    ...program.filter((row) => !expected.includes(row)).map((row) => `program: ${row}`),
    ...expected.filter((row) => !program.includes(row)).map((row) => `oracle:  ${row}`),
    `effective ${texts.effective}`,
    `agreement ${JSON.stringify(differences(texts.agreement, agreementText({}, { terms: texts.agreement.terms ?? [] })))}`,
    ...terms.map((term) => `term ${JSON.stringify(differences(term, plain[0] ?? {}))}`),
    ...texts.lines.map((line) => `line ${Object.values(line).join(' ')}`),
    ...texts.master.map(
      ({ kind, code, validFrom, attributes }) =>
        `${kind} ${code} ${validFrom ?? ''} ${JSON.stringify(attributes)}`,
    ),
  ].join('\n');
}

/** The fields that differ from a plain agreement or term. */
function differences(given: JsonObject, usual: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(given).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(usual[name])),
  );
}
