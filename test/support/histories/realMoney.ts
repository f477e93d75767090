import { type Actor, systemActor } from '../../../app/actor.ts';
import { recordAgreement } from '../../../app/agreements/recordAgreement.ts';
import { calculateDue } from '../../../app/calculation/calculateDue.ts';
import { answerClaim } from '../../../app/claims/answerClaim.ts';
import { claimsAmong } from '../../../app/claims/sendClaim.ts';
import { approveRun } from '../../../app/payments/decideRun.ts';
import { proposeRun } from '../../../app/payments/proposeRun.ts';
import { sendRun } from '../../../app/payments/sendRun.ts';
import { approveSettlement } from '../../../app/settlement/approveSettlement.ts';
import { cancelSettlement } from '../../../app/settlement/cancelSettlement.ts';
import { issueSettlement } from '../../../app/settlement/issueSettlement.ts';
import { proposeSettlement } from '../../../app/settlement/proposeSettlement.ts';
import { formatDate, type LocalDate } from '../../../core/calendar/localDate.ts';
import { moneyText } from '../../../core/money/money.ts';
import { personWith } from '../api/apiServer.ts';
import { camtText } from '../camtText.ts';
import type { MoneyStory } from '../moneyStory/openStory.ts';
import { taken } from '../scenario.ts';
import { decimalOf } from '../trade.ts';
import type { Happened } from './happens.ts';
import type { MemoryClaim, MemoryPayment, MemorySettlement } from './memoryMoney.ts';

const [ANNA, BEN, CARLA] = ['a', 'b', 'c'].map((id): Actor => ({ kind: 'person', id })) as [
  Actor,
  Actor,
  Actor,
];

/** Does on a database, by the use cases, what has happened in memory. */
export class RealMoney {
  private readonly story: MoneyStory;
  /** Ids on the database by those in memory. */
  private readonly ids = new Map<string, string>();
  private entries = 0;

  constructor(story: MoneyStory) {
    this.story = story;
  }

  on(day: LocalDate): void {
    this.story.api.time.now = new Date(`${formatDate(day)}T12:00:00Z`);
  }

  async record(text: object): Promise<void> {
    const { ports, tenant } = this.story;
    const how = { actor: systemActor('demo'), asNewVersion: true };
    taken(await recordAgreement(ports, tenant, text, how));
  }

  async happened(
    { line, amended, claims, booked, issued, sent, confirmed, back, cancelled }: Happened,
    day: LocalDate,
  ) {
    const { ports, tenant } = this.story;
    if (line) await this.send('lines', { source: 'erp', mode: 'allOrNothing', items: [line] });
    if (amended) await this.record(amended);
    for (const claim of claims ?? []) await this.claim(claim, day);
    if (booked) await calculateDue(ports, tenant);
    if (issued) await this.settle(issued);
    if (sent && sent.length > 0) await this.pay(sent, day);
    if (confirmed && confirmed.length > 0) {
      await this.bank(confirmed.map((payment) => [payment, -sumOf(payment.items)]));
    }
    if (back) await this.bank([back]);
    if (cancelled) await this.cancel(cancelled);
  }

  private async settle(issued: readonly MemorySettlement[]): Promise<void> {
    const { ports, tenant } = this.story;
    const { settlements } = taken(await proposeSettlement(ports, tenant, { company: 'EU', actor: ANNA }));
    if (settlements.length !== issued.length)
      throw new Error(`${settlements.length}, not ${issued.length} settlements`);
    for (const [at, { id }] of settlements.entries()) {
      this.ids.set(issued[at]?.id ?? '', id);
      await this.decide(id);
    }
  }

  private async decide(id: string): Promise<void> {
    const { ports, tenant } = this.story;
    taken(await approveSettlement(ports, tenant, { actor: BEN, id }));
    taken(await issueSettlement(ports, tenant, { actor: ANNA, id }));
  }

  private async cancel({ id }: MemorySettlement): Promise<void> {
    const { ports, tenant } = this.story;
    const entry = { actor: ANNA, id: this.ids.get(id) ?? '', reason: 'a mistake' };
    await this.decide(taken(await cancelSettlement(ports, tenant, entry)).id);
  }

  private async pay(sent: readonly MemoryPayment[], day: LocalDate): Promise<void> {
    const { ports, tenant } = this.story;
    const proposal = { account: 'EUR-1', methods: ['payment'], dueUntil: day, executionDay: day } as const;
    const { run, instructions } = taken(await proposeRun(ports, tenant, { ...proposal, actor: ANNA }));
    for (const [at, payment] of sent.entries()) this.ids.set(payment.id, instructions[at]?.endToEndId ?? '');
    taken(await approveRun(ports, tenant, { id: run.id, actor: BEN }));
    taken(await sendRun(ports, tenant, { id: run.id, actor: CARLA }));
  }

  /** A statement with an entry for each payment; below zero the money goes out. */
  private async bank(moved: readonly (readonly [MemoryPayment, bigint])[]): Promise<void> {
    const on = this.story.api.time.now.toISOString().slice(0, 10);
    const entries = moved.map(([{ id }, cents]) => {
      this.entries += 1;
      return { on, cents, reference: `R${this.entries}`, endToEndId: this.ids.get(id) ?? '' };
    });
    const told = await this.send('bank-statements?name=s.xml', camtText('DE89370400440532013000', entries));
    if (told.statements[0].matched !== entries.length) throw new Error(`waits: ${JSON.stringify(told)}`);
  }

  /** Sent by the partner, and granted in part. */
  private async claim({ account, minor, granted }: MemoryClaim, day: LocalDate): Promise<void> {
    const { ports, tenant } = this.story;
    const { agreement, term, participant, window, currency } = account;
    const id = ports.ids.next();
    const head = { id, reference: id, claimant: 'partner', company: 'EU', partner: participant } as const;
    const line = { number: 1, term, participant, window, minor };
    const dated = { agreement, currency, sentOn: day, dueOn: day, lines: [line] };
    await ports.store.inTenant(tenant, async (tx) => {
      const number = claimsAmong(await tx.claims.claimedOn(agreement), 'partner') + 1;
      await tx.claims.send({ ...head, ...dated }, { number, actor: 'person:p', at: ports.clock.now() });
    });
    const amount = (of: bigint) => decimalOf(moneyText({ minor: of, currency }));
    const objected = granted === minor ? [] : [{ reason: 'price' as const, amount: amount(minor - granted) }];
    const lines = [{ line: 1, accepted: amount(granted), objected }];
    taken(await answerClaim(ports, tenant, { claim: id, actor: ANNA, lines }));
  }

  private async send(path: string, payload: object | string) {
    const { api, tenant } = this.story;
    const xml = typeof payload === 'string' && { headers: { 'content-type': 'application/xml' } };
    const url = `/api/v1/${path}`;
    const { status, body } = await api.call((await personWith(api, tenant)).key, {
      method: 'POST',
      url,
      payload,
      ...xml,
    });
    if (status >= 300) throw new Error(`${path}: ${status} ${JSON.stringify(body)}`);
    return body;
  }
}

function sumOf(amounts: ReadonlyMap<string, bigint>): bigint {
  return [...amounts.values()].reduce((sum, minor) => sum + minor, 0n);
}
