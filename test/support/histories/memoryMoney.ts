import { accountKey } from '../../../app/calculation/accountKey.ts';
import { accrualTransfers } from '../../../app/calculation/accrualTransfers.ts';
import { accountsOf, differencesOf, newBookings } from '../../../app/calculation/newBookings.ts';
import { recognisedTargets } from '../../../app/calculation/recognisedTargets.ts';
import { earnings, type Inputs, targetsOf } from '../../../app/calculation/targetLayers.ts';
import type { SettlementRecord } from '../../../app/ports/settlementStore.ts';
import type { BookedBalance, NewBooking } from '../../../app/ports.ts';
import {
  cutOffDays,
  keyOf,
  type SettledGroup,
  settledGroups,
} from '../../../app/settlement/settleableAgreement.ts';
import { decodeAgreement } from '../../../core/agreement/decodeAgreement.ts';
import { formatDate, type LocalDate } from '../../../core/calendar/localDate.ts';
import { type FiledLine, knownLines } from '../../../core/fact/knownLines.ts';
import type { Line } from '../../../core/fact/line.ts';
import { parseLine } from '../../../core/fact/parseLine.ts';
import type { LedgerRole } from '../../../core/ledger/ledgerRole.ts';
import type { Transfer } from '../../../core/ledger/transfer.ts';
import { allocate } from '../../../core/money/allocate.ts';
import { transfersOf } from '../../../core/payment/openItems.ts';
import { legsOf, legTransfers, shareOfLegs } from '../../../core/payment/paymentLegs.ts';
import { draftTotals, planDocuments } from '../../../core/settlement/planDocuments.ts';
import { settlementDue } from '../../../core/settlement/settlementDue.ts';
import { type PostedSettlement, settlementTransfers } from '../../../core/settlement/settlementTransfers.ts';
import type { TaxedAmount } from '../../../core/settlement/taxOfDocument.ts';
import { dayOf, taken } from '../scenario.ts';
import { masterOfTexts } from '../trade.ts';
import { FIRST_DAY, type History, PARTNERS } from './history.ts';

type IssuedLine = PostedSettlement['lines'][number] & { readonly rate: string; readonly stage: string };
/** A settlement that was issued. Units: minor. */
export type MemorySettlement = Omit<PostedSettlement, 'lines'> & {
  readonly lines: readonly IssuedLine[];
  readonly reason: string;
  readonly gross: bigint;
  isCancelled: boolean;
  readonly isMirror: boolean;
};
/** A payment with what it still pays of each settlement. Units: minor. */
export type MemoryPayment = {
  readonly id: string;
  readonly partner: string;
  readonly items: Map<string, bigint>;
  state: 'sent' | 'confirmed';
};

/** What a partner has claimed of an account, and what of it we have granted. Units: minor. */
export type MemoryClaim = {
  readonly account: SettlementRecord['account'];
  readonly minor: bigint;
  readonly granted: bigint;
};

const NOTHING: TaxedAmount = { netMinor: 0n, taxMinor: 0n };
const MASTER = masterOfTexts({
  partners: Object.fromEntries(PARTNERS.map((code) => [code, {}])),
  products: { TEA: {} },
});

/** The books of one agreement in memory: the same pure functions as on a database, and nothing else. */
export class MemoryMoney {
  day: LocalDate = dayOf(FIRST_DAY);
  readonly rows: FiledLine[] = [];
  readonly transfers: Transfer[] = [];
  readonly settlements: MemorySettlement[] = [];
  readonly payments: MemoryPayment[] = [];
  readonly accepted = new Map<string, bigint>();
  /** Settled for good without an amount: those leave no line. */
  readonly closed = new Map<string, SettlementRecord['account']>();
  readonly earned = new Map<string, BookedBalance>();
  readonly recognised = new Map<string, BookedBalance>();
  agreement: Inputs['agreement'];
  private text: History['agreement'];
  private before: Inputs | undefined;
  private numbers = 0;

  constructor(text: History['agreement']) {
    this.text = text;
    this.agreement = taken(decodeAgreement(text));
  }

  next(prefix: string): string {
    this.numbers += 1;
    return `${prefix}${String(this.numbers).padStart(6, '0')}`;
  }

  /** Another version with these tiers, for past and future. */
  amend(tiers: unknown): object {
    const [term] = this.text.terms as unknown as object[];
    this.text = { ...this.text, terms: [{ ...term, tiers }] } as History['agreement'];
    this.agreement = taken(decodeAgreement(this.text));
    return this.text;
  }

  bring(texts: Readonly<Record<string, string>>): void {
    const line = taken(parseLine({ ...texts, knownOn: formatDate(this.day) }));
    this.rows.push({ file: this.rows.length, document: this.next('file'), row: 0, line });
  }

