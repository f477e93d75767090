import assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';
import type { Draw } from '../../crash/seededRandom.ts';
import type { FuzzCase, FuzzTarget, Rows } from '../fuzzTarget.ts';
import { plainCsv } from '../plainCsv.ts';
import { readAsLines, readAsRows } from '../readFile.ts';
import { anyRows, HEADER, realRows } from '../sampleRows.ts';

const DELIMITERS = [',', ';', '\t', '|'];

export function csvTarget(path: string): FuzzTarget {
  return {
    samples: async () => {
      const rows = realRows(8);
      const texts = DELIMITERS.map((delimiter) => Buffer.from(written(rows, delimiter, '\r\n')));
      const wide = Buffer.from(`\ufeff${written(rows, '\t', '\n')}`, 'utf16le');
      return [...texts, wide, gzipSync(texts[0] as Buffer)].map((bytes) => ({ bytes }));
    },
    made,
    tokens: [
      ...[
        '"',
        '""',
        ',',
        ';',
        '\t',
        '|',
        '\n',
        '\r',
        '\r\n',
        '\0',
        '\ufeff',
        'sep=;\n',
        "'",
        '=1+1',
        '-',
        ' ',
      ],
      ...['1e5', '1,234', '1.234,5', 'é', '中', '😀', '２', '\u2028', '\u001a', 'NULL', '","', '\n"', '"\n'],
    ],
    run: async (sent, draw) => (draw(3) === 0 ? secondOpinion(path, sent) : readAsLines(path, sent, draw)),
  };
}

function made(draw: Draw): FuzzCase {
  const rows = [HEADER.slice(0, 1 + draw(HEADER.length)), ...anyRows(draw)];
  const above = draw(6) === 0 ? 'Report of orders\n\n' : '';
  const text = above + written(rows, DELIMITERS[draw(4)] as string, draw(2) === 0 ? '\n' : '\r\n', draw(4));
  const kind = draw(10);
  if (kind === 0) return { bytes: Buffer.from(`\ufeff${text}`, 'utf16le') };
  if (kind === 1) return { bytes: Buffer.from(text, 'latin1') };
  if (kind === 2) return { bytes: gzipSync(text, { level: 1 }) };
  return { bytes: Buffer.from(kind === 3 ? `\ufeff${text}` : text) };
}

/** Quotes as a careful program sets them, everywhere, or nowhere at all. */
function written(rows: Rows, delimiter: string, end: string, care = 3): string {
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const cell = (text: string) => {
    if (care === 0) return text;
    return care === 1 || /["\r\n]/.test(text) || text.includes(delimiter) ? quoted(text) : text;
  };
  return rows.map((row) => row.map(cell).join(delimiter)).join(end) + (care === 2 ? end : '');
}

/** Two readers, one answer: ours as a stream and by bytes, the other one sign by sign. */
async function secondOpinion(path: string, { bytes }: FuzzCase): Promise<string> {
  const found = await readAsRows(path, bytes);
  if (typeof found === 'string') return found;
  const { encoding, delimiter = ',', quote, headerRow = 1, format } = found.detection;
  if (format !== 'csv' || encoding !== 'utf-8' || (bytes[0] === 0x1f && bytes[1] === 0x8b)) return 'read';
  const text = new TextDecoder('utf-8').decode(bytes);
  const plain = plainCsv(text, delimiter, quote === 'none' ? undefined : quote);
  // The parser of the library goes on at a zero character behind a quote. It stays in the cell, which is
  // then no text: refused there, and not with the whole file.
  if (plain === undefined && quote !== 'none' && text.includes(`${quote}\0`)) return 'read';
  assert(plain !== undefined, 'read by us, broken for the plain reader');
  assert.deepEqual(found.rows, plain.slice(headerRow));
  return `read ${delimiter}${quote}${headerRow}`;
}
