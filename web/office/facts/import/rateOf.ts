/** Rows a second since an import was begun; undefined before there is a second. */
export function rateOf(
  { rows, startedAt }: { readonly rows: number; readonly startedAt: string },
  now: number,
): number | undefined {
  const seconds = (now - Date.parse(startedAt)) / 1000;
  return seconds < 1 ? undefined : Math.round(rows / seconds);
}