  linesAt(day: LocalDate): readonly Line[] {
    return knownLines(this.rows, day).lines;
  }

  inputs(effective: LocalDate, known = this.day): Inputs {
    return { agreement: this.agreement, master: MASTER, lines: this.linesAt(known), effective };
  }

  /** What a calculation books of both kinds, and posts. */
  accrue(): { readonly earned: readonly NewBooking[]; readonly recognised: readonly NewBooking[] } {
    const now = this.inputs(this.day);
    const target = earnings(now);
    const balances = [...this.earned.values(), ...this.recognised.values()];
    const targets = recognisedTargets(now, target, true);
    const found = differencesOf({ before: this.before, now, target, targets }, balances);
    const accounts = accountsOf(now.agreement.id, target, balances, now);
    const earned = newBookings(found.earned, { kind: 'earned', company: '' }, accounts, balances);
    const recognised = found.recognised.flatMap(({ company, found: own }) =>
      newBookings(own, { kind: 'recognised', company }, accounts, balances),
    );
    for (const one of earned) book(this.earned, one);
    for (const one of recognised) book(this.recognised, one);
    const ids = recognised.map(() => this.next('booking'));
    this.transfers.push(...accrualTransfers(now.agreement, recognised, ids, this.day));
    this.before = now;
    return { earned, recognised };
  }

  targets(): { readonly earned: Map<string, bigint>; readonly recognised: Map<string, bigint> } {
    const now = this.inputs(this.day);
    const target = earnings(now);
    return { earned: targetsOf(target), recognised: recognisedTargets(now, target, true) };
  }

  /** A partner claims what its windows have earned by the last run and nobody has claimed; we grant so much of it. */
  claim(partner: string, percent: number): readonly MemoryClaim[] {
    const { claim } = this.agreement.settlement;
    if (claim.rule !== 'partnerClaims' || claim.deadlineDays === 'none') return [];
    const { deadlineDays } = claim;
    const claims = [...this.earned.values()].flatMap(({ account, minor: earned }): MemoryClaim[] => {
      const { agreement, term, window, currency } = account;
      const own = { agreement, term, participant: account.partner, window, currency };
      const minor = earned - (this.accepted.get(keyOf(own)) ?? 0n);
      const isLate = this.day > window.until - 1 + deadlineDays;
      return account.partner !== partner || isLate || minor <= 0n
        ? []
        : [{ account: own, minor, granted: (minor * BigInt(percent)) / 100n }];
    });
    for (const { account, granted } of claims) {
      this.accepted.set(keyOf(account), (this.accepted.get(keyOf(account)) ?? 0n) + granted);
    }
    return claims;
  }

  /** What becomes of each account of each partner by a settlement now. */
  groups(): readonly SettledGroup[] {
    const due = settlementDue(this.agreement, this.day);
    if (due === undefined) return [];
    const records = this.records();
    const days = cutOffDays(this.inputs(due.asOf), records, this.day);
    const knownOn = new Map(days.map((day) => [day, this.inputs(due.asOf, day)]));
    const settleable = {
      inputs: this.inputs(due.asOf),
      accepted: this.accepted,
      sent: new Map<string, bigint>(),
      due,
      today: this.day,
      records,
    };
    return settledGroups({ ...settleable, waivers: [], knownOn });
  }

  plans(): readonly { readonly beneficiary: string; readonly plan: ReturnType<typeof planDocuments> }[] {
    return [...Map.groupBy(this.groups(), ({ beneficiary }) => beneficiary)].map(([beneficiary, groups]) => {
      const taxOf = (rate: string) => this.documentedTax(beneficiary, rate);
      return { beneficiary, plan: planDocuments(groups, taxOf) };
    });
  }

  /** A settlement run that is approved and issued at once; gives what it has issued. */
  settle(): readonly MemorySettlement[] {
    const stages = new Map(
      this.groups().flatMap(({ accounts }) => accounts.map((one) => [one.key, one] as const)),
    );
    const issued: MemorySettlement[] = [];
    for (const { beneficiary, plan } of this.plans()) {
      for (const draft of plan.documents) {
        const { reason, method, tax, taxes } = draft;
        const { grossMinor: gross, withheldMinor } = draftTotals(draft);
        const lines = draft.lines.map(({ key, rate, statedMinor }) => ({
          ...placeOf(stages, key),
          rate,
          statedMinor,
        }));
        const head = { reason, method, treatment: tax.treatment, amountsStated: tax.amounts };
        issued.push(this.settlementOf(beneficiary, { ...head, taxes, withheldMinor, gross, lines }));
      }
      for (const { accounts } of plan.groups) {
        const lines = accounts.flatMap(({ key, parts }) =>
          parts.flatMap((part) =>
            part.kind === 'lapsed'
              ? [{ ...placeOf(stages, key), rate: '', lapse: part.reason, statedMinor: part.minor }]
              : [],
          ),
        );
        if (lines.length > 0) issued.push(this.settlementOf(beneficiary, { ...LAPSE, lines }));
        for (const { key, parts } of accounts) {
          const found = stages.get(key);
          if (parts.length === 0 && found?.stage === 'final')
            this.closed.set(keyOf(found.account), found.account);
        }
      }
    }
    for (const settlement of issued) this.issue(settlement);
    return issued;
  }

