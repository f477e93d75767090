import { addMonths, formatDate } from '../../../core/calendar/localDate.ts';
import type { HistoryClaimLine } from '../../../core/trust/history.ts';
import type { Chance } from '../chance.ts';
import { type Draft, type DraftLine, type DraftOf, worth } from '../draft.ts';
import type { Codes } from './codes.ts';
import { CLERKS, workdayAfter } from './people.ts';
import { isSold, type TradeIndex } from './tradeIndex.ts';

type Agreement = DraftOf<'agreements'>;
export type Claim = DraftOf<'claims'>;
const OPEN_DAYS = 20;

/** Claims for windows that are over: each of ours on suppliers, and of about every second customer. */
export function windowClaims(draft: Draft, codes: Codes, chance: Chance): Claim[] {
  const agreements = new Map(draft.agreements.map((agreement) => [agreement.agreement, agreement]));
  return draft.earnings.flatMap((earning) => {
    const agreement = agreements.get(earning.agreement);
    if (agreement === undefined || earning.until > draft.today || earning.earned <= 0) return [];
    const claims =
      agreement.side === 'supplier' ||
      (agreement.partners.length > 0 && chance.fork(agreement.agreement).happens(0.6));
    const sentOn = workdayAfter(earning.until, 2, 24, chance);
    if (!claims || sentOn > draft.today) return [];
    return [claimOf(draft, agreement, earning.partner, sentOn, earning.earned, [], codes, chance)];
  });
}

/** Monthly claims for price support: one line for each sale at list price, in full. */
export function supportClaims(draft: Draft, index: TradeIndex, codes: Codes, chance: Chance): Claim[] {
  const prices = new Map(draft.products.map(({ product, listPrice }) => [product, listPrice]));
  return draft.agreements.flatMap((agreement) => {
    const [product = ''] = agreement.products;
    const { contractPrice, endCustomer, partners } = agreement;
    if (contractPrice === undefined) return [];
    const sold = (
      agreement.side === 'supplier' && draft.side === 'sale'
        ? index.ofProduct(product)
        : index.ofPartner(partners[0] ?? '')
    ).filter((line) => line.product === product && isSold(line) && line.unitMinor === prices.get(product));
    return monthsOf(draft, agreement).flatMap(({ from, until }) => {
      const lines = sold
        .filter(({ day }) => day >= from && day < until)
        .slice(0, 60)
        .map((line, at) => claimLineOf(line, at + 1, contractPrice, endCustomer));
      const sentOn = workdayAfter(until, 2, 20, chance);
      if (lines.length === 0 || sentOn > draft.today) return [];
      const minor = lines.reduce((sum, line) => sum + line.minor, 0);
      return [claimOf(draft, agreement, partners[0] ?? '', sentOn, minor, lines, codes, chance)];
    });
  });
}

function monthsOf(
  { today }: Draft,
  { from: start, until: end }: Agreement,
): { from: number; until: number }[] {
  const months: { from: number; until: number }[] = [];
  for (let step = 0; ; step += 1) {
    const from = addMonths(start, step);
    const until = Math.min(addMonths(start, step + 1), end ?? Number.POSITIVE_INFINITY);
    if (until > today || from >= until) return months;
    months.push({ from, until });
  }
}

export function claimLineOf(
  line: DraftLine,
  number: number,
  contractPrice: number,
  endCustomer?: string,
): HistoryClaimLine {
  const unitMinor = (line.unitMinor ?? 0) - contractPrice;
  return {
    number,
    document: line.document,
    line: line.line,
    product: line.product,
    day: line.day,
    quantity: line.quantity,
    unit: line.unit,
    unitMinor,
    minor: worth(line.quantity, unitMinor),
    ...(endCustomer === undefined ? {} : { endCustomer }),
  };
}

/** As it stands when nobody has looked at it; `claimant` by the side of the agreement. */
export function claimOf(
  draft: Draft,
  agreement: Agreement,
  partner: string,
  sentOn: number,
  minor: number,
  lines: readonly HistoryClaimLine[],
  codes: Codes,
  chance: Chance,
): Claim {
  return {
    claim: codes('CL'),
    claimant: agreement.side === 'supplier' ? 'us' : 'partner',
    partner,
    agreement: agreement.agreement,
    reference: referenceOf(partner, sentOn, chance),
    sentOn,
    sentBy:
      agreement.side === 'supplier'
        ? chance.pick(CLERKS)
        : `${partner.toLowerCase().replaceAll(' ', '.')}@portal`,
    state: sentOn > draft.today - OPEN_DAYS ? 'open' : 'accepted',
    minor,
    currency: draft.currency,
    lines: [...lines],
  };
}

/** Each partner numbers its claims in a manner of its own. */
function referenceOf(partner: string, sentOn: number, chance: Chance): string {
  const [year, month] = formatDate(sentOn).split('-');
  const manner = (partner.charCodeAt(partner.length - 1) + partner.length) % 4;
  const number = chance.whole(1_000, 99_999);
  return (
    [
      `RB-${year}-${number}`,
      `${number}/${month}/${year?.slice(2)}`,
      `Claim ${number}`,
      `${partner.slice(-5)}${number}`,
    ][manner] ?? ''
  );
}
