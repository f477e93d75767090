import type { Term } from '../../core/agreement/agreement.ts';
import type { LocalDate } from '../../core/calendar/localDate.ts';
import { checkDocument } from '../../core/document/checkDocument.ts';
import {
  type DocumentLine,
  type DocumentParty,
  type DocumentReason,
  factsOfKind,
  type PaymentMeans,
  type RebateDocument,
  type TaxOwed,
  type Withheld,
} from '../../core/document/rebateDocument.ts';
import { groupsOf, totalsOf } from '../../core/document/taxOf.ts';
import { attributeText, type Master, type MasterVersion, versionOn } from '../../core/master/master.ts';
import { moneyText } from '../../core/money/money.ts';
import { decimalToRational, parseDecimal } from '../../core/number/decimal.ts';
import { compare } from '../../core/number/rational.ts';
import type { Result } from '../../core/refusal/refusals.ts';
import { goodsOf } from '../../core/settlement/goodsOf.ts';
import type { PayoutRate } from '../../core/settlement/payoutRate.ts';
import { UNTAXED } from '../../core/settlement/planDocuments.ts';
import type { SetOff } from '../../core/settlement/setOff.ts';
import type { TaxedAmount } from '../../core/settlement/taxOfDocument.ts';
import type { SettlementLine, StoredSettlement } from '../ports/settlementStore.ts';

/** What a document is made of beside its settlement. */
export type DocumentGround = {
  readonly lines: readonly SettlementLine[];
  readonly taxes: ReadonlyMap<string, TaxedAmount>;
  /** The notice of the advance that is asked back. */
  readonly preceding?: RebateDocument['preceding'];
  readonly series: string;
  readonly number: string;
  readonly issuedOn: LocalDate;
  readonly ours: DocumentParty;
  readonly partner: DocumentParty;
  /** The terms that its run saw, by agreement. */
  readonly terms: ReadonlyMap<string, readonly Term[]>;
  /** The rate of what is withheld, where something is. */
  readonly withheld?: Withheld['percent'];
  /** Its tax as the company owes it, where that is in another currency; of any sign. */
  readonly taxOwed?: TaxOwed;
  /** What of it is set off, and against which documents. */
  readonly setOff: readonly SetOff[];
  /** The names of agreements, by their codes. */
  readonly names: ReadonlyMap<string, { readonly en: string; readonly 'zh-CN': string }>;
};

const MEANS: Readonly<Record<StoredSettlement['method'], PaymentMeans>> = {
  creditNote: 'transfer',
  debitNote: 'transfer',
  payment: 'transfer',
  goods: 'goods',
  deduction: 'offset',
};

const REASONS: Readonly<Record<StoredSettlement['reason'], DocumentReason>> = {
  settlement: 'rebate',
  clawBack: 'clawBack',
  cancellation: 'cancellation',
  lapse: 'correction',
  advance: 'advance',
};

const NOT_TAXED = { en: 'Outside the scope of the tax', 'zh-CN': '不属于征税范围' };

/**
 * The document of a settlement, whose amounts go its own way: a document that takes something back
 * is of the mirrored kind, and its amounts are above zero again.
 * Refuses: rebate-document-invalid.
 */