  private settlementOf(
    beneficiary: string,
    own: Omit<
      MemorySettlement,
      'id' | 'company' | 'beneficiary' | 'side' | 'currency' | 'isCancelled' | 'isMirror'
    >,
  ): MemorySettlement {
    const place = { company: 'EU', beneficiary, side: 'payable', currency: 'EUR' } as const;
    return { id: this.next('settlement'), ...place, ...own, isCancelled: false, isMirror: false };
  }

  private issue(settlement: MemorySettlement): void {
    this.settlements.push(settlement);
    this.transfers.push(...settlementTransfers(settlement, this.day));
  }

  /** Takes an issued settlement back that no payment pays. */
  cancel(which: number): MemorySettlement | undefined {
    const open = this.settlements.filter(
      (one) => !one.isCancelled && !one.isMirror && this.paidOf(one.id) === 0n,
    );
    const settlement = open[which % Math.max(open.length, 1)];
    if (settlement === undefined) return undefined;
    settlement.isCancelled = true;
    const mirror = {
      ...settlement,
      id: this.next('settlement'),
      ...{ gross: -settlement.gross, withheldMinor: -settlement.withheldMinor, reason: 'cancellation' },
      lines: settlement.lines.map((line) => ({ ...line, statedMinor: -line.statedMinor })),
      taxes: new Map(
        [...settlement.taxes].map(([rate, own]) => [
          rate,
          { netMinor: -own.netMinor, taxMinor: -own.taxMinor },
        ]),
      ),
    };
    this.issue({ ...mirror, isCancelled: false, isMirror: true });
    return settlement;
  }

  /** What of a settlement payments pay. */
  paidOf(settlement: string): bigint {
    return this.payments.reduce((sum, { items }) => sum + (items.get(settlement) ?? 0n), 0n);
  }

  openItems() {
    return this.settlements
      .filter(
        ({ isCancelled, isMirror, reason, gross }) =>
          !isCancelled && !isMirror && reason !== 'lapse' && gross > 0n,
      )
      .map(({ id, beneficiary, gross, withheldMinor }) => ({
        ...{ settlement: id, partner: beneficiary, number: id },
        minor: gross - withheldMinor - this.paidOf(id),
      }));
  }

  /** Pays all that is open, one transfer for each partner. */
  pay(): readonly MemoryPayment[] {
    const sent = transfersOf(this.openItems()).map(({ partner, items }): MemoryPayment => {
      const own = new Map(items.map(({ settlement, minor }) => [settlement, minor]));
      return { id: this.next('payment'), partner, items: own, state: 'sent' };
    });
    for (const payment of sent) {
      this.payments.push(payment);
      this.post(payment, payment.items, 'pay', 'sent');
    }
    return sent;
  }

  confirm(): readonly MemoryPayment[] {
    const underWay = this.payments.filter(({ state }) => state === 'sent');
    for (const payment of underWay) {
      payment.state = 'confirmed';
      this.post(payment, payment.items, 'bank', 'confirm');
    }
    return underWay;
  }

  /** A part of a confirmed payment comes back, spread over what it pays. */
  comeBack(which: number, percent: number): readonly [MemoryPayment, bigint] | undefined {
    const standing = this.payments.filter((one) => one.state === 'confirmed' && sumOf(one.items) > 0n);
    const payment = standing[which % Math.max(standing.length, 1)];
    if (payment === undefined) return undefined;
    const paid = [...payment.items].filter(([, minor]) => minor > 0n);
    const amount = (sumOf(payment.items) * BigInt(percent)) / 100n;
    const shares = allocate(
      amount,
      paid.map(([key, weight]) => ({ key, weight })),
    );
    if (amount === 0n || shares === undefined) return undefined;
    const back = new Map(paid.map(([key], at) => [key, -(shares[at] ?? 0n)]));
    for (const [key, minor] of back) payment.items.set(key, (payment.items.get(key) ?? 0n) + minor);
    const told = this.next('return');
    this.post(payment, back, 'pay', told);
    this.post(payment, back, 'bank', told);
    return [payment, amount];
  }

