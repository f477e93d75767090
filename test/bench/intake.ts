import { createReadStream, createWriteStream, statSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ImportSummary } from '../../app/ports.ts';
import { MESSY_HEADER, MESSY_MASTER, writeMessyFile } from '../support/messyFile.ts';
import { benchDatabase, loadMaster, program } from './program.ts';

// What large imports and their undo take: `npm run bench:intake -- [part …]`, of csv, undo, json, huge
// and master; csv and undo where none is named. OPENREBATE_ROWS says how many rows.

const ROWS = Number(process.env.OPENREBATE_ROWS ?? 500_000);
const HUGE_BYTES = Number(process.env.OPENREBATE_BYTES ?? 1_000_000_000);
const PARTS = process.argv.length > 2 ? process.argv.slice(2) : ['csv', 'undo'];

const database = await benchDatabase();
const path = (name: string) => join(database.folder, name);

function say(what: string, figures: object): void {
  const plain = (_: string, value: unknown) => (typeof value === 'bigint' ? String(value) : value);
  process.stdout.write(`${what}: ${JSON.stringify(figures, plain)}\n`);
}

async function importFile(name: string): Promise<string> {
  const { value, seconds, megabytes } = await program<ImportSummary>(
    database,
    ...['import', 'lines', path(name)],
  );
  const { document, received, dispositions, reasons } = value;
  const ended = Object.values(dispositions).reduce((sum, { rows }) => sum + rows, 0);
  const megabytesOfFile = Math.round(statSync(path(name)).size / 1e6);
  const figures = { rows: received.rows, unaccounted: received.rows - ended, megabytesOfFile };
  say(name, { seconds: seconds.toFixed(1), megabytes, ...figures, received, dispositions, reasons });
  return document.id;
}

/** The messy file, and its truth beside what came of it. */
async function csv(): Promise<string> {
  const truth = await writeMessyFile(path('messy.csv'), ROWS);
  say('truth', truth);
  return importFile('messy.csv');
}

async function undo(document: string): Promise<void> {
  const { value, seconds, megabytes } = await program(
    database,
    ...['imports', 'undo', document, '--reason', 'bench'],
  );
  say('undo', { seconds: seconds.toFixed(1), megabytes, value });
}

/** Clean rows as objects, one a line. */
async function json(): Promise<void> {
  await writeMessyFile(path('clean.csv'), ROWS, ROWS + 1);
  const names = MESSY_HEADER.split(',');
  const objects = async function* () {
    for await (const line of createInterface({ input: createReadStream(path('clean.csv')) })) {
      const texts = line.split(',');
      if (texts[0] !== 'shop') continue;
      yield `${JSON.stringify({ ...Object.fromEntries(names.map((name, index) => [name, texts[index]])), document: `J${texts[1]}` })}\n`;
    }
  };
  await pipeline(Readable.from(objects()), createWriteStream(path('clean.ndjson')));
  await importFile('clean.ndjson');
}

/** Messy rows with a long text behind each, until the file has its size. */
async function huge(): Promise<void> {
  const note = 'Longer remarks of a clerk. '.repeat(33);
  await writeMessyFile(path('short.csv'), Math.ceil(HUGE_BYTES / (note.length + 85)));
  const rows = async function* () {
    const input = createReadStream(path('short.csv'), 'latin1');
    let isHeader = true;
    for await (const line of createInterface({ input })) {
      yield `${line},${isHeader ? 'attribute.remark' : note}\r\n`;
      isHeader = false;
    }
  };
  await pipeline(Readable.from(rows()), createWriteStream(path('huge.csv'), 'latin1'));
  await importFile('huge.csv');
}

/** Partners of a file of master data, one of a hundred of them bad: looked at, brought in, and once more. */
async function master(): Promise<void> {
  const rows = function* () {
    yield 'kind,code,name,attributes.country,attributes.taxId\n';
    for (let row = 1; row <= ROWS; row += 1) {
      yield `partner,M${row},Partner ${row},${row % 3 === 0 ? 'DE' : 'FR'},${row % 100 === 0 ? '?' : `DE ${row + 100}`}\n`;
    }
  };
  await pipeline(Readable.from(rows()), createWriteStream(path('partners.csv')));
  const megabytesOfFile = Math.round(statSync(path('partners.csv')).size / 1e6);
  for (const way of ['--preview', '--good-rows', '--good-rows']) {
    const done = await program<ImportSummary>(database, 'import', 'master', path('partners.csv'), way);
    const { seconds, megabytes, value } = done;
    say(`master ${way}`, {
      ...{ seconds: seconds.toFixed(1), megabytes, megabytesOfFile, received: value.received },
      ...{ dispositions: value.dispositions, reasons: value.reasons },
    });
  }
}

await loadMaster(database, MESSY_MASTER);
if (PARTS.includes('csv') || PARTS.includes('undo')) {
  const document = await csv();
  if (PARTS.includes('undo')) await undo(document);
}
if (PARTS.includes('json')) await json();
if (PARTS.includes('huge')) await huge();
if (PARTS.includes('master')) await master();
await database.close();
