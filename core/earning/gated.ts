import { ZERO } from '../number/rational.ts';
import { gateSteps } from './explainStages.ts';
import { openGates } from './gates.ts';
import type { Account, Worked } from './worked.ts';

/** Closed gates leave nothing: they look at the account's own lines, of a group at those of all members. */
export function gated(worked: Worked): Worked {
  const { isOpen, outcomes } = openGates(worked.planned, worked.sums);
  if (outcomes.length === 0) return worked;
  const steps = [...gateSteps(worked, isOpen, outcomes), ...worked.steps];
  return { ...worked, exact: isOpen ? worked.exact : ZERO, steps };
}

/** What there is to spread over the members of a group: of closed gates, nothing. */
export function openResult({ planned, sums, result }: Account): Account['result'] {
  return openGates(planned, sums).isOpen ? result : { ...result, paid: [], exact: ZERO };
}
