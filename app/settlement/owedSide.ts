import type { LedgerRole } from '../../core/ledger/ledgerRole.ts';
import type { StoredSettlement } from '../ports/settlementStore.ts';

/** Whether we owe it: what takes back goes the other way than its side says. */
export function isOwed({ side, grossMinor }: Pick<StoredSettlement, 'side' | 'grossMinor'>): boolean {
  return (side === 'payable') === grossMinor > 0n;
}

/** On which account of open items it stands. */
export function openRole({ side }: Pick<StoredSettlement, 'side'>): LedgerRole {
  return side === 'payable' ? 'partnerPayable' : 'partnerReceivable';
}
