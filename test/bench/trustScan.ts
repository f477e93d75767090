import { once } from 'node:events';
import { createWriteStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readHistory } from '../../adapters/files/history/readHistory.ts';
import { formatDate, fromYearMonthDay } from '../../core/calendar/localDate.ts';
import { beginScan } from '../../core/trust/scan.ts';
import { chanceOf } from '../trust/chance.ts';

// Processor time and memory of a scan of a drawn history in files. `npm run bench:trust-scan -- --lines 1000000`; `--json`.

const { values } = parseArgs({
  options: { lines: { type: 'string', default: '1000000' }, json: { type: 'boolean', default: false } },
});
const LINES = Number(values.lines);
const [PRODUCTS, OF_PARTNER, OF_DOCUMENT, DAYS] = [5000, 500, 8, 730];
const FROM = fromYearMonthDay(2024, 1, 1);
const TODAY = FROM + DAYS;
const chance = chanceOf(20261201, 'trustScan');
const partners = Array.from({ length: Math.ceil(LINES / OF_PARTNER) }, (_, at) => `P${at + 1}`);

function write(folder: string, name: string, rows: readonly string[]): void {
  writeFileSync(join(folder, `${name}.csv`), `${rows.join('\n')}\n`);
}

/** A quarter of the partners has a bonus by quarters, and one claim in a hundred lines. */
function writeSmall(folder: string): void {
  const segment = (at: number) => `S${at % 40}`;
  write(folder, 'partners', [
    'partner,kind,name,tax-id,segment',
    ...partners.map((code, at) => `${code},customer,House ${code} Ltd,T${at},${segment(at)}`),
  ]);
  write(folder, 'products', [
    'product,category,unit,unit-cost,list-price,currency,per-pack,per-order',
    ...Array.from({ length: PRODUCTS }, (_, at) => {
      const price = priceOf(at);
      return `A${at},C${at % 60},EA,${(price * 0.55).toFixed(2)},${price.toFixed(2)},EUR,12,5000`;
    }),
  ]);
  const rebated = partners.filter((_, at) => at % 4 === 0);
  write(folder, 'agreements', [
    'agreement,side,partners,from,until,currency,retroactive,windows',
    ...rebated.map((code) => `G${code},customer,${code},2024-01-01,2026-01-01,EUR,yes,quarter`),
  ]);
  write(folder, 'tiers', [
    'agreement,from,rate',
    ...rebated.flatMap((code) => [`G${code},10000.00,1`, `G${code},20000.00,2`]),
  ]);
  const claims = rebated.flatMap((code) => Array.from({ length: 20 }, (_, at) => `${code}-${at}`));
  write(folder, 'claims', [
    'claim,partner,agreement,reference,sent-on,amount,currency',
    ...claims.map((claim) => {
      const [partner] = claim.split('-');
      const day = formatDate(FROM + chance.whole(60, DAYS - 1));
      return `${claim},${partner},G${partner},${claim},${day},${chance.whole(10, 900)}.${chance.whole(10, 99)},EUR`;
    }),
  ]);
}

function priceOf(at: number): number {
  return 2 + ((at * 7919) % 9000) / 100;
}

/** Documents of each partner on drawn days, one line after the other. */
async function writeLines(folder: string): Promise<void> {
  const out = createWriteStream(join(folder, 'lines.csv'));
  out.write('source,document,line,partner,product,day,quantity,unit,amount,unit-amount,currency\n');
  let [written, document] = [0, 0];
  for (const partner of partners) {
    const rows: string[] = [];
    for (let own = 0; own < OF_PARTNER && written < LINES; document += 1) {
      const day = formatDate(FROM + chance.whole(0, DAYS - 1));
      for (let line = 1; line <= OF_DOCUMENT && own < OF_PARTNER && written < LINES; line += 1) {
        const product = chance.whole(0, PRODUCTS - 1);
        const quantity = chance.happens(0.02) ? -chance.whole(1, 12) : chance.whole(1, 48);
        const price = priceOf(product).toFixed(2);
        const amount = (quantity * Number(price)).toFixed(2);
        rows.push(
          `erp,D${document},${line},${partner},A${product},${day},${quantity},EA,${amount},${price},EUR`,
        );
        own += 1;
        written += 1;
      }
    }
    if (!out.write(`${rows.join('\n')}\n`)) await once(out, 'drain');
  }
  out.end();
  await once(out, 'finish');
}

const folder = mkdtempSync(join(tmpdir(), 'trust-scan-'));
try {
  writeSmall(folder);
  await writeLines(folder);
  const began = { at: performance.now(), cpu: process.cpuUsage() };
  const read = await readHistory(folder, TODAY);
  if (!read.ok) throw new Error(JSON.stringify(read.refusals.slice(0, 3)));
  const cpuOfReading = process.cpuUsage(began.cpu);
  const scan = beginScan(read.value.history);
  for (const line of read.value.lines) scan.see(line);
  const { findings, lines } = scan.end();
  const cpu = process.cpuUsage(began.cpu);
  const seconds = ({ user, system }: NodeJS.CpuUsage) => Math.round((user + system) / 100_000) / 10;
  const figures = {
    lines,
    findings: findings.length,
    wallSeconds: Math.round((performance.now() - began.at) / 100) / 10,
    cpuSeconds: seconds(cpu),
    cpuSecondsOfReading: seconds(cpuOfReading),
    /** Of the whole process, the drawing of the files before it among it. */
    mostMemoryMb: Math.round(process.resourceUsage().maxRSS / 1024),
  };
  process.stdout.write(
    values.json
      ? `${JSON.stringify(figures)}\n`
      : `${Object.entries(figures)
          .map(([name, value]) => `${name} ${value}`)
          .join('\n')}\n`,
  );
} finally {
  rmSync(folder, { recursive: true });
}
