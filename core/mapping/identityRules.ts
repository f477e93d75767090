import { aside, type Has, type Meaning, meaning, type Paper, paperOf } from './meaning.ts';
import type { Notion } from './notion.ts';

const PARTIES = ['customer', 'supplier', 'partner', 'otherParty', 'reporter'] as const;
const NO_IDENTITY = ['category', 'brand', 'weight', 'country', 'status', 'parent', 'name'] as const;

/** So likely is the number of a return the document's where that of the original stands beside it. */
const RETURN = 58;

/** Whom and what a line names, and the numbers of its papers. */
export function identified(has: Has, notions: readonly Notion[]): readonly Meaning[] {
  const isNumber = has('number');
  if (has('net') && !isNumber) {
    if (has('aside')) return [aside(75), meaning('netValue', 40)];
    return has('list')
      ? [meaning('grossValue', 70), meaning('netValue', 60)]
      : [meaning('netValue', 82), meaning('unitPrice', 50)];
  }
  if (has('gross') && !isNumber) return [aside(60), meaning('grossValue', 55)];
  if (has('original') || (has('return') && isNumber && !has('product'))) {
    const isOfPaper = paperOf(notions) !== undefined && !has('original');
    if (has('line')) return [meaning('returnOfLine', 85)];
    if (has('original')) return [meaning('returnOfDocument', 86)];
    return [meaning('returnOfDocument', isOfPaper ? 66 : 76), meaning('document', RETURN)];
  }
  if (NO_IDENTITY.some((notion) => has(notion))) return [aside(85)];
  if (has('endCustomer'))
    return has('aside') ? [aside(75), meaning('endCustomer', 40)] : [meaning('endCustomer', 90)];
  const paper = paperOf(notions);
  if (has('reference')) return referred(has, paper, notions);
  const isLine = has('line') || (has('item') && (paper !== undefined || has('document')));
  if (isLine && !has('product')) return lined(has, isNumber, paper);
  if (PARTIES.some((notion) => has(notion))) return parties(has, paper, notions);
  return things(has, isNumber, notions) ?? papers(paper, has, notions);
}

/** So likely a line that no number is said of; "order items" may as well be how many there are. */
const UNNUMBERED = 74;

/** The line of a paper; that of an order is the line's own only where no other is. */
function lined(has: Has, isNumber: boolean, paper: Paper | undefined): Meaning[] {
  if (has('header')) return [aside(80)];
  if (has('aside')) return [aside(66), meaning('line', 64)];
  if (PARTIES.some((notion) => has(notion)) && paper !== 'invoice') return [aside(70), meaning('line', 45)];
  if (paper === 'invoice' && has('document')) return [meaning('line', 90)];
  if (paper === 'invoice' && !has('line')) return [meaning('line', 82), meaning('document', 64)];
  if (paper === 'order') return [meaning('line', has('line') || isNumber ? 84 : UNNUMBERED)];
  const points = has('line') || isNumber ? 92 : UNNUMBERED;
  return [meaning('line', paper !== undefined && paper !== 'invoice' ? points - 2 : points)];
}

/** What refers to a paper is its number; what refers to nothing may be anything. */
function referred(has: Has, paper: Paper | undefined, notions: readonly Notion[]): readonly Meaning[] {
  if (has('aside')) return [aside(75)];
  if (has('line')) return [aside(62), meaning('line', 61)];
  if (has('product') || has('item')) return [meaning('product', 78), aside(50)];
  if (paper === 'payment') return [aside(66), meaning('paymentNumber', 50)];
  if (paper !== undefined)
    return papers(paper, (...wanted) => wanted.every((one) => one === 'number' || has(one)), notions);
  if (PARTIES.some((notion) => has(notion)))
    return [aside(70), meaning('partner', 38), meaning('orderNumber', 45), meaning('document', 30)];
  if (has('document')) return [aside(64), meaning('orderNumber', 45), meaning('document', 42)];
  return [aside(62), meaning('document', 48), meaning('product', 34)];
}

/** Whoever it is about; the number of a paper may bear the name of who wrote it. */
function parties(has: Has, paper: Paper | undefined, notions: readonly Notion[]): readonly Meaning[] {
  if (has('aside')) return [aside(75), meaning('partner', has('number') ? 41 : 30)];
  if (has('contract') && notions.indexOf('contract') > lastParty(notions)) return [aside(75)];
  if (has('otherParty', 'customer', 'number') && !has('product')) return [meaning('partner', 66), aside(64)];
  if (has('otherParty')) return [aside(75), meaning('partner', 50)];
  if (has('product') || has('item')) {
    return has('supplier') ? [aside(60), meaning('product', 55)] : [aside(64), meaning('product', 45)];
  }
  const isOfParty = paper !== undefined && isPartyLast(notions, paper);
  if (paper !== undefined && !isOfParty) {
    return paper === 'order' ? [aside(62), meaning('orderNumber', 60)] : papers(paper, has, notions);
  }
  if (has('document', 'number') && paper === undefined && notions.indexOf('document') > lastParty(notions))
    return ofParty(has);
  const points = isOfParty ? 84 : has('customer') ? 92 : 90;
  return [meaning('partner', has('number') ? points + 4 : points - 10)];
}

