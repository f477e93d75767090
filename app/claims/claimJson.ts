import { formatDate } from '../../core/calendar/localDate.ts';
import { type Claim, type ClaimLine, claimedMinor } from '../../core/claim/claim.ts';
import { claimTotals, disputedByReason, type LineStanding, POSITIONS } from '../../core/claim/standing.ts';
import { missingLevels } from '../../core/claim/writeOffApproval.ts';
import { moneyText } from '../../core/money/money.ts';
import { formatDecimal } from '../../core/number/decimal.ts';
import type {
  ClaimRule,
  LeftOut,
  RecordedEvent,
  StoredClaim,
  SupplierAcceptance,
} from '../ports/claimStore.ts';
import type { PassedDeadlines } from './claimDeadlines.ts';
import type { ClaimState } from './lockedClaim.ts';
import type { RaisedClaims } from './raiseClaims.ts';
import type { ClaimDetail, ShownClaim } from './showClaims.ts';
import type { SubmittedClaim } from './submitClaims.ts';
import type { UnrecognisedIncome } from './supplierIncome.ts';

// Claims as they go out, over the API and from commands: amounts in major units, days as text.

type Texts = Readonly<Record<string, string>>;

/** A claim as it was sent, without its lines. */
export function sentClaimJson(claim: Claim) {
  const { id, reference, claimant, company, partner, agreement, currency, answer, changes = null } = claim;
  return {
    id,
    reference,
    claimant,
    company,
    partner,
    agreement,
    currency,
    sentOn: formatDate(claim.sentOn),
    dueOn: formatDate(claim.dueOn),
    answerBy: answer === undefined ? null : formatDate(answer.by),
    silence: answer?.silence ?? null,
    changes,
    claimed: moneyText({ minor: claimedMinor(claim), currency }),
  };
}

/** What is not claimed, and since when; why is said in the language of the reader. */
export function leftOutJson({ agreement, since }: Pick<LeftOut, 'agreement' | 'since'>) {
  return { agreement, since: formatDate(since) };
}

/** Where all of it is now; the positions sum to what was claimed. */
export function positionsJson(standings: readonly LineStanding[], currency: string) {
  const totals = claimTotals(standings);
  return {
    positions: amountTexts(totals, currency),
    disputes: Object.fromEntries(
      [...disputedByReason(standings)].map(([reason, minor]) => [reason, moneyText({ minor, currency })]),
    ),
  };
}

export function claimRowJson({ claim, standings, open, daysLate, age }: ShownClaim) {
  const { currency } = claim;
  return {
    ...sentClaimJson(claim),
    ...positionsJson(standings, currency),
    open: moneyText({ minor: open, currency }),
    daysLate,
    age,
  };
}

export function shownClaimJson(shown: ClaimDetail) {
  const { claim, standings, day, way } = shown;
  const byLine = new Map(standings.map((standing) => [standing.line, standing]));
  return {
    ...claimRowJson(shown),
    day: formatDate(day),
    lines: claim.lines.map((line) => ({
      ...lineJson(line, claim.currency),
      ...lineStandingJson(byLine.get(line.number), claim.currency),
    })),
    steps: way.steps.map(({ day: on, to, minor }) => ({
      day: formatDate(on),
      to,
      amount: moneyText({ minor, currency: claim.currency }),
    })),
    documents: way.documents.map(({ issuedOn, dueOn, ...document }) => ({
      ...document,
      issuedOn: formatDate(issuedOn),
      dueOn: formatDate(dueOn),
    })),
  };
}

function lineJson(line: ClaimLine, currency: string) {
  const { number, term, participant, window, minor, transaction, day, quantity, unitAmount } = line;
  const { product, customer, contract, unit } = line;
  return {
    line: number,
    term,
    participant,
    firstDay: formatDate(window.from),
    lastDay: formatDate(window.until - 1),
    claimed: moneyText({ minor, currency }),
    transaction: transaction ?? null,
    product: product ?? null,
    customer: customer ?? null,
    contract: contract ?? null,
    day: day === undefined ? null : formatDate(day),
    quantity: quantity === undefined ? null : formatDecimal(quantity),
    unit: unit ?? null,
    unitAmount: unitAmount === undefined ? null : formatDecimal(unitAmount),
  };
}

