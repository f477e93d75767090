import { formatDecimal, trimDecimal } from '../number/decimal.ts';
import type { BothTexts, RebateDocument, Withheld } from './rebateDocument.ts';

type Paid = Pick<RebateDocument, 'withheld' | 'setOff'>;

/** What is left to be paid of a document. Units: minor. */
export function payableOf({ grossMinor, ...paid }: Paid & Pick<RebateDocument, 'grossMinor'>): bigint {
  return grossMinor - prepaidOf(paid);
}

/** What is paid of a document without money to the other side: to the tax office, or by what is set off. Units: minor. */
export function prepaidOf({ withheld, setOff = [] }: Paid): bigint {
  return setOff.reduce((sum, { minor }) => sum + minor, withheld?.minor ?? 0n);
}

/** What an electronic invoice says of it, for its standard has no field for it. */
export function withheldNote({ percent }: Withheld, amount: string): BothTexts {
  const rate = formatDecimal(trimDecimal(percent));
  return {
    en: `Tax withheld: ${rate}% of the net amount, ${amount}, is paid to the tax office.`,
    'zh-CN': `代扣税款：按不含税金额的 ${rate}% 代扣 ${amount}，缴纳税务机关。`,
  };
}
