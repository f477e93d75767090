export type Codes = Uint8Array | Uint16Array | Uint32Array;

/** A value a row, by its code in a dictionary: row r has `values[codes[r]]`. Without codes all rows have the first value. */
export type CodeColumn<T> = { readonly values: readonly T[]; readonly codes: Codes | undefined };

export function valueAt<T>({ values, codes }: CodeColumn<T>, row: number): T {
  return values[codes === undefined ? 0 : (codes[row] as number)] as T;
}

/** The code of each row, also where all are the same one. */
export function codesOf({ codes }: CodeColumn<unknown>, count: number): Codes {
  return codes ?? new Uint8Array(count);
}

/** Takes in values row by row. `keyOf` tells two values apart that are no primitives. */
export class CodeColumnBuilder<T> {
  private own: T[] = [];
  private shared: readonly T[] | undefined;
  /** The codes of the first values, so many as it has: the others are looked at once one is asked for. */
  private readonly known = new Map<unknown, number>();
  private readonly keyOf: (value: T) => unknown;
  /** None as long as all rows have the first value: most columns of most lines are empty. */
  private codes: Uint32Array<ArrayBuffer> | undefined;
  private last: { value: T; code: number } | undefined;
  private count = 0;

  constructor(keyOf: (value: T) => unknown = (value) => value) {
    this.keyOf = keyOf;
  }

  push(value: T): void {
    this.pushCode(this.codeOf(value));
  }

  /** The code of a value, which may be new: for whoever tells values apart faster, and pushes codes. */
  codeOf(value: T): number {
    const { last } = this;
    if (last !== undefined && last.value === value) return last.code;
    const key = this.keyOf(value);
    for (let at = this.known.size; at < this.own.length; at += 1) {
      this.known.set(this.keyOf(this.own[at] as T), at);
    }
    let code = this.known.get(key);
    if (code === undefined) {
      code = this.own.length;
      this.known.set(key, code);
      this.own.push(value);
    }
    if (last === undefined) this.last = { value, code };
    else {
      last.value = value;
      last.code = code;
    }
    return code;
  }

  /** Rows before this one that are not in yet have no value. */
  padTo(row: number): void {
    if (this.count >= row) return;
    const none = this.codeOf(undefined as T);
    if (none === 0 && this.codes === undefined) this.count = row;
    else while (this.count < row) this.pushCode(none);
  }

  /** The code of a value that whoever tells values apart knows to be new. */
  append(value: T): number {
    return this.own.push(value) - 1;
  }

  pushCode(code: number): void {
    if (code !== 0 || this.codes !== undefined) this.write(code);
    this.count += 1;
  }

  private write(code: number): void {
    let codes = this.codes ?? new Uint32Array(Math.max(1024, this.count + 1));
    if (this.count >= codes.length) codes = grown(codes);
    codes[this.count] = code;
    this.codes = codes;
  }

  get values(): readonly T[] {
    return this.shared ?? this.own;
  }

  /** Takes over the codes of another column, once all values are in; false, and nothing, where it lacks one. */
  adopt(values: readonly T[], codeOf: (value: T) => number | undefined): boolean {
    const codes = this.own.map(codeOf);
    if (codes.includes(undefined)) return false;
    this.recode(codes as number[]);
    this.shared = values;
    return true;
  }

  codeAt(row: number): number {
    return this.codes === undefined ? 0 : (this.codes[row] as number);
  }

  /** The column with its rows in another order: row r is what row `order[r]` was. */
  inOrder(order: Uint32Array): CodeColumn<T> {
    if (this.values.length <= 1) return { values: this.values, codes: undefined };
    const codes = emptyCodes(this.values.length, order.length);
    const own = this.codes;
    for (let row = 0; row < order.length; row += 1) {
      codes[row] = own === undefined ? 0 : (own[order[row] as number] as number);
    }
    return { values: this.values, codes };
  }

  /** Gives the values new codes, in an order of theirs. */
  sortValues(compare: (a: T, b: T) => number): void {
    const byRank = this.own.map((value, code) => ({ value, code })).sort((a, b) => compare(a.value, b.value));
    const rankOf: number[] = [];
    for (const [rank, { code }] of byRank.entries()) rankOf[code] = rank;
    this.own = byRank.map(({ value }) => value);
    for (const [rank, { value }] of byRank.entries()) this.known.set(this.keyOf(value), rank);
    this.recode(rankOf);
  }

  private recode(codes: readonly number[]): void {
    this.last = undefined;
    if (this.count > 0) this.codes ??= new Uint32Array(this.count);
    for (let row = 0; row < this.count; row += 1) {
      const own = this.codes as Uint32Array;
      own[row] = codes[own[row] as number] as number;
    }
  }
}

/** In memory that threads share. */
function emptyCodes(values: number, rows: number): Codes {
  if (values <= 2 ** 8) return new Uint8Array(new SharedArrayBuffer(rows));
  if (values <= 2 ** 16) return new Uint16Array(new SharedArrayBuffer(2 * rows));
  return new Uint32Array(new SharedArrayBuffer(4 * rows));
}

function grown(codes: Uint32Array): Uint32Array<ArrayBuffer> {
  const twice = new Uint32Array(2 * codes.length);
  twice.set(codes);
  return twice;
}
