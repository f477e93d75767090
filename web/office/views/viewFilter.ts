/** What the address of a list says, by name. */
export type ViewFilter = Readonly<Record<string, string>>;

/** Texts alone, without where the page begins and what is open. */
export function viewFilterOf<K extends string>(
  address: { readonly [N in K]?: string | undefined },
  names: readonly K[],
): ViewFilter {
  return Object.fromEntries(
    names.flatMap((name) => {
      const text = address[name];
      return text === undefined || text === '' ? [] : [[name, text]];
    }),
  );
}

/** Whether two say the same, in whatever order. */
export function sameFilter(one: ViewFilter, other: ViewFilter): boolean {
  const names = Object.keys(one);
  return names.length === Object.keys(other).length && names.every((name) => one[name] === other[name]);
}
