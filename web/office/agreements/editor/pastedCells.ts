/** What a spreadsheet puts on the clipboard: rows of cells, by newlines and tabs; quoted where a cell holds one. */
export function pastedCells(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  let cell = '';
  let isQuoted = false;
  const end = () => {
    rows.at(-1)?.push(cell.trim());
    cell = '';
  };
  const signs = text.replaceAll('\r\n', '\n').replace(/\n$/, '');
  for (let at = 0; at < signs.length; at += 1) {
    const sign = signs[at];
    if (isQuoted && sign === '"' && signs[at + 1] === '"') {
      cell += '"';
      at += 1;
    } else if (sign === '"' && (isQuoted || cell === '')) isQuoted = !isQuoted;
    else if (isQuoted || (sign !== '\t' && sign !== '\n')) cell += sign;
    else {
      end();
      if (sign === '\n') rows.push([]);
    }
  }
  end();
  return rows;
}
