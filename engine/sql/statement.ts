/** What PostgreSQL is given: a text, and values that stand beside it and never in it. */
export type Statement = { readonly text: string; readonly values: readonly StatementValue[] };
export type StatementValue = string | number;

/** The first two values of every statement: whose lines, and as known at which batch. */
export type KnownLines = { readonly tenant: string; readonly batch: number };

/** The values of a statement while its text is written. */
export class StatementValues {
  private readonly values: StatementValue[];

  constructor({ tenant, batch }: KnownLines) {
    this.values = [tenant, batch];
  }

  /** The place of a value in the text. A list goes as the one text that PostgreSQL reads as an array: lists are long. */
  add(value: StatementValue | readonly string[] | readonly number[], type: string): string {
    this.values.push(typeof value === 'object' ? arrayText(value) : value);
    return `$${this.values.length}::${type}`;
  }

  with(text: string): Statement {
    return { text, values: [...this.values] };
  }
}

/** Of letters, digits and signs that mean nothing inside an array. */
const PLAIN = /^(?!null$)[\w.-]+$/i;

function arrayText(list: readonly string[] | readonly number[]): string {
  return `{${list.map(elementText).join(',')}}`;
}

function elementText(element: string | number): string {
  if (typeof element === 'number' || PLAIN.test(element)) return `${element}`;
  return `"${element.replace(/["\\]/g, '\\$&')}"`;
}
