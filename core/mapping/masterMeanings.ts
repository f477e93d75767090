import { aside, type Has, type Meaning, meaning } from './meaning.ts';
import type { Notion } from './notion.ts';

/** What a file may hold that a mapping is suggested for: lines, or master data of one kind. */
export const SUBJECTS = ['lines', 'partner', 'product'] as const;
export type Subject = (typeof SUBJECTS)[number];
export type MasterSubject = Exclude<Subject, 'lines'>;

/**
 * The fields of a partner or a product that a name may mean: `code`, `name`, `validFrom`, or an
 * attribute as it is commonly called, such as `country` or `category`.
 */
export function masterMeanings(subject: MasterSubject): (notions: readonly Notion[]) => readonly Meaning[] {
  return (notions) => {
    const has: Has = (...wanted) => wanted.every((notion) => notions.includes(notion));
    if (notions.length === 0) return [];
    if (has('validity'))
      return has('date') || notions.length === 1 ? [meaning('validFrom', 80)] : [aside(60)];
    if (has('date')) return [aside(80)];
    return common(has) ?? (subject === 'partner' ? ofPartner(has) : ofProduct(has));
  };
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
