import type { Bucket } from '../agreement/agreement.ts';
import type { LocalDate } from '../calendar/localDate.ts';
import { type Line, lineKey } from '../fact/line.ts';
import { dayKey, joinKey } from '../text/key.ts';

/** What is read of a line. */
type BucketLine = Pick<Line, 'source' | 'document' | 'line' | 'product' | 'attributes'> & {
  readonly [field in 'numbers' | 'original']?: Line[field] | undefined;
};

/** Where a line stands: a return that acts at the place of its original is gathered with it. */
export type BucketPlace = { readonly on: LocalDate; readonly isOriginal: boolean };

/**
 * What a line is gathered by, as one sortable text; "" for a plain sum. The number of a
 * delivery or an order is that field of the line, else its attribute `delivery` or `order`; a line
 * without one is a delivery of its document.
 */
export function bucketOf(buckets: readonly Bucket[], line: BucketLine, place: BucketPlace): string {
  return joinKey(...buckets.map((bucket) => partOf(bucket, line, place)));
}

function partOf(bucket: Bucket, line: BucketLine, place: BucketPlace): string {
  const original = place.isOriginal ? line.original : undefined;
  const document = original?.document ?? line.document;
  switch (bucket) {
    case 'line':
      return lineKey({ source: line.source, document, line: original?.line ?? line.line });
    case 'document':
      return joinKey(line.source, document);
    case 'delivery':
    case 'order': {
      const said = original ?? line;
      return joinKey(line.source, said.numbers?.[bucket] ?? said.attributes[bucket] ?? document);
    }
    case 'day':
      return dayKey(place.on);
    case 'product':
      return line.product;
  }
}
