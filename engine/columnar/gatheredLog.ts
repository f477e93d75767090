import { longer } from './entryLog.ts';
import type { GatheredCells } from './gatheredCells.ts';

const ENTRIES = 256;

type Columns = Pick<GatheredCells, 'groupOf' | 'rows' | 'factorOf' | 'poolOf' | 'lines' | 'sums'>;

/** Entries of gathered cells while they grow: found again by a key, and by factor and pool where several have the same one. */
export class GatheredLog {
  private columns: Columns = columnsOf(ENTRIES);
  /** The entry of the same key before each; -1 for none. */
  private before = new Int32Array(ENTRIES);
  private readonly last = new Map<number, number>();
  private count = 0;

  /** Adds a row to the entry of its key, factor and pool, or makes one. Shape: `value` is an integer below 2^53. */
  add(key: number, group: number, row: number, factor: number, pool: number, value: number): void {
    const { factorOf, poolOf, lines, sums } = this.columns;
    const last = this.last.get(key) ?? -1;
    for (let at = last; at >= 0; at = this.before[at] as number) {
      if (factorOf[at] !== factor || poolOf[at] !== pool) continue;
      const sum = (sums[at] as number) + value;
      if (!Number.isSafeInteger(sum)) break;
      sums[at] = sum;
      lines[at] = (lines[at] as number) + 1;
      return;
    }
    this.push(group, row, factor, pool, value);
    this.before[this.count] = last;
    this.last.set(key, this.count);
    this.count += 1;
  }

  /** No key comes again. */
  forget(): void {
    this.last.clear();
  }

  taken(): Columns {
    const { columns, count } = this;
    return {
      groupOf: columns.groupOf.slice(0, count),
      rows: columns.rows.slice(0, count),
      factorOf: columns.factorOf.slice(0, count),
      poolOf: columns.poolOf.slice(0, count),
      lines: columns.lines.slice(0, count),
      sums: columns.sums.slice(0, count),
    };
  }

  private push(group: number, row: number, factor: number, pool: number, value: number): void {
    if (this.count === this.before.length) this.grow();
    const { count, columns } = this;
    columns.groupOf[count] = group;
    columns.rows[count] = row;
    columns.factorOf[count] = factor;
    columns.poolOf[count] = pool;
    columns.lines[count] = 1;
    columns.sums[count] = value;
  }

  private grow(): void {
    const { columns: own, before } = this;
    const next = columnsOf(2 * this.count);
    for (const name of Object.keys(own) as (keyof Columns)[])
      longer<Columns[typeof name]>(next[name], own[name]);
    this.columns = next;
    this.before = longer(new Int32Array(2 * this.count), before);
  }
}

function columnsOf(length: number): Columns {
  return {
    groupOf: new Uint16Array(length),
    rows: new Uint32Array(length),
    factorOf: new Uint16Array(length),
    poolOf: new Uint16Array(length),
    lines: new Uint32Array(length),
    sums: new Float64Array(length),
  };
}
