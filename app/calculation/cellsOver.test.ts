import { expect, it } from 'vitest';
import { NO_MASTER } from '../../core/master/master.ts';
import { compilePlan } from '../../core/plan/compilePlan.ts';
import { execute } from '../../engine/simple/execute.ts';
import { agreementOf, dayOf, lineOf, UNITS } from '../../test/support/trade.ts';
import { cellsOver } from './cellsOver.ts';

it('gives the same cells of lines that are asked for once and again, also by other plans', () => {
  const lines = ['P1', 'P2', 'P1'].map((partner, number) => lineOf({ partner, document: `D${number}` }));
  const context = { master: NO_MASTER, effective: dayOf('2026-12-31') };
  for (const term of [{}, {}, { qualifier: UNITS }, { transactions: 'sellThrough' }]) {
    const plan = compilePlan(agreementOf(term), NO_MASTER);
    expect(cellsOver(plan, lines, context)).toEqual(execute(plan, lines, context));
  }
});
