import type { Settlement } from '../agreement/agreement.ts';
import { taxTermsOf } from '../agreement/settlementTax.ts';
import { allocate } from '../money/allocate.ts';
import { percentOf } from '../money/percentOf.ts';
import { parseDecimal } from '../number/decimal.ts';
import { joinKey } from '../text/key.ts';
import { insteadOfDocument } from './part.ts';
import { type PayoutRate, paidMinor, payoutKey } from './payoutRate.ts';
import { type Group, type PartedAccount, setOffAgreements, settleAgreement } from './settleTogether.ts';
import { onSharedDocuments } from './sharedDocuments.ts';
import { type ByRate, splitByRate } from './splitByRate.ts';
import { type TaxedAmount, taxOfDocument } from './taxOfDocument.ts';
import { taxTermsKey } from './taxTermsKey.ts';

/** The rate of what is not taxed at all. */
export const UNTAXED = 'none';

/** How an account is spread over rates of tax: what its lines have earned, and what is documented. */
export type RatedAccount = PartedAccount & {
  readonly rates: { readonly earned: ByRate; readonly documented: ByRate };
};

/**
 * What an account has on a document at one rate; `statedMinor` as its agreement states amounts and in its currency,
 * `paidMinor` the same in that of the document, where it is another one.
 */
export type DraftLine = {
  readonly key: string;
  readonly rate: string;
  readonly statedMinor: bigint;
  readonly paidMinor?: bigint;
  readonly netMinor: bigint;
};

/** The agreements' common terms: what differs in one of them is on a document of its own. */
export type DraftTerms = Pick<Group['settlement'], 'method' | 'paymentDays'> & {
  readonly reason: 'settlement' | 'clawBack';
  readonly tax: Pick<ReturnType<typeof taxTermsOf>, 'treatment' | 'amounts' | 'withholding'>;
  /** Where it is paid in another currency than it is earned in: one rate for all of a document. */
  readonly payout?: PayoutRate;
};

/**
 * A document to come. Units: minor, in the direction of the agreements: what is taken back is below
 * zero, and its document goes the other way.
 */
export type DocumentDraft = DraftTerms & {
  readonly lines: readonly DraftLine[];
  /** By rate. */
  readonly taxes: ReadonlyMap<string, TaxedAmount>;
};

export type SettlementPlan = {
  /** With what becomes of each amount. */
  readonly groups: readonly Group[];
  readonly documents: readonly DocumentDraft[];
};

/** What is documented at a rate, over all documents that count together for the tax. */
export type DocumentedTax = (rate: string, amounts: 'net' | 'taxInclusive') => TaxedAmount;

/**
 * The documents of one company, beneficiary, currency and direction: what the agreements come to,
 * after claw-back, least amounts and set-off, on as few documents as their terms allow. A document of
 * ours never has a sum that turns its direction around: where its tax would, since what comes back was taxed at
 * a higher rate than what is given, all of it is held until later amounts cover it, as what is less than nothing is.
 */
export function planDocuments(
  groups: readonly Group<RatedAccount>[],
  documented: DocumentedTax,
): SettlementPlan {
  const rates = new Map(
    groups.flatMap(({ accounts }) => accounts.map((account) => [account.key, account.rates])),
  );
  const settled = onSharedDocuments(setOffAgreements(groups.map(settleAgreement)));
  return planOf(settled, rates, documented);
}

function planOf(
  settled: readonly Group[],
  rates: ReadonlyMap<string, RatedAccount['rates']>,
  documented: DocumentedTax,
): SettlementPlan {
  const documents = documentsOf(settled, rates, documented);
  const turned = new Set(documents.filter(isTurned).flatMap(({ lines }) => lines.map(({ key }) => key)));
  if (turned.size === 0) return { groups: settled, documents };
  const held = { kind: 'held', reason: 'offset' } as const;
  const without = settled.map((group) => ({
    ...group,
    accounts: group.accounts.map((account) =>
      turned.has(account.key) ? { ...account, parts: insteadOfDocument(account.parts, held) } : account,
    ),
  }));
  return planOf(without, rates, documented);
}

/** It goes the other way than it should, with its tax or without, or nowhere. */
function isTurned(draft: DocumentDraft): boolean {
  const { netMinor, grossMinor } = draftTotals(draft);
  const isGiven = draft.reason === 'settlement';
  return isGiven ? netMinor < 0n || grossMinor <= 0n : netMinor > 0n || grossMinor >= 0n;
}

function documentsOf(
  settled: readonly Group[],
  rates: ReadonlyMap<string, RatedAccount['rates']>,
  documented: DocumentedTax,
): DocumentDraft[] {
  const drafts = new Map<string, { readonly terms: DraftTerms; readonly lines: DraftLine[] }>();
  for (const group of settled) {
    for (const { key, parts } of group.accounts) {
      for (const part of parts) {
        if (part.kind !== 'document') continue;
        const terms = termsOf(group, part.reason);
        const id = idOf(terms, group.settlement);
        const draft = drafts.get(id) ?? { terms, lines: [] };
        drafts.set(id, draft);
        draft.lines.push(...linesOf(key, part.minor, rates.get(key)));
      }
    }
  }
  const tax = new RunningTax(documented);
  const inOrder = [...drafts].sort(([a], [b]) => (a < b ? -1 : 1));
  return inOrder.map(([, { terms, lines }]) => draftOf(terms, lines, tax));
}

