import type { BooksCurrencyUseCases } from '../../adapters/http/routes/booksCurrencyRoutes.ts';
import type { LedgerUseCases } from '../../adapters/http/routes/ledgerRoutes.ts';
import type { Caller } from '../../app/access/caller.ts';
import { closeMonth } from '../../app/ledger/closeMonth.ts';
import { approveReopening, proposeReopening } from '../../app/ledger/reopenMonth.ts';
import { reportRollForward } from '../../app/ledger/reportRollForward.ts';
import { setAccountRules } from '../../app/ledger/setAccountRules.ts';
import { booksPolicy, setBooksPolicy } from '../../app/ledger/setBooksPolicy.ts';
import { showNextMonth } from '../../app/ledger/showNextMonth.ts';
import { valueBooks } from '../../app/ledger/valueBooks.ts';
import { verifyMonths } from '../../app/ledger/verifyMonths.ts';
import type { Ports } from '../../app/ports.ts';

/** The books as one caller has them. */
export function ledgerUseCases(
  ports: Ports,
  { tenant, actor }: Caller,
): LedgerUseCases & BooksCurrencyUseCases {
  const { store } = ports;
  return {
    ledgerTransfers: (filter, page) => store.inTenant(tenant, (tx) => tx.ledger.transfers(filter, page)),
    ledgerBalances: (filter) => store.inTenant(tenant, (tx) => tx.ledger.balances(filter)),
    rollForward: (question) => reportRollForward(ports, tenant, question),
    booksPolicy: (company) => booksPolicy(ports, tenant, company),
    setBooksPolicy: (entry) => setBooksPolicy(ports, tenant, { ...entry, actor }),
    valueBooks: (company) => valueBooks(ports, tenant, { company, actor }),
    accountRules: () => store.inTenant(tenant, (tx) => tx.ledger.rules()),
    setAccountRules: (rules) => setAccountRules(ports, tenant, { rules, actor }),
    ledgerMonths: (company) => verifyMonths(ports, tenant, company),
    showNextMonth: (company) => showNextMonth(ports, tenant, company),
    closeMonth: (month) => closeMonth(ports, tenant, { ...month, actor }),
    proposeReopening: (month) => proposeReopening(ports, tenant, { ...month, actor }),
    approveReopening: (month) => approveReopening(ports, tenant, { ...month, actor }),
  };
}
