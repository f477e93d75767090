import type { Actor } from '../../app/actor.ts';
import type {
  OpenPayable,
  SettledAccount,
  SettlementLine,
  SettlementOutcome,
  SettlementRecord,
  StoredSettlement,
} from '../../app/ports/settlementStore.ts';
import { formatDate, type LocalDate } from '../../core/calendar/localDate.ts';
import { decodeDocument } from '../../core/document/decodeDocument.ts';
import type { RebateDocument } from '../../core/document/rebateDocument.ts';
import type { ApprovalLevel } from '../../core/lifecycle/approvalRules.ts';
import type { Stage } from '../../core/settlement/accountParts.ts';
import type { Lapse, Part } from '../../core/settlement/part.ts';
import type { PayoutRate } from '../../core/settlement/payoutRate.ts';
import type { SettlementState } from '../../core/settlement/settlementState.ts';
import type { Json } from '../../core/text/canonicalJson.ts';
import { withBigints, withTaggedBigints } from './taggedBigints.ts';

/** The columns of an account, its agreement by its code. */
export type AccountRow = {
  readonly agreement: string;
  readonly term: string;
  readonly participant: string;
  readonly window_from: LocalDate;
  readonly window_until: LocalDate;
  readonly currency: string;
};

export function toSettledAccount(row: AccountRow): SettledAccount {
  const { agreement, term, participant, window_from: from, window_until: until, currency } = row;
  return { agreement, term, participant, window: { from, until }, currency };
}

export function accountJson({ agreement, term, participant, window, currency }: SettledAccount) {
  return {
    ...{ agreement, term, participant, currency },
    window_from: formatDate(window.from),
    window_until: formatDate(window.until),
  };
}

export type RecordRow = AccountRow & {
  readonly rate: string;
  readonly lapse: Lapse | null;
  readonly minor: string;
};

export type StandingRow = AccountRow & { readonly last_number: number; readonly is_final: boolean };

export type KeptBackRow = AccountRow & { readonly minor: string };

/** Accounts with what is on record of each, from sums by rate and by lapse and of what was kept back. */
export function toRecords(
  standings: readonly StandingRow[],
  sums: readonly RecordRow[],
  keptBack: readonly KeptBackRow[],
): readonly SettlementRecord[] {
  const byAccount = Map.groupBy(sums, keyOf);
  const keptBackOf = new Map(keptBack.map((row) => [keyOf(row), BigInt(row.minor)]));
  return standings.map((row) => {
    const own = byAccount.get(keyOf(row)) ?? [];
    const amounts = own.map(({ rate, lapse, minor }) => ({ rate, lapse, minor: BigInt(minor) }));
    return {
      account: toSettledAccount(row),
      documented: new Map(amounts.flatMap((sum) => (sum.lapse === null ? [[sum.rate, sum.minor]] : []))),
      lapsed: Object.fromEntries(
        amounts.flatMap(({ lapse, minor }) => (lapse === null ? [] : [[lapse, minor]])),
      ),
      keptBack: keptBackOf.get(keyOf(row)) ?? 0n,
      lastNumber: row.last_number,
      isFinal: row.is_final,
    };
  });
}

function keyOf(row: AccountRow): string {
  return JSON.stringify([row.term, row.participant, row.window_from, row.window_until, row.currency]);
}

export type OutcomeRow = AccountRow & {
  readonly partner_id: string;
  readonly as_of: LocalDate;
  readonly stage: Stage;
  readonly earned_minor: string;
  readonly adjusted_minor: string;
  readonly documented_minor: string;
  readonly lapsed_minor: string;
  readonly parts: unknown;
};

export function toOutcome(row: OutcomeRow): SettlementOutcome {
  return {
    account: toSettledAccount(row),
    beneficiary: row.partner_id,
    asOf: row.as_of,
    stage: row.stage,
    earned: BigInt(row.earned_minor),
    adjusted: BigInt(row.adjusted_minor),
    documented: BigInt(row.documented_minor),
    lapsed: BigInt(row.lapsed_minor),
    parts: withBigints<readonly Part[]>(row.parts),
  };
}

export function outcomeJson(outcome: SettlementOutcome): object {
  return {
    ...accountJson(outcome.account),
    partner_id: outcome.beneficiary,
    as_of: formatDate(outcome.asOf),
    stage: outcome.stage,
    earned_minor: outcome.earned.toString(),
    adjusted_minor: outcome.adjusted.toString(),
    documented_minor: outcome.documented.toString(),
    lapsed_minor: outcome.lapsed.toString(),
    parts: withTaggedBigints(outcome.parts),
  };
}

export type LineRow = AccountRow & {
  readonly number: number;
  readonly rate: string;
  readonly lapse: Lapse | null;
  readonly stage: Stage;
  readonly stated_minor: string;
  readonly paid_minor: string | null;
  readonly net_minor: string;
};