export function documentOf(settlement: StoredSettlement, ground: DocumentGround): Result<RebateDocument> {
  const { kind, company, beneficiary, currency, treatment, amountsStated, paymentDays, payout } = settlement;
  if (kind === 'lapse') throw new Error(`Fault: what lapses has no document: ${settlement.id}`);
  const sign = settlement.grossMinor < 0n ? -1n : 1n;
  const lines = ground.lines.map((line) => {
    const { agreement, term: id } = line.account;
    const term = ground.terms.get(agreement)?.find((one) => one.id === id);
    const goods = settlement.method === 'goods' && term && goodsOf(term, sign * line.statedMinor, currency);
    return {
      ...documentLine(line, sign, ground.names),
      ...(goods && { goods }),
      ...(payout && { earnedMinor: sign * line.statedMinor }),
    };
  });
  const taxes = groupsOf(lines).map((group) => {
    const taxed = [...ground.taxes].find(([rate]) => isRate(rate, group));
    return { ...group, taxMinor: sign * (taxed?.[1].taxMinor ?? 0n) };
  });
  const { ours, partner, series, number, issuedOn } = ground;
  const isOurSale = factsOfKind(kind).ourSide === 'seller';
  return checkDocument({
    ...{ kind, series, number, issuedOn, company, currency, treatment, amountsStated, lines, taxes },
    dueOn: issuedOn + paymentDays,
    partner: beneficiary,
    seller: isOurSale ? ours : partner,
    buyer: isOurSale ? partner : ours,
    reason: REASONS[settlement.reason],
    ...totalsOf(lines, taxes),
    ...(ground.preceding && { preceding: ground.preceding }),
    ...(payout && { exchange: exchangeOf(payout, lines) }),
    ...(ground.taxOwed && { taxOwed: { ...ground.taxOwed, minor: sign * ground.taxOwed.minor } }),
    ...(ground.withheld && {
      withheld: { percent: ground.withheld, minor: sign * settlement.withheldMinor },
    }),
    ...(ground.setOff.length > 0 && {
      setOff: ground.setOff.map(({ number: of, minor }) => ({ number: of, minor })),
    }),
    payment: { means: MEANS[settlement.method] },
    notes: ground.setOff.map((one) => noteOf(one, currency)),
  });
}

function exchangeOf(
  { from, rate, source }: PayoutRate,
  lines: readonly DocumentLine[],
): NonNullable<RebateDocument['exchange']> {
  const minor = lines.reduce((sum, { earnedMinor = 0n }) => sum + earnedMinor, 0n);
  return { currency: from, minor, rate, ...(source && { source }) };
}

function noteOf({ number, minor }: SetOff, currency: string) {
  const amount = moneyText({ minor, currency });
  return {
    en: `${amount} ${currency} of it is set off against ${number}.`,
    'zh-CN': `其中 ${amount} ${currency} 与 ${number} 抵销。`,
  };
}

function documentLine(
  { account, rate, netMinor }: SettlementLine,
  sign: bigint,
  names: DocumentGround['names'],
): DocumentLine {
  const { agreement, term, window } = account;
  const name = names.get(agreement) ?? { en: agreement, 'zh-CN': agreement };
  const category =
    rate === UNTAXED ? 'outsideScope' : decimalOfRate(rate).digits === 0n ? 'zeroRated' : 'standard';
  return {
    ...{ agreement, term, category },
    window: { firstDay: window.from, lastDay: window.until - 1 },
    text: { en: `${name.en}: ${term}`, 'zh-CN': `${name['zh-CN']}：${term}` },
    netMinor: sign * netMinor,
    rate: decimalOfRate(rate),
    ...(category === 'outsideScope' && { exemptReason: NOT_TAXED }),
  };
}

function decimalOfRate(rate: string) {
  const decimal = parseDecimal(rate === UNTAXED ? '0' : rate);
  if (decimal === undefined) throw new Error(`Fault: ${rate} is no rate of tax`);
  return decimal;
}

function isRate(rate: string, group: Pick<DocumentLine, 'category' | 'rate'>): boolean {
  if ((rate === UNTAXED) !== (group.category === 'outsideScope')) return false;
  return compare(decimalToRational(decimalOfRate(rate)), decimalToRational(group.rate)) === 0;
}

/** A partner as documents name it: by its master data on the day. What is missing is refused with the document. */
export function partnerParty(code: string, { partners }: Master, day: LocalDate): DocumentParty {
  const record = partners.get(code);
  const version: MasterVersion =
    record === undefined ? { name: code, attributes: {} } : versionOn(record, day);
  const text = (name: string) => attributeText(version.attributes, name);
  const [city, postCode, taxId, registration] = ['city', 'postCode', 'taxId', 'registration'].map(text);
  const [scheme, address] = ['electronicScheme', 'electronicAddress'].map(text);
  return {
    name: version.name,
    addressLines: ['address1', 'address2', 'address3'].flatMap((name) => text(name) ?? []),
    country: text('country') ?? '',
    ...(city !== undefined && { city }),
    ...(postCode !== undefined && { postCode }),
    ...(taxId !== undefined && { taxId }),
    ...(registration !== undefined && { registration }),
    ...(scheme !== undefined && address !== undefined && { electronicAddress: { scheme, address } }),
  };
}
