import type { Agreement } from '../../core/agreement/agreement.ts';
import { type TaxTerms, taxTermsOf } from '../../core/agreement/settlementTax.ts';
import type { LocalDate } from '../../core/calendar/localDate.ts';
import type { Contribution } from '../../core/cell/contribution.ts';
import { expiredMinor } from '../../core/earning/adjustment.ts';
import { apportion, apportionCounted, countedLines, type LineShare } from '../../core/earning/apportion.ts';
import { calculatedOf, type Earning } from '../../core/earning/earning.ts';
import type { Line } from '../../core/fact/line.ts';
import { formatDecimal, trimDecimal } from '../../core/number/decimal.ts';
import { compilePlan } from '../../core/plan/compilePlan.ts';
import type { PlanTerm } from '../../core/plan/plan.ts';
import { type AccountStanding, accountParts, type Stage } from '../../core/settlement/accountParts.ts';
import { payoutRate } from '../../core/settlement/payoutRate.ts';
import { type RatedAccount, UNTAXED } from '../../core/settlement/planDocuments.ts';
import {
  finalDayOf,
  isFinalDue,
  isLastDue,
  type SettlementDue,
} from '../../core/settlement/settlementDue.ts';
import type { Group } from '../../core/settlement/settleTogether.ts';
import type { ByRate } from '../../core/settlement/splitByRate.ts';
import { joinKey } from '../../core/text/key.ts';
import { accountKey } from '../calculation/accountKey.ts';
import { earnings, type Inputs } from '../calculation/targetLayers.ts';
import type { SettledAccount, SettlementRecord, SettlementSide, Waiver } from '../ports/settlementStore.ts';

/** All that the settlement of one agreement depends on. */
export type SettleableAgreement = {
  /** As known now, up to the as-of day. */
  readonly inputs: Inputs;
  readonly due: SettlementDue;
  readonly today: LocalDate;
  readonly records: readonly SettlementRecord[];
  readonly waivers: readonly Waiver[];
  /** What partners have claimed and we have accepted, by account; empty where nobody has to claim. */
  readonly accepted: ReadonlyMap<string, bigint>;
  /** What we have claimed ourselves, by account. */
  readonly sent: ReadonlyMap<string, bigint>;
  /** The same inputs as they were known at the end of a day; asked where late facts do not count. */
  readonly knownOn: ReadonlyMap<LocalDate, Inputs>;
};

/** An account with all that its settlement was found by. */
export type SettledEarning = RatedAccount & {
  readonly account: SettledAccount;
  readonly standing: AccountStanding;
  readonly lastNumber: number;
};

/** The accounts of one agreement and beneficiary, ready to be settled. */
export type SettledGroup = Group<SettledEarning> & {
  readonly agreement: Agreement;
  readonly beneficiary: string;
  readonly side: SettlementSide;
  readonly asOf: LocalDate;
};

/** Who owes what an agreement gives: we do, unless it is a supplier's. */
function sideOf({ direction }: Agreement): SettlementSide {
  return direction === 'supplierRebate' ? 'receivable' : 'payable';
}

/**
 * The days at whose end facts had to be known to count, as far as they are over. They are the contract's: a
 * final settlement that comes later counts no more than one in time.
 */
export function cutOffDays(
  { agreement, master }: Pick<Inputs, 'agreement' | 'master'>,
  records: readonly SettlementRecord[],
  today: LocalDate,
): readonly LocalDate[] {
  const { afterFinal } = agreement.settlement;
  if (typeof afterFinal === 'string') return [];
  const planned = compilePlan(agreement, master).terms.flatMap(({ windows }) => windows);
  const windows = [...planned, ...records.map(({ account }) => account)].map(({ window }) => window);
  const days = windows.map((window) => finalDayOf(agreement, window) + afterFinal.ignoredAfterDays);
  return [...new Set(days.filter((day) => day < today))].sort((a, b) => a - b);
}

/** The accounts of an agreement by beneficiary, each with what becomes of its amount by itself. */
export function settledGroups(settleable: SettleableAgreement): SettledGroup[] {
  const { inputs, due, today } = settleable;
  const { agreement, master } = inputs;
  const payout = payoutRate(agreement, { asOf: due.asOf, runDay: today }, master.rates);
  const accounts = new AgreementAccounts(settleable, payout).all();
  const beneficiaryOf = ({ account }: SettledEarning) =>
    agreement.beneficiary === 'participant' ? account.participant : agreement.beneficiary.partner;
  return [...Map.groupBy(accounts, beneficiaryOf)].map(([beneficiary, own]) => ({
    code: agreement.id,
    settlement: agreement.settlement,
    isLast: isLastDue(agreement, due, today),
    accounts: own,
    ...(typeof payout === 'object' && { payout }),
    ...{ agreement, beneficiary, side: sideOf(agreement), asOf: due.asOf },
  }));
}

