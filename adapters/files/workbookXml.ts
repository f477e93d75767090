/** A sheet that was written, and how many rows below its header it has. */
export type WrittenSheet = { readonly name: string; readonly rows: number };

/** The cell style that shows a number as a day. */
export const DAY_STYLE = 1;

/** The sheet with the first rows of a table, or those on which it goes on. */
export function sheetName(number: number): string {
  return number === 1 ? 'lines' : `lines (${number})`;
}

/** The sheet that says how a table goes on over several sheets; our reader passes over it. */
export const NOTE_SHEET = 'about';

const NS = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Everything of a workbook but the sheets of rows, part by part. */
export function fixedParts(sheets: readonly WrittenSheet[]): readonly (readonly [string, string])[] {
  const isSplit = sheets.length > 1;
  const names = [...sheets.map(({ name }) => name), ...(isSplit ? [NOTE_SHEET] : [])];
  const part = (index: number) => `worksheets/sheet${index + 1}.xml`;
  const relations = [
    ...names.map((_, index) => relation(`rId${index + 1}`, 'worksheet', part(index))),
    relation('rIdS', 'styles', 'styles.xml'),
  ];
  const entries = names.map(
    (name, index) => `<sheet name="${name}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  const overrides = [
    override('xl/workbook.xml', 'sheet.main'),
    override('xl/styles.xml', 'styles'),
    ...names.map((_, index) => override(`xl/${part(index)}`, 'worksheet')),
  ];
  return [
    ...(isSplit ? [[`xl/${part(sheets.length)}`, noteXml(sheets)] as const] : []),
    [
      'xl/styles.xml',
      `${HEAD}<styleSheet ${NS}><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    ],
    [
      'xl/workbook.xml',
      `${HEAD}<workbook ${NS} xmlns:r="${OFFICE}"><sheets>${entries.join('')}</sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${relations.join('')}</Relationships>`,
    ],
    [
      '_rels/.rels',
      `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${relation('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    ],
    [
      '[Content_Types].xml',
      `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides.join('')}</Types>`,
    ],
  ];
}

function override(part: string, type: string): string {
  return `<Override PartName="/${part}" ContentType="${TYPES}.${type}+xml"/>`;
}

function relation(id: string, type: string, target: string): string {
  return `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
}

function noteXml(sheets: readonly WrittenSheet[]): string {
  const total = sheets.reduce((sum, { rows }) => sum + rows, 0);
  const said = [
    `A sheet holds 1,048,575 rows below its header; these are ${total}, on ${sheets.length} sheets. Together they are one table.`,
    `一个工作表在表头之下最多容纳 1,048,575 行；本文件共 ${total} 行，分布在 ${sheets.length} 个工作表中，合为一张表。`,
    ...sheets.map(({ name, rows }) => `${name}: ${rows}`),
  ];
  const rows = said.map((text) => `<row>${inlineText(text)}</row>`);
  return `${HEAD}<worksheet ${NS}><sheetData>${rows.join('')}</sheetData></worksheet>`;
}

/** Nothing in it is escaped, and no space stands at an end, where it is only kept when that is said. */
const PLAIN = /^(?!.*_x)[\w.:/-]+(?: [\w.:/-]+)*$/;

/** A cell that is a text whatever it begins with: a spreadsheet never calculates it. */
export function inlineText(text: string): string {
  if (PLAIN.test(text)) return `<c t="inlineStr"><is><t>${text}</t></is></c>`;
  return `<c t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;
}

/** What XML cannot hold, and what looks like the way of saying it, is written as `_x000D_`. Source: ECMA-376 Part 1, 22.9.2.19. */
function escaped(text: string): string {
  return text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(CONTROL, (sign) => `_x${sign.charCodeAt(0).toString(16).padStart(4, '0').toUpperCase()}_`);
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROL = /[\u0000-\u0008\u000b-\u001f]/g;
