import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatDate } from '../../core/calendar/localDate.ts';
import type { Draft } from './draft.ts';

type Cell = string | number | boolean | undefined;
type Columns<T> = Readonly<Record<string, (one: T) => Cell>>;

/** Writes the files of docs/reference/trust-history.md, for `openrebate trust scan --folder`. All sets have currencies of two decimals. */
export function writeHistoryFolder(draft: Draft, folder: string): void {
  mkdirSync(folder, { recursive: true });
  const write = <T>(name: string, list: readonly T[], columns: Columns<T>) => {
    const rows = list.map((one) =>
      Object.values(columns)
        .map((cell) => quoted(cell(one)))
        .join(','),
    );
    writeFileSync(join(folder, `${name}.csv`), `${[Object.keys(columns).join(','), ...rows].join('\n')}\n`);
  };
  writeMaster(draft, write);
  writeDeals(draft, write);
  writeMoney(draft, write);
}

type Write = <T>(name: string, list: readonly T[], columns: Columns<T>) => void;
const CURRENCY = <T extends { readonly currency?: string }>(one: T) => one.currency;
const MINOR = <T extends { readonly minor?: number }>({ minor }: T) => money(minor);
const DAY = <T extends { readonly day: number }>({ day }: T) => formatDate(day);
const PARTNER = <T extends { readonly partner?: string }>({ partner }: T) => partner;

function writeMaster({ partners, products, lines, stock }: Draft, write: Write): void {
  write('partners', partners, {
    partner: PARTNER,
    kind: ({ kind }) => kind,
    name: ({ name }) => name,
    country: ({ country }) => country,
    address: ({ address }) => address,
    phone: ({ phone }) => phone,
    email: ({ email }) => email,
    'tax-id': ({ taxId }) => taxId,
    'bank-accounts': ({ bankAccounts }) => bankAccounts.join(';'),
    parent: ({ parent }) => parent,
    segment: ({ segment }) => segment,
    since: ({ since }) => dayText(since),
  });
  write('products', products, {
    product: ({ product }) => product,
    name: ({ name }) => name,
    category: ({ category }) => category,
    unit: ({ unit }) => unit,
    'unit-cost': ({ unitCost }) => money(unitCost),
    'list-price': ({ listPrice }) => money(listPrice),
    currency: CURRENCY,
    'per-pack': ({ perPack }) => perPack,
    'per-order': ({ perOrder }) => perOrder,
  });
  write('lines', lines, {
    source: ({ source }) => source,
    document: ({ document }) => document,
    line: ({ line }) => line,
    side: ({ side }) => side,
    kind: ({ kind }) => kind,
    partner: PARTNER,
    product: ({ product }) => product,
    day: DAY,
    'known-on': ({ knownOn }) => dayText(knownOn),
    quantity: ({ quantity }) => millionths(quantity),
    unit: ({ unit }) => unit,
    amount: MINOR,
    'unit-amount': ({ unitMinor }) => money(unitMinor),
    currency: CURRENCY,
    order: ({ order }) => order,
    'return-of-document': ({ returnOf }) => returnOf?.document,
    'return-of-line': ({ returnOf }) => returnOf?.line,
    'correction-of-document': ({ correctionOf }) => correctionOf?.document,
    'correction-of-line': ({ correctionOf }) => correctionOf?.line,
  });
  write('stock', stock, {
    product: ({ product }) => product,
    partner: PARTNER,
    day: DAY,
    quantity: ({ quantity }) => millionths(quantity),
    unit: ({ unit }) => unit,
  });
}

