import { type Decimal, formatDecimal, trimDecimal } from '../number/decimal.ts';
import type { Measure, Qualifier } from './agreement.ts';

/** Whether a measure counts money or things. */
export function kindOf({ of }: Measure): 'value' | 'quantity' {
  return of === 'value' || of === 'atPrice' || of === 'priceDifference' ? 'value' : 'quantity';
}

/** A sum of what each line brings, with nothing counted or floored after it. */
export function isPlain(measure: Qualifier): boolean {
  return (
    measure.of !== 'count' && measure.of !== 'pallets' && measure.of !== 'bundles' && measure.of !== 'share'
  );
}

/** The same measure of the same lines, in whatever order its fields stand. */
export function sameMeasure(a: Qualifier, b: Qualifier): boolean {
  return textOf(a) === textOf(b);
}

function textOf(value: unknown): string {
  if (typeof value === 'bigint') return `${value}n`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? '';
  if (Array.isArray(value)) return `[${value.map(textOf).join(',')}]`;
  if ('digits' in value && 'scale' in value) return formatDecimal(trimDecimal(value as Decimal));
  const members = Object.entries(value).filter(
    ([name, member]) => member !== undefined && !name.startsWith('x-'),
  );
  return `{${members
    .map(([name, member]) => `${name}:${textOf(member)}`)
    .sort()
    .join(',')}}`;
}
