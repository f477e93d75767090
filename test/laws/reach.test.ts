import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compilePlan } from '../../core/plan/compilePlan.ts';
import { reachOf } from '../../core/plan/reachOf.ts';
import { type CaseInputs, computed, inputsOf } from '../support/caseInputs.ts';
import { EVERY_CASE, TIME } from '../support/everyCase.ts';
import { isWithin } from '../support/isWithin.ts';

function bytes(value: unknown): string {
  return JSON.stringify(value, (_, part) => (typeof part === 'bigint' ? `${part}n` : part));
}

/** One agreement takes a partner out, so that there is always something beyond its reach. */
function narrowed({ agreement, ...inputs }: CaseInputs): CaseInputs {
  const participants = [...agreement.participants, { attribute: 'partner.code', in: ['P1', 'P2'] }];
  return { ...inputs, agreement: { ...agreement, participants } };
}

describe('lines out of reach of an agreement', () => {
  it.each(EVERY_CASE)('change nothing of it: %s', TIME, (_, cases, runs) => {
    let out = 0;
    fc.assert(
      fc.property(cases, (trade) => {
        for (const inputs of [inputsOf(trade), narrowed(inputsOf(trade))]) {
          const reach = reachOf(compilePlan(inputs.agreement, inputs.context.master));
          const lines = inputs.lines.filter((line) => isWithin(reach, line));
          out += inputs.lines.length - lines.length;
          expect(bytes(computed({ ...inputs, lines }))).toBe(bytes(computed(inputs)));
        }
      }),
      runs,
    );
    expect(out).toBeGreaterThan(0);
  });
});