type Rates = { readonly earned: ByRate; readonly obstacle?: AccountStanding['obstacle'] };

class AgreementAccounts {
  private readonly settleable: SettleableAgreement;
  private readonly payout: ReturnType<typeof payoutRate>;
  private readonly agreement: Agreement;
  private readonly terms: readonly PlanTerm[];
  private readonly tax: TaxTerms;
  private readonly linesOf: ReadonlyMap<string, readonly Line[]>;
  private readonly found = new Map<string, readonly Contribution[]>();
  private readonly counted = new Map<LocalDate, ReadonlyMap<string, bigint>>();

  constructor(settleable: SettleableAgreement, payout: ReturnType<typeof payoutRate>) {
    const { agreement, master, lines } = settleable.inputs;
    this.settleable = settleable;
    this.linesOf = Map.groupBy(lines, ({ partner }) => partner);
    this.payout = payout;
    this.agreement = agreement;
    this.terms = compilePlan(agreement, master).terms;
    this.tax = taxTermsOf(agreement.settlement.tax);
  }

  all(): SettledEarning[] {
    const { inputs, records } = this.settleable;
    const found = new Map(earnings(inputs).map((earning) => [keyOf(accountOf(earning)), earning]));
    const recorded = new Map(records.map((record) => [keyOf(record.account), record]));
    return [...new Set([...found.keys(), ...recorded.keys()])].sort().flatMap((key) => {
      const earning = found.get(key);
      const record = recorded.get(key);
      const account = earning === undefined ? record?.account : accountOf(earning);
      return account === undefined ? [] : [this.settled(key, account, earning, record)];
    });
  }

  private settled(
    key: string,
    account: SettledAccount,
    earning: Earning | undefined,
    record: SettlementRecord | undefined,
  ): SettledEarning {
    const term = this.agreement.terms.find(({ id }) => id === account.term);
    const rates = this.ratesOf(earning, account);
    // What was waived and whose document was cancelled since: neither lines nor documents say a rate.
    const isUndivided = sumOf(rates.earned) === 0n && sumOf(record?.documented ?? new Map()) === 0n;
    const obstacle = rates.obstacle ?? (isUndivided ? 'taxBasisMissing' : undefined);
    const stage = this.stageOf(account, record);
    const onRecord = record ? sumOf(record.documented) + record.keptBack : 0n;
    const documented = onRecord + (this.settleable.sent.get(key) ?? 0n) + this.openedOf(account);
    const adjusted = earning === undefined ? 0n : earning.amount.minor - calculatedOf(earning).minor;
    const counted = stage === 'interim' ? undefined : this.countedOf(account);
    const standing: AccountStanding = {
      stage,
      earned: earning?.amount.minor ?? 0n,
      // Whoever approves an amount does it knowingly: it is never too late to count.
      ...(counted !== undefined && { counted: counted + adjusted }),
      adjusted,
      expired: this.expiredOf(account),
      documented,
      lapsed: record?.lapsed ?? {},
      isIncomplete: stage !== 'interim' && this.isIncomplete(earning),
      claimed: { minor: this.settleable.accepted.get(key) ?? 0n, isOver: this.isTooLateToClaim(account) },
      isNextDue: this.isNextDue(account),
      ...(obstacle && { obstacle }),
    };
    const rounding = term?.rounding.mode ?? 'halfAwayFromZero';
    return {
      ...{ key: `${this.agreement.id} ${key}`, stage, account, standing },
      parts: accountParts(standing, this.agreement.settlement, rounding),
      rates: { earned: rates.earned, documented: record?.documented ?? new Map() },
      lastNumber: record?.lastNumber ?? 0,
    };
  }

  private stageOf({ window }: SettledAccount, record: SettlementRecord | undefined): Stage {
    if (record?.isFinal) return 'reopened';
    const { due, today } = this.settleable;
    return isFinalDue(this.agreement, window, due, today) ? 'final' : 'interim';
  }

  /** What was on documents, or on claims of ours, before the agreement was taken over. */
  private openedOf(account: SettledAccount): bigint {
    const openings = this.settleable.inputs.takenOver?.openings ?? [];
    const key = keyOf(account);
    const balances = openings.find((opening) => accountKey(opening) === key)?.balances;
    const isOurs = this.agreement.settlement.claim.rule === 'weClaim';
    return (balances?.settled ?? 0n) + (isOurs ? (balances?.openClaims ?? 0n) : 0n);
  }

  private expiredOf({ term, participant: partner, window }: SettledAccount): bigint {
    const { inputs, today } = this.settleable;
    return expiredMinor(inputs.adjustments ?? [], { term, partner, window }, today);
  }

