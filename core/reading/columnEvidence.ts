/** What a column says about how it is written. */
export type Verdict<F extends string> =
  /** One format reads it all, or several do and say the same. */
  | { readonly is: 'certain'; readonly format: F; readonly isProved: boolean }
  /** Several formats read it all, and do not say the same. */
  | { readonly is: 'ambiguous'; readonly example: string; readonly readings: readonly Reading<F>[] }
  /** No format reads it all, though each text is read by one. */
  | { readonly is: 'contradictory'; readonly examples: readonly Unread<F>[] }
  /** Nothing of it is read by any format. */
  | { readonly is: 'none'; readonly example: string };

export type Reading<F> = { readonly format: F; readonly value: string };
export type Unread<F> = { readonly format: F; readonly example: string };

/** So many different texts are remembered in order not to look at them again. */
const REMEMBERED = 5000;
/** Longer texts are no numbers and no days: they are looked at each time and not kept. */
const REMEMBERED_LENGTH = 200;

/**
 * Collects what the texts of one column say about its format. The verdict does not depend on their
 * order or on how often each occurs. Texts that no format reads do not count: they are refused
 * one by one when the column is read.
 */
export class ColumnEvidence<F extends string> {
  private readonly formats: readonly F[];
  private readonly read: (text: string, format: F) => string | undefined;
  private readonly seen = new Set<string>();
  /** The first text that a format does not read and another one does, by format. */
  private readonly unread = new Map<F, string>();
  /** The first text that two formats read differently, by pair. */
  private readonly differing = new Map<string, string>();
  /** The beginning of the first text that no format reads. */
  private strange: string | undefined;
  private count = 0;

  constructor(formats: readonly F[], read: (text: string, format: F) => string | undefined) {
    this.formats = formats;
    this.read = read;
  }

  add(text: string): void {
    if (text === '') return;
    if (this.seen.has(text)) return;
    if (this.seen.size < REMEMBERED && text.length <= REMEMBERED_LENGTH) this.seen.add(text);
    const values = this.formats.map((format) => this.read(text, format));
    if (values.every((value) => value === undefined)) {
      this.strange ??= text.slice(0, REMEMBERED_LENGTH);
      return;
    }
    this.count += 1;
    for (const [index, value] of values.entries()) this.compare(text, values, index, value);
  }

  private compare(
    text: string,
    values: readonly (string | undefined)[],
    index: number,
    value?: string,
  ): void {
    const format = this.formats[index] as F;
    if (value === undefined) {
      if (!this.unread.has(format)) this.unread.set(format, text);
      return;
    }
    for (let other = index + 1; other < values.length; other += 1) {
      const key = `${format} ${this.formats[other]}`;
      const isDifferent = values[other] !== undefined && values[other] !== value;
      if (isDifferent && !this.differing.has(key)) this.differing.set(key, text);
    }
  }

  verdict(): Verdict<F> {
    const alive = this.formats.filter((format) => !this.unread.has(format));
    const [first] = alive;
    if (this.count === 0) return { is: 'none', example: this.strange ?? '' };
    if (first === undefined) {
      const examples = [...this.unread].map(([format, example]) => ({ format, example }));
      return { is: 'contradictory', examples };
    }
    const example = this.firstDifference(alive);
    if (example === undefined) return { is: 'certain', format: first, isProved: alive.length === 1 };
    const readings = alive.map((format) => ({ format, value: this.read(example, format) ?? '' }));
    return { is: 'ambiguous', example, readings };
  }

  private firstDifference(alive: readonly F[]): string | undefined {
    for (const one of alive) {
      for (const other of alive) {
        const example = this.differing.get(`${one} ${other}`);
        if (example !== undefined) return example;
      }
    }
    return undefined;
  }
}
