import type { operations } from './openApi.ts';

type Written<R> = R extends { readonly content: { readonly 'application/json': infer A } } ? A : never;
type Responses<K extends keyof operations> = operations[K]['responses'];

/** What an operation answers where it says yes: `Answer<'listImports'>`. */
export type Answer<K extends keyof operations> = Written<
  Responses<K>[keyof Responses<K> & (200 | 201 | 202)]
>;
