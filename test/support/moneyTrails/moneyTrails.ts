import { expect } from 'vitest';
import { type Body, cents, heldIn, same, sumOf } from './amounts.ts';

/** Asks the API for a JSON answer, by what stands behind `/api/v1/`. */
type Get = (path: string) => Promise<Body>;

/**
 * The ways on from amounts of money: by at most two requests to parts that add up to them to the cent, and in the end
 * to the terms, steps and lines that they were earned by. An amount that does not come out fails. Of a long list so
 * many rows are followed, from all over it.
 */
export class MoneyTrails {
  private readonly get: Get;
  /** How many rows of a list are followed. */
  private readonly most: number;

  constructor(get: Get, most = Number.POSITIVE_INFINITY) {
    this.get = get;
    this.most = most;
  }

  ask(path: string): Promise<Body> {
    return this.get(path);
  }

  /** All rows of a list, however many pages it has. */
  async pages(path: string): Promise<readonly Body[]> {
    const all: Body[] = [];
    for (let cursor: string | null | undefined = ''; typeof cursor === 'string'; ) {
      const page: Body = await this.get(cursor === '' ? path : `${path}&cursor=${cursor}`);
      all.push(...page.rows);
      cursor = page.next;
    }
    return all;
  }

  /** Of a long list rows from all over it. */
  some<Row>(rows: readonly Row[]): readonly Row[] {
    const step = Math.max(1, rows.length / this.most);
    return rows.filter((_, at) => Math.floor(at / step) !== Math.floor((at - 1) / step));
  }

  /** From a place in an agreement to the steps and lines, whose shares are what was earned. */
  async toTerms(place: Body): Promise<string> {
    const partner = place.participant ?? place.partner;
    const { rows } = await this.get(`earnings?agreement=${place.agreement}&partner=${partner}`);
    const firstDay = place.firstDay ?? place.window?.firstDay;
    const row = rows.find((one: Body) => one.term === place.term && one.window.firstDay === firstDay);
    if (row === undefined) throw new Error(`no earning of ${JSON.stringify(place)}`);
    return this.toSteps(row.id);
  }

  async toSteps(id: string): Promise<string> {
    const { earning, explanation, lines } = await this.get(`earnings/${id}/explanation?lines=1000`);
    expect((await this.get(`earnings/${id}`)).amount).toBe(earning.amount);
    const shares = lines.map((line: Body) => line.share);
    same(earning.amount, [...shares, earning.adjusted], 'an earning');
    expect(explanation.steps.length).toBeGreaterThan(0);
    await this.toLine(lines[0]);
    return earning.amount;
  }

  /** What a line is to every term, in words. */
  async toLine({ source, document, line }: Body): Promise<void> {
    const why = await this.get(`lines/${source}/${document}/${line}`);
    expect(why.terms.every(({ text }: Body) => text !== '')).toBe(true);
  }

  async settlement(id: string): Promise<Body> {
    const shown = await this.get(`settlements/${id}`);
    const of = (rows: readonly Body[], key: string) => rows.map((row) => row[key]);
    same(shown.net, of(shown.lines, 'net'), 'net');
    same(shown.tax, of(shown.taxes, 'tax'), 'tax');
    same(shown.gross, [shown.net, shown.tax], 'gross');
    same(shown.withheld, ['0.00'], 'withheld');
    for (const [at, line] of shown.lines.entries()) {
      if (shown.isAdvance !== true) await this.settlementLine(shown, at, line);
    }
    return shown;
  }

  private async settlementLine(shown: Body, at: number, line: Body): Promise<void> {
    const { explanation, lines } = await this.get(`settlements/${shown.id}/lines/${at + 1}`);
    const account = shown.accounts.find(
      (one: Body) =>
        one.term === line.term && one.participant === line.participant && one.firstDay === line.firstDay,
    );
    const shares = lines.map(({ share }: Body) => share);
    same(account.earned, shares, 'an account');
    const documents = account.parts.filter(({ kind }: Body) => kind === 'document');
    const amounts = (parts: readonly Body[]) => parts.map(({ amount }) => amount);
    same(line.stated, amounts(documents), 'a line');
    same(account.earned, [account.documented, account.lapsed, ...amounts(account.parts)], 'parts');
    expect(explanation.steps.length).toBeGreaterThan(0);
    await this.toLine(lines[0]);
  }

