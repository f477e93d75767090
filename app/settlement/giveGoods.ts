import type { LocalDate } from '../../core/calendar/localDate.ts';
import type { Actor } from '../actor.ts';
import { receivePaid } from '../claims/receivePaid.ts';
import { bookGiven } from '../payments/paymentBooks.ts';
import type { SettlementLine, StoredSettlement } from '../ports/settlementStore.ts';
import type { Ports, Tx } from '../ports.ts';

type Deed = { readonly day: LocalDate; readonly actor: Actor };

/** Goods are settled and paid by one deed: no money follows it. */
export async function giveGoods(
  ports: Ports,
  tx: Tx,
  {
    id,
    company,
    lines,
  }: Pick<StoredSettlement, 'id' | 'company'> & { readonly lines: readonly SettlementLine[] },
  { day, actor }: Deed,
): Promise<void> {
  const at = ports.clock.now();
  const booked = await bookGiven(tx, lines, { origin: { kind: 'settlement', id }, company, at });
  await receivePaid(ports, tx, booked, { by: `goods ${id}`, day, actor });
}

/** Books as paid what was given by documents of before goods were paid by their documents; again, it books nothing. */
export async function giveEarlier(ports: Ports, tx: Tx, company: string, deed: Deed): Promise<void> {
  for (const id of await tx.settlements.givenUnbooked(company)) {
    await giveGoods(ports, tx, { id, company, lines: await tx.settlements.linesOf(id) }, deed);
  }
}
