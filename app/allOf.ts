/** Rows that are read at once. */
const PAGE = 500;

/** All rows of a list that is read by pages, in its order; `placeOf` says after which the next page begins. */
export async function allOf<T, P = string>(
  read: (page: { readonly after?: P; readonly limit: number }) => Promise<readonly T[]>,
  placeOf: (row: T) => P,
): Promise<readonly T[]> {
  const all: T[] = [];
  for (;;) {
    const last = all.at(-1);
    const page = await read({ limit: PAGE, ...(last !== undefined && { after: placeOf(last) }) });
    all.push(...page);
    if (page.length < PAGE) return all;
  }
}
