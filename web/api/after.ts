type Query = { readonly error: unknown; readonly refetch: () => unknown };

/** A question that cannot be asked before another one is answered: where that is refused it is, too, and nobody waits for ever. */
export function after<Q extends Query>(first: Query, then: Q): Omit<Q, 'error' | 'refetch'> & Query {
  return first.error === null ? then : { ...then, error: first.error, refetch: first.refetch };
}
