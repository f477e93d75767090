import { canonicalJson, type Json } from '../../core/text/canonicalJson.ts';
import { hex } from '../../core/text/hex.ts';
import { utf8 } from '../../core/text/utf8.ts';
import type { Finding } from '../../core/trust/finding.ts';
import type { Verdict } from '../../core/trust/policy.ts';
import { type Subject, subjectKey, subjectOf } from '../../core/trust/subject.ts';
import { type Actor, actorText } from '../actor.ts';
import { auditDeed } from '../auditDeed.ts';
import type { NewFinding, ParametersByDetector, TrustRun, TrustRunKind } from '../ports/trustStore.ts';
import type { Ports, Tx } from '../ports.ts';
import { openCases } from './openCases.ts';
import { policyNow } from './trustPolicy.ts';

export type Recording = {
  readonly kind: Exclude<TrustRunKind, 'backTest'>;
  readonly partner?: string;
  readonly parameters: ParametersByDetector;
  readonly findings: readonly Finding[];
  readonly actor: Actor;
};

export type Recorded = {
  readonly run: TrustRun;
  /** By `subjectKey`; whatever is not among them passes. */
  readonly verdicts: ReadonlyMap<string, Verdict>;
};

/** Keeps what a run found, each finding once, and opens the cases that the policy wants, in the same transaction. */
export async function recordFindings(
  ports: Ports,
  tx: Tx,
  { kind, partner, parameters, findings, actor }: Recording,
): Promise<Recorded> {
  const rows = distinct(findings.map((finding) => rowOf(ports, finding)));
  const run = {
    ...{ id: ports.ids.next(), kind, parameters, findings: rows.length, fresh: 0 },
    ...(partner !== undefined && { partner }),
    ...{ requestedBy: actorText(actor), endedAt: ports.clock.now() },
  };
  const fresh = await tx.trust.record(run, rows);
  const { policy } = await policyNow(tx);
  const subjects = distinctSubjects(rows.map(({ subject }) => subject));
  const { verdicts, opened } = await openCases(ports, tx, { subjects, policy, parameters, actor });
  const body = { kind, partner: partner ?? null, findings: rows.length, fresh: fresh.length, opened };
  await auditDeed(ports, tx, { actor, action: 'trust.scan', object: run.id, body });
  return { run: { ...run, fresh: fresh.length }, verdicts };
}

function rowOf(ports: Ports, finding: Finding): NewFinding {
  const content = canonicalJson(finding as unknown as Json);
  return {
    ...{ id: ports.ids.next(), finding, subject: subjectOf(finding) },
    sha256: hex(ports.sha256(utf8(content))),
  };
}

function distinct(rows: readonly NewFinding[]): readonly NewFinding[] {
  return [...new Map(rows.map((row) => [row.sha256, row])).values()];
}

function distinctSubjects(subjects: readonly Subject[]): readonly Subject[] {
  return [...new Map(subjects.map((subject) => [subjectKey(subject), subject])).values()];
}
