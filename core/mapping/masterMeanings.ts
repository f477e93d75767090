import { aside, type Has, type Meaning, meaning } from './meaning.ts';
import type { Notion } from './notion.ts';
import type { MasterSubject } from './subject.ts';

/**
 * The fields of a thing of master data that a name may mean: `code`, `name`, `validFrom`, or an
 * attribute as it is commonly called, such as `country` or `category`.
 */
export function masterMeanings(subject: MasterSubject): (notions: readonly Notion[]) => readonly Meaning[] {
  return (notions) => {
    const has: Has = (...wanted) => wanted.every((notion) => notions.includes(notion));
    if (notions.length === 0) return [];
    if (has('validity')) return isFirstDay(notions) ? [meaning('validFrom', 80)] : [aside(60)];
    if (has('date')) return [aside(80)];
    return (subject === 'price' || subject === 'rate' ? undefined : common(has)) ?? OWN[subject](has);
  };
}

/** "Valid from", "Start date"; what also says an end or anything else is none. */
function isFirstDay(notions: readonly Notion[]): boolean {
  return notions.every((notion) => notion === 'validity' || notion === 'date');
}

function common(has: Has): readonly Meaning[] | undefined {
  if (has('parent')) return [meaning('parent', 88)];
  if (has('country')) return [meaning('country', has('name') ? 70 : 84), aside(40)];
  if (has('status')) return [meaning('status', 85)];
  if (has('category')) return [meaning('category', has('number') || has('code') ? 80 : 86), aside(45)];
  if (has('currency')) return [meaning('currency', 90)];
  return undefined;
}

function ofPartner(has: Has): readonly Meaning[] {
  if (has('tax')) return has('rate') ? [aside(70)] : [meaning('taxId', 88)];
  const isParty = has('customer') || has('supplier') || has('partner') || has('account') || has('company');
  if (has('name')) return [meaning('name', isParty ? 95 : 88)];
  if (has('aside') || has('payment')) return [aside(80)];
  if (isParty) return [meaning('code', has('number') ? 95 : 74), meaning('name', 55)];
  return has('number') ? [meaning('code', 70)] : [aside(40)];
}

function ofProduct(has: Has): readonly Meaning[] {
  if (has('barcode')) return [meaning('gtin', 90)];
  if (has('brand')) return [meaning('brand', 90)];
  if (has('weight')) return [meaning('weight', 88)];
  if (has('price'))
    return has('cost') ? [meaning('cost', 84)] : [meaning('listPrice', has('list') ? 90 : 74)];
  if (has('cost')) return [meaning('cost', 88)];
  if (has('unit')) return [meaning('unit', 88)];
  if (has('customer') || has('supplier') || has('maker'))
    return [meaning('supplier', has('product') ? 40 : 76), aside(60)];
  if (has('name')) return [meaning('name', has('product') || has('item') ? 95 : 84)];
  if (has('tax') || has('aside') || has('quantity') || has('discount')) return [aside(80)];
  const isProduct = has('product') || has('item');
  if (isProduct) return [meaning('code', has('number') ? 95 : 80), meaning('name', 50)];
  return has('number') ? [meaning('code', 70)] : [aside(40)];
}

function ofCategory(has: Has): readonly Meaning[] {
  if (has('name')) return [meaning('name', 88)];
  return has('number') || has('code') || has('key') ? [meaning('code', 80)] : [aside(40)];
}

/** What costs what in which list, or what a currency is worth: of the code, and of the figure. */
function ofPrice(has: Has): readonly Meaning[] {
  if (has('price') || has('amount')) return [meaning('price', 86)];
  return has('list') || has('product') ? [meaning('code', 74), aside(40)] : ofCategory(has);
}

function ofRate(has: Has): readonly Meaning[] {
  return has('currency') ? [meaning('code', 84), aside(40)] : ofCategory(has);
}

function ofOwnDocument(has: Has): readonly Meaning[] {
  if (has('customer') || has('supplier') || has('partner')) return [meaning('partner', 86)];
  return has('document') || has('invoice') ? [meaning('code', has('number') ? 92 : 80)] : ofCategory(has);
}

const OWN: Readonly<Record<MasterSubject, (has: Has) => readonly Meaning[]>> = {
  partner: ofPartner,
  product: ofProduct,
  category: ofCategory,
  rate: ofRate,
  price: ofPrice,
  ownDocument: ofOwnDocument,
};
