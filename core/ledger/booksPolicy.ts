import type { RateSource } from '../agreement/agreement.ts';

/** In which currency the books of a company are kept, and by which rates amounts in others come into it. */
export type BooksPolicy = {
  readonly currency: string;
  /** The day whose rate counts: the one that an amount is about, or the one that it stands on in the books. */
  readonly rateOn: 'effective' | 'booked';
} & RateSource;

/** An amount as the books of its company have it. */
export type BookAmount = { readonly minor: bigint; readonly currency: string };
