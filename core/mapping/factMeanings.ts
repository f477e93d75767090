import { aside, type Has, type Meaning, meaning } from './meaning.ts';
import type { Notion } from './notion.ts';
import type { FactSubject } from './subject.ts';

/** The fields of a payment, or of a count of stock, that a name may mean. */
export function factMeanings(subject: FactSubject): (notions: readonly Notion[]) => readonly Meaning[] {
  return (notions) => {
    const has: Has = (...wanted) => wanted.every((notion) => notions.includes(notion));
    if (notions.length === 0) return [];
    return subject === 'payments' ? ofPayment(has) : ofStock(has);
  };
}

function ofPayment(has: Has): readonly Meaning[] {
  const isPaper = has('invoice') || has('document') || has('order');
  if (has('currency')) return [meaning('currency', 90)];
  if (has('date')) return isPaper && !has('payment') ? [aside(70)] : [meaning('paidOn', 86)];
  if (has('discount')) return [meaning('discount', 84), aside(40)];
  if (has('amount') || has('total') || has('gross') || has('net'))
    return isPaper || has('total')
      ? [meaning('documentTotal', 74), meaning('amount', 60)]
      : [meaning('amount', 84)];
  if (has('invoice')) return [meaning('document', 90)];
  if (has('payment')) return [meaning('payment', has('number') ? 92 : 70)];
  if (isPaper) return [meaning('document', 76), meaning('payment', 60)];
  return has('reference') || has('number') ? [meaning('payment', 62)] : [aside(40)];
}

function ofStock(has: Has): readonly Meaning[] {
  if (has('date')) return [meaning('day', 86)];
  if (has('unit')) return [meaning('unit', 88)];
  if (has('quantity') || has('stock')) return [meaning('quantity', has('quantity') ? 88 : 74), aside(40)];
  if (has('name')) return [aside(80)];
  if (has('product') || has('item')) return [meaning('product', 88)];
  if (has('place')) return [meaning('location', 84)];
  if (has('company')) return [meaning('company', 84)];
  if (has('customer') || has('partner') || has('supplier')) return [meaning('partner', 80)];
  return has('number') || has('code') ? [meaning('product', 55), aside(40)] : [aside(40)];
}
