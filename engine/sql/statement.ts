/** What PostgreSQL is given: a text, and values that stand beside it and never in it. */
export type Statement = { readonly text: string; readonly values: readonly StatementValue[] };
export type StatementValue = string | number | readonly string[] | readonly number[];

/** The first two values of every statement: whose lines, and as known at which batch. */
export type KnownLines = { readonly tenant: string; readonly batch: number };

/** The values of a statement while its text is written. */
export class StatementValues {
  private readonly values: StatementValue[];

  constructor({ tenant, batch }: KnownLines) {
    this.values = [tenant, batch];
  }

  /** The place of a value in the text. */
  add(value: StatementValue, type: string): string {
    this.values.push(value);
    return `$${this.values.length}::${type}`;
  }

  with(text: string): Statement {
    return { text, values: [...this.values] };
  }
}
