import { masked } from '../../core/bank/bankAccount.ts';
import { currentVersion } from '../../core/master/master.ts';
import type { RemittanceAdvice } from '../../core/payment/remittanceAdvice.ts';
import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import { openAccount } from '../bank/sealedAccount.ts';
import { isUuid } from '../isUuid.ts';
import type { KeyPorts } from '../ports/keyRing.ts';
import type { StoredInstruction } from '../ports/paymentStore.ts';
import type { TenantId, Tx } from '../ports.ts';
import { advisedDocuments } from './advisedDocuments.ts';

/**
 * Which documents a payment pays, as its partner is told; what came back since is told with it.
 * Refuses: payment-not-found, payment-not-sent, those of KeyRing.open.
 */
export function remittanceAdvice(
  ports: KeyPorts,
  tenant: TenantId,
  id: string,
): Promise<Result<RemittanceAdvice>> {
  return ports.store.inTenant(tenant, async (tx) => {
    const instruction = isUuid(id) ? await tx.payments.instruction(id) : undefined;
    if (instruction === undefined) return refused(refuse('payment-not-found', 'id', { id }));
    const run = await tx.payments.run(instruction.run);
    if (run?.sent === undefined) {
      return refused(refuse('payment-not-sent', 'id', { id: instruction.run }));
    }
    const account = await accountOf(ports, tx, tenant, instruction);
    if (!account.ok) return account;
    const { partner, endToEndId, currency, minor } = instruction;
    const ours = (await tx.company.all()).find(({ code }) => code === run.company);
    const record = (await tx.master.knownAt(await tx.batches.last())).partners.get(partner);
    return accept({
      ...{ payment: id, company: run.company, partner, endToEndId, currency, minor },
      companyName: ours?.name ?? run.company,
      partnerName: record === undefined ? partner : currentVersion(record).name,
      account: account.value,
      executionDay: run.executionDay,
      documents: await advisedDocuments(tx, await tx.payments.itemsOf(id)),
    });
  });
}

async function accountOf(
  ports: KeyPorts,
  tx: Tx,
  tenant: TenantId,
  { partner, accountBatch }: StoredInstruction,
): Promise<Result<string>> {
  const known = await tx.bankAccounts.knownAt(partner, accountBatch);
  const version = known.find(({ batch }) => batch === accountBatch);
  const account = version && (await openAccount(ports.keys, tenant, version));
  if (account?.ok === false) return account;
  const { iban, number } = masked(account?.value ?? { holder: '' });
  return accept(iban ?? number ?? '');
}
