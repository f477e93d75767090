import { LINE_KINDS, SIDES } from '../../../core/fact/line.ts';
import type { HistoryLine } from '../../../core/trust/history.ts';

/** Texts that come again and again, held once. Number 0 is nothing. */
class Texts {
  readonly all: string[] = [''];
  private readonly numbers = new Map<string, number>([['', 0]]);

  numberOf(text: string | undefined): number {
    if (text === undefined) return 0;
    const known = this.numbers.get(text);
    if (known !== undefined) return known;
    const number = this.all.push(text) - 1;
    this.numbers.set(text, number);
    return number;
  }

  /** The place of each text in the order of all of them. */
  ranks(): Uint32Array {
    const order = Uint32Array.from(this.all, (_, number) => number);
    order.sort((a, b) => ((this.all[a] as string) < (this.all[b] as string) ? -1 : 1));
    const ranks = new Uint32Array(this.all.length);
    order.forEach((number, rank) => {
      ranks[number] = rank;
    });
    return ranks;
  }
}

/** A column of numbers that grows. */
class Column<A extends Uint32Array | Int32Array | Float64Array | Uint8Array> {
  values: A;
  private readonly make: (length: number) => A;

  constructor(make: (length: number) => A) {
    this.make = make;
    this.values = make(1024);
  }

  set(index: number, value: number): void {
    if (index >= this.values.length) {
      const larger = this.make(this.values.length * 2);
      larger.set(this.values);
      this.values = larger;
    }
    this.values[index] = value;
  }

  at(index: number): number {
    return this.values[index] as number;
  }
}

const uint = () => new Column((length) => new Uint32Array(length));
const float = () => new Column((length) => new Float64Array(length));
/** No day is so early. */
const NO_DAY = -(2 ** 31);

/**
 * Lines in columns, some hundred bytes each, so that ten million of them fit: files give them in any order, detectors want them by partner,
 * day, document and line.
 */
export class LineTable {
  private readonly texts = new Texts();
  private readonly names = [
    'source',
    'document',
    'line',
    'partner',
    'product',
    'unit',
    'currency',
    'endCustomer',
    'order',
  ] as const;
  private readonly links = ['returnOf', 'correctionOf'] as const;
  private readonly words = new Map(this.names.map((name) => [name, uint()]));
  private readonly references = new Map(this.links.map((name) => [name, { document: uint(), line: uint() }]));
  private readonly side = new Column((length) => new Uint8Array(length));
  private readonly kind = new Column((length) => new Uint8Array(length));
  private readonly day = new Column((length) => new Int32Array(length));
  private readonly knownOn = new Column((length) => new Int32Array(length));
  private readonly quantity = float();
  private readonly minor = float();
  private readonly unitMinor = float();
  length = 0;

  add(line: HistoryLine): void {
    const index = this.length;
    for (const [name, column] of this.words) column.set(index, this.texts.numberOf(line[name]));
    for (const [name, { document, line: place }] of this.references) {
      document.set(index, this.texts.numberOf(line[name]?.document));
      place.set(index, this.texts.numberOf(line[name]?.line));
    }
    this.side.set(index, SIDES.indexOf(line.side));
    this.kind.set(index, LINE_KINDS.indexOf(line.kind));
    this.day.set(index, line.day);
    this.knownOn.set(index, line.knownOn ?? NO_DAY);
    this.quantity.set(index, line.quantity);
    this.minor.set(index, line.minor);
    this.unitMinor.set(index, line.unitMinor ?? Number.NaN);
    this.length += 1;
  }

  /** By partner, day, document and line; lines that agree in all of them, by source. */
  *sorted(): Generator<HistoryLine> {
    const ranks = this.texts.ranks();
    const [partner, document, line, source] = (['partner', 'document', 'line', 'source'] as const).map(
      (name) => {
        const numbers = this.column(name);
        return (index: number) => ranks[numbers.at(index)] as number;
      },
    ) as [(i: number) => number, (i: number) => number, (i: number) => number, (i: number) => number];
    const order = Uint32Array.from({ length: this.length }, (_, index) => index);
    order.sort(
      (a, b) =>
        partner(a) - partner(b) ||
        this.day.at(a) - this.day.at(b) ||
        document(a) - document(b) ||
        line(a) - line(b) ||
        source(a) - source(b) ||
        a - b,
    );
    for (const index of order) yield this.lineAt(index);
  }

  private lineAt(index: number): HistoryLine {
    const word = (name: (typeof this.names)[number]) => this.texts.all[this.column(name).at(index)] as string;
    const [endCustomer, order] = [word('endCustomer'), word('order')];
    const [knownOn, unitMinor] = [this.knownOn.at(index), this.unitMinor.at(index)];
    const [returnOf, correctionOf] = [
      this.reference('returnOf', index),
      this.reference('correctionOf', index),
    ];
    return {
      source: word('source'),
      document: word('document'),
      line: word('line'),
      side: SIDES[this.side.at(index)] as HistoryLine['side'],
      kind: LINE_KINDS[this.kind.at(index)] as HistoryLine['kind'],
      partner: word('partner'),
      product: word('product'),
      day: this.day.at(index),
      quantity: this.quantity.at(index),
      unit: word('unit'),
      minor: this.minor.at(index),
      currency: word('currency'),
      ...(knownOn !== NO_DAY && { knownOn }),
      ...(!Number.isNaN(unitMinor) && { unitMinor }),
      ...(endCustomer !== '' && { endCustomer }),
      ...(order !== '' && { order }),
      ...(returnOf && { returnOf }),
      ...(correctionOf && { correctionOf }),
    };
  }

  private column(name: (typeof this.names)[number]) {
    return this.words.get(name) as ReturnType<typeof uint>;
  }

  private reference(
    name: (typeof this.links)[number],
    index: number,
  ): { document: string; line: string } | undefined {
    const { document, line } = this.references.get(name) as {
      document: ReturnType<typeof uint>;
      line: ReturnType<typeof uint>;
    };
    if (document.at(index) === 0) return undefined;
    return {
      document: this.texts.all[document.at(index)] as string,
      line: this.texts.all[line.at(index)] as string,
    };
  }
}
