import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import type { ImportSummary } from '../../app/ports.ts';
import { MESSY_MASTER, writeMessyFile } from '../support/messyFile.ts';
import { benchDatabase, loadMaster, program } from './program.ts';

// What it takes to export ten million lines: `npm run bench:export -- [csv] [xlsx] [ndjson] [again]`;
// csv and again where none is named, OPENREBATE_ROWS for another number of lines. `again` brings an
// export of 500,000 lines in once more, in each format: every line is a duplicate, or it is said.

const ROWS = Number(process.env.OPENREBATE_ROWS ?? 10_000_000);
const AGAIN = Math.min(ROWS, 500_000);
const PARTS = process.argv.length > 2 ? process.argv.slice(2) : ['csv', 'again'];
const FORMATS = ['csv', 'xlsx', 'ndjson'] as const;

const database = await benchDatabase();
const path = (name: string) => join(database.folder, name);

/** The lines that were imported again and again, under documents of their own, as a loader of the database writes them. */
async function multiply(): Promise<void> {
  const client = new Client({ connectionString: database.adminUrl });
  await client.connect();
  const { rows } = await client.query<{ name: string }>(
    `SELECT quote_ident(attname) AS name FROM pg_attribute
     WHERE attrelid = 'line'::regclass AND attnum > 0 AND NOT attisdropped ORDER BY attnum`,
  );
  const names = rows.map(({ name }) => name);
  const values = names.map((name) =>
    name === 'document' ? `'E' || lpad(n::text, 4, '0') || document` : name,
  );
  for (let n = 1; n < ROWS / AGAIN; n += 1) {
    await client.query(
      `INSERT INTO line (${names.join(', ')}) SELECT ${values.join(', ').replaceAll('n::text', `${n}::text`)}
       FROM line WHERE document LIKE 'D%' ORDER BY source, document, line`,
    );
  }
  await client.query('VACUUM ANALYZE line');
  await client.end();
}

async function measure(format: (typeof FORMATS)[number], name = `lines.${format}`): Promise<void> {
  const { value, seconds, megabytes } = await program<{ rows: number; sha256: string }>(
    database,
    ...['export', 'lines', path(name), '--format', format],
  );
  const file = Math.round(statSync(path(name)).size / 1e6);
  const figures = { seconds: seconds.toFixed(1), megabytes, megabytesOfFile: file };
  process.stdout.write(`export ${name}: ${JSON.stringify({ ...figures, ...value })}\n`);
}

async function again(format: (typeof FORMATS)[number]): Promise<void> {
  await measure(format, `again.${format}`);
  const { value, seconds, megabytes } = await program<ImportSummary>(
    database,
    ...['import', 'lines', path(`again.${format}`)],
  );
  const { rows } = JSON.parse(readFileSync(path(`again.${format}.manifest.json`), 'utf8'));
  const differences = rows - value.dispositions.duplicate.rows;
  const figures = { rows, differences, seconds: seconds.toFixed(1), megabytes };
  process.stdout.write(`import again.${format}: ${JSON.stringify(figures)}\n`);
}

await loadMaster(database, MESSY_MASTER);
await writeMessyFile(path('first.csv'), AGAIN, AGAIN + 1);
await program(database, 'import', 'lines', path('first.csv'));
if (PARTS.includes('again')) for (const format of FORMATS) await again(format);
if (FORMATS.some((format) => PARTS.includes(format))) await multiply();
for (const format of FORMATS) if (PARTS.includes(format)) await measure(format);
await database.close();