/** The number that a supplier gives to what he writes is an invoice's, that of a customer an order's. */
function ofParty(has: Has): readonly Meaning[] {
  if (has('supplier')) return [meaning('document', 70), meaning('invoiceNumber', 66), aside(50)];
  return [aside(62), meaning('orderNumber', 58), meaning('document', 44)];
}

function lastParty(notions: readonly Notion[]): number {
  return Math.max(...PARTIES.map((party) => notions.lastIndexOf(party)));
}

/** The customer of an order is a customer, the order of a customer is an order. */
function isPartyLast(notions: readonly Notion[], paper: Paper): boolean {
  const last = lastParty(notions);
  const isNumbered = notions[0] === 'number' || notions[notions.lastIndexOf(paper) + 1] === 'number';
  return last > notions.lastIndexOf(paper) && !isNumbered;
}

/** Goods, companies and accounts. */
function things(has: Has, isNumber: boolean, notions: readonly Notion[]): readonly Meaning[] | undefined {
  if (has('maker')) return has('product') ? [meaning('product', 75), aside(55)] : [aside(70)];
  if (has('product'))
    return has('aside') ? [aside(66), meaning('product', 45)] : [meaning('product', isNumber ? 95 : 80)];
  if (has('stock')) return isNumber ? [meaning('product', 75)] : [aside(60)];
  if (has('item')) return itemised(has, isNumber);
  if (has('company')) {
    if (has('aside')) return [aside(75)];
    const paper = paperOf(notions);
    if (paper === undefined) return [meaning('company', 85)];
    if (isNumber && notions.indexOf('company') < notions.indexOf(paper)) return papers(paper, has, notions);
    return [meaning('company', 68), aside(60)];
  }
  if (has('account')) {
    if (has('posting') || has('aside')) return [aside(75)];
    return has('code') ? [aside(62), meaning('partner', 56)] : [meaning('partner', 60), aside(55)];
  }
  if (has('place') && paperOf(notions) === undefined)
    return isNumber ? [aside(70), meaning('partner', 45)] : [aside(72), meaning('partner', 30)];
  return has('contract') ? [aside(80)] : undefined;
}

function itemised(has: Has, isNumber: boolean): Meaning[] {
  if (has('aside')) return [aside(75), meaning('product', 40)];
  return [meaning('product', isNumber ? 80 : 70), meaning('line', isNumber ? 75 : 65)];
}

/** So likely is it how much was delivered where no number is said of a delivery. */
const UNCOUNTED = 55;

/** What was done with a paper is a day, where days stand there. */
function deeds(paper: Notion | undefined): Meaning[] {
  const day = [aside(66), meaning(`${paper}Date`, 64)];
  return paper === 'receipt'
    ? [meaning('receiptNumber', 67), meaning('receivedQuantity', 67 - 4), ...day]
    : day;
}

/** The number of a document; of the numbers of an invoice and an order the invoice is the document. */
function papers(paper: Paper | undefined, has: Has, notions: readonly Notion[]): readonly Meaning[] {
  const isNumber = has('number') || (paper !== undefined && has('document'));
  const less = isNumber ? 0 : 20;
  if (!isNumber && (notions.at(-1) === 'posting' || notions.at(-1) === 'payment'))
    return deeds(notions.at(-1));
  if (has('aside')) return [aside(paper === undefined ? 80 : 70), meaning('document', isNumber ? 30 : 10)];
  if (paper === 'invoice') return [meaning('document', 94 - less), meaning('invoiceNumber', 70 - less)];
  if (paper === 'order') return [meaning('orderNumber', 86 - less), meaning('document', 80 - less)];
  if (paper === 'submission' || paper === 'service') return [aside(60), meaning('document', 40)];
  if (paper !== undefined && paper !== 'delivery' && !isNumber) return deeds(paper);
  if (paper !== undefined) {
    const found = [meaning(`${paper}Number`, 90 - less), meaning('document', 60 - less)];
    return isNumber ? found : [...found, meaning('quantity', UNCOUNTED), meaning(`${paper}Date`, UNCOUNTED)];
  }
  if (has('document')) return [meaning('document', 90 - less)];
  if (notions.every((notion) => notion === 'number' || notion === 'key')) {
    if (notions.length === 2) return [aside(40), meaning('document', 38), meaning('product', 36)];
    return [meaning('document', 44), meaning('product', 42), aside(40)];
  }
  if (notions.includes('base')) return [aside(46), meaning('netValue', 44)];
  return [aside(notions.includes('aside') ? 80 : 40)];
}
