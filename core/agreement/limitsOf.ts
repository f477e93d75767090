/** The limits of a term, of which it may have none. */
export function limitsOf<Limit>({
  limits,
}: {
  readonly limits: 'none' | readonly Limit[];
}): readonly Limit[] {
  return limits === 'none' ? [] : limits;
}
