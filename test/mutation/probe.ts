import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CaseInputs } from '../support/caseInputs.ts';

// A child of net.ts in a tree with sleeping faults: wakes the one that it is told of, runs the published
// vectors until one does not hold, and answers whether all hold; or the first random agreements that
// test/laws/oracle.test.ts compares with the oracle, and answers whether they earn what they earn without
// the fault. A fault that acts while modules are loaded needs a child of its own, which is told by MUTANT.

declare global {
  var mutant: number | undefined;
}

if (process.env.MUTANT !== undefined) globalThis.mutant = Number(process.env.MUTANT);

const { decodeMaster } = await import('../../app/intake/decodeMaster.ts');
const { runVector } = await import('../../app/calculation/runVector.ts');
const { parseDate } = await import('../../core/calendar/localDate.ts');
const { compilePlan } = await import('../../core/plan/compilePlan.ts');
const { apportion } = await import('../../core/earning/apportion.ts');
const { computed, inputsOf } = await import('../support/caseInputs.ts');
const { casesOf } = await import('../support/agreementCases.ts');
const { MECHANISMS } = await import('../support/mechanisms.ts');
const { SEED } = await import('../support/tradeCases.ts');
const { default: fc } = await import('fast-check');

const folder = join(import.meta.dirname, '../../conformance');
const day = (text: string | undefined) => (text === undefined ? undefined : parseDate(text));

function vectorsOf(name: string): Parameters<typeof runVector>[0][] {
  return JSON.parse(readFileSync(join(folder, name), 'utf8')).vectors.map((text: Record<string, never>) => {
    const master = text.master === undefined ? undefined : decodeMaster(text.master);
    const known = day(text.known);
    return {
      ...text,
      effective: day(text.effective),
      ...(known !== undefined && { known }),
      ...(master?.ok && { master: master.value }),
    };
  });
}

const vectors = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .flatMap(vectorsOf);

/** What notices one fault often notices the next. */
function holds(): boolean {
  for (const [index, vector] of vectors.entries()) {
    if (isMet(vector)) continue;
    vectors.unshift(...vectors.splice(index, 1));
    return false;
  }
  return true;
}

function isMet(vector: (typeof vectors)[number]): boolean {
  try {
    return runVector(vector).differences.length === 0;
  } catch {
    return false;
  }
}

/** So many random agreements of each mechanism. */
const CASES = 8;
let earned: { readonly inputs: CaseInputs; readonly before: string }[] | undefined;

function randomCases(): NonNullable<typeof earned> {
  globalThis.mutant = undefined;
  const texts = Object.values(MECHANISMS).flatMap((shape) =>
    fc.sample(casesOf(shape), { numRuns: CASES, seed: SEED }),
  );
  return texts.map(inputsOf).map((inputs) => ({ inputs, before: earningsOf(inputs) }));
}

/** Every amount, exact and rounded, and the share of every line. */
function earningsOf(inputs: CaseInputs): string {
  const { terms } = compilePlan(inputs.agreement, inputs.context.master);
  const rows = computed(inputs).map((earning) => {
    const { term, partner, window, exact, amount, blocked } = earning;
    const planned = terms.find(({ id }) => id === term);
    const shares = planned ? apportion(earning, planned, inputs.lines, inputs.context) : [];
    const parts = shares.map(({ line, shareMinor }) => `${line.document}/${line.line} ${shareMinor}`);
    return [term, partner, window.from, exact.n, exact.d, amount.minor, blocked.lines, ...parts].join(' ');
  });
  return rows.join('\n');
}

function earnTheSame(mutant: number): boolean {
  earned ??= randomCases();
  globalThis.mutant = mutant;
  for (const [index, { inputs, before }] of earned.entries()) {
    if (isSame(inputs, before)) continue;
    earned.unshift(...earned.splice(index, 1));
    return false;
  }
  return true;
}

function isSame(inputs: CaseInputs, before: string): boolean {
  try {
    return earningsOf(inputs) === before;
  } catch {
    return false;
  }
}

process.on('message', ({ mutant, on }: { mutant: number; on: 'vectors' | 'cases' }) => {
  globalThis.mutant = mutant;
  process.send?.(on === 'vectors' ? holds() : earnTheSame(mutant));
});
process.send?.('ready');
