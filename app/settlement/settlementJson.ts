import { formatDate } from '../../core/calendar/localDate.ts';
import type { Window } from '../../core/calendar/window.ts';
import { exactText } from '../../core/explanation/operands.ts';
import { moneyText } from '../../core/money/money.ts';
import type { Part } from '../../core/settlement/part.ts';
import type { PayoutRate } from '../../core/settlement/payoutRate.ts';
import { type DocumentDraft, draftTotals } from '../../core/settlement/planDocuments.ts';
import type { TaxedAmount } from '../../core/settlement/taxOfDocument.ts';
import { actorText } from '../actor.ts';
import type {
  OpenPayable,
  SettledAccount,
  SettlementLine,
  SettlementOutcome,
  StoredSettlement,
} from '../ports/settlementStore.ts';
import type { PartyPlan, PlannedSettlement } from './planSettlement.ts';
import type { ShownSettlement } from './showSettlements.ts';

// Settlements as JSON, for the API and the terminal alike. Amounts are decimal text.

const days = ({ from, until }: Window) => ({ firstDay: formatDate(from), lastDay: formatDate(until - 1) });

/** What a settlement would do: per partner, its documents, and what becomes of each account. */
export function plannedJson({ company, day, batch, notDue, heldBack, parties }: PlannedSettlement) {
  return { company, day: formatDate(day), batch, notDue, heldBack, parties: parties.map(partyJson) };
}

function partyJson({ beneficiary, currency, earnedIn, side, groups, plan, reclaims, lacks }: PartyPlan) {
  const text = (minor: bigint) => moneyText({ minor, currency: earnedIn });
  const parts = new Map(
    plan.groups.flatMap(({ accounts }) => accounts.map((account) => [account.key, account.parts])),
  );
  const all = groups.flatMap(({ accounts, asOf }) => accounts.map((account) => ({ ...account, asOf })));
  const places = new Map(all.map(({ key, account }) => [key, account]));
  return {
    ...{ partner: beneficiary, currency, side, lacks },
    earnedIn,
    documents: plan.documents.map((draft) => draftJson(draft, places, { currency, earnedIn })),
    reclaims: reclaims.map(({ account, advance, number, minor }) => ({
      ...accountJson(account),
      ...{ advance, number, amount: moneyText({ minor, currency }) },
    })),
    accounts: all.map(({ key, account, asOf, stage, standing }) => ({
      ...accountJson(account),
      ...{ asOf: formatDate(asOf), stage },
      earned: text(standing.earned),
      adjusted: text(standing.adjusted ?? 0n),
      documented: text(standing.documented),
      lapsed: text(sumOf(Object.values(standing.lapsed))),
      parts: partsJson(parts.get(key) ?? [], text),
    })),
  };
}

function draftJson(
  draft: DocumentDraft,
  places: ReadonlyMap<string, SettledAccount>,
  { currency, earnedIn }: Pick<PartyPlan, 'currency' | 'earnedIn'>,
) {
  const text = (minor: bigint) => moneyText({ minor, currency });
  const { reason, method, tax, lines, taxes, payout } = draft;
  const { netMinor, taxMinor, grossMinor, withheldMinor } = draftTotals(draft);
  return {
    ...{ reason, method, treatment: tax.treatment },
    ...{ net: text(netMinor), tax: text(taxMinor), gross: text(grossMinor), withheld: text(withheldMinor) },
    payout: payoutJson(payout),
    lines: lines.map(({ key, rate, statedMinor, netMinor: own }) => {
      const account = places.get(key);
      if (account === undefined) throw new Error(`Fault: no account ${key}`);
      const stated = moneyText({ minor: statedMinor, currency: earnedIn });
      return { ...accountJson(account), rate, stated, net: text(own) };
    }),
    taxes: taxesJson(taxes, text),
  };
}

/** By which rate of which day it is paid in another currency than it was earned in. */
function payoutJson(payout: PayoutRate | undefined) {
  if (payout === undefined) return null;
  const { from, rate, source } = payout;
  const of = source === undefined ? null : { rateType: source.rateType, day: formatDate(source.day) };
  return { from, rate: exactText(rate), source: of };
}

