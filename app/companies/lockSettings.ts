import type { Tx } from '../ports.ts';

/** What there is one of in a tenant is said by one after the other: whoever comes second sees what the first has said. */
export async function lockSettings(tx: Pick<Tx, 'company'>): Promise<void> {
  const [company] = await tx.company.all();
  if (company === undefined) throw new Error('Fault: a tenant without company');
  await tx.company.lock(company.code);
}