function termsOf({ settlement, payout, payment }: Group, reason: DraftTerms['reason']): DraftTerms {
  const { method, paymentDays } = payment ?? settlement;
  const { treatment, amounts, withholding } = taxTermsOf(settlement.tax);
  return { reason, method, paymentDays, tax: { treatment, amounts, withholding }, ...(payout && { payout }) };
}

/** Settlements come before what is taken back: the tax of a rate runs through them in this order. */
function idOf(
  { reason, method, paymentDays, tax, payout }: DraftTerms,
  { clawBack }: Pick<Settlement, 'clawBack'>,
): string {
  // What is invoiced stands apart from what is set off when it is issued.
  const order = reason === 'settlement' ? '1' : clawBack.by === 'invoice' ? '2' : '3';
  const terms = [order, method, String(paymentDays), ...taxTermsKey(tax)];
  return joinKey(...terms, ...(payout ? [payoutKey(payout)] : []));
}

function linesOf(key: string, minor: bigint, rates: RatedAccount['rates'] | undefined): DraftLine[] {
  const split = rates && splitByRate(minor, rates.earned, rates.documented);
  if (split === undefined) throw new Error(`Fault: nothing says at which rates ${key} is taxed`);
  return [...split].map(([rate, statedMinor]) => ({ key, rate, statedMinor, netMinor: statedMinor }));
}

function draftOf(terms: DraftTerms, stated: readonly DraftLine[], running: RunningTax): DocumentDraft {
  const taxes = new Map<string, TaxedAmount>();
  const lines = terms.payout === undefined ? stated : converted(stated, terms.payout);
  const net = lines.map(inDocument);
  for (const rate of [...new Set(lines.map((line) => line.rate))].sort()) {
    const own = lines.flatMap((line, index) => (line.rate === rate ? [{ line, index }] : []));
    const amount = own.reduce((sum, { line }) => sum + inDocument(line), 0n);
    const taxed = running.next(rate, terms.tax.amounts, amount);
    taxes.set(rate, taxed);
    // Amounts that are stated with tax lose it line by line, so that the lines sum to the net amount.
    const parts = allocate(
      taxed.netMinor,
      own.map(({ line, index }) => ({ key: joinKey(line.key, String(index)), weight: inDocument(line) })),
    );
    for (const [place, { index, line }] of own.entries()) net[index] = parts?.[place] ?? inDocument(line);
  }
  return { ...terms, lines: lines.map((line, index) => ({ ...line, netMinor: net[index] ?? 0n })), taxes };
}

/** The sum of a document in the currency that it is paid in is rounded once, and spread over its lines. */
function converted(lines: readonly DraftLine[], payout: PayoutRate): DraftLine[] {
  const sum = lines.reduce((total, { statedMinor }) => total + statedMinor, 0n);
  const shares = lines.map(({ key, statedMinor }, index) => ({
    key: joinKey(key, String(index)),
    weight: statedMinor,
  }));
  const parts = allocate(paidMinor(sum, payout), shares);
  return lines.map((line, index) => ({ ...line, paidMinor: parts?.[index] ?? 0n }));
}

function inDocument({ statedMinor, paidMinor: paid }: DraftLine): bigint {
  return paid ?? statedMinor;
}

/** The tax at each rate as one document follows the other. */
class RunningTax {
  private readonly documented: DocumentedTax;
  private readonly own = new Map<string, TaxedAmount>();

  constructor(documented: DocumentedTax) {
    this.documented = documented;
  }

  next(rate: string, amounts: 'net' | 'taxInclusive', minor: bigint): TaxedAmount {
    const key = joinKey(amounts, rate);
    const before = this.own.get(key) ?? this.documented(rate, amounts);
    const percent = parseDecimal(rate === UNTAXED ? '0' : rate);
    if (percent === undefined) throw new Error(`Fault: ${rate} is no rate of tax`);
    const taxed = taxOfDocument({ minor, as: amounts }, percent, before);
    this.own.set(key, {
      netMinor: before.netMinor + taxed.netMinor,
      taxMinor: before.taxMinor + taxed.taxMinor,
    });
    return taxed;
  }
}

/** What a document comes to; what is withheld is kept back of the gross amount when it is paid. */
export type DraftTotals = TaxedAmount & { readonly grossMinor: bigint; readonly withheldMinor: bigint };

export function draftTotals({ taxes, tax }: Pick<DocumentDraft, 'taxes' | 'tax'>): DraftTotals {
  const netMinor = [...taxes.values()].reduce((sum, amount) => sum + amount.netMinor, 0n);
  const taxMinor = [...taxes.values()].reduce((sum, amount) => sum + amount.taxMinor, 0n);
  const withheldMinor = tax.withholding === 'none' ? 0n : percentOf(tax.withholding.percent, netMinor);
  return { netMinor, taxMinor, grossMinor: netMinor + taxMinor, withheldMinor };
}
