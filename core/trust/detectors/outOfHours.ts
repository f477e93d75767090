import { approvalEvidence, isProgram } from '../approvalEvidence.ts';
import { byKey } from '../byKey.ts';
import { type Detector, type Parameters, parameter } from '../detector.ts';
import { percentFact } from '../factTexts.ts';
import type { Finding } from '../finding.ts';
import { found, withFacts } from '../found.ts';
import type { HistoryApproval } from '../history.ts';
import { scoreOf } from '../scoreOf.ts';
import { quantile } from '../statistics.ts';

/**
 * Approved at night or on a weekend by somebody who hardly ever decides then; a small amount weighs less. Who works at night, and people
 * of whom too little is known, are none.
 */
export const outOfHours: Detector = {
  name: 'outOfHours',
  version: 2,
  group: 'fraud',
  needs: ['approvals'],
  parameters: [
    parameter('fromMinute', 0, 360, 720),
    parameter('untilMinute', 720, 1320, 1440),
    parameter('leastApprovals', 5, 20, 10_000),
    parameter('usualPercent', 0, 5, 50),
  ],
  begin: (history, parameters) => ({
    end: () => {
      const people = byKey(history.approvals, (one) =>
        isProgram(one.decidedBy) ? undefined : one.decidedBy,
      );
      return [...people.values()].flatMap((group) => oddHours(group, parameters));
    },
  }),
};

function oddHours(group: readonly HistoryApproval[], parameters: Parameters): Finding[] {
  if (group.length < (parameters.leastApprovals as number)) return [];
  const odd = group.filter((one) => isOut(one, parameters));
  const share = odd.length / group.length;
  if (share * 100 > (parameters.usualPercent as number)) return [];
  const large = quantile(
    group.flatMap(({ minor }) => (minor === undefined ? [] : [minor])),
    3,
    4,
  );
  return odd.map((one) => {
    const facts = {
      share: percentFact(share),
      approvals: String(group.length),
      when: isWeekend(one.day) ? 'weekend' : 'night',
    };
    const isLarge = one.minor === undefined || one.minor >= large;
    const isNight = one.minute !== undefined && !isWeekend(one.day);
    return found(outOfHours, {
      object: 'approval',
      id: one.approval,
      ...(one.partner !== undefined && { partner: one.partner }),
      day: one.day,
      score: scoreOf(420 + (isNight ? 60 : 0) + (odd.length === 1 ? 40 : 0) - (isLarge ? 0 : 140)),
      ...(one.minor !== undefined && { minor: one.minor }),
      ...(one.currency !== undefined && { currency: one.currency }),
      evidence: [withFacts(approvalEvidence(one), facts)],
    });
  });
}

function isOut({ day, minute }: HistoryApproval, parameters: Parameters): boolean {
  if (isWeekend(day)) return true;
  return (
    minute !== undefined &&
    (minute < (parameters.fromMinute as number) || minute >= (parameters.untilMinute as number))
  );
}

/** 1970-01-01 was a Thursday. */
function isWeekend(day: number): boolean {
  return (((day + 3) % 7) + 7) % 7 >= 5;
}
