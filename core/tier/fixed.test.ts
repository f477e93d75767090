import { describe, expect, it } from 'vitest';
import { formulaInput, paidText, resultText, tableOf } from '../../test/support/formulaCases.ts';
import { applyFormula } from './applyFormula.ts';

describe('a fixed amount', () => {
  it.each(['-5', '0', '0.01', '1000000'])(
    'is paid at a volume of %s, by any boundary and policy',
    (qualifier) => {
      for (const boundary of ['atLeast', 'moreThan'] as const) {
        for (const negativeWindow of ['zero', 'lowestTier', 'mirror'] as const) {
          const table = tableOf('0 #250', { boundary });
          const result = applyFormula(formulaInput('fixed', table, { qualifier, negativeWindow }));
          expect([resultText(result), paidText(result)]).toEqual(['tier 1, 250', '1: 250 of 1 = 250']);
        }
      }
    },
  );
});
