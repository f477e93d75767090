import { parseDate } from '../../core/calendar/localDate.ts';
import type {
  History,
  HistoryAgreement,
  HistoryApproval,
  HistoryClaim,
  HistoryClaimLine,
  HistoryLine,
  HistoryPartner,
} from '../../core/trust/history.ts';

/** A day of a test; a text that is none is a fault of the test. */
export function day(text: string): number {
  const found = parseDate(text);
  if (found === undefined) throw new Error(`no day: ${text}`);
  return found;
}

/** A history in which nothing is known but what a test says. */
export function historyOf(known: Partial<History>): History {
  return {
    today: day('2026-01-01'),
    partners: [],
    products: [],
    agreements: [],
    earnings: [],
    claims: [],
    settlements: [],
    payments: [],
    bankChanges: [],
    approvals: [],
    adjustments: [],
    stock: [],
    ...known,
  };
}

export function partnerOf(partner: string, known: Partial<HistoryPartner> = {}): HistoryPartner {
  return { partner, kind: 'customer', name: `Company ${partner}`, bankAccounts: [], ...known };
}

/** `quantity` in whole units, `price` in minor units of EUR. */
export function lineOf(
  document: string,
  when: number,
  quantity: number,
  price: number,
  known: Partial<HistoryLine> = {},
): HistoryLine {
  return {
    source: 'erp',
    document,
    line: '1',
    side: 'sale',
    kind: 'goods',
    partner: 'P',
    product: 'A',
    day: when,
    quantity: quantity * 1_000_000,
    unit: 'EA',
    minor: quantity * price,
    unitMinor: price,
    currency: 'EUR',
    ...known,
  };
}

export function agreementOf(known: Partial<HistoryAgreement> = {}): HistoryAgreement {
  return {
    agreement: 'G',
    side: 'customer',
    state: 'active',
    partners: ['P'],
    products: [],
    categories: [],
    from: day('2025-01-01'),
    until: day('2026-01-01'),
    basis: 'value',
    currency: 'EUR',
    retroactive: true,
    tiers: [{ from: 0, rate: 200 }],
    windows: 'quarter',
    ...known,
  };
}

/** A claim of `minor` for what its lines ask for. */
export function claimOf(
  claim: string,
  sentOn: number,
  minor: number,
  lines: readonly Partial<HistoryClaimLine>[] = [],
  known: Partial<HistoryClaim> = {},
): HistoryClaim {
  return {
    claim,
    claimant: 'partner',
    partner: 'P',
    agreement: 'G',
    sentOn,
    state: 'open',
    minor,
    currency: 'EUR',
    lines: lines.map((line, index) => ({ number: index + 1, minor: 0, ...line })),
    ...known,
  };
}

export function approvalOf(approval: string, when: number, known: Partial<HistoryApproval> = {}): HistoryApproval {
  return {
    approval,
    of: 'claim',
    object: `C-${approval}`,
    proposedBy: 'ann',
    decidedBy: 'bob',
    day: when,
    currency: 'EUR',
    ...known,
  };
}