  async claim(id: string): Promise<void> {
    const shown = await this.get(`claims/${id}`);
    const { events } = await this.get(`claims/${id}/events`);
    same(
      shown.claimed,
      shown.lines.map(({ claimed }: Body) => claimed),
      'claimed',
    );
    same(shown.claimed, Object.values(shown.positions), 'positions');
    const { undecided, accepted, disputed } = shown.positions;
    same(shown.open, [undecided, accepted, disputed], 'open');
    const received = events.flatMap(({ moves }: Body) => moves.filter(({ to }: Body) => to === 'received'));
    same(
      shown.positions.received,
      received.map(({ amount }: Body) => amount),
      'received',
    );
    for (const line of shown.lines) {
      same(line.claimed, Object.values(line.positions), 'a line of a claim');
      await this.toTerms({ agreement: shown.agreement, ...line });
    }
  }

  deduction(shown: Body): void {
    const { deducted, open, matched, denied, writtenOff, events } = shown;
    same(deducted, [open, matched, denied, writtenOff], 'a deduction');
    same(
      matched,
      events.filter(({ kind }: Body) => kind === 'matched').map(({ amount }: Body) => amount),
      'matched',
    );
    expect(events.every(({ claim: by, account }: Body) => by !== null || account !== null)).toBe(true);
  }

  fund(shown: Body): void {
    const of = (rows: readonly Body[], key: string) => rows.map((row) => row[key]);
    same(shown.budget, [shown.free, shown.reserved, shown.used], 'a budget');
    same(shown.reserved, of(shown.activities, 'reserved'), 'reserved');
    same(shown.used, of(shown.activities, 'settled'), 'used');
    for (const { approved, settled, released, reserved, granted, events } of shown.activities) {
      same(approved, [settled, released, reserved], 'an activity');
      const told = (kind: string) =>
        of(
          events.filter((event: Body) => event.kind === kind),
          'amount',
        );
      same(granted, told('claimed'), 'granted');
      same(settled, told('settled'), 'settled');
    }
  }

  /** What was approved beside the terms, with who and why. */
  async adjustment(id: string): Promise<void> {
    const { parts, amount, reason, document } = await this.get(`adjustments/${id}`);
    same(
      amount,
      parts.map((part: Body) => part.amount),
      'an adjustment',
    );
    expect([reason, document].includes('')).toBe(false);
  }

  async run(id: string): Promise<Body> {
    const run = await this.get(`payment-runs/${id}`);
    same(
      run.total,
      run.payments.map(({ amount }: Body) => amount),
      'a run',
    );
    for (const { amount, items } of run.payments) {
      same(
        amount,
        items.map((item: Body) => item.amount),
        'a payment',
      );
    }
    return run;
  }

  /** From the thing that has moved money to its parts. */
  async origin({ kind, id }: Body, transfers: readonly Body[]): Promise<void> {
    if (kind === 'booking') await this.toTerms(transfers[0]);
    else if (kind === 'settlement') await this.settlement(id);
    else if (kind === 'claim') await this.claim(id);
    else if (kind === 'deduction') this.deduction(await this.get(`deductions/${id}`));
    else if (kind === 'payment') await this.payment(id, transfers);
    else if (kind === 'fundActivity') {
      const [{ code }] = (await this.get(`funds?activity=${id}`)).rows;
      this.fund(await this.get(`funds/${code}`));
    } else throw new Error(`nothing leads on from a ${kind}`);
  }

  private async payment(id: string, transfers: readonly Body[]): Promise<void> {
    const { rows } = await this.get(`payment-runs?payment=${id}`);
    const { payments } = await this.run(rows[0].id);
    const paid = transfers.filter(({ event }) => event === 'pay').map(({ amount }) => amount);
    same(payments.find((one: Body) => one.id === id).amount, paid, 'a payment');
  }

  /** An open item that is of no agreement, such as what a fund has granted: the transfers that left it open. */
  async openItem({ company, partner, amount }: Body): Promise<void> {
    const all = await this.transfers(`company=${company}&partner=${partner}`);
    const own = all.filter(({ agreement }) => agreement === null);
    expect(heldIn(own, 'partnerPayable')).toBe(cents(amount));
    for (const transfer of own) await this.origin(transfer.origin, own);
  }

  async transfers(filter: string): Promise<readonly Body[]> {
    return (await this.get(`ledger/transfers?${filter}&limit=200`)).rows;
  }

  /** Of amounts of flows by their stage. */
  static ofStage(flows: readonly Body[], stage: string): bigint {
    return sumOf(flows.filter((one) => one.stage === stage).map(({ amount }) => amount));
  }
}
