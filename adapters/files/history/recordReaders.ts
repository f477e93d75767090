import { LINE_KINDS, SIDES } from '../../../core/fact/line.ts';
import type {
  BankChange,
  HistoryAdjustment,
  HistoryAgreement,
  HistoryApproval,
  HistoryClaim,
  HistoryClaimLine,
  HistoryEarning,
  HistoryLine,
  HistoryPartner,
  HistoryPayment,
  HistoryProduct,
  HistorySettlement,
  HistoryStock,
  HistoryTier,
} from '../../../core/trust/history.ts';
import type { RowFields } from './rowFields.ts';

/** Fields whose value is unknown are absent. */
function known<T extends Record<string, unknown>>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}

export function partnerOf(row: RowFields): HistoryPartner {
  const partner = row.needed('partner');
  return {
    partner,
    kind: row.choice('kind', ['customer', 'supplier']),
    name: row.text('name') ?? partner,
    bankAccounts: row.list('bank-accounts'),
    ...known({
      country: row.text('country'),
      address: row.text('address'),
      phone: row.text('phone'),
      email: row.text('email'),
      taxId: row.text('tax-id'),
      parent: row.text('parent'),
      segment: row.text('segment'),
      since: row.day('since'),
    }),
  };
}

export function productOf(row: RowFields): HistoryProduct {
  const currency = row.text('currency') === undefined ? undefined : row.currency();
  return {
    product: row.needed('product'),
    ...known({
      name: row.text('name'),
      category: row.text('category'),
      unit: row.text('unit'),
      unitCost: row.price('unit-cost', currency),
      listPrice: row.price('list-price', currency),
      currency,
      perPack: row.whole('per-pack', 1, 1_000_000_000),
      perOrder: row.whole('per-order', 1, 1_000_000_000),
    }),
  };
}

export function lineOf(row: RowFields, source: string, units: ReadonlyMap<string, string>): HistoryLine {
  const currency = row.currency();
  const product = row.needed('product');
  return {
    source: row.text('source') ?? source,
    document: row.needed('document'),
    line: row.needed('line'),
    side: row.choice('side', SIDES, 'sale'),
    kind: row.choice('kind', LINE_KINDS, 'goods'),
    partner: row.needed('partner'),
    product,
    day: row.neededDay('day'),
    quantity: row.neededQuantity('quantity'),
    unit: row.text('unit') ?? units.get(product) ?? 'EA',
    minor: row.neededAmount('amount', currency),
    currency,
    ...known({
      knownOn: row.day('known-on'),
      unitMinor: row.price('unit-amount', currency),
      endCustomer: row.text('end-customer'),
      order: row.text('order'),
      returnOf: referenceOf(row, 'return-of'),
      correctionOf: referenceOf(row, 'correction-of'),
    }),
  };
}

function referenceOf(row: RowFields, name: string): { document: string; line: string } | undefined {
  const document = row.text(`${name}-document`);
  return document === undefined ? undefined : { document, line: row.text(`${name}-line`) ?? '' };
}

export function tierOf(row: RowFields, agreement: HistoryAgreement): HistoryTier {
  const { basis, currency } = agreement;
  const from = basis === 'value' ? row.neededAmount('from', currency) : row.neededQuantity('from');
  return { from, ...known({ rate: row.rate('rate'), perUnit: row.price('per-unit', currency) }) };
}

/** Its tiers stand in a file of their own. */
export function agreementOf(row: RowFields): HistoryAgreement {
  const currency = row.currency();
  const together = row.list('together');
  return {
    agreement: row.needed('agreement'),
    side: row.choice('side', ['customer', 'supplier']),
    state: row.choice('state', ['active', 'ended', 'draft'], 'active'),
    partners: row.list('partners'),
    products: row.list('products'),
    categories: row.list('categories'),
    from: row.neededDay('from'),
    basis: row.choice('basis', ['value', 'quantity'], 'value'),
    currency,
    retroactive: row.yes('retroactive'),
    tiers: [],
    windows: row.choice('windows', ['month', 'quarter', 'year', 'whole'], 'whole'),
    ...known({
      name: row.text('name'),
      segment: row.text('segment'),
      until: row.day('until'),
      unit: row.text('unit'),
      guaranteed: row.amount('guaranteed', currency),
      claimWithin: row.whole('claim-within', 0, 10_000),
      contractPrice: row.price('contract-price', currency),
      endCustomer: row.text('end-customer'),
      together: together.length === 0 ? undefined : together,
    }),
  };
}