export function toLine(row: LineRow): SettlementLine {
  const { number, rate, lapse, stage } = row;
  return {
    account: toSettledAccount(row),
    ...{ number, rate, stage },
    ...(lapse !== null && { lapse }),
    statedMinor: BigInt(row.stated_minor),
    ...(row.paid_minor !== null && { paidMinor: BigInt(row.paid_minor) }),
    netMinor: BigInt(row.net_minor),
  };
}

export function lineJson({ account, lapse, ...line }: SettlementLine): object {
  const { number, rate, stage, statedMinor, paidMinor, netMinor } = line;
  return {
    ...accountJson(account),
    ...{ number, rate, stage, lapse: lapse ?? null },
    stated_minor: statedMinor.toString(),
    paid_minor: paidMinor?.toString() ?? null,
    net_minor: netMinor.toString(),
  };
}

export type SettlementRow = {
  readonly partner_id: string;
  readonly id: string;
  readonly run_id: string;
  readonly company: string;
  readonly side: StoredSettlement['side'];
  readonly kind: StoredSettlement['kind'];
  readonly reason: StoredSettlement['reason'];
  readonly method: StoredSettlement['method'];
  readonly treatment: StoredSettlement['treatment'];
  readonly amounts_stated: StoredSettlement['amountsStated'];
  readonly currency: string;
  readonly payout: Json;
  readonly net_minor: string;
  readonly tax_minor: string;
  readonly gross_minor: string;
  readonly withheld_minor: string;
  readonly payment_days: number;
  readonly is_advance: boolean;
  readonly reclaims: string | null;
  readonly cancels: string | null;
  readonly cancel_reason: string | null;
  readonly levels: readonly ApprovalLevel[];
  readonly author_kind: Actor['kind'];
  readonly author_id: string;
  readonly proposed_at: Date;
  readonly state: SettlementState;
  readonly year: number | null;
  readonly issued_on: LocalDate | null;
  readonly due_on: LocalDate | null;
  readonly issued_at: Date | null;
  readonly issued_batch: bigint | null;
  readonly document: Json;
};

export function toSettlement(row: SettlementRow): StoredSettlement {
  const { id, company, side, kind, reason, method, treatment, currency, levels, state } = row;
  return {
    ...{ id, company, side, kind, reason, method, treatment, currency, levels, state },
    run: row.run_id,
    beneficiary: row.partner_id,
    amountsStated: row.amounts_stated,
    ...(row.payout !== null && { payout: withBigints<PayoutRate>(row.payout) }),
    netMinor: BigInt(row.net_minor),
    taxMinor: BigInt(row.tax_minor),
    grossMinor: BigInt(row.gross_minor),
    withheldMinor: BigInt(row.withheld_minor),
    paymentDays: row.payment_days,
    isAdvance: row.is_advance,
    ...(row.reclaims !== null && { reclaims: row.reclaims }),
    ...(row.cancels !== null && {
      cancels: { settlement: row.cancels, reason: row.cancel_reason ?? '' },
    }),
    author: { kind: row.author_kind, id: row.author_id },
    at: row.proposed_at,
    ...issueOf(row),
  };
}

function issueOf(row: SettlementRow): Pick<StoredSettlement, 'issue'> {
  const { issued_on: issuedOn, issued_at: at, issued_batch: batch, due_on: dueOn } = row;
  if (issuedOn === null || at === null || batch === null) return {};
  const document = row.document === null ? undefined : readDocument(row);
  return {
    issue: {
      ...{ issuedOn, at, batch: Number(batch), dueOn: dueOn ?? issuedOn },
      ...(document && { document }),
      ...(row.year !== null && { year: row.year }),
    },
  };
}

/** Only documents that were checked are written, so one that does not decode is a fault. */
export function readDocument({ id, document }: Pick<SettlementRow, 'id' | 'document'>): RebateDocument {
  const decoded = decodeDocument(document);
  if (!decoded.ok) throw new Error(`Fault: the document of settlement ${id} is refused`);
  return decoded.value;
}

export type PayableRow = {
  readonly id: string;
  readonly company: string;
  readonly partner_id: string;
  readonly currency: string;
  readonly minor: string;
  readonly kind: OpenPayable['kind'];
  readonly method: OpenPayable['method'];
  readonly is_advance: boolean;
  readonly legal_number: string;
  readonly issued_on: LocalDate;
  readonly due_on: LocalDate;
};

export function toPayable(row: PayableRow): OpenPayable {
  const { id, company, partner_id: partner, currency, kind, method } = row;
  return {
    ...{ settlement: id, company, partner, currency, kind, method },
    minor: BigInt(row.minor),
    isAdvance: row.is_advance,
    number: row.legal_number,
    issuedOn: row.issued_on,
    dueOn: row.due_on,
  };
}
