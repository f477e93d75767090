import { formatDecimal, trimDecimal } from '../number/decimal.ts';
import type { BothTexts, RebateDocument, Withheld } from './rebateDocument.ts';

/** What is paid of a document: what is withheld goes to the tax office instead. Units: minor. */
export function payableOf({ grossMinor, withheld }: Pick<RebateDocument, 'grossMinor' | 'withheld'>): bigint {
  return grossMinor - (withheld?.minor ?? 0n);
}

/** What an electronic invoice says of it, for its standard has no field for it. */
export function withheldNote({ percent }: Withheld, amount: string): BothTexts {
  const rate = formatDecimal(trimDecimal(percent));
  return {
    en: `Tax withheld: ${rate}% of the net amount, ${amount}, is paid to the tax office.`,
    'zh-CN': `代扣税款：按不含税金额的 ${rate}% 代扣 ${amount}，缴纳税务机关。`,
  };
}
