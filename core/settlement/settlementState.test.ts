import { expect, it } from 'vitest';
import { SETTLEMENT_DEEDS, SETTLEMENT_STATES, settlementAfter } from './settlementState.ts';

it('leads from every state by every deed to a state or to one refusal', () => {
  const table = SETTLEMENT_STATES.map((state) => {
    const after = SETTLEMENT_DEEDS.map((deed) => {
      const result = settlementAfter(state, deed);
      return result.ok ? result.value : `!${result.refusals[0]?.code.replace('settlement-', '')}`;
    });
    return `${state}: ${after.join(' ')}`;
  });
  expect(SETTLEMENT_DEEDS.join(' ')).toBe('approve reject issue handOver number cancel');
  expect(table).toEqual([
    'proposed: approved rejected !not-approved !not-approved !not-awaiting-number !not-issued',
    'approved: !not-proposed rejected issued awaitingNumber !not-awaiting-number !not-issued',
    'awaitingNumber: !not-proposed !not-proposed !not-approved !not-approved issued !not-issued',
    'issued: !not-proposed !not-proposed !not-approved !not-approved !not-awaiting-number cancelled',
    'cancelled: !closed !closed !closed !closed !closed !closed',
    'rejected: !closed !closed !closed !closed !closed !closed',
  ]);
});
