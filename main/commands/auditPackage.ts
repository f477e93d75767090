import { auditPackageFiles, zipped } from '../../adapters/files/auditPackageFiles.ts';
import { readJson } from '../../adapters/files/readJson.ts';
import { writeExport } from '../../adapters/files/writeExport.ts';
import { auditPackage } from '../../app/audit/auditPackage.ts';
import { decodeGeneralLedger } from '../../core/auditPackage/decodeGeneralLedger.ts';
import { monthOf } from '../../core/auditPackage/monthOf.ts';
import { accept, refuse } from '../../core/refusal/refusals.ts';
import type { Config } from '../config.ts';
import type { Terminal } from '../terminal.ts';
import { text } from '../texts.ts';
import { invalid, numberOf, shows } from './deed.ts';

export type PackageOptions = {
  readonly company: string;
  readonly period: string;
  readonly seed: string;
  readonly size: string;
  readonly generalLedger?: string;
};

/** `openrebate audit package`: what an auditor takes along from a month of a company, in one file. */
export async function packAudit(
  terminal: Terminal,
  config: Config,
  path: string,
  { company, period, seed, size: asked, generalLedger }: PackageOptions,
): Promise<void> {
  const days = monthOf(period);
  if (days === undefined) return terminal.refuse(invalid('--period', period, 'YYYY-MM').refusals);
  const size = numberOf('--size', asked);
  if (!size.ok) return terminal.refuse(size.refusals);
  const file = generalLedger === undefined ? accept(undefined) : await readJson(generalLedger);
  if (!file.ok) return terminal.refuse(file.refusals);
  const general = generalLedger === undefined ? accept(undefined) : decodeGeneralLedger(file.value);
  if (!general.ok) return terminal.refuse(general.refusals);
  const question = {
    company,
    ...days,
    size: size.value,
    seed,
    ...(general.value && { general: general.value }),
  };
  await shows(
    terminal,
    config,
    'audit:read',
    async (ports, tenant) => {
      const found = await auditPackage(ports, tenant, question);
      if (!found.ok) return found;
      const { population, sample, tie, chain } = found.value;
      const content = await zipped(auditPackageFiles(found.value));
      const written = await writeExport(path, pieces(content));
      if (!written.ok) return written;
      const untied = tie.filter(({ differences }) => differences.length > 0).length;
      const counts = { population: population.length, sample: sample.length, untied };
      return accept({ ...written.value, ...counts, findings: chain.findings.length });
    },
    (written) => {
      const { untied, findings } = written;
      const refusals = [
        ...(untied > 0 ? [refuse('audit-not-tied', '', { accounts: String(untied) })] : []),
        ...(findings > 0 ? [refuse('audit-chain-broken', '', { findings: String(findings) })] : []),
      ];
      if (!terminal.isJson) terminal.print(text(terminal.language, 'packageWritten', written));
      else if (refusals.length === 0) terminal.json(written);
      if (refusals.length > 0) terminal.refuse(refusals, written);
    },
  );
}

async function* pieces(content: Buffer): AsyncGenerator<Buffer> {
  yield content;
}
