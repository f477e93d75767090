import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Agreement, Term } from '../../core/agreement/agreement.ts';
import { limitsOf } from '../../core/agreement/limitsOf.ts';
import { formatDate } from '../../core/calendar/localDate.ts';
import { earn } from '../../core/earning/earn.ts';
import type { Earning } from '../../core/earning/earning.ts';
import { NOBODY_ELSE } from '../../core/earning/others.ts';
import { NOTHING } from '../../core/earning/sums.ts';
import { exactText } from '../../core/explanation/operands.ts';
import { compilePlan } from '../../core/plan/compilePlan.ts';
import { execute } from '../../engine/simple/execute.ts';
import { casesOf } from '../support/agreementCases.ts';
import { type CaseInputs, computed, inputsOf } from '../support/caseInputs.ts';
import type { CaseTexts } from '../support/caseTexts.ts';
import { MECHANISMS } from '../support/mechanisms.ts';
import { type Totalling, totalsOf } from '../support/totalsOf.ts';
import { dayOf } from '../support/trade.ts';
import { IS_DEEP, SEED } from '../support/tradeCases.ts';

const RUNS = IS_DEEP ? 1500 : 20;

const totallings: fc.Arbitrary<Omit<Totalling, 'master'>> = fc.record({
  months: fc.constantFrom(1, 1, 3, 6, 12),
  date: fc.constant('invoice'),
  lastDay: fc.constantFrom('2026-03-31', '2026-04-30', '2026-06-30', '2026-08-14').map(dayOf),
});

type Outcome = { readonly wrong: readonly string[]; readonly whole: number; readonly paid: number };

/** A partner's amounts without anything blocked, beside those of the lines that the totals sum. */
function compared(texts: CaseTexts, totalling: Omit<Totalling, 'master'>, isTakenOver = false): Outcome {
  const inputs = knownAtOnce(inputsOf(texts));
  const byLines = new Map(computed(inputs).map((earning) => [placeOf(earning), earning]));
  const lines = totalsOf(inputs.lines, { ...totalling, master: inputs.context.master });
  const byTotals = isTakenOver
    ? withTakenOver({ ...inputs, lines }, [...byLines.values()], totalling.lastDay)
    : computed({ ...inputs, lines });
  const isBlocked = ({ blocked }: Earning) => blocked.lines > 0;
  const incomplete = new Set(byTotals.filter(isBlocked).map(({ partner }) => partner));
  const isAlone = isByPartner(inputs.agreement);
  const whole = byTotals.filter(
    ({ partner }) => !incomplete.has(partner) && (isAlone || incomplete.size === 0),
  );
  const wrong = whole.filter(
    (earning) => amountOf(byLines.get(placeOf(earning)), isTakenOver) !== amountOf(earning, isTakenOver),
  );
  return {
    wrong: wrong.map((earning) => {
      const expected = amountOf(byLines.get(placeOf(earning)), isTakenOver);
      return `${placeOf(earning)}: ${amountOf(earning, isTakenOver)} by totals, ${expected} by lines`;
    }),
    whole: whole.length,
    paid: whole.filter(({ amount, explanation }) => amount.minor !== 0n && hasTotals(explanation)).length,
  };
}

/** The windows that were over have what they had earned; the others are calculated from the totals. */
function withTakenOver(inputs: CaseInputs, earned: readonly Earning[], lastDay: number): Earning[] {
  const { agreement, lines, context } = inputs;
  const plan = compilePlan(agreement, context.master);
  const over = earned.filter(({ term, window }) => {
    const own = plan.terms
      .find(({ id }) => id === term)
      ?.windows.find((entry) => entry.window.from === window.from);
    return Math.max(window.until, own?.qualifierLines.until ?? Infinity) <= lastDay + 1;
  });
  const takenOver = over.map(({ term, partner, window, amount }) => {
    return { term, partner, window, minor: amount.minor, late: NOTHING };
  });
  return earn(plan, execute(plan, lines, context), context, NOBODY_ELSE, takenOver);
}

/** History comes in at once: when its lines became known before, neither lines nor totals say. */
function knownAtOnce({ lines, ...inputs }: CaseInputs): CaseInputs {
  return {
    ...inputs,
    lines: lines.map(({ knownOn: _, original, ...line }) => {
      if (original === undefined) return line;
      const { knownOn: __, ...said } = original;
      return { ...line, original: said };
    }),
  };
}

function hasTotals({ steps }: Earning['explanation']): boolean {
  return steps.some(({ kind }) => kind === 'takenOverTotals');
}

/** What one partner earns does not depend on the lines of another. */
function isByPartner({ terms, sharedCaps }: Agreement): boolean {
  const isShared = (term: Term) =>
    term.group !== 'none' ||
    term.rounding.grain === 'programmeWindow' ||
    limitsOf(term).some(({ scope }) => scope === 'group' || scope === 'programme');
  return sharedCaps === 'none' && !terms.some(isShared);
}

function placeOf({ term, partner, window }: Earning): string {
  return `${term} ${partner} ${formatDate(window.from)}`;
}

/** What was taken over has neither an exact amount nor lines that it waits for. */
function amountOf(earning: Earning | undefined, isTakenOver: boolean): string {
  if (earning === undefined) return isTakenOver ? '0' : '0 (0), 0 blocked';
  const { amount, exact, blocked } = earning;
  return isTakenOver ? `${amount.minor}` : `${amount.minor} (${exactText(exact)}), ${blocked.lines} blocked`;
}

function report(inputs: CaseInputs): string {
  return JSON.stringify(inputs.lines, (_, value) => (typeof value === 'bigint' ? String(value) : value));
}

describe('a total counts as its lines would, or is blocked', () => {
  let paid = 0;
  it.each(Object.entries(MECHANISMS))('%s', { timeout: IS_DEEP ? 1_800_000 : 60_000 }, (_, shape) => {
    const check = fc.check(
      fc.property(casesOf(shape), totallings, (texts, totalling) => {
        const outcome = compared(texts, totalling);
        paid += outcome.paid;
        return outcome.wrong.length === 0 && compared(texts, totalling, true).wrong.length === 0;
      }),
      { numRuns: RUNS, seed: SEED },
    );
    if (!check.failed) return;
    const [texts, totalling] = check.counterexample ?? [];
    if (texts === undefined || totalling === undefined) throw check.errorInstance;
    const wrong = [compared(texts, totalling), compared(texts, totalling, true)].map(
      (outcome) => outcome.wrong,
    );
    const shown = [
      ...wrong.flat(),
      JSON.stringify(totalling),
      JSON.stringify(texts),
      report(inputsOf(texts)),
    ];
    throw new Error(shown.join('\n'), { cause: check.errorInstance });
  });

  it('and the cases are worth something: totals are paid on', () => {
    expect(paid).toBeGreaterThan(RUNS * 5);
  });
});
