import type { Bucket } from '../../core/agreement/agreement.ts';
import type { Line } from '../../core/fact/line.ts';
import { type Master, NO_MASTER } from '../../core/master/master.ts';
import { isOwnDocument } from '../../core/plan/isOwnDocument.ts';
import type { PlanTerm } from '../../core/plan/plan.ts';
import { type BucketKeys, bucketKeys } from './bucketKeys.ts';
import { type Codes, codesOf, valueAt } from './codeColumn.ts';
import { Dictionary } from './dictionary.ts';
import { type LineColumns, lineAt } from './lineColumns.ts';
import { type MeasureColumn, measureColumn, netColumn, type ReceivedField } from './measureColumn.ts';
import { type PlacedRows, placeRows, type Segment } from './placedRows.ts';
import { UnitFactors } from './unitFactors.ts';

type Register = Master['ownDocuments'];

/** Lines in columns with all that is derived of them, each once it is asked for and then kept. */
export class LinePart {
  readonly facts: LineColumns;
  readonly products: Codes;
  readonly net: MeasureColumn;
  readonly partnerTexts: Dictionary;
  readonly productTexts: Dictionary;
  private readonly segments: readonly Segment[];
  private ofPartner: ReadonlyMap<number, readonly Segment[]> | undefined;
  private readonly measures = new Map<string, MeasureColumn>();
  private readonly factors = new WeakMap<Master['products'], UnitFactors>();
  private readonly keys = new Map<string, BucketKeys>();
  private readonly placed = new WeakMap<Register, Map<string, PlacedRows>>();

  private readonly kept: ((row: number) => Line) | undefined;

  /** `kept` gives the line of a row where lines are at hand; else it is put together from the columns. */
  constructor(facts: LineColumns, kept?: (row: number) => Line) {
    this.kept = kept;
    this.facts = facts;
    this.products = codesOf(facts.codes.product, facts.count);
    this.net = netColumn(facts);
    this.segments = segmentsOf(facts);
    this.partnerTexts = Dictionary.of(facts.codes.partner.values);
    this.productTexts = Dictionary.of(facts.codes.product.values);
  }

  line(row: number): Line {
    return this.kept === undefined ? lineAt(this.facts, row) : this.kept(row);
  }

  *lines(): Iterable<Line> {
    for (let row = 0; row < this.facts.count; row += 1) yield this.line(row);
  }

  linesOf(partner: string): Line[] {
    this.ofPartner ??= Map.groupBy(this.segments, (segment) => segment.partner);
    const segments = this.ofPartner.get(this.partnerTexts.codes.get(partner) ?? -1) ?? [];
    return segments.flatMap(({ from, until }) =>
      Array.from({ length: until - from }, (_, at) => this.line(from + at)),
    );
  }

  /** A sum over one field as it was received. */
  measure(summed: ReceivedField): MeasureColumn {
    const key = JSON.stringify([summed.field, summed.of]);
    const known = this.measures.get(key) ?? measureColumn(this.facts, summed, this.net);
    this.measures.set(key, known);
    return known;
  }

  /** What rows are gathered by, as numbers. */
  keysFor(buckets: readonly Bucket[]): BucketKeys {
    const known = this.keys.get(buckets.join()) ?? bucketKeys(this.facts, buckets);
    this.keys.set(buckets.join(), known);
    return known;
  }

  factorsOf({ products }: Master): UnitFactors {
    const known = this.factors.get(products) ?? new UnitFactors(this.facts, products);
    this.factors.set(products, known);
    return known;
  }

  /** The rows as a term places them. */
  placedFor({ term: { date, returns } }: PlanTerm, master: Master): PlacedRows {
    const ownDocuments = master.ownDocuments.size === 0 ? NO_MASTER.ownDocuments : master.ownDocuments;
    const { linked, unlinked } = returns;
    const kept = this.placed.get(ownDocuments) ?? new Map<string, PlacedRows>();
    const key = `${date} ${linked} ${unlinked === 'blocked'}`;
    const known = kept.get(key);
    if (known !== undefined) return known;
    const isOwn = this.ownRows(master);
    const placed = placeRows(this, this.segments, { date, linked, unlinked }, isOwn);
    this.placed.set(ownDocuments, kept.set(key, placed));
    return placed;
  }

  /** Whether a row is a rebate document of ours; most lines cannot be, by their document's number alone. */
  private ownRows(master: Master): (row: number) => boolean {
    const { codes, rare } = this.facts;
    const says = codes.kind.values.includes('rebateDocument');
    if (!says && master.ownDocuments.size === 0 && rare.returnOf.size === 0) return () => false;
    const registered = new Set([...master.ownDocuments.keys()]);
    const mayBe = codes.document.values.map((document) =>
      codes.company.values.some((company) => registered.has(`${company}/${document}`)),
    );
    return (row) => {
      const document = codes.document.codes?.[row] ?? 0;
      const isCandidate = mayBe[document] || rare.returnOf.has(row) || valueAt(codes.kind, row) !== undefined;
      return isCandidate && isOwnDocument(this.line(row), master);
    };
  }
}

/** The rows of each partner, side and company, which stand together. */
function segmentsOf({ count, codes }: LineColumns): Segment[] {
  const [partners, sides, companies] = [codes.partner, codes.side, codes.company].map((c) =>
    codesOf(c, count),
  );
  if (partners === undefined || sides === undefined || companies === undefined) return [];
  const groupOf = (row: number) =>
    (sides[row] as number) * codes.company.values.length + (companies[row] as number);
  const segments: Segment[] = [];
  for (let from = 0; from < count; ) {
    const [partner, group] = [partners[from] as number, groupOf(from)];
    let until = from + 1;
    while (until < count && partners[until] === partner && groupOf(until) === group) until += 1;
    segments.push({ partner, group, from, until });
    from = until;
  }
  return segments;
}
