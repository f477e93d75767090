import type { Bucket } from '../../core/agreement/agreement.ts';
import { valueAt } from './codeColumn.ts';
import type { LineColumns } from './lineColumns.ts';

/** A number for each row, the same where `bucketOf` of core says the same of two that do not act at the place of another; below `space`. */
export type BucketKeys = { readonly space: number; readonly of: (row: number) => number };

/** Whether columns have all that lines are gathered by: what is read of lines that are at hand anyway is not in them. */
export function hasKeys({ codes }: LineColumns, buckets: readonly Bucket[]): boolean {
  return !buckets.includes('day') && (buckets.length === 0 || codes.source.values.length > 0);
}

export function bucketKeys(facts: LineColumns, buckets: readonly Bucket[]): BucketKeys {
  return buckets.map((bucket) => keysOf(facts, bucket)).reduce(both, { space: 1, of: () => 0 });
}

function both(a: BucketKeys, b: BucketKeys): BucketKeys {
  return { space: a.space * b.space, of: (row) => a.of(row) * b.space + b.of(row) };
}

function keysOf(facts: LineColumns, bucket: Bucket): BucketKeys {
  const { count, codes } = facts;
  const coded = (column: 'source' | 'document' | 'product'): BucketKeys => ({
    space: codes[column].values.length,
    of: (row) => codes[column].codes?.[row] ?? 0,
  });
  switch (bucket) {
    case 'product':
      return coded('product');
    case 'document':
      return both(coded('source'), coded('document'));
    case 'delivery':
    case 'order':
      return both(coded('source'), numberKeys(facts, bucket));
    default:
      return { space: count, of: (row) => row };
  }
}

/** The number of a delivery or an order, which a document has where its lines say none. */
function numberKeys({ codes }: LineColumns, bucket: 'delivery' | 'order'): BucketKeys {
  const { numbers, attributes, document } = codes;
  const isSaid =
    numbers.values.some((own) => own?.[bucket] !== undefined) ||
    attributes.values.some((own) => own?.[bucket] !== undefined);
  if (!isSaid) return { space: document.values.length, of: (row) => document.codes?.[row] ?? 0 };
  const keys = new Map(document.values.map((text, code) => [text, code]));
  for (const { values } of [numbers, attributes]) {
    for (const own of values) {
      const text = own?.[bucket];
      if (text !== undefined && !keys.has(text)) keys.set(text, keys.size);
    }
  }
  const of = (row: number) => {
    const said = valueAt(numbers, row)?.[bucket] ?? valueAt(attributes, row)?.[bucket];
    return said === undefined ? (document.codes?.[row] ?? 0) : (keys.get(said) as number);
  };
  return { space: keys.size, of };
}
