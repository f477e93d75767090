import assert from 'node:assert/strict';
import type { Draw } from '../../crash/seededRandom.ts';
import type { FuzzCase, FuzzTarget } from '../fuzzTarget.ts';
import { plainJson } from '../plainJson.ts';
import { readAsLines, readAsRows } from '../readFile.ts';
import { anyText, HEADER, realRows } from '../sampleRows.ts';

export function jsonTarget(path: string): FuzzTarget {
  return {
    samples: async () => {
      const [header = [], ...rows] = realRows(6);
      const records = rows.map((row) =>
        JSON.stringify(Object.fromEntries(header.map((name, at) => [name, row[at]]))),
      );
      const typed = rows.map(
        ([order, price, quantity]) =>
          `{"orderID":"${order}","productID":7,"quantity":${quantity},"unitPrice":${price},"more":{"a":[1,null]}}`,
      );
      const texts = [records.join('\n'), `[${records.join(',')}]`, `{"data":{"items":[${typed.join(',')}]}}`];
      return [...texts, typed.join('\n')].map((text) => ({ bytes: Buffer.from(text) }));
    },
    made,
    tokens: [
      ...'{ } [ ] : , " "" null true \\u0000 \\ud800 \\ \\" 1e5 - 1. 01 1e400'.split(' '),
      ...['{}', '[]', '[{', '}]', '"a":1,', '"orderID":', '\n', ' ', '\0', '中', '😀', '\ufeff', '//'],
    ],
    run: async (sent, draw) => (draw(3) === 0 ? secondOpinion(path, sent) : readAsLines(path, sent, draw)),
  };
}

const WORDS = [
  'null',
  'true',
  'false',
  '0',
  '-0',
  '1.50',
  '-12.5e-3',
  '1E2',
  '12345678901234567890.123',
  '0.1',
];

function value(draw: Draw, depth: number): string {
  const kind = draw(depth > 3 ? 2 : 10);
  if (kind === 0) return WORDS[draw(WORDS.length)] as string;
  if (kind < 7) return JSON.stringify(anyText(draw));
  return kind < 9 ? object(draw, depth + 1) : `[${values(draw, depth + 1)}]`;
}

function values(draw: Draw, depth: number): string {
  return Array.from({ length: draw(4) }, () => value(draw, depth)).join(',');
}

/** Names come twice now and then. */
function object(draw: Draw, depth: number): string {
  const names = draw(3) === 0 ? ['a', 'b', 'a.b', 'é', anyText(draw)] : HEADER;
  const count = draw(names.length + 1);
  const isLoose = draw(12) === 0;
  const members = Array.from({ length: count }, (_, at) => {
    const name = names[isLoose ? draw(names.length) : at] as string;
    return `${JSON.stringify(name)}:${value(draw, depth)}`;
  });
  return `{${members.join(draw(5) === 0 ? ' ,\n' : ',')}}`;
}

function made(draw: Draw): FuzzCase {
  const objects = Array.from({ length: 1 + draw(5) }, () => object(draw, 0));
  const kind = draw(5);
  if (kind === 0) return { bytes: Buffer.from(value(draw, 0)) };
  if (kind < 3) return { bytes: Buffer.from(objects.join('\n')) };
  const list = `[${objects.join(',')}]`;
  return { bytes: Buffer.from(kind === 3 ? list : `{"n":1,"data":{"rows":${list}}}`) };
}

/** Two readers, one answer: ours as a stream, the other one JSON.parse. */
async function secondOpinion(path: string, { bytes }: FuzzCase): Promise<string> {
  const found = await readAsRows(path, bytes);
  if (typeof found === 'string') return found;
  if (found.detection.format !== 'json' || (bytes[0] === 0x1f && bytes[1] === 0x8b)) return 'read';
  const { path: place = '' } = found.detection;
  const records = plainJson(new TextDecoder('utf-8').decode(bytes), place);
  assert(records !== undefined, 'read by us, broken for JSON.parse');
  const rows = records.map((record) =>
    found.columns.map((name) => record.get(name) ?? record.get(unnamed(name)) ?? ''),
  );
  assert.deepEqual(found.rows.map(withPlainLists), rows.map(withPlainLists));
  return `read ${place}`;
}

/** A column without a name is called by its place. */
function unnamed(name: string): string {
  return name.replace(/^#\d+$/, '');
}

/** A list inside a row is kept as it was written; a reader of values writes it anew. */
function withPlainLists(row: readonly string[]): readonly string[] {
  return row.map((text) => {
    try {
      return text.startsWith('[') ? JSON.stringify(JSON.parse(text)) : text;
    } catch {
      return text;
    }
  });
}
