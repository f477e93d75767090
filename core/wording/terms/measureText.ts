import type { Measure, Price, Qualifier } from '../../agreement/agreement.ts';
import type { Decimal } from '../../number/decimal.ts';
import { fillText } from '../fillText.ts';
import { conditionsText } from './conditionText.ts';
import type { Pen } from './pen.ts';

/** What a measure counts, in words, with the lines that it is narrowed to. */
export function measureText(pen: Pen, measure: Measure): string {
  const text = ofText(pen, measure);
  const { where } = measure;
  if (where === undefined) return text;
  return pen.fill(pen.texts.measures.where, { measure: text, conditions: conditionsText(pen, where) });
}

export function qualifierText(pen: Pen, qualifier: Qualifier): string {
  if (qualifier.of !== 'share') return measureText(pen, qualifier);
  const part = measureText(pen, qualifier.part);
  const whole = measureText(pen, qualifier.whole);
  return pen.fill(pen.texts.measures.share, { part, whole });
}

/** A value of a measure in its own unit: "1,000 units", "EUR 50,000.00", "3 documents", "20%". */
export function measuredText(pen: Pen, measure: Qualifier, value: Decimal): string {
  switch (measure.of) {
    case 'share':
      return pen.percent(value);
    case 'quantity':
      return pen.number(value, measure.unit);
    case 'value':
    case 'atPrice':
    case 'priceDifference':
      return pen.money(value);
    case 'count':
      return pen.number(value, `count.${measure.what}`);
    case 'pallets':
      return pen.number(value, measure.counts === 'pallets' ? measure.unit : measure.counts.units);
    case 'bundles':
      return pen.number(value, 'bundle');
  }
}

/** What one of a measure is called, as in "for each pallet"; undefined where it is money. */
export function unitOf(pen: Pen, measure: Measure): string | undefined {
  switch (measure.of) {
    case 'value':
    case 'atPrice':
    case 'priceDifference':
      return undefined;
    case 'quantity':
      return unitName(pen, measure.unit, '1');
    case 'pallets':
      return unitName(pen, measure.counts === 'pallets' ? measure.unit : measure.counts.units, '1');
    case 'count':
      return unitName(pen, `count.${measure.what}`, '1');
    case 'bundles':
      return unitName(pen, 'bundle', '1');
  }
}

function ofText(pen: Pen, measure: Measure): string {
  const { measures } = pen.texts;
  switch (measure.of) {
    case 'quantity':
      return quantityText(pen, measure.basis, measure.unit);
    case 'value':
      return measures.values[measure.basis];
    case 'atPrice': {
      const quantity = quantityText(pen, measure.basis, measure.unit);
      return pen.fill(measures.atPrice, { quantity, price: priceText(pen, measure.price) });
    }
    case 'priceDifference':
      return pen.fill(measures.priceDifference[measure.whenNegative], {
        quantity: quantityText(pen, measure.basis, measure.unit),
        higher: priceText(pen, measure.higher),
        lower: priceText(pen, measure.lower),
      });
    case 'count':
      return measures.counts[measure.what];
    case 'pallets':
      return palletsText(pen, measure);
    case 'bundles':
      return bundlesText(pen, measure);
  }
}

function quantityText(
  pen: Pen,
  basis: 'invoiced' | 'ordered' | 'received' | 'stocked',
  unit: string,
): string {
  const words = pen.catalogue.words[`measure.quantity.${basis}`];
  return pen.fill(pen.texts.measures.quantity, { basis: words, unit: unitText(pen, unit) });
}

function palletsText(pen: Pen, measure: Extract<Measure, { of: 'pallets' }>): string {
  const { measures } = pen.texts;
  const { counts, unit, basis, level, mixed, returns } = measure;
  return pen.fill(counts === 'pallets' ? measures.pallets : measures.palletUnits, {
    unit: unitText(pen, unit),
    units: counts === 'pallets' ? '' : unitText(pen, counts.units),
    quantity: pen.catalogue.words[`measure.quantity.${basis}`],
    level: measures.levels[level],
    mixing: mixed ? measures.mixed : measures.unmixed,
    returns: measures.palletReturns[returns],
  });
}

function bundlesText(pen: Pen, { basis, unit, components }: Extract<Measure, { of: 'bundles' }>): string {
  const { measures } = pen.texts;
  const texts = components.map(({ quantity, where }) =>
    pen.fill(where.length === 0 ? measures.anyComponent : measures.component, {
      quantity: pen.number(quantity, unit),
      conditions: conditionsText(pen, where),
    }),
  );
  return pen.fill(measures.bundles, {
    basis: quantityText(pen, basis, unit),
    components: pen.all(texts, 'conjunction'),
  });
}

function priceText(pen: Pen, price: Price): string {
  const { measures } = pen.texts;
  const name = price.source === 'product' ? pen.name(price.name) : '';
  const prices =
    price.source === 'agreed'
      ? price.prices.map((entry) =>
          pen.fill(measures.productPrice, {
            product: pen.quoted(entry.product),
            price: pen.fill(measures.pricePerUnit, { amount: pen.money(entry.price) }),
          }),
        )
      : [];
  const text = pen.fill(measures.prices[price.source], { name, prices: pen.all(prices, 'conjunction') });
  const isWhole = price.times.digits === 10n ** BigInt(price.times.scale);
  return isWhole ? text : pen.fill(measures.times, { times: pen.number(price.times), price: text });
}

/** A unit with its code, since two codes may have one name. */
function unitText(pen: Pen, code: string): string {
  const { units } = pen.catalogue;
  if (!Object.hasOwn(units, code)) return pen.quoted(code);
  return pen.fill(pen.texts.names.unit, { name: unitName(pen, code, '2'), code });
}

function unitName({ catalogue: { units } }: Pen, code: string, count: string): string {
  return Object.hasOwn(units, code) ? fillText(units[code] as string, { count }) : code;
}
