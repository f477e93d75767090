import { readCamt } from '../../adapters/files/statements/readCamt.ts';
import { readPaymentStatus } from '../../adapters/files/statements/readPaymentStatus.ts';
import { readStatementTable } from '../../adapters/files/statements/readStatementTable.ts';
import type { BankStatementUseCases } from '../../adapters/http/routes/bankStatementRoutes.ts';
import type { PaymentRuleUseCases } from '../../adapters/http/routes/paymentRuleRoutes.ts';
import type { PaymentRunUseCases } from '../../adapters/http/routes/paymentRunRoutes.ts';
import type { Caller } from '../../app/access/caller.ts';
import { assignEntry, decideEntry, dismissEntry, proposeTakeBack } from '../../app/payments/assignEntry.ts';
import { approveRun, withdrawRun } from '../../app/payments/decideRun.ts';
import { hearStatus } from '../../app/payments/hearStatus.ts';
import { importStatement } from '../../app/payments/importStatement.ts';
import { listEntries } from '../../app/payments/listEntries.ts';
import { listPayingAccounts, payingAccountOf, setPayingAccount } from '../../app/payments/payingAccounts.ts';
import {
  confirmPaymentRules,
  listPaymentRules,
  proposePaymentRules,
} from '../../app/payments/paymentRules.ts';
import { previewRun, proposeRun } from '../../app/payments/proposeRun.ts';
import { remittanceAdvice } from '../../app/payments/remittanceAdvice.ts';
import { resolvePayment } from '../../app/payments/resolvePayment.ts';
import { sendRun } from '../../app/payments/sendRun.ts';
import { listOpenItems, listRuns, showRun, takePaymentFile } from '../../app/payments/showRuns.ts';
import type { KeyPorts } from '../../app/ports/keyRing.ts';
import { sentAdvice } from '../adviceFile.ts';

/** Money that leaves, and what has to happen before, as one caller has it. */
export function payUseCases(
  ports: KeyPorts,
  { tenant, actor }: Caller,
): PaymentRuleUseCases & PaymentRunUseCases & BankStatementUseCases {
  return {
    listPaymentRules: () => listPaymentRules(ports, tenant),
    proposePaymentRules: (parsed) => proposePaymentRules(ports, tenant, { actor, parsed }),
    confirmPaymentRules: (version) => confirmPaymentRules(ports, tenant, { actor, version }),
    listPayingAccounts: () => listPayingAccounts(ports, tenant),
    setPayingAccount: (parsed) => setPayingAccount(ports, tenant, { actor, parsed }),
    listOpenItems: (selection) => listOpenItems(ports, tenant, selection),
    previewRun: (proposal) => previewRun(ports, tenant, proposal),
    proposeRun: (proposal) => proposeRun(ports, tenant, { actor, ...proposal }),
    listPaymentRuns: (filter) => listRuns(ports, tenant, filter),
    showRun: (id) => showRun(ports, tenant, id),
    approveRun: (id) => approveRun(ports, tenant, { actor, id }),
    withdrawRun: (id, reason) => withdrawRun(ports, tenant, { actor, id, reason }),
    sendRun: (id) => sendRun(ports, tenant, { actor, id }),
    takePaymentFile: (id) => takePaymentFile(ports, tenant, { actor, id }),
    remittanceAdvice: async (id, form, language) =>
      sentAdvice(ports, tenant, await remittanceAdvice(ports, tenant, id), form, language),
    importStatement: async ({ path, name, sha256 }) => {
      const read = await readCamt(path, name);
      return read.ok ? importStatement(ports, tenant, { name, sha256, statements: read.value, actor }) : read;
    },
    importStatementTable: async (code, { path, name, sha256 }) => {
      const account = await payingAccountOf(ports, tenant, code);
      if (!account.ok) return account;
      const read = await readStatementTable(path, name, account.value);
      return read.ok ? importStatement(ports, tenant, { name, sha256, statements: read.value, actor }) : read;
    },
    hearStatus: async ({ path, name, sha256 }) => {
      const read = await readPaymentStatus(path, name);
      return read.ok ? hearStatus(ports, tenant, { name, sha256, statuses: read.value, actor }) : read;
    },
    assignEntry: (asked) => assignEntry(ports, tenant, { ...asked, actor }),
    decideEntry: (asked) => decideEntry(ports, tenant, { ...asked, actor }),
    dismissEntry: (entry, reason) => dismissEntry(ports, tenant, { entry, reason, actor }),
    proposeTakeBack: (entry, reason) => proposeTakeBack(ports, tenant, { entry, reason, actor }),
    listEntries: (page) => listEntries(ports, tenant, page),
    resolvePayment: (resolution) => resolvePayment(ports, tenant, { actor, ...resolution }),
  };
}
