import { formatDate } from '../calendar/localDate.ts';
import { exactText } from '../explanation/operands.ts';
import { moneyText } from '../money/money.ts';
import type { BothTexts, DocumentExchange, RebateDocument } from './rebateDocument.ts';

/** What a document says of the currency that its amounts were earned in: both amounts, the rate, and where it is from. */
export function exchangeNote(exchange: DocumentExchange, document: RebateDocument): BothTexts {
  const { currency, minor, rate, source } = exchange;
  const { currency: paidIn, amountsStated, netMinor, grossMinor } = document;
  const earned = `${moneyText({ minor, currency })} ${currency}`;
  const paid = `${moneyText({ minor: amountsStated === 'net' ? netMinor : grossMinor, currency: paidIn })} ${paidIn}`;
  const one = `1 ${currency} = ${exactText(rate)} ${paidIn}`;
  const day = source && formatDate(source.day);
  return source === undefined
    ? {
        en: `Earned ${earned}, paid ${paid}: ${one}, the rate of the contract.`,
        'zh-CN': `应得 ${earned}，支付 ${paid}：${one}，为合同约定汇率。`,
      }
    : {
        en: `Earned ${earned}, paid ${paid}: ${one}, the ${source.rateType} rate of ${day}.`,
        'zh-CN': `应得 ${earned}，支付 ${paid}：${one}，为 ${day} 的 ${source.rateType} 汇率。`,
      };
}
