/** A reader of delimited text as one would write it in ten minutes: the whole text, cell after cell. */
export function plainCsv(text: string, delimiter: string, quote: string | undefined): string[][] | undefined {
  const rows: string[][] = [];
  for (let at = 0; at < text.length; ) {
    const row: string[] = [];
    for (let isLast = false; !isLast; ) {
      const isQuoted = quote !== undefined && text[at] === quote;
      const found = isQuoted ? quotedAt(text, at, quote) : plainAt(text, at, delimiter);
      if (found === undefined || (quote && !isQuoted && found.cell.includes(quote))) return undefined;
      row.push(found.cell);
      const end = text[found.end];
      if (end !== undefined && end !== delimiter && end !== '\n' && end !== '\r') return undefined;
      isLast = end !== delimiter;
      at = found.end + (text.startsWith('\r\n', found.end) ? 2 : 1);
    }
    rows.push(row);
  }
  return rows;
}

type Found = { readonly cell: string; readonly end: number };

function plainAt(text: string, from: number, delimiter: string): Found {
  let end = from;
  while (end < text.length && !['\n', '\r', delimiter].includes(text[end] as string)) end += 1;
  return { cell: text.slice(from, end), end };
}

function quotedAt(text: string, from: number, quote: string): Found | undefined {
  for (let at = text.indexOf(quote, from + 1); at >= 0; at = text.indexOf(quote, at + 2)) {
    if (text[at + 1] === quote) continue;
    return { cell: text.slice(from + 1, at).replaceAll(quote + quote, quote), end: at + 1 };
  }
  return undefined;
}
