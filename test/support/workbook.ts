import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';

/** A cell as its XML says it: a text, a number, or the inner XML of a `c` with its attributes. */
export type TestCell = string | number | { readonly xml: string } | undefined;

export type TestSheet = {
  readonly name: string;
  readonly state?: string;
  readonly rows: readonly TestCell[][];
};

export type TestWorkbook = {
  readonly sheets: readonly TestSheet[];
  readonly is1904?: boolean;
  /** Number formats by style, from 1; style 0 is General. */
  readonly formats?: readonly string[];
  readonly sharedTexts?: readonly string[];
  /** Parts in the place of those that are made here, or beside them. */
  readonly parts?: Readonly<Record<string, string | Buffer>>;
};

const NS = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A workbook as a spreadsheet program writes it, part by part. */
export async function workbookBytes(workbook: TestWorkbook): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, text] of Object.entries({ ...workbookParts(workbook), ...workbook.parts })) {
    zip.addBuffer(Buffer.from(text), name);
  }
  zip.end();
  return buffer(zip.outputStream);
}

export function workbookParts(workbook: TestWorkbook): Record<string, string> {
  const { sheets, sharedTexts = [], formats = [], is1904 } = workbook;
  const ids = sheets.map((_, index) => `rId${index + 1}`);
  const entries = sheets.map(
    ({ name, state }, index) =>
      `<sheet name="${escaped(name)}" sheetId="${index + 1}"${state ? ` state="${state}"` : ''} r:id="${ids[index]}"/>`,
  );
  const relations = [
    ...ids.map((id, index) => relation(id, 'worksheet', `worksheets/sheet${index + 1}.xml`)),
    relation('rIdS', 'sharedStrings', 'sharedStrings.xml'),
    relation('rIdT', 'styles', 'styles.xml'),
  ];
  return {
    '_rels/.rels': relationships([relation('rId1', 'officeDocument', 'xl/workbook.xml')]),
    'xl/workbook.xml': `<workbook ${NS} xmlns:r="${RELATION}"><workbookPr${is1904 ? ' date1904="1"' : ''}/><sheets>${entries.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationships(relations),
    'xl/sharedStrings.xml': `<sst ${NS}>${sharedTexts.map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`).join('')}</sst>`,
    'xl/styles.xml': stylesXml(formats),
    ...Object.fromEntries(
      sheets.map(({ rows }, index) => [`xl/worksheets/sheet${index + 1}.xml`, sheetXml(rows)]),
    ),
  };
}

function stylesXml(formats: readonly string[]): string {
  const described = formats.map(
    (code, index) => `<numFmt numFmtId="${164 + index}" formatCode="${escaped(code)}"/>`,
  );
  const styles = formats.map((_, index) => `<xf numFmtId="${164 + index}"/>`);
  return `<styleSheet ${NS}><numFmts>${described.join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${styles.join('')}</cellXfs></styleSheet>`;
}

export function sheetXml(rows: readonly (readonly TestCell[])[]): string {
  const written = rows.map((cells, row) => {
    const inner = cells.map((cell, column) => cellXml(cell, `${columnName(column)}${row + 1}`));
    return `<row r="${row + 1}">${inner.join('')}</row>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<worksheet ${NS}><sheetData>${written.join('')}</sheetData></worksheet>`;
}

function cellXml(cell: TestCell, reference: string): string {
  if (cell === undefined) return '';
  if (typeof cell === 'number') return `<c r="${reference}"><v>${cell}</v></c>`;
  if (typeof cell === 'string') {
    return `<c r="${reference}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
  }
  return cell.xml.replace('<c', `<c r="${reference}"`);
}

function columnName(index: number): string {
  const rest = String.fromCharCode(65 + (index % 26));
  return index < 26 ? rest : `${columnName(Math.floor(index / 26) - 1)}${rest}`;
}

function relation(id: string, type: string, target: string): string {
  return `<Relationship Id="${id}" Type="${RELATION}/${type}" Target="${target}"/>`;
}

function relationships(list: readonly string[]): string {
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list.join('')}</Relationships>`;
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
