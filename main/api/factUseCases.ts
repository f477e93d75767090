import type { BankChangeUseCases } from '../../adapters/http/routes/bankChangeRoutes.ts';
import type { BankUseCases } from '../../adapters/http/routes/bankRoutes.ts';
import type { HierarchyUseCases } from '../../adapters/http/routes/hierarchyRoutes.ts';
import type { MasterUseCases } from '../../adapters/http/routes/masterRoutes.ts';
import type { PaymentUseCases } from '../../adapters/http/routes/paymentRoutes.ts';
import type { StockUseCases } from '../../adapters/http/routes/stockRoutes.ts';
import type { Caller } from '../../app/access/caller.ts';
import { decideBankAccount } from '../../app/bank/decideBankAccount.ts';
import { listAccountChanges } from '../../app/bank/listAccountChanges.ts';
import { readBankAccount, revealBankAccount } from '../../app/bank/readBankAccount.ts';
import { setBankAccount } from '../../app/bank/setBankAccount.ts';
import { masterAsOf } from '../../app/facts/masterAsOf.ts';
import { masterHistory } from '../../app/facts/masterHistory.ts';
import { documentPayments, stockOn } from '../../app/facts/readFacts.ts';
import { sayAttribute } from '../../app/facts/sayAttribute.ts';
import { listHierarchy, showHierarchyNode } from '../../app/facts/showHierarchy.ts';
import { writeFacts } from '../../app/facts/writeFacts.ts';
import { importMasterFile } from '../../app/intake/importMasterFile.ts';
import { previewMaster } from '../../app/intake/previewMaster.ts';
import { writeMaster } from '../../app/intake/writeMaster.ts';
import type { KeyPorts } from '../../app/ports/keyRing.ts';
import { describedMaster } from '../describedFile.ts';
import type { ImportsUnderWay } from './importsUnderWay.ts';

/** Master data, payments, stock and bank accounts, as one caller has them. */
export function factUseCases(
  ports: KeyPorts,
  { tenant, actor }: Caller,
  underWay: ImportsUnderWay,
): MasterUseCases & HierarchyUseCases & PaymentUseCases & StockUseCases & BankUseCases & BankChangeUseCases {
  return {
    masterAsOf: (question) => masterAsOf(ports, tenant, question),
    masterHistory: (thing) => masterHistory(ports, tenant, thing),
    listHierarchy: (question) => listHierarchy(ports, tenant, question),
    showHierarchyNode: (question) => showHierarchyNode(ports, tenant, question),
    sayAttribute: (said) => sayAttribute(ports, tenant, { ...said, actor }),
    importMasterFile: ({ path, mode, ...described }) =>
      underWay.follow(tenant, aboutOf(described.name, false), async (onProgress) => {
        const file = await describedMaster(ports, tenant, path, described);
        if (!file.ok) return file;
        const input = { ...file.value, actor, onProgress, ...(mode && { mode }) };
        return importMasterFile(ports, tenant, input);
      }),
    previewMasterFile: ({ path, mode: _, ...described }, earnings) =>
      underWay.follow(tenant, aboutOf(described.name, true), async (onProgress) => {
        const file = await describedMaster(ports, tenant, path, described);
        if (!file.ok) return file;
        return previewMaster(ports, tenant, { ...file.value, actor, onProgress }, { earnings });
      }),
    writeMaster: (rows) => writeMaster(ports, tenant, rows, actor),
    writePayments: (items) => writeFacts(ports, tenant, 'payments', items, actor),
    documentPayments: (document) => documentPayments(ports, tenant, document),
    writeStock: (items) => writeFacts(ports, tenant, 'stock', items, actor),
    stockOn: (question) => stockOn(ports, tenant, question),
    setBankAccount: (entry) => setBankAccount(ports, tenant, { actor, ...entry }),
    listBankAccountChanges: (filter) => listAccountChanges(ports, tenant, filter),
    decideBankAccount: (verdict) => decideBankAccount(ports, tenant, { actor, ...verdict }),
    readBankAccount: (question) => readBankAccount(ports, tenant, question),
    revealBankAccount: (question) => revealBankAccount(ports, tenant, { actor, ...question }),
  };
}

function aboutOf(name: string, isPreview: boolean) {
  return { name, kind: 'master', isPreview } as const;
}
