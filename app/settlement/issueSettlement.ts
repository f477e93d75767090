import { taxTermsOf } from '../../core/agreement/settlementTax.ts';
import { formatDate, type LocalDate, toYearMonthDay } from '../../core/calendar/localDate.ts';
import { checkDocument } from '../../core/document/checkDocument.ts';
import { mirrorOf } from '../../core/document/mirrorOf.ts';
import type { RebateDocument } from '../../core/document/rebateDocument.ts';
import type { Transfer } from '../../core/ledger/transfer.ts';
import { ownDocumentCode } from '../../core/master/master.ts';
import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import type { SetOff } from '../../core/settlement/setOff.ts';
import { settlementTransfers } from '../../core/settlement/settlementTransfers.ts';
import type { Actor } from '../actor.ts';
import { auditDeed } from '../auditDeed.ts';
import { companyDay } from '../businessDay.ts';
import { passedBetween } from '../calculation/companyTransfers.ts';
import { takeBackMatches } from '../deductions/settlementMatch.ts';
import { recordMaster } from '../intake/recordMaster.ts';
import { postTransfers } from '../ledger/postTransfers.ts';
import type { SettlementLine, StoredSettlement } from '../ports/settlementStore.ts';
import type { NewBooking, Ports, TenantId, Tx } from '../ports.ts';
import { settlementNotHeld } from '../trust/holdsOn.ts';
import { wholeOrNothing } from '../wholeOrNothing.ts';
import { type DocumentGround, documentOf, partnerParty } from './documentOf.ts';
import { giveGoods } from './giveGoods.ts';
import { lockedSettlement } from './lockedSettlement.ts';
import { notInPayment } from './notInPayment.ts';
import { setOff, setOffOf, takeBackSetOff } from './setOffOf.ts';
import { keyOf } from './settleableAgreement.ts';
import { taxOwedOf } from './taxOwedOf.ts';

/** What an issue came to; without a number it waits for another system, or has none since it lapses. */
export type IssuedSettlement = {
  readonly id: string;
  readonly state: 'issued' | 'awaitingNumber';
  readonly number?: string;
};

/** The longest number of a document that every electronic form takes. */
const NUMBER_LENGTH_MAX = 30;

/**
 * Issues what has every approval: it gets the next number of its series, becomes a document, counts as
 * settled, and stands in the books, all at once; what is refused takes no number. Where another system gives
 * the numbers it waits for one.
 * Refuses: those of lockedSettlement, settlement-series-missing, settlement-party-missing,
 * rebate-document-invalid, known-day-backwards, those of notInPayment and settlementNotHeld.
 */
export function issueSettlement(
  ports: Ports,
  tenant: TenantId,
  { actor, id }: { readonly actor: Actor; readonly id: string },
): Promise<Result<IssuedSettlement>> {
  return wholeOrNothing(ports, tenant, async (tx) => {
    const locked = await lockedSettlement(tx, id, 'issue');
    if (!locked.ok) return locked;
    const { settlement } = locked.value;
    const unheld = await settlementNotHeld(tx, settlement);
    if (!unheld.ok) return unheld;
    const free = settlement.cancels && (await notInPayment(tx, settlement.cancels.settlement));
    if (free?.ok === false) return free;
    const issuing = new Issuing(ports, tx, settlement, actor);
    if (settlement.kind === 'lapse') return issuing.finish(undefined);
    const series = (await tx.settlements.seriesOf(settlement.company)).find(
      ({ kind }) => kind === settlement.kind,
    );
    if (series === undefined) {
      const facts = { company: settlement.company, documentKind: settlement.kind };
      return refused(refuse('settlement-series-missing', 'series', facts));
    }
    if (series.numberedBy === 'elsewhere') return issuing.handOver();
    const day = await issuing.day();
    const { year } = toYearMonthDay(day);
    const number = await tx.settlements.nextNumber(settlement.company, series.series, year);
    const text = `${series.series}-${year}-${String(number).padStart(6, '0')}`;
    return issuing.withNumber(series.series, text, day);
  });
}

/**
 * Gives a settlement the number that another system has for it; from then on it is issued.
 * Refuses: those of lockedSettlement, settlement-number-invalid, settlement-number-taken,
 * settlement-series-missing, settlement-party-missing, rebate-document-invalid, known-day-backwards,
 * those of notInPayment and settlementNotHeld.
 */
