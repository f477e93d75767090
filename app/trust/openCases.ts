import { type CaseRisk, caseRisk } from '../../core/trust/caseRisk.ts';
import type { Finding } from '../../core/trust/finding.ts';
import { isHeldObject, type TrustPolicy, type Verdict, verdictOf } from '../../core/trust/policy.ts';
import { type Subject, subjectKey } from '../../core/trust/subject.ts';
import { type Actor, actorText } from '../actor.ts';
import { auditDeed } from '../auditDeed.ts';
import { isUuid } from '../isUuid.ts';
import type { ParametersByDetector, StoredCase, StoredFinding } from '../ports/trustStore.ts';
import type { Ports, Tx } from '../ports.ts';
import { writeCaseEvent } from './lockedCase.ts';
import { leastScoreOf } from './tuneDetector.ts';

export type Assessing = {
  readonly subjects: readonly Subject[];
  readonly policy: TrustPolicy;
  readonly parameters: ParametersByDetector;
  readonly actor: Actor;
};

type Opened = {
  readonly verdicts: ReadonlyMap<string, Verdict>;
  readonly opened: readonly string[];
};

/**
 * Weighs what was found about each subject, and opens a case where the policy wants one, or adds to the one that is open. What
 * somebody has decided stays decided: only what is found anew opens another case. Gives the verdicts by `subjectKey`, and the ids of the
 * cases that are new.
 */
export async function openCases(
  ports: Ports,
  tx: Tx,
  { subjects, policy, parameters, actor }: Assessing,
): Promise<Opened> {
  const verdicts = new Map<string, Verdict>();
  const opened: string[] = [];
  const counting = (await tx.trust.undecided(subjects)).filter(
    ({ detector, score }) => score >= leastScoreOf(parameters[detector]),
  );
  const found = Map.groupBy(counting, ({ subject }) => subjectKey(subject));
  for (const subject of subjects) {
    const findings = found.get(subjectKey(subject)) ?? [];
    const partner =
      findings.find((one) => one.partner !== undefined)?.partner ?? (await partnerOf(tx, subject));
    const ofPartner = counting.filter((one) => isOfPartner(one, partner) && !findings.includes(one));
    const about = { ...subject, ...(partner !== undefined && { partner }) };
    const risk = caseRisk(about, { own: findings.map(toFinding), ofPartner: ofPartner.map(toFinding) });
    const verdict = verdictOf(policy, subject.object, risk);
    verdicts.set(subjectKey(subject), verdict);
    const fresh = await follow(ports, tx, { subject, findings, partner, risk, verdict, actor });
    if (fresh !== undefined) opened.push(fresh);
  }
  return { verdicts, opened };
}

/** What makes everything of a partner more suspicious. */
function isOfPartner(finding: StoredFinding, partner: string | undefined): boolean {
  const { object } = finding.subject;
  return (
    partner !== undefined && finding.partner === partner && (object === 'partner' || object === 'bankChange')
  );
}

function toFinding({ objectId, ...finding }: StoredFinding): Finding {
  return { ...finding, id: objectId };
}

type Weighed = {
  readonly subject: Subject;
  readonly findings: readonly StoredFinding[];
  readonly partner: string | undefined;
  readonly risk: CaseRisk;
  readonly verdict: Verdict;
  readonly actor: Actor;
};

/** Gives the id of a case that is new. */
async function follow(ports: Ports, tx: Tx, weighed: Weighed): Promise<string | undefined> {
  const last = await tx.trust.caseOf(weighed.subject);
  if (last === undefined || last.state === 'decided')
    return weighed.verdict === 'pass' ? undefined : open(ports, tx, (last?.ordinal ?? 0) + 1, weighed);
  await add(ports, tx, last, weighed);
  return undefined;
}

/** An open case never weighs less by what is found later, and is not let go by it. */
async function add(ports: Ports, tx: Tx, last: StoredCase, weighed: Weighed): Promise<void> {
  const { findings, risk, verdict, actor } = weighed;
  const fresh = findings.filter(({ caseId }) => caseId === undefined).map(({ id }) => id);
  const isHeld = last.isHeld || verdict === 'hold';
  if (fresh.length === 0 && isHeld === last.isHeld) return;
  await tx.trust.addFindings(last.id, fresh);
  const minor = risk.minor === undefined ? last.minor : BigInt(risk.minor);
  const stands = {
    ...last,
    isHeld,
    score: Math.max(last.score, risk.score),
    ...(minor !== undefined && { minor }),
  };
  await writeCaseEvent(ports, tx, last, {
    kind: 'found',
    actor,
    said: '',
    stands,
    about: { findings: fresh.length },
  });
}

async function open(ports: Ports, tx: Tx, ordinal: number, weighed: Weighed): Promise<string> {
  const { subject, findings, partner, risk, verdict, actor } = weighed;
  const [id, at] = [ports.ids.next(), ports.clock.now()];
  const isHeld = verdict === 'hold';
  const opened = {
    ...{ id, subject, ordinal, openedAt: at },
    ...(partner !== undefined && { partner }),
    ...(risk.currency !== undefined && { currency: risk.currency }),
  };
  const stands = { state: 'open', isHeld, score: risk.score, prevented: 0n, recovered: 0n } as const;
  const minor = risk.minor === undefined ? {} : { minor: BigInt(risk.minor) };
  const event = { kind: 'opened', actor: actorText(actor), at, said: '', ...stands, ...minor } as const;
  await tx.trust.addCase(opened, event);
  await tx.trust.addFindings(
    id,
    findings.map((one) => one.id),
  );
  const body = { ...subject, score: risk.score, isHeld, findings: findings.length };
  await auditDeed(ports, tx, { actor, action: 'trustCase.open', object: id, body });
  return id;
}

/** Whom a subject concerns, where no finding says it. */
export async function partnerOf(tx: Tx, { object, id }: Subject): Promise<string | undefined> {
  if (object === 'partner') return id;
  if (!isHeldObject(object) || !isUuid(id)) return undefined;
  if (object === 'claim') return (await tx.claims.find(id))?.partner;
  if (object === 'settlement') return (await tx.settlements.get(id))?.beneficiary;
  return (await tx.payments.instruction(id))?.partner;
}
