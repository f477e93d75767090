import { formatDate, type LocalDate } from '../../../core/calendar/localDate.ts';
import { type HistoryDeed, PARTNERS, SUPPLIER } from './history.ts';

type Texts = Readonly<Record<string, string>>;
type LineDeed = Extract<HistoryDeed, { do: 'sale' | 'return' | 'correct' }>;

const COMMON = {
  ...{ source: 'erp', line: '1', company: 'EU', product: 'TEA' },
  ...{ quantity: '1', unit: 'EA', currency: 'EUR' },
};

/** The lines of a history as texts, each under a number of its own; undefined where a line takes back nothing. */
export class HistoryLines {
  private readonly sales: Texts[] = [];
  private count = 0;

  next(deed: LineDeed, day: LocalDate): Texts | undefined {
    const texts = this.textsOf(deed, day);
    if (texts === undefined) return undefined;
    if (deed.do !== 'return') this.sales.push(texts);
    return texts;
  }

  private textsOf(deed: LineDeed, day: LocalDate): Texts | undefined {
    this.count += 1;
    const document = `D${this.count}`;
    if (deed.do === 'sale') {
      const invoiceDate = formatDate(day - deed.back);
      const partner = PARTNERS[deed.partner] ?? '';
      const side = partner === SUPPLIER ? 'purchase' : 'sale';
      return {
        ...COMMON,
        side,
        document,
        partner,
        invoiceDate,
        netValue: euros(deed.cents),
        taxRate: deed.rate,
      };
    }
    const sale = this.sales[deed.of % Math.max(this.sales.length, 1)];
    if (sale === undefined) return undefined;
    const { document: of = '', side = '', partner = '', taxRate = '', netValue = '0' } = sale;
    if (deed.do === 'correct') return { ...sale, netValue: euros(deed.cents) };
    const cents = Math.round(Number(netValue) * deed.percent);
    const line = {
      ...COMMON,
      side,
      document,
      partner,
      taxRate,
      quantity: '-1',
      invoiceDate: formatDate(day),
    };
    const linked = deed.isLinked ? { returnOfDocument: of, returnOfLine: '1' } : {};
    return { ...line, ...linked, netValue: euros(-cents) };
  }
}

function euros(cents: number): string {
  const [whole, rest] = [Math.trunc(Math.abs(cents) / 100), Math.abs(cents) % 100];
  return `${cents < 0 ? '-' : ''}${whole}.${String(rest).padStart(2, '0')}`;
}
