import { aside, type Has, type Meaning, meaning } from './meaning.ts';
import type { Notion } from './notion.ts';

/** Of two columns in two currencies the one in the document's is the line's. */
const IN_LOCAL_CURRENCY = 16;

/** What a thing cost; that of a whole line is none of its fields. */
export function costed(has: Has): Meaning[] {
  if (has('contract')) return [meaning('contractPrice', 85)];
  if (has('list')) return [meaning('unitCost', 82), meaning('listPrice', 30)];
  if (has('amount')) return [aside(74), meaning('netValue', 42)];
  if (has('total') || has('aside') || has('delivery') || has('service')) return [aside(80)];
  return [meaning('unitCost', has('unit') || has('price') || has('per') ? 95 : 74)];
}

/** Prices of a unit, by whose they are and what is taken off them. */
export function priced(has: Has, notions: readonly Notion[]): readonly Meaning[] {
  const isPriceAmount = notions.indexOf('amount') > notions.indexOf('price');
  if (has('category') || has('status')) return [aside(75)];
  if (notions.at(-1) === 'quantity' && !has('per')) return [aside(66), meaning('quantity', 40)];
  if (has('total') || has('line')) return valued(has);
  if (has('amount') && !isPriceAmount) return [...valued(has), meaning('unitPrice', 60)];
  if (has('taxIncluded')) return [aside(75), meaning('unitPrice', 50)];
  if (has('original')) return [meaning('listPrice', 80), meaning('unitPrice', 45)];
  if (has('number')) return [aside(62), meaning('unitPrice', 45)];
  if (has('contract')) return [meaning('contractPrice', 92)];
  if (has('list') || has('base')) return [meaning('listPrice', 92)];
  if (has('gross')) return [meaning('listPrice', 70), meaning('unitPrice', 55)];
  if (has('aside') || has('stock') || has('delivery')) return [aside(60), meaning('unitPrice', 50)];
  const points = has('net') || has('unit') ? 95 : 88;
  const price = meaning('unitPrice', has('local') ? points - IN_LOCAL_CURRENCY : points);
  if (has('unit')) return [price, meaning('unit', 50)];
  return has('net') ? [price, meaning('netValue', 45)] : [price, meaning('listPrice', 36)];
}

/** Money of the line; that of the whole document, with tax or paid is none of it. */
export function valued(has: Has): readonly Meaning[] {
  if (has('local')) {
    return [
      ...ofLine(has).map(({ field, points }) => meaning(field, Math.max(1, points - IN_LOCAL_CURRENCY))),
      aside(58),
    ];
  }
  return ofLine(has);
}

function ofLine(has: Has): readonly Meaning[] {
  if (has('taxIncluded') || has('tax', 'gross')) return [aside(85), meaning('netValue', 20)];
  if (has('rate') || has('stock') || has('status')) return [aside(75)];
  if (has('submission') || has('contract')) return [aside(66), meaning('netValue', 45)];
  if ((has('unit') || has('per')) && !has('price') && !has('total')) return [meaning('unitPrice', 85)];
  if (has('payment') && !has('line')) return [aside(60), meaning('netValue', 55)];
  if (has('aside') || has('header') || has('delivery')) return [aside(80), meaning('netValue', 30)];
  if (has('return') && !has('net')) return [aside(60), meaning('netValue', 50)];
  if (has('net')) return [meaning('netValue', 96)];
  if (has('gross')) return [aside(62), meaning('grossValue', 58)];
  if (has('list')) return [meaning('grossValue', 54), meaning('netValue', 50)];
  if (has('invoice') || has('order') || has('document')) return [meaning('netValue', 60), aside(56)];
  return [meaning('netValue', has('line') || has('item') || has('product') ? 85 : 74)];
}
