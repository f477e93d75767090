/** One agreement that is renewed: its own id, the one of its successor, and what that is expected to be worth. */
export type Renewal = { readonly renews: string; readonly agreement: string; readonly value: string };

/** The spreadsheet that renews them, as the server takes it. */
export function renewalCsv(renewals: readonly Renewal[]): string {
  const rows = renewals.map(({ agreement, renews, value }) =>
    [agreement, renews, value].map(cellText).join(','),
  );
  return ['agreement,renews,value', ...rows, ''].join('\n');
}

function cellText(text: string): string {
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** The id of the next period: the last year in it raised by one, or a number behind it. */
export function nextId(code: string): string {
  const years = [...code.matchAll(/(?:19|20)\d{2}/g)];
  const last = years.at(-1);
  if (last === undefined) return `${code}-2`;
  const end = last.index + last[0].length;
  return `${code.slice(0, last.index)}${Number(last[0]) + 1}${code.slice(end)}`;
}