function taxesJson(taxes: ReadonlyMap<string, TaxedAmount>, text: (minor: bigint) => string) {
  return [...taxes].map(([rate, own]) => ({ rate, net: text(own.netMinor), tax: text(own.taxMinor) }));
}

function partsJson(parts: readonly Part[], text: (minor: bigint) => string) {
  return parts.map(({ kind, reason, minor }) => ({ kind, reason, amount: text(minor) }));
}

function accountJson({ agreement, term, participant, window }: SettledAccount) {
  return { agreement, term, participant, ...days(window) };
}

/** A settlement on one row. */
export function settlementJson(settlement: StoredSettlement) {
  const { id, run, company, beneficiary, side, kind, reason, method, treatment, currency, state } =
    settlement;
  const text = (minor: bigint) => moneyText({ minor, currency });
  const { issue, cancels } = settlement;
  return {
    ...{ id, run, company, partner: beneficiary, side, kind, reason, method, treatment, currency, state },
    net: text(settlement.netMinor),
    tax: text(settlement.taxMinor),
    gross: text(settlement.grossMinor),
    withheld: text(settlement.withheldMinor),
    payout: payoutJson(settlement.payout),
    proposedAt: settlement.at.toISOString(),
    proposedBy: actorText(settlement.author),
    number: issue?.document?.number ?? null,
    issuedOn: issue === undefined ? null : formatDate(issue.issuedOn),
    dueOn: issue?.document === undefined ? null : formatDate(issue.dueOn),
    cancels: cancels?.settlement ?? null,
    cancelReason: cancels?.reason ?? null,
    reclaims: settlement.reclaims ?? null,
  };
}

/** A settlement with everything behind it. */
export function shownSettlementJson({
  settlement,
  run,
  lines,
  taxes,
  parts,
  outcomes,
  setOff,
  lacks,
}: ShownSettlement) {
  const text = (minor: bigint) => moneyText({ minor, currency: settlement.currency });
  const given = new Map(parts.flatMap(({ level, person }) => (level === undefined ? [] : [[level, person]])));
  return {
    ...settlementJson(settlement),
    ...{ day: formatDate(run.day), batch: run.batch },
    waivers: run.waivers.map(({ partner, ...waiver }) => ({ ...waiver, partner: partner ?? null })),
    levels: settlement.levels.map(({ id, name }) => ({ id, name, approvedBy: given.get(id) ?? null })),
    lines: lines.map((line) => lineJson(line, text)),
    taxes: taxesJson(taxes, text),
    lacks,
    accounts: outcomes.map(outcomeJson),
    setOff: setOff.map(({ against, number, minor }) => ({
      ...{ settlement: against, number, amount: text(minor) },
    })),
  };
}

function lineJson(
  { account, rate, lapse, stage, statedMinor, netMinor }: SettlementLine,
  text: (minor: bigint) => string,
) {
  const stated = moneyText({ minor: statedMinor, currency: account.currency });
  const amounts = { stated, net: text(netMinor) };
  return {
    ...accountJson(account),
    stage,
    rate: rate === '' ? null : rate,
    lapse: lapse ?? null,
    ...amounts,
  };
}

function outcomeJson(outcome: SettlementOutcome) {
  const { account, asOf, stage, earned, adjusted, documented, lapsed, parts } = outcome;
  const text = (minor: bigint) => moneyText({ minor, currency: account.currency });
  return {
    ...accountJson(account),
    ...{ asOf: formatDate(asOf), stage },
    ...{ earned: text(earned), adjusted: text(adjusted), documented: text(documented), lapsed: text(lapsed) },
    parts: partsJson(parts, text),
  };
}

export function payableJson({ settlement, company, partner, currency, minor, ...rest }: OpenPayable) {
  const { kind, method, number, issuedOn, dueOn } = rest;
  const amount = moneyText({ minor, currency });
  return {
    ...{ settlement, company, partner, currency, amount, kind, method, number },
    ...{ issuedOn: formatDate(issuedOn), dueOn: formatDate(dueOn) },
  };
}

function sumOf(amounts: readonly (bigint | undefined)[]): bigint {
  return amounts.reduce<bigint>((sum, minor) => sum + (minor ?? 0n), 0n);
}
