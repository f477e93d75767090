import { type PagePlace, pageIn, textsIn } from '../searchIn.ts';

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
} & PagePlace;

export function kindOf(text: string | undefined): Kind | undefined {
  return KINDS.find((kind) => kind === text);
}

/** The search in the address; nonsense counts as nothing. */
export function masterSearchIn(search: Record<string, unknown>): MasterSearch {
  const { kind, text, effective, known, thing, code } = textsIn(search, [
    ...(['kind', 'text', 'effective', 'known', 'thing', 'code'] as const),
  ]);
  const [of, opened] = [kindOf(kind), kindOf(thing)];
  return {
    ...(of && { kind: of }),
    ...(text !== undefined && { text }),
    ...(isDay(effective) && { effective }),
    ...(isDay(known) && { known }),
    ...(opened && code !== undefined && { thing: opened, code }),
    ...pageIn(search),
  };
}

export type StockSearch = { readonly day?: string } & PagePlace;

export function stockSearchIn(search: Record<string, unknown>): StockSearch {
  const { day } = textsIn(search, ['day']);
  return { ...(isDay(day) && { day }), ...pageIn(search) };
}

function isDay(text: string | undefined): text is string {
  return text !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(text);
}