function writeDeals({ agreements, earnings, claims }: Draft, write: Write): void {
  write('agreements', agreements, {
    agreement: ({ agreement }) => agreement,
    side: ({ side }) => side,
    name: ({ name }) => name,
    state: ({ state }) => state,
    partners: ({ partners }) => partners.join(';'),
    products: ({ products }) => products.join(';'),
    categories: ({ categories }) => categories.join(';'),
    segment: ({ segment }) => segment,
    from: ({ from }) => formatDate(from),
    until: ({ until }) => dayText(until),
    basis: ({ basis }) => basis,
    unit: ({ unit }) => unit,
    currency: CURRENCY,
    retroactive: ({ retroactive }) => retroactive,
    windows: ({ windows }) => windows,
    guaranteed: ({ guaranteed }) => money(guaranteed),
    'claim-within': ({ claimWithin }) => claimWithin,
    'contract-price': ({ contractPrice }) => money(contractPrice),
    'end-customer': ({ endCustomer }) => endCustomer,
    together: ({ together }) => together?.join(';'),
  });
  const tiers = agreements.flatMap(({ agreement, basis, tiers: list }) =>
    list.map((tier) => ({ agreement, basis, ...tier })),
  );
  const inBasis = (basis: string, value: number) => (basis === 'value' ? money(value) : millionths(value));
  write('tiers', tiers, {
    agreement: ({ agreement }) => agreement,
    from: ({ basis, from }) => inBasis(basis, from),
    rate: ({ rate }) => money(rate),
    'per-unit': ({ perUnit }) => money(perUnit),
  });
  const bases = new Map(agreements.map(({ agreement, basis }) => [agreement, basis]));
  write('earnings', earnings, {
    agreement: ({ agreement }) => agreement,
    partner: PARTNER,
    from: ({ from }) => formatDate(from),
    until: ({ until }) => formatDate(until),
    base: ({ agreement, base }) => inBasis(bases.get(agreement) ?? 'value', base),
    earned: ({ earned }) => money(earned),
    claimed: ({ claimed }) => money(claimed),
    settled: ({ settled }) => money(settled),
    currency: CURRENCY,
  });
  write('claims', claims, {
    claim: ({ claim }) => claim,
    claimant: ({ claimant }) => claimant,
    partner: PARTNER,
    agreement: ({ agreement }) => agreement,
    reference: ({ reference }) => reference,
    'sent-on': ({ sentOn }) => formatDate(sentOn),
    'sent-by': ({ sentBy }) => sentBy,
    state: ({ state }) => state,
    amount: MINOR,
    currency: CURRENCY,
  });
  write(
    'claim-lines',
    claims.flatMap(({ claim, lines }) => lines.map((line) => ({ claim, ...line }))),
    {
      claim: ({ claim }) => claim,
      number: ({ number }) => number,
      document: ({ document }) => document,
      line: ({ line }) => line,
      product: ({ product }) => product,
      'end-customer': ({ endCustomer }) => endCustomer,
      day: ({ day }) => dayText(day),
      quantity: ({ quantity }) => millionths(quantity),
      unit: ({ unit }) => unit,
      'unit-amount': ({ unitMinor }) => money(unitMinor),
      amount: MINOR,
    },
  );
}

function writeMoney(
  { settlements, payments, bankChanges, approvals, adjustments }: Draft,
  write: Write,
): void {
  write('settlements', settlements, {
    settlement: ({ settlement }) => settlement,
    partner: PARTNER,
    agreement: ({ agreement }) => agreement,
    day: DAY,
    from: ({ from }) => dayText(from),
    until: ({ until }) => dayText(until),
    amount: MINOR,
    currency: CURRENCY,
    state: ({ state }) => state,
  });
  write('payments', payments, {
    payment: ({ payment }) => payment,
    partner: PARTNER,
    settlement: ({ settlement }) => settlement,
    day: DAY,
    'bank-account': ({ bankAccount }) => bankAccount,
    amount: MINOR,
    currency: CURRENCY,
    state: ({ state }) => state,
  });
  write('bank-changes', bankChanges, {
    change: ({ change }) => change,
    partner: PARTNER,
    before: ({ before }) => before,
    after: ({ after }) => after,
    day: DAY,
    by: ({ by }) => by,
    'confirmed-by': ({ confirmedBy }) => confirmedBy,
    country: ({ country }) => country,
  });
  write('approvals', approvals, {
    approval: ({ approval }) => approval,
    of: ({ of }) => of,
    object: ({ object }) => object,
    partner: PARTNER,
    amount: MINOR,
    currency: CURRENCY,
    limit: ({ limit }) => money(limit),
    'proposed-by': ({ proposedBy }) => proposedBy,
    'decided-by': ({ decidedBy }) => decidedBy,
    day: DAY,
    minute: ({ minute }) => minute,
  });
  write('adjustments', adjustments, {
    adjustment: ({ adjustment }) => adjustment,
    agreement: ({ agreement }) => agreement,
    partner: PARTNER,
    day: DAY,
    amount: MINOR,
    currency: CURRENCY,
    by: ({ by }) => by,
    'approved-by': ({ approvedBy }) => approvedBy,
    reason: ({ reason }) => reason,
  });
}

function quoted(cell: Cell): string {
  const text = cell === undefined ? '' : String(cell);
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function dayText(day: number | undefined): string | undefined {
  return day === undefined ? undefined : formatDate(day);
}

/** Hundredths, exactly: of an amount, and of a percent. */
function money(minor: number | undefined): string | undefined {
  return minor === undefined ? undefined : decimal(minor, 2);
}

function millionths(quantity: number | undefined): string | undefined {
  return quantity === undefined ? undefined : decimal(quantity, 6);
}

function decimal(value: number, places: number): string {
  const digits = String(Math.abs(value)).padStart(places + 1, '0');
  return `${value < 0 ? '-' : ''}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}
