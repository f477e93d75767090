import type { Window } from '../calendar/window.ts';
import type { Line } from '../fact/line.ts';
import { atScale, FACT_SCALE_MAX } from '../number/decimal.ts';
import type { Block, Blocked } from './matchLine.ts';
import type { PlanTerm } from './plan.ts';

/** A line without which the amounts of some windows are incomplete, and what it is worth. */
export function blocked(
  { currency }: PlanTerm,
  line: Line,
  reason: Block,
  facts: Readonly<Record<string, string>>,
  pays: readonly Window[],
): Blocked {
  const net = line.currency === currency ? line.netValue : undefined;
  const worth = net === undefined ? 0n : atScale(net, FACT_SCALE_MAX);
  return { state: 'blocked', reason, facts, pays, worth };
}