  private post(
    { id, partner }: MemoryPayment,
    items: ReadonlyMap<string, bigint>,
    event: 'pay' | 'bank',
    leg: string,
  ): void {
    const legs = [...items].flatMap(([settlement, minor]) => {
      const posted = this.transfers.filter(({ origin }) => origin.id === settlement);
      return minor === 0n ? [] : shareOfLegs(legsOf(settlement, posted), minor);
    });
    const sides =
      event === 'pay'
        ? ({ debit: 'partnerPayable', credit: 'bankClearing' } as const)
        : ({ debit: 'bankClearing', credit: 'bank' } as const);
    const about = {
      event,
      company: 'EU',
      partner,
      currency: 'EUR',
      day: this.day,
      origin: { kind: 'payment', id },
    };
    this.transfers.push(...legTransfers(legs, sides, { ...about, leg: `${event} ${leg}` }));
  }

  private documentedTax(beneficiary: string, rate: string): TaxedAmount {
    return this.settlements
      .filter((one) => one.beneficiary === beneficiary && one.reason !== 'lapse')
      .map(({ taxes }) => taxes.get(rate) ?? NOTHING)
      .reduce(
        (sum, own) => ({ netMinor: sum.netMinor + own.netMinor, taxMinor: sum.taxMinor + own.taxMinor }),
        NOTHING,
      );
  }

  records(): SettlementRecord[] {
    const lines = this.settlements.flatMap(({ lines: own, isCancelled, isMirror }) =>
      own.map((line) => ({ line, isFinal: line.stage !== 'interim' && !isCancelled && !isMirror })),
    );
    const byAccount = Map.groupBy(lines, ({ line }) => keyOf({ ...line.account, currency: 'EUR' }));
    const keys = new Set([...byAccount.keys(), ...this.closed.keys()]);
    return [...keys].flatMap((key) => {
      const own = byAccount.get(key) ?? [];
      const documented = new Map<string, bigint>();
      const lapsed: Partial<Record<string, bigint>> = {};
      for (const { line } of own) {
        if (line.lapse === undefined)
          documented.set(line.rate, (documented.get(line.rate) ?? 0n) + line.statedMinor);
        else lapsed[line.lapse] = (lapsed[line.lapse] ?? 0n) + line.statedMinor;
      }
      const isFinal = this.closed.has(key) || own.some((one) => one.isFinal);
      const [first] = own;
      const account = first ? { ...first.line.account, currency: 'EUR' } : this.closed.get(key);
      return account === undefined
        ? []
        : [{ account, documented, lapsed, keptBack: 0n, lastNumber: own.length, isFinal }];
    });
  }

  /** On documents and lapsed, by account. */
  settledOf(key: string): bigint {
    const own = this.settlements.flatMap(({ lines }) => lines);
    return own
      .filter(({ account }) => keyOf({ ...account, currency: 'EUR' }) === key)
      .reduce((sum, { statedMinor }) => sum + statedMinor, 0n);
  }

  /** What an account of the books holds, debit less credit; of one partner, or of one window of it. */
  balance(role: LedgerRole, partner?: string, windowFrom?: LocalDate): bigint {
    return this.transfers
      .filter((one) => partner === undefined || one.partner === partner)
      .filter((one) => windowFrom === undefined || one.subject?.window.from === windowFrom)
      .reduce(
        (sum, { debit, credit, minor }) =>
          sum + (debit === role ? minor : 0n) - (credit === role ? minor : 0n),
        0n,
      );
  }
}

const LAPSE = {
  ...({ reason: 'lapse', method: 'payment', treatment: 'outsideScope', amountsStated: 'net' } as const),
  ...{ taxes: new Map<string, TaxedAmount>(), withheldMinor: 0n, gross: 0n },
};

function placeOf(stages: ReadonlyMap<string, SettledGroup['accounts'][number]>, key: string) {
  const found = stages.get(key);
  if (found === undefined) throw new Error(`no account ${key}`);
  return { account: found.account, stage: found.stage };
}

function book(kind: Map<string, BookedBalance>, { account, number, deltaMinor }: NewBooking): void {
  const key = accountKey(account);
  const minor = (kind.get(key)?.minor ?? 0n) + deltaMinor;
  kind.set(key, { account, minor, lastNumber: number });
}

function sumOf(amounts: ReadonlyMap<string, bigint>): bigint {
  return [...amounts.values()].reduce((sum, minor) => sum + minor, 0n);
}
