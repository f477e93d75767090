import type { DocumentLine, DocumentParty, RebateDocument } from '../../core/document/rebateDocument.ts';
import { taxOf, totalsOf } from '../../core/document/taxOf.ts';
import { parseDecimal } from '../../core/number/decimal.ts';
import { dayOf } from './trade.ts';

/** Documents as tests write them: each a plain case, with what differs from it. */

export const OUR_COMPANY: DocumentParty = {
  name: 'Nordlicht Werkzeuge GmbH',
  addressLines: ['Hafenstraße 12'],
  city: 'Hamburg',
  postCode: '20457',
  country: 'DE',
  taxId: 'DE136695976',
  registration: 'HRB 12345',
  electronicAddress: { scheme: '9930', address: 'DE136695976' },
};

export const PARTNER: DocumentParty = {
  name: 'Baumarkt Süd & Söhne <Wien> KG',
  addressLines: ['Triester Straße 1', 'Halle „B“'],
  city: 'Wien',
  postCode: '1100',
  country: 'AT',
  taxId: 'ATU12345675',
  electronicAddress: { scheme: '9914', address: 'ATU12345675' },
};

export function documentLine(
  net: bigint,
  percent: string,
  differs: Partial<DocumentLine> = {},
): DocumentLine {
  const rate = parseDecimal(percent);
  if (rate === undefined) throw new Error(`${percent} is no rate`);
  return {
    agreement: 'CROSS-2026',
    term: 'mix',
    window: { firstDay: dayOf('2026-04-01'), lastDay: dayOf('2026-06-30') },
    text: {
      en: `Cross-sell rebate, goods at ${percent}%`,
      'zh-CN': `交叉销售返利，税率 ${percent}% 的商品`,
    },
    netMinor: net,
    category: 'standard',
    rate,
    ...differs,
  };
}

/** Story E of the acceptance stories: low-margin goods at 10 %, high-margin goods at 20 %; 606.26 in all. */
export function documentOf(differs: Partial<RebateDocument> = {}): RebateDocument {
  const lines = differs.lines ?? [documentLine(24_890n, '10'), documentLine(27_706n, '20')];
  const taxes = differs.taxes ?? taxOf(lines);
  return {
    kind: 'creditNote',
    series: 'CN',
    number: 'CN-2026-0017',
    issuedOn: dayOf('2026-07-15'),
    dueOn: dayOf('2026-08-14'),
    company: 'EU',
    partner: 'P1',
    currency: 'EUR',
    seller: OUR_COMPANY,
    buyer: PARTNER,
    reason: 'rebate',
    treatment: 'priceReduction',
    amountsStated: 'net',
    lines,
    taxes,
    ...totalsOf(lines, taxes),
    payment: { means: 'transfer', account: { holder: 'B…', iban: 'AT…4321' } },
    notes: [],
    ...differs,
  };
}
