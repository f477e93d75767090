import type { Origin } from '../../core/ledger/transfer.ts';
import { isUuid } from '../isUuid.ts';
import type { Tx } from '../ports.ts';

/**
 * What a partner knows deeds by, from their origins: the legal number of a document, the reference of a payment,
 * of a claim, of a deduction. A deed that has none of these is not in it.
 */
export async function referencesOf(tx: Tx, origins: readonly Origin[]): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  const byKind = Map.groupBy(origins, ({ kind }) => kind);
  const idsOf = (kind: string) => [...new Set((byKind.get(kind) ?? []).map(({ id }) => id))].filter(isUuid);
  const add = (kind: string, id: string, reference: string | undefined) => {
    if (reference !== undefined) found.set(originKey({ kind, id }), reference);
  };
  for (const kind of ['settlement', 'receipt']) {
    for (const [id, number] of await tx.settlements.numbersOf(idsOf(kind))) add(kind, id, number);
  }
  for (const id of idsOf('payment')) add('payment', id, (await tx.payments.instruction(id))?.endToEndId);
  for (const id of idsOf('claim')) add('claim', id, (await tx.claims.find(id))?.reference);
  for (const id of idsOf('deduction')) add('deduction', id, (await tx.deductions.find(id))?.reference);
  return found;
}

export function originKey({ kind, id }: Origin): string {
  return `${kind} ${id}`;
}
