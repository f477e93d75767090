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

/** What a run would put on documents of one partner, on one side. */
type MemoryPlan = Pick<SettledGroup, 'beneficiary' | 'side'> & {
  readonly plan: ReturnType<typeof planDocuments>;
};

const NOTHING: TaxedAmount = { netMinor: 0n, taxMinor: 0n };
const MASTER = masterOfTexts({
  partners: Object.fromEntries(PARTNERS.map((code) => [code, {}])),
  products: { TEA: {} },
});

/** An agreement as it stands, and what its last run saw. */
type Standing = {
  text: History['agreements'][number];
  agreement: Inputs['agreement'];
  before?: Inputs;
};

/** The books of agreements in memory: the same pure functions as on a database, and nothing else. */
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
  private readonly standings: readonly Standing[];
  private numbers = 0;

  constructor(texts: History['agreements']) {
    this.standings = texts.map((text) => ({ text, agreement: taken(decodeAgreement(text)) }));
  }

  next(prefix: string): string {
    this.numbers += 1;
    return `${prefix}${String(this.numbers).padStart(6, '0')}`;
  }

  /** Another version of one of them, with these tiers in one of its terms, for past and future. */
  amend(which: number, tiers: unknown): object {
    const standing = this.standings[which % this.standings.length] as Standing;
    const terms = standing.text.terms as unknown as object[];
    const changed = Math.floor(which / this.standings.length) % terms.length;
    const amended = terms.map((term, at) => (at === changed ? { ...term, tiers } : term));
    standing.text = { ...standing.text, terms: amended } as Standing['text'];
    standing.agreement = taken(decodeAgreement(standing.text));
    return standing.text;
  }

  bring(texts: Readonly<Record<string, string>>): void {
    const line = taken(parseLine({ ...texts, knownOn: formatDate(this.day) }));
    this.rows.push({ file: this.rows.length, document: this.next('file'), row: 0, line });
  }

  linesAt(day: LocalDate): readonly Line[] {
    return knownLines(this.rows, day).lines;
  }

  inputs({ agreement }: Standing, effective: LocalDate, known = this.day): Inputs {
    return { agreement, master: MASTER, lines: this.linesAt(known), effective };
  }

  /** What calculations book of both kinds, and post. */
  accrue(): { readonly earned: readonly NewBooking[]; readonly recognised: readonly NewBooking[] } {
    const booked = this.standings.map((standing) => this.accrueOne(standing));
    return {
      earned: booked.flatMap(({ earned }) => earned),
      recognised: booked.flatMap(({ recognised }) => recognised),
    };
  }

  private accrueOne(standing: Standing) {
    const now = this.inputs(standing, this.day);
    const { before } = standing;
    const target = earnings(now);
    const balances = [...this.earned.values(), ...this.recognised.values()].filter(
      ({ account }) => account.agreement === now.agreement.id,
    );
    const targets = recognisedTargets(now, target, true);
    const found = differencesOf({ before, now, target, targets }, balances);
    const accounts = accountsOf(now.agreement.id, target, balances, now);
    const earned = newBookings(found.earned, { kind: 'earned', company: '' }, accounts, balances);
    const recognised = found.recognised.flatMap(({ company, found: own }) =>
      newBookings(own, { kind: 'recognised', company }, accounts, balances),
    );
    for (const one of earned) book(this.earned, one);
    for (const one of recognised) book(this.recognised, one);
    const ids = recognised.map(() => this.next('booking'));
    this.transfers.push(...accrualTransfers(now.agreement, recognised, ids, this.day));
    standing.before = now;
    return { earned, recognised };
  }

  targets(): { readonly earned: Map<string, bigint>; readonly recognised: Map<string, bigint> } {
    const all = this.standings.map((standing) => {
      const now = this.inputs(standing, this.day);
      const target = earnings(now);
      return { earned: targetsOf(target), recognised: recognisedTargets(now, target, true) };
    });
    return {
      earned: new Map(all.flatMap(({ earned }) => [...earned])),
      recognised: new Map(all.flatMap(({ recognised }) => [...recognised])),
    };
  }

  /** A partner claims what its windows have earned by the last run and nobody has claimed; we grant so much of it. */
  claim(partner: string, percent: number): readonly MemoryClaim[] {
    const claims = [...this.earned.values()].flatMap(({ account, minor: earned }): MemoryClaim[] => {
      const { agreement, term, window, currency } = account;
      const { rule, deadlineDays } = this.claimTerms(agreement);
      if (rule !== 'partnerClaims' || deadlineDays === 'none') return [];
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

  private claimTerms(agreement: string): Inputs['agreement']['settlement']['claim'] {
    const found = this.standings.find((standing) => standing.agreement.id === agreement);
    if (found === undefined) throw new Error(`no agreement ${agreement}`);
    return found.agreement.settlement.claim;
  }

  /** What becomes of each account of each partner by a settlement now. */
  groups(): readonly SettledGroup[] {
    return this.standings.flatMap((standing) => this.groupsOf(standing));
  }

  private groupsOf(standing: Standing): readonly SettledGroup[] {
    const due = settlementDue(standing.agreement, this.day);
    if (due === undefined) return [];
    const records = this.records().filter(({ account }) => account.agreement === standing.agreement.id);
    const inputs = this.inputs(standing, due.asOf);
    const days = cutOffDays(inputs, records, this.day);
    const knownOn = new Map(days.map((day) => [day, this.inputs(standing, due.asOf, day)]));
    const settleable = {
      inputs,
      accepted: this.accepted,
      sent: new Map<string, bigint>(),
      due,
      today: this.day,
      records,
    };
    return settledGroups({ ...settleable, waivers: [], knownOn });
  }

  plans(): readonly MemoryPlan[] {
    const byParty = Map.groupBy(this.groups(), ({ beneficiary, side }) => `${beneficiary} ${side}`);
    return [...byParty]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([, groups]) => {
        const [{ beneficiary, side }] = groups as [SettledGroup];
        const taxOf: Parameters<typeof planDocuments>[1] = (rate, amounts) =>
          this.documentedTax({ beneficiary, side }, rate, amounts);
        return { beneficiary, side, plan: planDocuments(groups, taxOf) };
      });
  }

  /** A settlement run that is approved and issued at once; gives what it has issued. */
  settle(): readonly MemorySettlement[] {
    const stages = new Map(
      this.groups().flatMap(({ accounts }) => accounts.map((one) => [one.key, one] as const)),
    );
    const issued: MemorySettlement[] = [];
    for (const { plan, ...party } of this.plans()) {
      for (const draft of plan.documents) {
        const { reason, method, tax, taxes } = draft;
        const { grossMinor: gross, withheldMinor } = draftTotals(draft);
        const lines = draft.lines.map(({ key, rate, statedMinor }) => ({
          ...placeOf(stages, key),
          rate,
          statedMinor,
        }));
        const head = { reason, method, treatment: tax.treatment, amountsStated: tax.amounts };
        issued.push(this.settlementOf(party, { ...head, taxes, withheldMinor, gross, lines }));
      }
      for (const { accounts } of plan.groups) {
        const lines = accounts.flatMap(({ key, parts }) =>
          parts.flatMap((part) =>
            part.kind === 'lapsed'
              ? [{ ...placeOf(stages, key), rate: '', lapse: part.reason, statedMinor: part.minor }]
              : [],
          ),
        );
        if (lines.length > 0) issued.push(this.settlementOf(party, { ...LAPSE, lines }));
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
    party: Pick<MemoryPlan, 'beneficiary' | 'side'>,
    own: Omit<
      MemorySettlement,
      'id' | 'company' | 'beneficiary' | 'side' | 'currency' | 'isCancelled' | 'isMirror'
    >,
  ): MemorySettlement {
    const place = { company: 'EU', ...party, currency: 'EUR' };
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
        ({ isCancelled, isMirror, reason, gross, side }) =>
          side === 'payable' && !isCancelled && !isMirror && reason !== 'lapse' && gross > 0n,
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

  private documentedTax(
    { beneficiary, side }: Pick<MemoryPlan, 'beneficiary' | 'side'>,
    rate: string,
    amounts: PostedSettlement['amountsStated'],
  ): TaxedAmount {
    return this.settlements
      .filter((one) => one.beneficiary === beneficiary && one.side === side)
      .filter((one) => one.reason !== 'lapse' && one.amountsStated === amounts)
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
