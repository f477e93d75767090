import { expect, it } from 'vitest';
import { type CaseDeed, type CaseState, caseAfter, DECISION_REASONS, REASONS } from './caseState.ts';

type Standing = readonly [state: CaseState, isHeld: boolean];

it.each<readonly [Standing, CaseDeed, Standing | string]>([
  [['open', false], 'assigned', ['underWay', false]],
  [['open', true], 'assigned', ['underWay', true]],
  [['open', false], 'held', ['open', true]],
  [['open', true], 'held', 'trust-case-held'],
  [['underWay', true], 'released', 'trust-case-undecided'],
  [['underWay', false], 'released', 'trust-case-not-held'],
  [['underWay', true], 'decided', ['decided', true]],
  [['decided', true], 'released', ['decided', false]],
  [['decided', false], 'released', 'trust-case-not-held'],
  [['decided', true], 'decided', 'trust-case-decided'],
  [['decided', true], 'held', 'trust-case-decided'],
  [['decided', false], 'found', 'trust-case-decided'],
  [['decided', false], 'assigned', 'trust-case-decided'],
  [['decided', true], 'commented', ['decided', true]],
  [['open', false], 'evidenceAdded', ['open', false]],
])('%j, %s: %j', ([state, isHeld], deed, then) => {
  const after = caseAfter({ state, isHeld }, deed);
  expect(after.ok ? [after.value.state, after.value.isHeld] : after.refusals[0]?.code).toEqual(then);
});

it('knows reasons for both decisions', () => {
  expect(new Set(REASONS.map((reason) => DECISION_REASONS[reason]))).toEqual(
    new Set(['confirmed', 'falseAlarm']),
  );
});
