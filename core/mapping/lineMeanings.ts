import { identified } from './identityRules.ts';
import { aside, type Has, type Meaning, meaning, paperOf } from './meaning.ts';
import { costed, priced, valued } from './moneyRules.ts';
import type { Notion } from './notion.ts';

/**
 * The fields of a line that a name may mean, the likeliest first. The kind of thing that a name says
 * (a day, a quantity, a price …) comes before whose it is.
 */
export function lineMeanings(notions: readonly Notion[]): readonly Meaning[] {
  const has: Has = (...wanted) => wanted.every((notion) => notions.includes(notion));
  if (notions.length === 0) return [];
  if (has('weight', 'per', 'price')) return [meaning('unitPrice', 85)];
  if (has('weight')) return has('quantity') ? [aside(60), meaning('quantity', 58)] : [aside(85)];
  if (has('barcode')) return [aside(60), meaning('product', 50)];
  if (has('name') && !has('number')) return named(has);
  if (has('currency')) return ofCurrency(has, notions);
  if (has('date')) return dated(has, notions);
  if (has('validity', 'price')) return [meaning('unitPrice', 64), aside(60)];
  if (has('validity')) return has('service') ? [aside(62), meaning('serviceDate', 60)] : [aside(80)];
  if (has('tax')) return taxed(has, notions);
  if (has('rebate')) return ofRebate(has, notions);
  if (has('discount')) return discounted(has, notions);
  if (has('quantity') && (!has('price') || isCountFirst(notions))) return counted(has, notions);
  if (notions.every((notion) => notion === 'ordered'))
    return [meaning('orderedQuantity', 80), meaning('orderDate', 78)];
  return rated(has, notions) ?? measured(has, notions) ?? identified(has, notions);
}

/** A price for a quantity is a price, a quantity of a price is none of the line's. */
function isCountFirst(notions: readonly Notion[]): boolean {
  return notions[0] === 'quantity' && notions.at(-1) !== 'price';
}

/** What is given back is no field of a line; the partner of a programme is still a partner. */
function ofRebate(has: Has, notions: readonly Notion[]): readonly Meaning[] {
  const isParty = (has('customer') || has('partner') || has('supplier')) && has('number') && !has('amount');
  if (isParty) return lineMeanings(notions.filter((notion) => notion !== 'rebate'));
  return [aside(80), meaning('discountAmount', 20)];
}

/** A rate of what is not said may be the price of a unit, a tax or a discount; its values tell. */
function rated(has: Has, notions: readonly Notion[]): readonly Meaning[] | undefined {
  if (!has('rate')) return undefined;
  if (has('unit') || has('per') || has('product') || has('item') || has('net'))
    return [meaning('unitPrice', 80)];
  if (has('list')) return [meaning('listPrice', 80)];
  if (notions.every((notion) => notion === 'rate')) {
    return [meaning('taxRate', 52), meaning('unitPrice', 50), meaning('discountPercent', 42), aside(44)];
  }
  return has('line') ? [meaning('discountPercent', 50), aside(52)] : undefined;
}

/** Units, prices and amounts; the last word of a name says what it is. */
function measured(has: Has, notions: readonly Notion[]): readonly Meaning[] | undefined {
  const last = notions.at(-1);
  if (has('unit') && ORGANISED.some((notion) => has(notion))) return [aside(75)];
  if (last === 'unit' && has('price')) {
    if (has('per') && has('cost')) return costed(has);
    if (has('per')) return has('list') || has('contract') ? priced(has, notions) : [meaning('unitPrice', 90)];
    return [aside(62), meaning('unitPrice', 60)];
  }
  if (has('unit', 'net') && notions.length === 2) return [meaning('unitPrice', 80), meaning('unit', 60)];
  if (has('unit') && notions.every((notion) => UNIT_WORDS.has(notion))) return [meaning('unit', 95)];
  if (last === 'unit' && has('cost', 'per')) return costed(has);
  if (last === 'unit') return [meaning('unit', 90)];
  if (notions[0] === 'unit' && last === 'amount' && notions.length === 2)
    return [meaning('unit', 80), meaning('unitPrice', 80)];
  if (has('cost')) return costed(has);
  if (has('price')) return priced(has, notions);
  if (has('amount') || (has('total') && !has('number'))) return valued(has);
  if (has('list') && notions.every((notion) => LIST_WORDS.has(notion)))
    return [meaning('listPrice', 80), aside(40)];
  return has('unit') && !has('number') ? [meaning('unit', 85)] : undefined;
}

/** A unit of these is no unit of goods. */
const ORGANISED = ['company', 'country', 'service', 'account'] as const;
const LIST_WORDS: ReadonlySet<Notion> = new Set(['list', 'per', 'unit', 'country']);
const UNIT_WORDS: ReadonlySet<Notion> = new Set([
  'unit',
  'number',
  'code',
  'key',
  'product',
  'item',
  'category',
]);

/** A name of something is no number of it; but a customer may be known by nothing else. */
function named(has: Has): Meaning[] {
  if (has('unit')) return [meaning('unit', 80), aside(40)];
  if (has('currency')) return [meaning('currency', 80), aside(40)];
  if (has('endCustomer')) return [aside(60), meaning('endCustomer', 58)];
  if (has('customer') || has('supplier') || has('partner') || has('reporter'))
    return [aside(85), meaning('partner', 39)];
  if (has('company')) return [aside(80), meaning('company', 38)];
  if (has('product') || has('item')) return [aside(85), meaning('product', 36)];
  if (has('order')) return [aside(64), meaning('orderNumber', 62)];
  return [aside(85), meaning('document', 20), meaning('partner', 20), meaning('product', 20)];
}