  private isIncomplete(earning: Earning | undefined): boolean {
    if (earning === undefined || earning.blocked.lines === 0) return false;
    return !this.settleable.waivers.some(
      ({ agreement, term, partner }) =>
        agreement === this.agreement.id &&
        term === earning.term &&
        (partner === undefined || partner === earning.partner),
    );
  }

  private isTooLateToClaim({ window }: SettledAccount): boolean {
    const { deadlineDays } = this.agreement.settlement.claim;
    return deadlineDays !== 'none' && window.until - 1 + deadlineDays < this.settleable.today;
  }

  /** A window that waits for the next one waits no longer where there is none. */
  private isNextDue({ term, window }: SettledAccount): boolean {
    if (this.agreement.settlement.afterFinal !== 'nextWindow') return true;
    const windows = this.terms.find(({ id }) => id === term)?.windows ?? [];
    const next = windows.map((entry) => entry.window).find(({ from }) => from >= window.until);
    return next === undefined || next.until - 1 <= this.settleable.due.lastDay;
  }

  /** What the terms gave as it was known when facts had to be known; undefined while that day is not over. */
  private countedOf(account: SettledAccount): bigint | undefined {
    const { afterFinal } = this.agreement.settlement;
    if (typeof afterFinal === 'string') return undefined;
    const day = finalDayOf(this.agreement, account.window) + afterFinal.ignoredAfterDays;
    const inputs = this.settleable.knownOn.get(day);
    if (inputs === undefined) return undefined;
    const amounts =
      this.counted.get(day) ??
      new Map(earnings(inputs).map((earning) => [keyOf(accountOf(earning)), calculatedOf(earning).minor]));
    this.counted.set(day, amounts);
    return amounts.get(keyOf(account)) ?? 0n;
  }

  private ratesOf(earning: Earning | undefined, account: SettledAccount): Rates {
    // An agreement may have changed its currency; what was earned in the one before is not converted.
    if (account.currency !== this.agreement.currency)
      return { earned: new Map(), obstacle: 'currencyDiffers' };
    if (typeof this.payout === 'string') return { earned: new Map(), obstacle: this.payout };
    const { rate, withholding } = this.tax;
    if (this.agreement.settlement.method === 'goods' && withholding !== 'none') {
      return { earned: new Map(), obstacle: 'goodsWithheld' };
    }
    if (rate === 'none') return { earned: new Map([[UNTAXED, 1n]]) };
    if (typeof rate === 'object') return { earned: new Map([[rateText(rate.percent), 1n]]) };
    return earning === undefined ? { earned: new Map() } : this.ratesOfLines(earning);
  }

  private ratesOfLines(earning: Earning): Rates {
    const earned = new Map<string, bigint>();
    for (const { line, shareMinor } of this.sharesOf(earning)) {
      if (shareMinor === undefined) return { earned, obstacle: 'taxBasisMissing' };
      if (shareMinor === 0n) continue;
      const rate = line.taxRate ?? line.original?.taxRate;
      if (rate === undefined) return { earned, obstacle: 'taxRateMissing' };
      const text = rateText(rate);
      earned.set(text, (earned.get(text) ?? 0n) + shareMinor);
    }
    const isBaseless = sumOf(earned) === 0n && earning.amount.minor !== 0n;
    return { earned, ...(isBaseless && { obstacle: 'taxBasisMissing' }) };
  }

  /** The lines of a partner are looked at once for each term, and not for each window. */
  private sharesOf(earning: Earning): LineShare[] {
    const { partner, term } = earning;
    const planned = this.terms.find(({ id }) => id === term);
    if (planned === undefined) return [];
    const key = joinKey(term, partner);
    const lines = this.linesOf.get(partner) ?? [];
    const found = this.found.get(key) ?? countedLines(planned, lines, this.settleable.inputs);
    this.found.set(key, found);
    return apportionCounted(earning, planned, found);
  }
}

/** The lines behind an earning with their shares of it. */
export function sharesOf(
  { lines, master, effective }: Inputs,
  terms: readonly PlanTerm[],
  earning: Earning,
): LineShare[] {
  const planned = terms.find(({ id }) => id === earning.term);
  return planned === undefined ? [] : apportion(earning, planned, lines, { master, effective });
}

export function accountOf({ agreement, term, partner, window, amount }: Earning): SettledAccount {
  return { agreement, term, participant: partner, window, currency: amount.currency };
}

/** The account as one sortable text. */
export function keyOf({ term, participant, window, currency }: SettledAccount): string {
  return accountKey({ term, partner: participant, window, currency });
}

function rateText(rate: Parameters<typeof trimDecimal>[0]): string {
  return formatDecimal(trimDecimal(rate));
}

function sumOf(amounts: ByRate): bigint {
  return [...amounts.values()].reduce((sum, minor) => sum + minor, 0n);
}
