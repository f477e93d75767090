import { type Command, Option } from 'commander';
import { AUDIT_FORMATS } from '../adapters/files/auditExport.ts';
import type { TrailOptions } from './commands/audit.ts';
import type { PackageOptions } from './commands/auditPackage.ts';
import type { Config } from './config.ts';
import { onDemand } from './onDemand.ts';
import type { Terminal } from './terminal.ts';

const { eraseEntry, exportTrail, linkTrail, showHead, showTrail, verifyTrail } = onDemand(
  () => import('./commands/audit.ts'),
);
const { packAudit } = onDemand(() => import('./commands/auditPackage.ts'));

type WithConfig = (run: (terminal: Terminal, config: Config) => Promise<void>) => () => Promise<void>;

/** The commands of the audit trail, below `openrebate audit`. */
export function addAuditCommands(audit: Command, withConfig: WithConfig): void {
  audit
    .command('list')
    .description('who did what to what, the newest first')
    .option('--actor <actor>', 'only what this person, service or part did, such as person:0199…')
    .option('--action <action>', 'only deeds of this kind, such as key.issue')
    .option('--object <object>', 'only what was done to this id or code')
    .option('--from <day>', 'from this day on, in UTC')
    .option('--until <day>', 'until the end of this day, in UTC')
    .option('--limit <number>', 'how many at most', '50')
    .action((options: TrailOptions) => withConfig((t, config) => showTrail(t, config, options))());
  audit
    .command('verify')
    .description('compute the chain again, and name every entry that is not what it was')
    .option('--expect <hash>', 'a hash that was kept outside, which has to be one of the chain')
    .action((options) => withConfig((t, config) => verifyTrail(t, config, options))());
  audit
    .command('head')
    .description('where the chain ends: position and hash, to be kept outside')
    .action(withConfig(showHead));
  audit
    .command('link')
    .description('bind the entries that wait to the chain at once, as a worker does every minute')
    .action(withConfig(linkTrail));
  audit
    .command('export <file>')
    .description('the whole chain: ndjson to verify it by other means, csv to read it')
    .addOption(new Option('--format <format>', 'ndjson or csv').choices(AUDIT_FORMATS).default('ndjson'))
    .action((file, options) => withConfig((t, config) => exportTrail(t, config, file, options))());
  audit
    .command('package <file>')
    .description(
      'a month of a company for an auditor: population, sample, evidence, deeds, access, tie-out (zip)',
    )
    .requiredOption('--company <code>', 'which company of ours')
    .requiredOption('--period <month>', 'such as 2026-01')
    .requiredOption('--seed <text>', 'what the sample is drawn by; the auditor names it')
    .option('--size <number>', 'how many transfers are drawn', '25')
    .option(
      '--general-ledger <file>',
      'the balances that the general ledger has at the end of the month (JSON)',
    )
    .action((file, options: PackageOptions) =>
      withConfig((t, config) => packAudit(t, config, file, options))(),
    );
  audit
    .command('erase <id>')
    .description(
      'take the content of an entry away; that something was done stays, and the chain stays whole',
    )
    .requiredOption('--reason <text>', 'why')
    .action((id, options) => withConfig((t, config) => eraseEntry(t, config, id, options))());
}