/** Numbers in a currency are money, codes of currencies are currencies: the values tell. */
function ofCurrency(has: Has, notions: readonly Notion[]): readonly Meaning[] {
  const isMoney = has('price') || has('amount') || has('cost') || has('net') || has('tax') || has('total');
  if ((has('rate') || has('date')) && !isMoney) return [aside(80)];
  if (!isMoney) return [meaning('currency', has('local') ? 80 : 95), aside(50)];
  const rest = lineMeanings(notions.filter((notion) => notion !== 'currency' && notion !== 'document'));
  return [
    meaning('currency', 86),
    ...rest.map(({ field, points }) => meaning(field, has('document') ? points + 1 : points - 4)),
  ];
}

function dated(has: Has, notions: readonly Notion[]): Meaning[] {
  if (has('validity', 'service')) return [meaning('serviceDate', 64), aside(62)];
  if (has('price')) return [aside(70), meaning('unitPrice', 45)];
  if (has('aside', 'order') && !has('delivery') && !has('validity'))
    return [aside(62), meaning('orderDate', 50)];
  if (has('aside') || has('validity') || has('contract') || has('rate') || has('stock')) {
    return [aside(85)];
  }
  if (has('ordered')) return [meaning('orderDate', 90)];
  if (has('invoice', 'receipt')) return [aside(60)];
  const paper = paperOf(notions);
  if (paper !== undefined) return [meaning(`${paper}Date`, 95)];
  if (has('document')) return [meaning('invoiceDate', 80)];
  if (has('tax')) return [aside(50), meaning('serviceDate', 45)];
  if (has('return') || has('original') || has('customer') || has('reference')) return [aside(60)];
  return [meaning('invoiceDate', 60), meaning('orderDate', 28)];
}

/** The number of a taxpayer is no tax code. */
function taxed(has: Has, notions: readonly Notion[]): readonly Meaning[] {
  if (has('price')) {
    if (has('net')) return priced(has, notions);
    return has('taxIncluded') || has('gross') ? [aside(75), meaning('unitPrice', 50)] : [aside(70)];
  }
  if (has('discount')) return [aside(80), meaning('discountAmount', 40)];
  if (has('rate')) return [meaning('taxRate', 95)];
  if (has('status')) return [aside(80)];
  if (has('customer') || has('supplier') || has('company') || has('partner')) return [aside(80)];
  if (has('code')) return [meaning('taxCode', 85), aside(50)];
  if (has('number')) return [aside(72), meaning('taxCode', 50)];
  if (has('net') || (has('base') && !has('category'))) return valued(has);
  if (has('taxIncluded') || has('gross')) return [aside(85), meaning('netValue', 20)];
  if (has('category')) return [meaning('taxCode', 75), meaning('taxRate', 70)];
  const isBare = notions.every(
    (notion) => notion === 'tax' || notion === 'product' || notion === 'item' || notion === 'line',
  );
  return [
    aside(isBare ? 62 : 80),
    meaning('taxRate', isBare ? 64 : 40),
    meaning('taxCode', isBare ? 63 : 40),
  ];
}

function discounted(has: Has, notions: readonly Notion[]): Meaning[] {
  const isNumbered = notions.lastIndexOf('number') > notions.lastIndexOf('discount');
  if (isNumbered || has('name') || has('category') || has('aside') || has('status')) return [aside(80)];
  if (has('payment') || has('header') || (has('quantity') && !has('amount')))
    return [aside(70), meaning('discountAmount', 40)];
  if (has('rate')) return [meaning('discountPercent', 95), meaning('discountFraction', 90)];
  if (has('net') || (has('price') && !has('amount'))) return [meaning('unitPrice', 45), aside(40)];
  if (has('amount') || has('total')) return [meaning('discountAmount', 90)];
  return [meaning('discountAmount', 65), meaning('discountFraction', 66), meaning('discountPercent', 64)];
}

/** So much less likely is it a quantity where the name ends with a unit: the values tell. */
const BESIDE_UNIT = 40;

function counted(has: Has, notions: readonly Notion[]): Meaning[] {
  if (has('rejected')) return [meaning('rejectedQuantity', 95)];
  if (has('stocked')) return [meaning('stockedQuantity', 95)];
  if (has('aside') || has('return') || has('contract') || has('stock') || has('category') || has('status')) {
    return [aside(75), meaning('quantity', 48)];
  }
  if (has('line') && notions[0] === 'quantity') return [aside(60), meaning('quantity', 55)];
  if (notions.at(-1) === 'unit') {
    const rest = has('price') ? [meaning('quantity', 90)] : lineMeanings(notions.slice(0, -1));
    return [meaning('unit', 80), ...rest.map(({ field, points }) => meaning(field, points - BESIDE_UNIT))];
  }
  if (has('unit') && notions.at(-1) === 'quantity') return [meaning('quantity', 80), meaning('unit', 30)];
  if (has('unit')) return [meaning('unit', 55), meaning('quantity', 50)];
  if (has('per') && !has('line')) return [aside(58), meaning('quantity', 54), meaning('unit', 50)];
  if (has('amount') && !has('net'))
    return [meaning('quantity', notions.at(-1) === 'quantity' ? 80 : 60), ...valued(has)];
  if (has('receipt')) return [meaning('receivedQuantity', 95)];
  if (has('ordered')) return [meaning('orderedQuantity', 95), meaning('quantity', 60)];
  if (has('order')) return [meaning('orderedQuantity', 85), meaning('quantity', 80)];
  if (has('delivery')) return [meaning('quantity', 85)];
  return [meaning('quantity', has('invoice') ? 97 : 93)];
}
