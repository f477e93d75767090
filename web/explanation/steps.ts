import type { Schemas } from '../api/client.ts';

type Step = Schemas['ExplanationStep'];
type Operand = Step['operands'][string];

/** Which operand of a step is its outcome, shown in the column of figures. */
const OUTCOME: { readonly [kind in Step['kind']]?: string } = {
  qualifier: 'value',
  payout: 'value',
  baseline: 'value',
  growth: 'growth',
  tierReached: 'rate',
  wholePercent: 'result',
  wholePerUnit: 'result',
  marginal: 'result',
  marginalBandPercent: 'result',
  marginalBandPerUnit: 'result',
  lumpSum: 'result',
  paysNothing: 'result',
  rounding: 'amount',
};

/** Said beside the calculation, not a step of it. */
export const REMARKS: ReadonlySet<Step['kind']> = new Set(['nextTier', 'lastTier', 'incomplete']);

export function outcomeOf({ kind, operands }: Step): Operand | undefined {
  const name = OUTCOME[kind];
  return name === undefined ? undefined : operands[name];
}

/** The step of a kind, wherever it stands in the tree. */
export function stepOfKind(root: Step, kind: Step['kind']): Step | undefined {
  if (root.kind === kind) return root;
  for (const step of root.steps) {
    const found = stepOfKind(step, kind);
    if (found !== undefined) return found;
  }
  return undefined;
}
