import { identified } from './identityRules.ts';
import type { Notion } from './lexicon.ts';
import { aside, type Has, type Meaning, meaning, paperOf } from './meaning.ts';

/**
 * The fields of a line that a name may mean, the likeliest first. The kind of thing that a name says
 * (a day, a quantity, a price …) comes before whose it is.
 */
export function lineMeanings(notions: readonly Notion[]): readonly Meaning[] {
  const has: Has = (...wanted) => wanted.every((notion) => notions.includes(notion));
  if (notions.length === 0) return [];
  if (has('weight')) return [aside(85)];
  if (has('barcode')) return [aside(60), meaning('product', 55)];
  if (has('name') && !has('number')) return named(has);
  if (has('currency')) return ofCurrency(has);
  if (has('date')) return dated(has);
  if (has('validity')) return [aside(80)];
  if (has('tax')) return taxed(has);
  if (has('discount')) return discounted(has);
  if (has('quantity') && !has('price')) return counted(has);
  return measured(has, notions) ?? identified(has, notions);
}

/** Units, prices and amounts; the last word of a name says what it is. */
function measured(has: Has, notions: readonly Notion[]): readonly Meaning[] | undefined {
  const last = notions.at(-1);
  if (last === 'unit' && has('price')) {
    return has('per') ? [meaning('unitPrice', 90)] : [aside(62), meaning('unitPrice', 60)];
  }
  if (has('unit') && notions.every((notion) => UNIT_WORDS.has(notion))) return [meaning('unit', 95)];
  if (last === 'unit') return [meaning('unit', 90)];
  if (has('cost')) return costed(has);
  if (has('price')) return priced(has);
  if (has('amount') || (has('total') && !has('number'))) return valued(has);
  return has('unit') && !has('number') ? [meaning('unit', 85)] : undefined;
}

const UNIT_WORDS: ReadonlySet<Notion> = new Set(['unit', 'number', 'code', 'product']);

/** A name of something is no number of it; but a customer may be known by nothing else. */
function named(has: Has): Meaning[] {
  if (has('endCustomer')) return [aside(60), meaning('endCustomer', 58)];
  if (has('customer') || has('supplier') || has('partner')) return [aside(85), meaning('partner', 40)];
  return [aside(85), ...(has('product') || has('item') ? [meaning('product', 35)] : [])];
}

function ofCurrency(has: Has): Meaning[] {
  if (has('rate')) return [aside(80)];
  if (!has('amount')) return [meaning('currency', 95), aside(50)];
  return [
    meaning('currency', 76),
    ...valued(has).map(({ field, points }) => meaning(field, points - 18)),
    aside(30),
  ];
}

function dated(has: Has): Meaning[] {
  if (has('aside') || has('validity') || has('contract')) return [aside(85)];
  if (has('ordered')) return [meaning('orderDate', 90)];
  const paper = paperOf(has);
  if (paper !== undefined) return [meaning(`${paper}Date`, 95)];
  if (has('document')) return [meaning('invoiceDate', 80)];
  if (has('return') || has('original') || has('customer')) return [aside(60)];
  return [meaning('invoiceDate', 60)];
}

/** The number of a taxpayer is no tax code. */
function taxed(has: Has): Meaning[] {
  if (has('rate')) return [meaning('taxRate', 95)];
  if (has('customer') || has('supplier') || has('company')) return [aside(80)];
  if (has('code')) return [meaning('taxCode', 85), aside(50)];
  if (has('number')) return [aside(72), meaning('taxCode', 50)];
  if (has('net')) return valued(has);
  if (has('taxIncluded') || has('gross')) return [aside(85)];
  if (has('category')) return [meaning('taxCode', 75)];
  return [aside(80), meaning('taxRate', 40), meaning('taxCode', 40)];
}

function discounted(has: Has): Meaning[] {
  if (has('number') || has('name') || has('category') || has('aside')) return [aside(80)];
  if (has('rate')) return [meaning('discountPercent', 95), meaning('discountFraction', 90)];
  if (has('net') || (has('price') && !has('amount'))) return [meaning('unitPrice', 45), aside(40)];
  if (has('amount') || has('total')) return [meaning('discountAmount', 90)];
  return [meaning('discountAmount', 65), meaning('discountFraction', 66), meaning('discountPercent', 64)];
}

function counted(has: Has): Meaning[] {
  if (has('rejected')) return [meaning('rejectedQuantity', 95)];
  if (has('stocked')) return [meaning('stockedQuantity', 95)];
  if (has('aside') || has('return') || has('contract') || has('stock')) {
    return [aside(75), meaning('quantity', 40)];
  }
  if (has('unit') || (has('per') && !has('line'))) return [meaning('unit', 55), meaning('quantity', 50)];
  if (has('receipt')) return [meaning('receivedQuantity', 95)];
  if (has('ordered')) return [meaning('orderedQuantity', 95), meaning('quantity', 60)];
  if (has('order')) return [meaning('orderedQuantity', 85), meaning('quantity', 80)];
  if (has('delivery')) return [meaning('quantity', 85)];
  return [meaning('quantity', has('invoice') ? 97 : 93)];
}

function costed(has: Has): Meaning[] {
  if (has('total') || has('amount') || has('aside') || has('delivery')) return [aside(80)];
  return [meaning('unitCost', has('unit') || has('price') ? 95 : 80)];
}

function priced(has: Has): Meaning[] {
  if (has('total') || has('line')) return valued(has);
  if (has('amount')) return [...valued(has), meaning('unitPrice', 60)];
  if (has('taxIncluded')) return [aside(75), meaning('unitPrice', 50)];
  if (has('contract')) return [meaning('contractPrice', 92)];
  if (has('list') || has('base')) return [meaning('listPrice', 92)];
  if (has('gross')) return [meaning('listPrice', 70), meaning('unitPrice', 55)];
  if (has('aside')) return [aside(60), meaning('unitPrice', 50)];
  return [meaning('unitPrice', has('net') || has('unit') ? 95 : 88)];
}

/** Money of the line; that of the whole document, with tax or paid is none of it. */
function valued(has: Has): Meaning[] {
  if (has('taxIncluded') || has('tax', 'gross')) return [aside(85)];
  if (has('unit') && !has('price') && !has('total')) return [meaning('unitPrice', 85)];
  if (has('payment') && !has('line')) return [aside(60), meaning('netValue', 55)];
  if (has('aside') || has('header') || has('delivery')) return [aside(80), meaning('netValue', 30)];
  if (has('net')) return [meaning('netValue', 96)];
  if (has('gross')) return [meaning('grossValue', 62), aside(60)];
  if (has('list')) return [meaning('grossValue', 70)];
  if (has('invoice') || has('order') || has('document')) return [meaning('netValue', 60), aside(56)];
  return [meaning('netValue', has('line') || has('item') ? 85 : 74)];
}
