import { formatDate } from '../../core/calendar/localDate.ts';
import { apportion } from '../../core/earning/apportion.ts';
import { compilePlan } from '../../core/plan/compilePlan.ts';
import type { PlanTerm } from '../../core/plan/plan.ts';
import { type CaseInputs, computed, inputsOf } from './caseInputs.ts';
import type { CaseTexts } from './caseTexts.ts';
import { oracle } from './oracle/oracle.ts';
import { keyOf } from './oracle/question.ts';
import { agreementText, type JsonObject } from './trade.ts';

/** Both sides in the same words: who has earned what, when, and how many lines are missing. */
export type Comparison = { readonly program: readonly string[]; readonly oracle: readonly string[] };

type Row = {
  readonly place: string;
  readonly exact: string;
  readonly minor: bigint;
  readonly blocked: number;
  /** The lines that have a part of it. */
  readonly shares: readonly string[];
};

export function compareWithOracle(texts: CaseTexts): Comparison {
  const inputs = inputsOf(texts);
  return { program: textsOf(ours(inputs)), oracle: textsOf(theirs(inputs)) };
}

function ours(inputs: CaseInputs): Row[] {
  const { terms } = compilePlan(inputs.agreement, inputs.context.master);
  return computed(inputs).map((earning) => {
    const { term, partner, window, exact, amount, blocked } = earning;
    const planned = terms.find(({ id }) => id === term) as PlanTerm;
    const shares = apportion(earning, planned, inputs.lines, inputs.context);
    return {
      place: `${term} ${partner} ${formatDate(window.from)}..${formatDate(window.until - 1)}`,
      exact: exact.d === 1n ? `${exact.n}` : `${exact.n}/${exact.d}`,
      minor: amount.minor,
      blocked: blocked.lines,
      shares: shares.map(({ line, shareMinor = 0n }) => shareText(keyOf(line), shareMinor)),
    };
  });
}

function theirs({ agreement, lines, context }: CaseInputs): Row[] {
  return oracle(agreement, lines, context.master, context.effective).map(
    ({ window, exact, shares, ...answer }) => ({
      ...answer,
      place: `${answer.term} ${answer.partner} ${window}`,
      exact: exact.toString(),
      shares: shares.map(({ key, minor }) => shareText(key, minor)),
    }),
  );
}

function shareText(key: string, minor: bigint): string {
  const [, document, line] = JSON.parse(key) as readonly string[];
  return `${document}/${line} ${minor}`;
}

/** What is nothing on both sides need not be listed. */
function textsOf(rows: readonly Row[]): string[] {
  return rows
    .filter(({ exact, minor, blocked }) => exact !== '0' || minor !== 0n || blocked > 0)
    .map(({ place, exact, minor, blocked, shares }) => {
      const parts = shares.filter((share) => !share.endsWith(' 0')).sort();
      return `${place}: ${minor} (${exact}), ${blocked} blocked, ${parts.join(' + ')}`;
    })
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
