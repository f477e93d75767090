import type { Notion } from './lexicon.ts';
import { aside, type Has, type Meaning, meaning, type Paper, paperOf } from './meaning.ts';

const PARTIES = ['customer', 'supplier', 'partner', 'otherParty'] as const;
const NO_IDENTITY = ['category', 'brand', 'weight', 'country', 'status', 'parent', 'name'] as const;

/** Whom and what a line names, and the numbers of its papers. */
export function identified(has: Has, notions: readonly Notion[]): readonly Meaning[] {
  const isNumber = has('number');
  if (has('net') && !isNumber) return [meaning('netValue', 82), meaning('unitPrice', 50)];
  if (has('gross') && !isNumber) return [aside(60), meaning('grossValue', 55)];
  if (has('original') || (has('return') && isNumber && !has('product'))) {
    const isOfPaper = paperOf(has) !== undefined && !has('original');
    return has('line') ? [meaning('returnOfLine', 85)] : [meaning('returnOfDocument', isOfPaper ? 66 : 80)];
  }
  if (has('endCustomer')) return [meaning('endCustomer', 90)];
  if (NO_IDENTITY.some((notion) => has(notion))) return [aside(85)];
  const paper = paperOf(has);
  const isLine = has('line') || (has('item') && (paper !== undefined || has('document')));
  if (isLine && !has('product')) return [meaning('line', has('line') || isNumber ? 92 : 80)];
  if (PARTIES.some((notion) => has(notion))) return parties(has, paper, notions);
  return things(has, isNumber) ?? papers(paper, has, notions);
}

/** Whoever it is about; the number of a paper may bear the name of who wrote it. */
function parties(has: Has, paper: Paper | undefined, notions: readonly Notion[]): readonly Meaning[] {
  if (has('aside') || has('otherParty')) return [aside(75), meaning('partner', 50)];
  if (has('product') || has('item')) return [aside(60), meaning('product', 45)];
  if (paper === 'order') return [aside(62), meaning('orderNumber', 60)];
  if (paper !== undefined) return papers(paper, has, notions);
  const points = has('customer') ? 92 : 90;
  return [meaning('partner', has('number') ? points + 4 : points - 10)];
}

/** Goods, companies and accounts. */
function things(has: Has, isNumber: boolean): readonly Meaning[] | undefined {
  if (has('maker')) return has('product') ? [meaning('product', 75), aside(55)] : [aside(70)];
  if (has('product'))
    return has('aside') ? [aside(66), meaning('product', 45)] : [meaning('product', isNumber ? 95 : 80)];
  if (has('stock')) return isNumber ? [meaning('product', 75)] : [aside(60)];
  if (has('item')) return [meaning('product', isNumber ? 80 : 70), meaning('line', isNumber ? 75 : 65)];
  if (has('company')) return [has('aside') ? aside(75) : meaning('company', 85)];
  if (has('account')) {
    return has('code') ? [aside(62), meaning('partner', 56)] : [meaning('partner', 60), aside(55)];
  }
  return has('contract') ? [aside(80)] : undefined;
}

/** The number of a document; of the numbers of an invoice and an order the invoice is the document. */
function papers(paper: Paper | undefined, has: Has, notions: readonly Notion[]): readonly Meaning[] {
  const isNumber = has('number') || (paper !== undefined && has('document'));
  const less = isNumber ? 0 : 20;
  if (has('aside')) return [aside(paper === undefined ? 80 : 70)];
  if (paper === 'invoice') return [meaning('document', 94 - less), meaning('invoiceNumber', 70 - less)];
  if (paper === 'order') return [meaning('orderNumber', 86 - less), meaning('document', 80 - less)];
  if (paper === 'submission' || paper === 'service') return [aside(60), meaning('document', 40)];
  if (paper !== undefined && paper !== 'delivery' && !isNumber) return [aside(60)];
  if (paper !== undefined) return [meaning(`${paper}Number`, 90 - less), meaning('document', 60 - less)];
  if (has('document')) return [meaning('document', 90 - less)];
  if (notions.every((notion) => notion === 'number')) {
    return [meaning('document', 44), meaning('product', 42), aside(40)];
  }
  return [aside(notions.includes('aside') ? 80 : 40)];
}
