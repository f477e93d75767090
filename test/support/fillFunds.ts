import { createHash, randomUUID } from 'node:crypto';
import type { Tx } from '../../app/ports.ts';
import { AT, decimal, TODAY } from './facts.ts';

/** A deduction of a partner with a part that ended, and a fund with an activity that was claimed. */
export async function fillFunds(tx: Tx, mark: string, partner: string): Promise<void> {
  const by = { actor: `person:${mark}`, at: AT };
  const place = { company: 'NW', partner, currency: 'EUR' };
  const deduction = { ...place, id: randomUUID(), reference: mark, day: TODAY, minor: 100n, note: mark };
  await tx.deductions.register(deduction, by);
  await tx.deductions.write(deduction.id, { ...by, kind: 'denied', day: TODAY, minor: 1n, note: mark });
  const days = { firstDay: TODAY, lastDay: TODAY };
  const terms = {
    ...place,
    ...days,
    code: `${mark}-FUND`,
    budget: 100n,
    claimDays: 1,
    percent: decimal('50'),
  };
  await tx.funds.open({ ...terms, id: randomUUID() }, by);
  const id = randomUUID();
  const asked = { fund: terms.code, partner, reference: mark, title: mark, ...days, requested: 10n };
  await tx.funds.request({ ...asked, id, requestedBy: by.actor }, AT);
  const content = new TextEncoder().encode(mark);
  const reference = createHash('sha256').update(content).digest('hex');
  const proof = { name: mark, mediaType: 'text/plain', sha256: reference, content };
  await tx.funds.write(
    id,
    { ...by, number: 1, kind: 'claimed', day: TODAY, minor: 5n, costMinor: 10n, reference },
    proof,
  );
}

/** A balance that a partner has contested. */
export async function fillBalance(tx: Tx, mark: string, partner: string): Promise<void> {
  const id = randomUUID();
  const amounts = { earned: 100n, settled: 0n, paid: 0n };
  const place = { partner, company: 'NW', direction: 'customerRebate' as const, currency: 'USD' };
  const batch = await tx.batches.last();
  await tx.confirmations.send({
    id,
    ...place,
    ...amounts,
    asOf: TODAY,
    batch,
    sentBy: `person:${mark}`,
    at: AT,
  });
  const by = { actor: `person:${mark}`, at: AT };
  await tx.confirmations.write(id, {
    ...by,
    number: 1,
    kind: 'contested',
    day: TODAY,
    minor: 90n,
    note: mark,
  });
}
