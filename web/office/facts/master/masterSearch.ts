import { type Paging, pagingIn } from '../../../shell/paging.ts';
import { dayIn, said, textIn } from '../../../shell/textsIn.ts';

/** What there is master data of, what people look for most first. */
export const KINDS = [
  'partner',
  'product',
  'category',
  'rate',
  'price',
  'ownDocument',
  'budget',
  'plan',
  'baseline',
] as const;
export type Kind = (typeof KINDS)[number];

/** What is looked for, as of which days, and whose sheet is open. */
export type MasterSearch = {
  readonly kind?: Kind;
  readonly text?: string;
  readonly effective?: string;
  readonly known?: string;
  readonly thing?: Kind;
  readonly code?: string;
} & Paging;

export function kindOf(text: unknown): Kind | undefined {
  return KINDS.find((kind) => kind === text);
}

/** The search in the address; nonsense counts as nothing. */
export function masterSearchIn(search: Record<string, unknown>): MasterSearch {
  const { kind, text, effective, known, thing, code } = search;
  const texts = { kind: kindOf(kind), text: textIn(text), effective: dayIn(effective), known: dayIn(known) };
  const opened = { thing: kindOf(thing), code: textIn(code) };
  const isOpen = Object.values(opened).every((part) => part !== undefined);
  return { ...said(texts), ...(isOpen && said(opened)), ...pagingIn(search) };
}

export type StockSearch = { readonly day?: string } & Paging;

export function stockSearchIn(search: Record<string, unknown>): StockSearch {
  return { ...said({ day: dayIn(search.day) }), ...pagingIn(search) };
}