export function earningOf(row: RowFields, basis: HistoryAgreement['basis']): HistoryEarning {
  const currency = row.currency();
  return {
    agreement: row.needed('agreement'),
    partner: row.needed('partner'),
    from: row.neededDay('from'),
    until: row.neededDay('until'),
    base: basis === 'value' ? row.neededAmount('base', currency) : row.neededQuantity('base'),
    earned: row.neededAmount('earned', currency),
    claimed: row.amount('claimed', currency) ?? 0,
    settled: row.amount('settled', currency) ?? 0,
    currency,
  };
}

/** Its lines stand in a file of their own. */
export function claimOf(row: RowFields): HistoryClaim {
  const currency = row.currency();
  return {
    claim: row.needed('claim'),
    claimant: row.choice('claimant', ['us', 'partner'], 'partner'),
    partner: row.needed('partner'),
    sentOn: row.neededDay('sent-on'),
    state: row.choice('state', ['open', 'accepted', 'refused', 'paid'], 'open'),
    minor: row.neededAmount('amount', currency),
    currency,
    lines: [],
    ...known({
      agreement: row.text('agreement'),
      reference: row.text('reference'),
      sentBy: row.text('sent-by'),
    }),
  };
}

export function claimLineOf(row: RowFields, currency: string): HistoryClaimLine {
  row.needed('number');
  return {
    number: row.whole('number', 0, 1_000_000_000) ?? 0,
    minor: row.neededAmount('amount', currency),
    ...known({
      document: row.text('document'),
      line: row.text('line'),
      product: row.text('product'),
      endCustomer: row.text('end-customer'),
      day: row.day('day'),
      quantity: row.quantity('quantity'),
      unit: row.text('unit'),
      unitMinor: row.price('unit-amount', currency),
    }),
  };
}

export function settlementOf(row: RowFields): HistorySettlement {
  const currency = row.currency();
  return {
    settlement: row.needed('settlement'),
    partner: row.needed('partner'),
    day: row.neededDay('day'),
    minor: row.neededAmount('amount', currency),
    currency,
    state: row.choice('state', ['proposed', 'approved', 'paid', 'cancelled'], 'paid'),
    ...known({ agreement: row.text('agreement'), from: row.day('from'), until: row.day('until') }),
  };
}

export function paymentOf(row: RowFields): HistoryPayment {
  const currency = row.currency();
  return {
    payment: row.needed('payment'),
    partner: row.needed('partner'),
    day: row.neededDay('day'),
    minor: row.neededAmount('amount', currency),
    currency,
    state: row.choice('state', ['planned', 'sent', 'paid', 'returned'], 'paid'),
    ...known({ settlement: row.text('settlement'), bankAccount: row.text('bank-account') }),
  };
}

export function bankChangeOf(row: RowFields): BankChange {
  return {
    change: row.needed('change'),
    partner: row.needed('partner'),
    after: row.needed('after'),
    day: row.neededDay('day'),
    by: row.needed('by'),
    ...known({
      before: row.text('before'),
      confirmedBy: row.text('confirmed-by'),
      country: row.text('country'),
    }),
  };
}

const APPROVED = ['agreement', 'claim', 'settlement', 'payment', 'adjustment', 'bankChange'] as const;

export function approvalOf(row: RowFields): HistoryApproval {
  const isAmount = row.text('amount') !== undefined || row.text('limit') !== undefined;
  const currency = isAmount || row.text('currency') !== undefined ? row.currency() : undefined;
  return {
    approval: row.needed('approval'),
    of: row.choice('of', APPROVED),
    object: row.needed('object'),
    proposedBy: row.needed('proposed-by'),
    decidedBy: row.needed('decided-by'),
    day: row.neededDay('day'),
    ...known({
      partner: row.text('partner'),
      minor: currency === undefined ? undefined : row.amount('amount', currency),
      limit: currency === undefined ? undefined : row.amount('limit', currency),
      currency,
      minute: row.whole('minute', 0, 1439),
    }),
  };
}

export function adjustmentOf(row: RowFields): HistoryAdjustment {
  const currency = row.currency();
  return {
    adjustment: row.needed('adjustment'),
    partner: row.needed('partner'),
    day: row.neededDay('day'),
    minor: row.neededAmount('amount', currency),
    currency,
    by: row.needed('by'),
    ...known({
      agreement: row.text('agreement'),
      approvedBy: row.text('approved-by'),
      reason: row.text('reason'),
    }),
  };
}

export function stockOf(row: RowFields, units: ReadonlyMap<string, string>): HistoryStock {
  const product = row.needed('product');
  return {
    product,
    day: row.neededDay('day'),
    quantity: row.neededQuantity('quantity'),
    unit: row.text('unit') ?? units.get(product) ?? 'EA',
    ...known({ partner: row.text('partner') }),
  };
}