function lineStandingJson(standing: LineStanding | undefined, currency: string) {
  if (standing === undefined) throw new Error('Fault: a claim line without a standing');
  return {
    positions: amountTexts(standing.amounts, currency),
    disputes: amountTexts(standing.disputed, currency),
    refusedFor: amountTexts(standing.refused, currency),
  };
}

function amountTexts(amounts: Readonly<Record<string, bigint>>, currency: string): Texts {
  const known = POSITIONS.filter((position) => amounts[position] !== undefined) as readonly string[];
  const names = known.length > 0 ? known : Object.keys(amounts);
  return Object.fromEntries(names.map((name) => [name, moneyText({ minor: amounts[name] ?? 0n, currency })]));
}

export function claimEventJson({ claim, events }: { claim: StoredClaim; events: readonly RecordedEvent[] }) {
  const { currency } = claim;
  return events.map(
    ({ number, kind, day, actor, at, reference = null, note = null, askedMinor, approval, moves }) => ({
      event: number,
      kind,
      day: formatDate(day),
      actor,
      at: at.toISOString(),
      reference,
      note,
      asked: askedMinor === undefined ? null : moneyText({ minor: askedMinor, currency }),
      missing: approval === undefined ? null : missingLevels(approval),
      moves: moves.map(({ line, from, to, minor }) => ({
        line,
        from: from.position,
        fromReason: from.reason ?? null,
        to: to.position,
        toReason: to.reason ?? null,
        amount: moneyText({ minor, currency }),
      })),
    }),
  );
}

/** A claim right after something happened to it. */
export function claimStateJson({ claim, event, standings }: ClaimState) {
  return { claim: claim.id, event, ...positionsJson(standings, claim.currency) };
}

export function raisedClaimsJson({ claims }: RaisedClaims) {
  return claims.map(sentClaimJson);
}

export function claimRuleJson(rule: ClaimRule) {
  const { company, currency, version, toleranceMinor, tolerancePercent, writeOffMinor } = rule;
  return {
    company,
    currency,
    version,
    tolerance: {
      amount: moneyText({ minor: toleranceMinor, currency }),
      percent: formatDecimal(tolerancePercent),
    },
    writeOffLimit: moneyText({ minor: writeOffMinor, currency }),
    remindAfterDays: rule.remindAfterDays,
    answerDays: rule.answerDays ?? null,
    byItself: rule.byItself,
    setBy: rule.setBy,
    at: rule.at.toISOString(),
  };
}

/** A claim of a partner that was taken in, or would be. */
export function submittedClaimJson({ claim, rows, lines, decided }: SubmittedClaim) {
  const { currency } = claim;
  const text = (minor: bigint) => moneyText({ minor, currency });
  return {
    ...sentClaimJson(claim),
    rows,
    lines: lines.map(({ line, match, claimed, found, first, faults, decision }) => ({
      line,
      match,
      claimed: text(claimed),
      found: text(found),
      first: first ?? null,
      faults,
      accepted: text(decision.accepted),
      objected: decision.objected.map(({ reason, minor }) => ({ reason, amount: text(minor) })),
      isDecided: decided.includes(line),
    })),
  };
}

/** What the calendar has decided, and what is to be reminded of. */
export function passedDeadlinesJson({ silent, reminders }: PassedDeadlines) {
  return {
    silent: silent.map(sentClaimJson),
    reminders: reminders.map(({ claim, reminder, open, daysLate }) => ({
      ...sentClaimJson(claim),
      reminder,
      open: moneyText({ minor: open, currency: claim.currency }),
      daysLate,
    })),
  };
}

export function acceptanceJson({ agreement, version, acceptedOn, acceptedBy, ...rest }: SupplierAcceptance) {
  const { document, recordedBy, at, batch } = rest;
  return {
    agreement,
    version,
    acceptedOn: formatDate(acceptedOn),
    acceptedBy,
    document,
    recordedBy,
    at: at.toISOString(),
    batch,
  };
}

export function unrecognisedJson({ account, minor, missing }: UnrecognisedIncome) {
  const { agreement, term, partner, window, currency } = account;
  return {
    agreement,
    term,
    partner,
    firstDay: formatDate(window.from),
    lastDay: formatDate(window.until - 1),
    currency,
    amount: moneyText({ minor, currency }),
    missing,
  };
}
