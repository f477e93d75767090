import { byField, type Decoder, list, object, oneOf } from '../../core/agreement/decoder.ts';
import { refuse } from '../../core/refusal/refusals.ts';

/** A column of the file itself, or of the row that a lookup finds. */
export type Cell = { readonly column: string } | { readonly lookup: string; readonly column: string };

/** A factor as it stands, or what is missing from it to one (a discount as a fraction). */
export type Factor = Cell | { readonly oneMinus: Cell } | { readonly constant: string };

/** A part of a text that several columns make, such as the two currencies of a rate. */
export type Part = Cell | { readonly constant: string };

/**
 * Where a text comes from, without asking anything; `product` is exact, in decimals; `joined` is one
 * text after the other; `nothing` leaves the field empty.
 */
export type PlainValue =
  | Part
  | { readonly product: readonly Factor[] }
  | { readonly joined: readonly Part[] }
  | { readonly nothing: true };

/** A value that holds where a cell has one of these texts, begins with one of them, or is empty. */
export type Case = { readonly if: Cell; readonly give: PlainValue } & (
  | { readonly isOneOf: readonly string[] }
  | { readonly startsWith: readonly string[] }
  | { readonly isEmpty: true }
);

/** Where the text of a field comes from: the first case that holds, or a plain value. */
export type Value = PlainValue | { readonly when: readonly Case[]; readonly otherwise: PlainValue };

/** A text as it stands: the names of columns are compared letter by letter. */
export const text: Decoder<string> = {
  schema: { type: 'string', minLength: 1 },
  decode: (value, at, refusals) => {
    if (typeof value === 'string' && value !== '') return value;
    refusals.push(refuse('agreement-field-type', at, { expected: 'text' }));
    return undefined;
  },
};

const column = object({ column: text });
const lookedUp = object({ lookup: text, column: text });
const constant = object({ constant: text });
export const cellFormat = byField<Cell>({ lookup: lookedUp, column });
const factor = byField<Factor>({
  constant,
  oneMinus: object({ oneMinus: cellFormat }),
  lookup: lookedUp,
  column,
});
const part = byField<Part>({ constant, lookup: lookedUp, column });
const plain = {
  constant,
  nothing: object({ nothing: oneOf(true) }),
  product: object({ product: list(factor, 1) }),
  joined: object({ joined: list(part, 1) }),
  lookup: lookedUp,
  column,
};
const plainValue = byField<PlainValue>(plain);
const asked = { if: cellFormat, give: plainValue };
const oneCase = byField<Case>({
  isOneOf: object({ ...asked, isOneOf: list(text, 1) }),
  startsWith: object({ ...asked, startsWith: list(text, 1) }),
  isEmpty: object({ ...asked, isEmpty: oneOf(true) }),
});

/** How the text of a field is described. */
export const valueFormat = byField<Value>({
  ...plain,
  when: object({ when: list(oneCase, 1), otherwise: plainValue }),
});
