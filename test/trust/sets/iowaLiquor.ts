import type { HistoryLine } from '../../../core/trust/history.ts';
import { dayOf, lineNumbers, microsOf, minorOf, rowsOf, type Trade, type TradePartner } from './trade.ts';

/** Weekly sell-through in litres: a city, spelled as it is, stands in for a distributor. */
export function iowaLiquor(folder: string): Trade {
  const numbers = lineNumbers();
  const partners = new Map<string, TradePartner>();
  const products = new Map<string, { product: string; name: string; category: string }>();
  const lines: HistoryLine[] = [];
  for (const row of rowsOf(folder, 'weekly_item_city')) {
    const { city = '', county = '', item = '', brand = '', week_starting: week = '' } = row;
    const [litres, dollars] = [Number(row.litres), Number(row.dollars)];
    if (!partners.has(city)) {
      const segment = county === '' ? 'nowhere' : county;
      partners.set(city, {
        partner: city,
        kind: 'customer',
        name: `${city} Wine & Spirits`,
        country: 'US',
        segment,
      });
    }
    if (!products.has(item)) products.set(item, { product: item, name: item, category: brand });
    const document = `${city} ${week}`;
    lines.push({
      source: 'iowa',
      document,
      line: numbers(document),
      side: 'sellThrough',
      kind: 'goods',
      partner: city,
      product: item,
      day: dayOf(week),
      quantity: microsOf(litres),
      unit: 'L',
      minor: minorOf(dollars),
      ...(litres === 0 ? {} : { unitMinor: minorOf(dollars / litres) }),
      currency: 'USD',
    });
  }
  return {
    set: 'iowa-liquor-weekly',
    source: 'iowa',
    side: 'sellThrough',
    currency: 'USD',
    unit: 'L',
    lines,
    partners: [...partners.values()],
    products: [...products.values()],
  };
}
