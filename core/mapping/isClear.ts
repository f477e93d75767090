import type { Candidate, ReadColumn } from './candidate.ts';
import { ASIDE } from './meaning.ts';
import type { Notion } from './notion.ts';

const MOST = 90;
const FEW = 60;

/** What the name of a field must be about, in one of these ways, and what else it may be about. */
type ClearName = { readonly ways: readonly (readonly Notion[])[]; readonly beside: readonly Notion[] };

const NUMBERED: readonly Notion[] = ['code', 'key'];

const CLEAR: Readonly<Record<string, ClearName>> = {
  document: {
    ways: [
      ['invoice', 'number'],
      ['invoice', 'document'],
      ['document', 'number'],
    ],
    beside: [...NUMBERED, 'number'],
  },
  product: { ways: [['product'], ['item', 'number']], beside: [...NUMBERED, 'number', 'item', 'stock'] },
  partner: {
    ways: [['customer'], ['supplier'], ['partner'], ['reporter', 'number']],
    beside: [...NUMBERED, 'number', 'account', 'reporter'],
  },
  endCustomer: { ways: [['endCustomer', 'number']], beside: [...NUMBERED, 'customer'] },
  company: { ways: [['company']], beside: [...NUMBERED, 'number'] },
  line: { ways: [['line']], beside: ['number', 'invoice', 'document', 'item'] },
  quantity: { ways: [['quantity']], beside: ['invoice'] },
  orderedQuantity: { ways: [['ordered', 'quantity']], beside: [] },
  receivedQuantity: { ways: [['receipt', 'quantity']], beside: [] },
  rejectedQuantity: { ways: [['rejected', 'quantity']], beside: [] },
  stockedQuantity: { ways: [['stocked', 'quantity']], beside: [] },
  unit: { ways: [['unit']], beside: [...NUMBERED, 'number', 'quantity', 'price', 'list'] },
  unitPrice: { ways: [['price']], beside: ['unit', 'net', 'per', 'invoice', 'currency'] },
  listPrice: { ways: [['list', 'price']], beside: ['unit', 'per'] },
  contractPrice: { ways: [['contract', 'price']], beside: ['unit'] },
  unitCost: {
    ways: [
      ['cost', 'unit'],
      ['cost', 'price'],
      ['cost', 'per'],
    ],
    beside: ['unit', 'price', 'product'],
  },
  netValue: {
    ways: [['net', 'amount'], ['amount'], ['total', 'price'], ['net']],
    beside: ['line', 'item', 'invoice', 'price', 'total', 'amount', 'product', 'currency'],
  },
  currency: { ways: [['currency']], beside: [...NUMBERED, 'number', 'document', 'invoice', 'order'] },
  taxCode: { ways: [['tax', 'code']], beside: ['number'] },
  taxRate: { ways: [['tax', 'rate']], beside: [] },
  discountAmount: { ways: [['discount', 'amount']], beside: ['line', 'item', 'invoice'] },
  discountPercent: { ways: [['discount', 'rate']], beside: ['line', 'item', 'invoice'] },
  discountFraction: { ways: [['discount', 'rate']], beside: ['line', 'item', 'invoice'] },
};

const PAPER_NUMBER = /^(order|delivery|receipt|posting|payment)Number$/;
const PAPER_DATE = /^(invoice|order|delivery|receipt|posting|payment|service)Date$/;

/** How clearly a name must speak: of papers, days and whoever else stands in a line there are often several. */
function clearName(field: string): ClearName | undefined {
  const number = PAPER_NUMBER.exec(field)?.[1] as Notion | undefined;
  if (number !== undefined) {
    return {
      ways: [
        [number, 'number'],
        [number, 'document'],
      ],
      beside: [...NUMBERED, 'number'],
    };
  }
  const day = PAPER_DATE.exec(field)?.[1] as Notion | undefined;
  return day === undefined ? CLEAR[field] : { ways: [[day, 'date']], beside: ['document'] };
}

/** Of these a system's name is not enough: what a paper's number or day is depends on the kind of paper. */
const OF_PAPERS = /^(?:document|returnOf.*|correctionOf.*|line|.*Number|.*Date)$/;
/** A party or a product that no number is said of must be known by codes. */
const CODES: ReadonlySet<string> = new Set(['partner', 'product', 'company']);

/** Whether a field may be taken unseen: its name is about that and nothing else. */
export function isClear(column: ReadColumn, { field, why }: Candidate): boolean {
  if (field === ASIDE) return isClearlyNothing(column, why.includes('systemName'));
  if (!why.includes('valuesFit')) return false;
  if (why.includes('arithmetic') || (why.includes('systemName') && !OF_PAPERS.test(field))) return true;
  const { notions, profile } = column;
  const clear = clearName(field);
  const isSaid = clear?.ways.some(
    (way) =>
      way.every((notion) => notions.includes(notion)) &&
      notions.every((notion) => way.includes(notion) || clear.beside.includes(notion)),
  );
  if (isSaid !== true) return false;
  return !CODES.has(field) || notions.includes('number') || profile.codes >= MOST;
}

/** What these say is nothing of a line, whatever else it is of. */
const NOTHING: ReadonlySet<Notion> = new Set(['aside', 'weight', 'country', 'status', 'brand', 'name']);
const WHOSE: ReadonlySet<Notion> = new Set([
  'customer',
  'supplier',
  'partner',
  'endCustomer',
  'otherParty',
  'reporter',
  'maker',
  'product',
  'item',
  'category',
  'place',
]);

/** Nothing of a line is what only words of nothing name, and what a known system has there without numbers. */
function isClearlyNothing({ notions, profile }: ReadColumn, isOfSystem: boolean): boolean {
  if (profile.filled > 0 && profile.dates >= MOST) return false;
  const isNothing =
    notions.some((notion) => NOTHING.has(notion)) &&
    notions.every((notion) => NOTHING.has(notion) || WHOSE.has(notion));
  const isTax = notions.length === 2 && notions[0] === 'tax' && notions[1] === 'amount';
  if (isTax) return true;
  if (isNothing && notions.includes('name'))
    return notions.some((notion) => WHOSE.has(notion)) && profile.lettered >= FEW;
  if (isNothing) return true;
  const isOfGoods =
    notions.includes('category') && notions.every((notion) => notion === 'category' || WHOSE.has(notion));
  if (isOfGoods && notions.length > 1) return true;
  return isOfSystem && profile.filled > 0 && profile.digited < FEW;
}