export function numberSettlement(
  ports: Ports,
  tenant: TenantId,
  { actor, id, number }: { readonly actor: Actor; readonly id: string; readonly number: string },
): Promise<Result<IssuedSettlement>> {
  return wholeOrNothing(ports, tenant, async (tx) => {
    const locked = await lockedSettlement(tx, id, 'number');
    if (!locked.ok) return locked;
    const { settlement } = locked.value;
    const unheld = await settlementNotHeld(tx, settlement);
    if (!unheld.ok) return unheld;
    const free = settlement.cancels && (await notInPayment(tx, settlement.cancels.settlement));
    if (free?.ok === false) return free;
    const text = number.trim();
    if (text === '' || [...text].length > NUMBER_LENGTH_MAX || /\p{Cc}/u.test(text)) {
      const facts = { value: text, allowed: `1–${NUMBER_LENGTH_MAX}` };
      return refused(refuse('settlement-number-invalid', 'number', facts));
    }
    if (await tx.settlements.isNumberTaken(settlement.company, text)) {
      return refused(refuse('settlement-number-taken', 'number', { number: text }));
    }
    const all = await tx.settlements.seriesOf(settlement.company);
    const series = all.find(({ kind }) => kind === settlement.kind)?.series ?? 'ERP';
    const issuing = new Issuing(ports, tx, settlement, actor);
    return issuing.withNumber(series, text, await issuing.day());
  });
}

class Issuing {
  private readonly ports: Ports;
  private readonly tx: Tx;
  private readonly settlement: StoredSettlement;
  private readonly actor: Actor;

  constructor(ports: Ports, tx: Tx, settlement: StoredSettlement, actor: Actor) {
    this.ports = ports;
    this.tx = tx;
    this.settlement = settlement;
    this.actor = actor;
  }

  async day(): Promise<LocalDate> {
    const company = (await this.tx.company.all()).find(({ code }) => code === this.settlement.company);
    if (company === undefined) throw new Error(`Fault: company ${this.settlement.company} is gone`);
    return companyDay(company, this.ports.clock);
  }

  async handOver(): Promise<Result<IssuedSettlement>> {
    const { id } = this.settlement;
    await this.tx.settlements.move(id, 'awaitingNumber');
    await this.audit('settlement.handOver', {});
    return accept({ id, state: 'awaitingNumber' });
  }

  async withNumber(series: string, number: string, day: LocalDate): Promise<Result<IssuedSettlement>> {
    const { tx, settlement } = this;
    const cancelled = settlement.cancels && (await tx.settlements.get(settlement.cancels.settlement));
    const taken = cancelled?.issue?.document;
    if (taken !== undefined) {
      const dueOn = day + settlement.paymentDays;
      const mirror = checkDocument(mirrorOf(taken, { series, number, issuedOn: day, dueOn }));
      return mirror.ok ? this.finish(mirror.value) : mirror;
    }
    const ours = await tx.settlements.partyOf(settlement.company);
    if (ours === undefined) {
      return refused(refuse('settlement-party-missing', 'company', { company: settlement.company }));
    }
    const batch = await tx.batches.last();
    const lines = await tx.settlements.linesOf(settlement.id);
    const codes = [...new Set(lines.map(({ account }) => account.agreement))];
    const agreements = await tx.agreements.someKnownAt(codes, batch);
    const setOff = await setOffOf(tx, settlement);
    const master = await tx.master.knownAt(batch);
    const owed = await taxOwedOf(tx, settlement, { day, rates: master.rates });
    if (!owed.ok) return owed;
    const advance = settlement.reclaims && (await tx.settlements.get(settlement.reclaims))?.issue?.document;
    const document = documentOf(settlement, {
      ...{ lines, series, number, ours, issuedOn: day, setOff },
      ...(await this.agreed(codes)),
      taxes: await tx.settlements.taxesOf(settlement.id),
      ...(advance && { preceding: { number: advance.number, issuedOn: advance.issuedOn } }),
      ...(owed.value && { taxOwed: owed.value }),
      partner: partnerParty(settlement.beneficiary, master, day),
      names: new Map(agreements.map(({ code, agreement }) => [code, agreement.name])),
    });
    return document.ok ? this.finish(document.value, setOff) : document;
  }

  /** By the terms that the run saw: they may have been amended since, the amount was not. */
  private async agreed(codes: readonly string[]): Promise<Pick<DocumentGround, 'terms' | 'withheld'>> {
    const { tx, settlement } = this;
    const run = await tx.settlements.runOf(settlement.run);
    const agreed = run === undefined ? [] : await tx.agreements.someKnownAt(codes, run.batch);
    const terms = new Map(agreed.map(({ code, agreement }) => [code, agreement.terms]));
    if (settlement.withheldMinor === 0n) return { terms };
    const [first] = agreed;
    const withholding = first && taxTermsOf(first.agreement.settlement.tax).withholding;
    if (withholding === undefined || withholding === 'none')
      throw new Error(`Fault: nothing says what settlement ${settlement.id} withholds`);
    return { terms, withheld: withholding.percent };
  }

