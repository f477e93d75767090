import assert from 'node:assert/strict';
import type { Draw } from '../../crash/seededRandom.ts';
import { type TestCell, type TestWorkbook, workbookParts } from '../../support/workbook.ts';
import type { FuzzCase, FuzzTarget, Part } from '../fuzzTarget.ts';
import { archive } from '../harm.ts';
import { readAsLines, readAsRows } from '../readFile.ts';
import { anyText, HEADER, realRows } from '../sampleRows.ts';

export function xlsxTarget(path: string): FuzzTarget {
  return {
    samples: async () => {
      const [header = [], ...rows] = realRows(5);
      const numbers = rows.map((row) => row.map((text) => ({ xml: `<c><v>${text}</v></c>` })));
      const days = rows.map((row) => [...row.slice(0, 4), { xml: '<c s="1"><v>46023.5</v></c>' }]);
      const shared = rows.map(() => [{ xml: '<c t="s"><v>0</v></c>' }, { xml: '<c t="b"><v>1</v></c>' }]);
      const workbooks: TestWorkbook[] = [
        { sheets: [{ name: 'S', rows: [[...header], ...numbers] }] },
        { sheets: [{ name: 'S', rows: [[...header, 'day'], ...days] }], formats: ['dd.mm.yyyy', '0.00'] },
        {
          sheets: [
            { name: 'S', rows: [['a', 'b'], ...shared] },
            { name: 'T', state: 'hidden', rows: [] },
          ],
          sharedTexts: ['tea'],
        },
      ];
      return workbooks.map((workbook) => ({ parts: partsOf(workbook) }));
    },
    made,
    tokens: [
      ...[
        '<',
        '>',
        '</c>',
        '</row>',
        '<row r="1">',
        '<row>',
        '<c/>',
        '&',
        '&amp;',
        '&x;',
        ']]>',
        '<![CDATA[',
        '<!--',
        '-->',
      ],
      ...[
        '<!DOCTYPE a>',
        '<c r="XFD1"><v>1</v></c>',
        '<c t="s"><v>99</v></c>',
        't="e"',
        't="d"',
        't="inlineStr"',
        ' r="A1"',
      ],
      ...[
        '<?xml version="1.0" encoding="UTF-16"?>',
        '_x0000_',
        '&#0;',
        '&#xD800;',
        '&#65;',
        '\0',
        '中',
        '😀',
        '1e400',
        's="9"',
      ],
      ...[
        '<is><t>',
        '<rPh>',
        'xml:space="preserve"',
        '"',
        "'",
        '../',
        'xl/',
        '<mergeCell ref="A1:B2"/>',
        '<f>1+1</f>',
      ],
    ],
    run: async (sent, draw) =>
      sent.rows !== undefined ? secondOpinion(path, sent) : readAsLines(path, sent, draw),
  };
}

function partsOf(workbook: TestWorkbook): Part[] {
  return Object.entries(workbookParts(workbook)).map(([name, text]) => [name, Buffer.from(text)]);
}

/** A cell as a spreadsheet program may write it, and the text that it says. */
type Made = { readonly cell: TestCell; readonly text: string };

function madeCell(draw: Draw, shared: string[]): Made {
  const text = plain(anyText(draw));
  switch (draw(6)) {
    case 0:
      return { cell: { xml: `<c><v>${draw(100_000) / 100}</v></c>` }, text: '' };
    case 1:
      return { cell: { xml: `<c t="b"><v>${draw(2)}</v></c>` }, text: '' };
    case 2:
      shared.push(text);
      return { cell: { xml: `<c t="s"><v>${shared.length - 1}</v></c>` }, text };
    case 3:
      return { cell: { xml: '<c t="e"><v>#N/A</v></c>' }, text: '#N/A' };
    default:
      return { cell: text, text };
  }
}

/** What XML takes as it is: line ends and control characters are matters of XML, not of the table. */
function plain(text: string): string {
  return text.toWellFormed().replaceAll(/[\r\n\t]|_x\w{4}_/g, ' ');
}

function made(draw: Draw): FuzzCase {
  const shared: string[] = [];
  const width = 1 + draw(HEADER.length);
  const rows = Array.from({ length: draw(6) }, () =>
    Array.from({ length: width }, () => madeCell(draw, shared)),
  );
  const workbook: TestWorkbook = {
    sheets: [
      { name: 'S', rows: [HEADER.slice(0, width), ...rows.map((row) => row.map(({ cell }) => cell))] },
    ],
    sharedTexts: shared,
  };
  const said = rows.map((row) => row.map(({ cell, text }) => (text === '' ? typedText(cell) : text)));
  return { bytes: archive(partsOf(workbook)), rows: said.filter((row) => row.some((text) => text !== '')) };
}

function typedText(cell: TestCell): string {
  if (typeof cell !== 'object') return '';
  const value = /<v>(.*)<\/v>/.exec(cell.xml)?.[1] ?? '';
  return cell.xml.includes('t="b"') ? String(value === '1') : cell.xml.includes('t="s"') ? '' : value;
}

/** What was written is read: the writer is a few lines of its own. */
async function secondOpinion(path: string, { bytes, rows }: FuzzCase): Promise<string> {
  const found = await readAsRows(path, bytes);
  assert(typeof found !== 'string', `a plain workbook is refused: ${String(found)}`);
  assert.deepEqual(found.rows, rows);
  return `read ${found.rows.length}`;
}
