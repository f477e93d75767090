import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';
import type { AuditPackage } from '../../app/audit/auditPackage.ts';
import type { ShownAudit } from '../../app/ports/auditStore.ts';
import type { TieRow } from '../../core/auditPackage/tieOut.ts';
import { formatDate } from '../../core/calendar/localDate.ts';
import { windowText } from '../../core/calendar/window.ts';
import { OWN_TABLE, tableHeader, tableRows } from '../../core/ledgerExport/ledgerTable.ts';
import { moneyText } from '../../core/money/money.ts';
import { csvRow } from './csvText.ts';

/** A file of a package, by its name. */
export type PackageFile = { readonly name: string; readonly content: Buffer };

/** Deeds by which somebody let something through or stopped it. */
const APPROVING = /approve|reject|confirm|sign|submit|decide|writeOff|reopen|close/i;

/**
 * An audit package as its files, `manifest.json` last: it names every other with its size and SHA-256. The
 * same package is the same bytes.
 */
export function auditPackageFiles(found: AuditPackage): readonly PackageFile[] {
  const { question, batch, deeds, chain, tie, population, sample, periods, access } = found;
  const table = (rows: readonly (readonly string[])[]) =>
    Buffer.from(rows.map((row) => csvRow(row)).join(''));
  const json = (value: unknown) => Buffer.from(`${JSON.stringify(value, shown, 2)}\n`);
  const trail = (of: readonly ShownAudit[]) => json(of.map(deedJson));
  const [approvals, changes] = [true, false].map((is) =>
    deeds.filter(({ entry }) => APPROVING.test(entry.action) === is),
  ) as [ShownAudit[], ShownAudit[]];
  const files: readonly PackageFile[] = [
    {
      name: 'population.csv',
      content: table([tableHeader(OWN_TABLE), ...population.flatMap((one) => tableRows(OWN_TABLE, one))]),
    },
    { name: 'sample.json', content: json(sample.map(evidenceJson)) },
    { name: 'approvals.json', content: trail(approvals) },
    { name: 'changes.json', content: trail(changes) },
    { name: 'access.json', content: json(access) },
    { name: 'tie-out.csv', content: table(tieRows(tie)) },
    { name: 'periods.json', content: json(periods.map((one) => ({ ...one, month: formatDate(one.month) }))) },
    { name: 'audit-chain.json', content: json(chain) },
  ];
  const manifest = {
    format: 'openrebate/audit-package/v1',
    company: question.company,
    firstDay: formatDate(question.first),
    lastDay: formatDate(question.last),
    batch,
    population: population.length,
    sample: { drawn: sample.length, size: question.size, seed: question.seed },
    isTied: tie.every(({ differences }) => differences.length === 0),
    isChainWhole: chain.findings.length === 0,
    files: files.map(({ name, content }) => ({
      name,
      bytes: content.length,
      sha256: createHash('sha256').update(content).digest('hex'),
    })),
  };
  return [...files, { name: 'manifest.json', content: json(manifest) }];
}

function shown(_: string, value: unknown): unknown {
  return typeof value === 'bigint' ? value.toString() : value;
}

function deedJson({ entry: { content, tenant: _, ...entry }, actorName, link }: ShownAudit) {
  const body: unknown = content === undefined ? null : JSON.parse(content.body);
  return { ...entry, actorName: actorName ?? null, body, ...(link ?? { position: null, hash: null }) };
}

function evidenceJson({
  transfer,
  agreement,
  bookings,
  settled,
  lines,
  deeds,
}: AuditPackage['sample'][number]) {
  const [row = []] = tableRows(OWN_TABLE, transfer);
  return {
    transfer: Object.fromEntries(tableHeader(OWN_TABLE).map((name, at) => [name, row[at]])),
    agreement: agreement && {
      ...{
        code: agreement.code,
        version: agreement.version,
        batch: agreement.batch,
        sha256: agreement.sha256,
      },
      text: JSON.parse(agreement.text) as unknown,
    },
    bookings: bookings.map(
      ({ account: { window, currency, ...account }, number, deltaMinor, causes, run, bookedAt }) => ({
        ...{ ...account, window: windowText(window), currency, number, bookedAt },
        delta: moneyText({ minor: deltaMinor, currency }),
        causes: causes.map(({ cause, minor }) => ({ cause, amount: moneyText({ minor, currency }) })),
        run: { ...run, effective: formatDate(run.effective) },
      }),
    ),
    settled: settled.map(
      ({ account: { window, currency, ...account }, number, deltaMinor, origin, bookedAt }) => ({
        ...{ ...account, window: windowText(window), currency, number, origin, bookedAt },
        delta: moneyText({ minor: deltaMinor, currency }),
      }),
    ),
    lines: lines.map(({ line: { source, document, line, revision, partner, product }, shareMinor }) => ({
      ...{ source, document, line, revision, partner, product },
      share: moneyText({ minor: shareMinor, currency: transfer.currency }),
    })),
    deeds: deeds.map(deedJson),
  };
}

function tieRows(tie: readonly TieRow[]): readonly (readonly string[])[] {
  const header = [
    'account',
    'currency',
    'opening',
    'debit',
    'credit',
    'closing',
    'subledger',
    'generalLedger',
    'differences',
  ];
  const rows = tie.map(
    ({ account, currency, opening, debit, credit, closing, subledger, general, differences }) => {
      const amounts = [opening, debit, credit, closing, subledger].map((minor) =>
        moneyText({ minor, currency }),
      );
      const outside = general === undefined ? '' : moneyText({ minor: general, currency });
      const wrong = differences.map(({ between, minor }) => `${between} ${moneyText({ minor, currency })}`);
      return [account, currency, ...amounts, outside, wrong.join(' / ')];
    },
  );
  return [header, ...rows];
}

/** The same files are the same bytes, whenever they are packed. */
const PART = { mtime: new Date(1980, 0, 1), mode: 0o100644 };

export async function zipped(files: readonly PackageFile[]): Promise<Buffer> {
  const zip = new ZipFile();
  for (const { name, content } of files) zip.addBuffer(content, name, PART);
  zip.end();
  return buffer(zip.outputStream);
}
