import { approvalEvidence } from '../approvalEvidence.ts';
import { byKey } from '../byKey.ts';
import { type Detector, type Parameters, parameter } from '../detector.ts';
import { amountFact } from '../factTexts.ts';
import type { Finding } from '../finding.ts';
import { found } from '../found.ts';
import type { HistoryApproval } from '../history.ts';
import { scoreOf } from '../scoreOf.ts';

/**
 * Amounts that stay just under what somebody may approve: so many of one proposer that it is no chance, or one matter cut in parts that
 * each stay under. A single amount near the limit is none.
 */
export const justUnderLimit: Detector = {
  name: 'justUnderLimit',
  version: 1,
  group: 'fraud',
  needs: ['approvals'],
  parameters: [
    parameter('nearPercent', 1, 5, 20),
    parameter('leastNear', 2, 4, 100),
    parameter('partDays', 0, 2, 30),
  ],
  begin: (history, parameters) => ({
    end: () => {
      const usable = history.approvals.filter(isLimited);
      const near = [
        ...byKey(usable, (one) => `${one.proposedBy}\u001f${one.currency}\u001f${one.limit}`).values(),
      ].flatMap((group) => clustered(group, parameters));
      const parts = [
        ...byKey(usable, (one) =>
          one.partner === undefined
            ? undefined
            : `${one.proposedBy}\u001f${one.partner}\u001f${one.of}\u001f${one.currency}\u001f${one.limit}`,
        ).values(),
      ].flatMap((group) => cutUp(group, parameters));
      return [...near, ...parts];
    },
  }),
};

type Limited = HistoryApproval & {
  readonly minor: number;
  readonly limit: number;
  readonly currency: string;
};

function isLimited(one: HistoryApproval): one is Limited {
  return (
    one.minor !== undefined &&
    one.limit !== undefined &&
    one.currency !== undefined &&
    one.minor > 0 &&
    one.minor <= one.limit
  );
}

/** In the band under the limit far more than in the four bands of the same width below it, each. */
function clustered(group: readonly Limited[], parameters: Parameters): Finding[] {
  const band = parameters.nearPercent as number;
  const under = (low: number, high: number) =>
    group.filter(
      ({ minor, limit }) => minor * 100 > limit * (100 - high) && minor * 100 <= limit * (100 - low),
    );
  const near = under(0, band);
  const below = under(band, 5 * band).length / 4;
  if (near.length < (parameters.leastNear as number) || near.length < 4 * Math.max(below, 1 / 2)) return [];
  // Amounts that are all the same are a fixed amount, and chance did not put them there.
  if (new Set(near.map(({ minor }) => minor)).size === 1) return [];
  return [limitFinding(near, 'near', 520 + Math.min(300, near.length * 30), group.length)];
}

function cutUp(group: readonly Limited[], parameters: Parameters): Finding[] {
  const inOrder = [...group].sort((a, b) => a.day - b.day || (a.approval < b.approval ? -1 : 1));
  const findings: Finding[] = [];
  for (let index = 0; index < inOrder.length; ) {
    const first = inOrder[index] as Limited;
    const parts = inOrder
      .slice(index)
      .filter(
        ({ day, minor, limit }) => day <= first.day + (parameters.partDays as number) && minor * 2 >= limit,
      );
    const sum = parts.reduce((total, { minor }) => total + minor, 0);
    const isCut = parts.length >= 2 && parts[0] === first && sum > first.limit;
    if (isCut)
      findings.push(limitFinding(parts, 'parts', 520 + Math.min(300, parts.length * 60), group.length));
    index += isCut ? parts.length : 1;
  }
  return findings;
}

function limitFinding(these: readonly Limited[], why: string, points: number, all: number): Finding {
  const inOrder = [...these].sort((a, b) => a.day - b.day || (a.approval < b.approval ? -1 : 1));
  const last = inOrder.at(-1) as Limited;
  const minor = these.reduce((sum, one) => sum + one.minor, 0);
  const facts = {
    why,
    count: String(these.length),
    all: String(all),
    limit: amountFact(last.limit, last.currency),
    sum: amountFact(minor, last.currency),
    by: last.proposedBy,
  };
  return found(justUnderLimit, {
    object: 'approval',
    id: last.approval,
    ...(last.partner !== undefined && { partner: last.partner }),
    day: last.day,
    score: scoreOf(points),
    minor,
    currency: last.currency,
    evidence: [{ ...approvalEvidence(last), facts }, ...inOrder.slice(-6).map(approvalEvidence)],
  });
}
