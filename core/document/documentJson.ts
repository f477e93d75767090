import { formatDate } from '../calendar/localDate.ts';
import { exactText } from '../explanation/operands.ts';
import { moneyText } from '../money/money.ts';
import { formatDecimal } from '../number/decimal.ts';
import type { Json } from '../text/canonicalJson.ts';
import type {
  BothTexts,
  DocumentExchange,
  DocumentLine,
  DocumentParty,
  DocumentTax,
  RebateDocument,
} from './rebateDocument.ts';

/**
 * A document as JSON: days as "YYYY-MM-DD", amounts as decimal texts in major units with the places
 * of the currency, what is absent left out. `decodeDocument` reads it back as it was.
 */
export function documentJson(document: RebateDocument): { readonly [key: string]: Json } {
  const { kind, series, number, company, partner, currency, reason, treatment, amountsStated } = document;
  const money = (minor: bigint) => moneyText({ minor, currency });
  return {
    ...{ kind, series, number },
    issuedOn: formatDate(document.issuedOn),
    dueOn: formatDate(document.dueOn),
    ...{ company, partner, currency },
    seller: partyJson(document.seller),
    buyer: partyJson(document.buyer),
    ...(document.preceding && {
      preceding: {
        number: document.preceding.number,
        issuedOn: formatDate(document.preceding.issuedOn),
      },
    }),
    ...{ reason, treatment, amountsStated },
    ...(document.exchange && { exchange: exchangeJson(document.exchange) }),
    lines: document.lines.map((line) => lineJson(line, money, document.exchange)),
    taxes: document.taxes.map((tax) => taxJson(tax, money)),
    net: money(document.netMinor),
    tax: money(document.taxMinor),
    gross: money(document.grossMinor),
    ...(document.taxOwed && {
      taxOwed: { currency: document.taxOwed.currency, tax: moneyText(document.taxOwed) },
    }),
    ...(document.withheld && {
      withheld: {
        percent: formatDecimal(document.withheld.percent),
        amount: money(document.withheld.minor),
      },
    }),
    ...(document.setOff && {
      setOff: document.setOff.map(({ number: of, minor }) => ({ number: of, amount: money(minor) })),
    }),
    payment: {
      means: document.payment.means,
      ...(document.payment.account && { account: { ...document.payment.account } }),
    },
    notes: document.notes.map(textsJson),
  };
}

function partyJson({ addressLines, electronicAddress, ...party }: DocumentParty): Json {
  return {
    ...party,
    addressLines: [...addressLines],
    ...(electronicAddress && { electronicAddress: { ...electronicAddress } }),
  };
}

function exchangeJson({ currency, minor, rate, source }: DocumentExchange): Json {
  return {
    currency,
    earned: moneyText({ minor, currency }),
    rate: exactText(rate),
    ...(source && { source: { rateType: source.rateType, day: formatDate(source.day) } }),
  };
}

function lineJson(
  line: DocumentLine,
  money: (minor: bigint) => string,
  exchange: DocumentExchange | undefined,
): Json {
  const { agreement, term, window, text, netMinor, earnedMinor, category, rate, exemptReason, goods } = line;
  return {
    ...{ agreement, term },
    window: { firstDay: formatDate(window.firstDay), lastDay: formatDate(window.lastDay) },
    text: textsJson(text),
    net: money(netMinor),
    ...(earnedMinor !== undefined &&
      exchange && { earned: moneyText({ minor: earnedMinor, currency: exchange.currency }) }),
    category,
    rate: formatDecimal(rate),
    ...(exemptReason && { exemptReason: textsJson(exemptReason) }),
    ...(goods && {
      goods: { ...goods, quantity: formatDecimal(goods.quantity), unitValue: formatDecimal(goods.unitValue) },
    }),
  };
}

function taxJson(
  { category, rate, netMinor, taxMinor }: DocumentTax,
  money: (minor: bigint) => string,
): Json {
  return { category, rate: formatDecimal(rate), net: money(netMinor), tax: money(taxMinor) };
}

function textsJson(texts: BothTexts): Json {
  return { en: texts.en, 'zh-CN': texts['zh-CN'] };
}