  /** Books, posts and writes what is issued. The batch is taken after all that can be refused. */
  async finish(
    document: RebateDocument | undefined,
    found: readonly SetOff[] = [],
  ): Promise<Result<IssuedSettlement>> {
    const { tx, ports, settlement, actor } = this;
    const { id, cancels } = settlement;
    const at = ports.clock.now();
    const day = document?.issuedOn ?? (await this.day());
    const batch = await this.register(document);
    if (!batch.ok) return batch;
    const lines = await tx.settlements.linesOf(id);
    if (!settlement.isAdvance) await this.bookSettled(lines, at);
    const { year } = toYearMonthDay(day);
    await tx.settlements.issue(id, {
      ...{ issuedOn: day, at, batch: batch.value },
      ...(document && { document, year }),
    });
    if (cancels !== undefined) await tx.settlements.move(cancels.settlement, 'cancelled');
    const taxes = await tx.settlements.taxesOf(id);
    const openItem = await this.openItem();
    const transfers = settlementTransfers({ ...settlement, lines, taxes, openItem }, day);
    const number = document?.number;
    await this.audit('settlement.issue', { number: number ?? null, day: formatDate(day) });
    const origin = { kind: 'settlement', id };
    const between = await passedBetween(tx, transfers, { effectiveOn: day, origin, leg: 'between' });
    await postTransfers(tx, [...transfers, ...between], { day, at, batch: batch.value });
    const moved =
      cancels === undefined
        ? await setOff(ports, tx, settlement, found, { day, actor })
        : [
            ...(await takeBackSetOff(ports, tx, cancels.settlement, { day, actor })),
            ...(await this.takenBackMatches(cancels.settlement, day)),
          ];
    await postTransfers(tx, moved, { day, at, batch: batch.value });
    if (settlement.method === 'goods' && document !== undefined)
      await giveGoods(ports, tx, { ...settlement, lines }, { day, actor });
    return accept({ id, state: 'issued', ...(number !== undefined && { number }) });
  }

  /** What takes back or asks back clears the item of the first; of one that was posted before items were named, none. */
  private async openItem(): Promise<string | undefined> {
    const { id, cancels, reclaims } = this.settlement;
    const first = reclaims ?? cancels?.settlement;
    if (first === undefined) return id;
    const [posted] = await this.tx.ledger.transfers(
      { origin: { kind: 'settlement', id: first } },
      { limit: 1 },
    );
    return posted?.item;
  }

  private async takenBackMatches(id: string, day: LocalDate): Promise<readonly Transfer[]> {
    const { ports, tx, actor } = this;
    const cancelled = await tx.settlements.get(id);
    if (cancelled === undefined) throw new Error(`Fault: the settlement ${id} is gone`);
    return takeBackMatches(ports, tx, cancelled, { day, actor });
  }

  /** Our own document is known as ours, so that it is recognised when it comes back as a line. Source: rulings R19. */
  private async register(document: RebateDocument | undefined): Promise<Result<number>> {
    if (document === undefined) return accept(await this.tx.batches.last());
    const { company, number, partner } = document;
    const code = ownDocumentCode(company, number);
    const row = { kind: 'ownDocument', code, name: number, attributes: { partner } } as const;
    const recorded = await recordMaster(this.ports, this.tx, [row], this.actor);
    if (!recorded.ok) return recorded;
    return accept(recorded.value.batch ?? (await this.tx.batches.last()));
  }

  private async bookSettled(lines: readonly SettlementLine[], at: Date): Promise<void> {
    const { tx, settlement } = this;
    const byAgreement = Map.groupBy(lines, ({ account }) => account.agreement);
    for (const [agreement, own] of [...byAgreement].sort(([a], [b]) => (a < b ? -1 : 1))) {
      const balances = (await tx.bookings.balances(agreement)).filter(
        ({ account }) => account.kind === 'settled' && account.company === settlement.company,
      );
      const numbers = new Map(
        balances.map(({ account, lastNumber }) => [
          keyOf({ ...account, participant: account.partner }),
          lastNumber,
        ]),
      );
      const bookings = [...Map.groupBy(own, ({ account }) => keyOf(account))].flatMap(([key, parts]) =>
        booking(settlement, parts, (numbers.get(key) ?? 0) + 1),
      );
      await tx.bookings.post(bookings, { deed: { kind: 'settlement', id: settlement.id } }, at);
    }
  }

  private audit(action: string, body: Parameters<typeof auditDeed>[2]['body']): Promise<void> {
    const { ports, tx, actor, settlement } = this;
    return auditDeed(ports, tx, { actor, action, object: settlement.id, body });
  }
}

function booking(
  { company }: StoredSettlement,
  lines: readonly SettlementLine[],
  number: number,
): readonly NewBooking[] {
  const [{ account }] = lines as [SettlementLine];
  const deltaMinor = lines.reduce((sum, { statedMinor }) => sum + statedMinor, 0n);
  if (deltaMinor === 0n) return [];
  const { agreement, term, participant: partner, window, currency } = account;
  const place = { agreement, term, partner, window, currency, kind: 'settled', company } as const;
  return [{ account: place, number, deltaMinor, causes: [] }];
}
