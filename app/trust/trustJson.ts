import { formatDate } from '../../core/calendar/localDate.ts';
import { moneyText } from '../../core/money/money.ts';
import { detectorText, parameterText, trustFindingText } from '../../core/wording/detectorText.ts';
import type { Language } from '../../core/wording/language.ts';
import type { Arrival, CaseEvent, StoredFinding, TrustFigures, TrustRun } from '../ports/trustStore.ts';
import type { ListedCase, ShownCase, TrustOverview } from './showCases.ts';
import type { PolicyInForce } from './trustPolicy.ts';
import type { ShownDetector } from './tuneDetector.ts';

// Cases, findings and policy as JSON, for the API and the terminal alike. Amounts are decimal text.

const amount = (minor: bigint | undefined, currency: string | undefined) =>
  minor === undefined || currency === undefined ? null : moneyText({ minor, currency });

export function caseJson(one: ListedCase) {
  const { id, subject, about, partner, currency, state, isHeld, score, minor, prevented, recovered } = one;
  return {
    ...{ id, object: subject.object, objectId: subject.id, about, state, isHeld, score },
    ...{ partner: partner ?? null, partnerName: one.partnerName ?? null, currency: currency ?? null },
    ...{
      amount: amount(minor, currency),
      assignee: one.assignee ?? null,
      assigneeName: one.assigneeName ?? null,
    },
    ...{ decision: one.decision ?? null, reason: one.reason ?? null },
    ...{ prevented: amount(prevented, currency), recovered: amount(recovered, currency) },
    openedAt: one.openedAt.toISOString(),
    changedAt: one.changedAt.toISOString(),
  };
}

export function shownCaseJson({ case: one, findings, events }: ShownCase, language: Language) {
  return {
    case: caseJson(one),
    findings: findings.map((finding) => findingJson(finding, language)),
    events: events.map((event) => eventJson(event, one.currency)),
  };
}

/** With what it says in words, and what to check. */
function findingJson({ objectId, ...finding }: StoredFinding, language: Language) {
  const { id, detector, version, group, object, partner, agreement, day, score } = finding;
  const { minor, currency, evidence } = finding;
  const { title, check } = detectorText(detector, language);
  return {
    ...{ id, detector, version, group, object, objectId, score },
    ...{ title, text: trustFindingText({ ...finding, id: objectId }, language), check },
    ...{
      partner: partner ?? null,
      agreement: agreement ?? null,
      day: day === undefined ? null : formatDate(day),
    },
    amount: amount(minor === undefined ? undefined : BigInt(minor), currency),
    currency: currency ?? null,
    evidence: evidence.map((one) => ({ object: one.object, id: one.id, facts: one.facts })),
    foundAt: finding.foundAt.toISOString(),
    seenAt: finding.seenAt.toISOString(),
  };
}

function eventJson(event: CaseEvent & { readonly actorName?: string }, currency: string | undefined) {
  const { number, kind, actor, at, said, evidence, state, isHeld, assignee, score, decision, reason } = event;
  const isDecision = kind === 'decided';
  return {
    ...{ number, kind, actor, actorName: event.actorName ?? null, at: at.toISOString(), said },
    ...{ evidence: evidence ?? null, state, isHeld, assignee: assignee ?? null, score },
    ...{ decision: isDecision ? (decision ?? null) : null, reason: isDecision ? (reason ?? null) : null },
    prevented: isDecision ? amount(event.prevented, currency) : null,
    recovered: isDecision ? amount(event.recovered, currency) : null,
  };
}

export function policyJson({ version, policy, reason, setBy, setAt }: PolicyInForce) {
  return {
    ...{ version, policy, reason: reason ?? null, setBy: setBy ?? null },
    setAt: setAt?.toISOString() ?? null,
  };
}

export function runJson(run: TrustRun) {
  const { id, kind, partner, findings, fresh, outcome, requestedBy, endedAt } = run;
  return {
    ...{ id, kind, partner: partner ?? null, findings, fresh, outcome: outcome ?? null, requestedBy },
    endedAt: endedAt.toISOString(),
  };
}

export function detectorJson(detector: ShownDetector, language: Language) {
  const { name, version, group, parameters, changes, changed, feedback } = detector;
  const { title, looksFor } = detectorText(name, language);
  return {
    ...{ name, version, group, title, looksFor, changes },
    parameters: parameters.map((one) => ({ ...one, means: parameterText(one.key, language) })),
    changed:
      changed === undefined
        ? null
        : { reason: changed.reason, setBy: changed.setBy, setAt: changed.setAt.toISOString() },
    feedback:
      feedback === undefined
        ? null
        : {
            confirmed: feedback.confirmed,
            falseAlarms: feedback.falseAlarms,
            precision: feedback.precision,
            suggestion: feedback.suggestion ?? null,
          },
  };
}

export function overviewJson({ figures, policy, runs, arrivals, late }: TrustOverview) {
  return {
    figures: figuresJson(figures),
    policy: policyJson(policy),
    runs: runs.map(runJson),
    arrivals: arrivals.map(arrivalJson),
    late,
  };
}

function figuresJson({ cases, held, unassigned, amounts }: TrustFigures) {
  return {
    ...{ cases, held, unassigned },
    amounts: amounts.map(({ currency, atRisk, prevented, recovered }) => ({
      currency,
      atRisk: moneyText({ minor: atRisk, currency }),
      prevented: moneyText({ minor: prevented, currency }),
      recovered: moneyText({ minor: recovered, currency }),
    })),
  };
}

function arrivalJson({ subject, partner, arrivedAt, lateAt }: Arrival) {
  return {
    ...{ object: subject.object, objectId: subject.id, partner },
    ...{ arrivedAt: arrivedAt.toISOString(), lateAt: lateAt.toISOString() },
  };
}
