import type { LineSink } from '../../app/ports.ts';
import { DATE_KINDS, NUMBER_KINDS, QUANTITY_KINDS } from '../../core/fact/line.ts';
import { binaryNumeric } from './binaryNumeric.ts';
import { byteDictionary } from './byteDictionary.ts';
import { type FieldSink, int32 } from './copyBinary.ts';
import { type DiscountJson, toDiscount } from './lineColumns.ts';

/** PostgreSQL counts days from 2000, we from 1970. */
const FIRST_DAY = 10_957;
/** The version that stands before the text of a jsonb. */
const JSONB_HEADER = 1;

/** What takes in the columns of plain lines, by the names that they have in the database. */
export class LineSinks {
  private readonly line: LineSink;
  private readonly sinks: ReadonlyMap<string, FieldSink>;
  private readonly numbers = new Map<string, string>();

  /** `knownOn` says on which day a batch became known. */
  constructor(line: LineSink, knownOn: ReadonlyMap<number, number>) {
    if (line.count > 0)
      throw new Error('Fault: columns that hold lines already know values that would come anew');
    this.line = line;
    const { codes, days, amounts, decimals } = line;
    this.sinks = new Map<string, FieldSink>([
      ...TEXTS.map(([name, field]) => [name, byteDictionary(codes[field])] as const),
      ...DATE_KINDS.map((kind) => [`${kind}_date`, daySink(days[kind])] as const),
      ...NUMBER_KINDS.map((kind) => [`${kind}_number`, this.numberSink(kind)] as const),
      ...QUANTITY_KINDS.map((kind) => [`${kind}_quantity`, binaryNumeric(amounts[kind])] as const),
      ...DECIMALS.map(([name, field]) => [name, binaryNumeric(decimals[field])] as const),
      ['attributes', byteDictionary(codes.attributes, JSON.parse, JSONB_HEADER)],
      ['discounts', this.discountSink()],
      ['revision', (bytes, at) => codes.revision.push(int32(bytes, at))],
      ['batch', batchSink(codes, knownOn)],
    ]);
  }

  /** Of columns in the order in which they are read; the others get nothing. */
  of(columns: readonly string[]): FieldSink[] {
    return columns.map((name) => {
      const sink = this.sinks.get(name);
      if (sink === undefined) throw new Error(`Fault: nothing takes in the column ${name}`);
      return sink;
    });
  }

  endRow(): void {
    if (this.numbers.size > 0) {
      const { numbers } = this.line.codes;
      numbers.padTo(this.line.count);
      numbers.push(Object.fromEntries(this.numbers));
      this.numbers.clear();
    }
    this.line.endRow();
  }

  /** Rows that had no value in a column have none: all columns are as long as there are rows. */
  end(): void {
    const { codes, days, amounts, decimals, count } = this.line;
    for (const columns of [codes, days, amounts, decimals]) {
      for (const column of Object.values(columns)) column.padTo(count);
    }
  }

  private numberSink(kind: string): FieldSink {
    return (bytes, at, length) => {
      this.numbers.set(kind, bytes.toString('utf8', at, at + length));
    };
  }

  private discountSink(): FieldSink {
    const { rare } = this.line;
    return (bytes, at, length) => {
      const json = JSON.parse(bytes.toString('utf8', at + JSONB_HEADER, at + length)) as DiscountJson[];
      rare.discounts.set(this.line.count, json.map(toDiscount));
    };
  }
}

const TEXTS = [
  ['source', 'source'],
  ['document', 'document'],
  ['line', 'line'],
  ['side', 'side'],
  ['company', 'company'],
  ['partner_id', 'partner'],
  ['product', 'product'],
  ['unit', 'unit'],
  ['currency', 'currency'],
  ['line_kind', 'kind'],
  ['end_customer', 'endCustomer'],
  ['tax_code', 'taxCode'],
] as const;

const DECIMALS = [
  ['list_price', 'listPrice'],
  ['unit_price', 'unitPrice'],
  ['contract_price', 'contractPrice'],
  ['unit_cost', 'unitCost'],
  ['net_value', 'netValue'],
  ['gross_value', 'grossValue'],
  ['tax_rate', 'taxRate'],
] as const;

type DaySink = { readonly padTo: (row: number) => void; readonly push: (day: number) => void };

function daySink(sink: DaySink): FieldSink {
  return (bytes, at, _, row) => {
    sink.padTo(row);
    sink.push(int32(bytes, at) + FIRST_DAY);
  };
}

/** One after the other most rows are of one batch. */
function batchSink(
  { batch, knownOn }: Pick<LineSink['codes'], 'batch' | 'knownOn'>,
  days: ReadonlyMap<number, number>,
): FieldSink {
  let [last, batchCode, dayCode] = [0, 0, 0];
  return (bytes, at) => {
    const number = int32(bytes, at) * 2 ** 32 + (int32(bytes, at + 4) >>> 0);
    if (number !== last) {
      const day = days.get(number);
      if (day === undefined) throw new Error(`Fault: nobody knows when batch ${number} became known`);
      [last, batchCode, dayCode] = [number, batch.codeOf(number), knownOn.codeOf(day)];
    }
    batch.pushCode(batchCode);
    knownOn.pushCode(dayCode);
  };
}
