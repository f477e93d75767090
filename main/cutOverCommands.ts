import type { Command } from 'commander';
import type { Config } from './config.ts';
import { onDemand } from './onDemand.ts';
import type { Terminal } from './terminal.ts';

const { compareOne, loadOne, openOne, showCutOvers, signOne } = onDemand(
  () => import('./commands/cutOver.ts'),
);

type WithConfig = (run: (terminal: Terminal, config: Config) => Promise<void>) => () => Promise<void>;

/** The commands of a cut-over, below `openrebate cutover`. */
export function addCutOverCommands(cutOver: Command, withConfig: WithConfig): void {
  cutOver
    .command('open <code>')
    .description('take agreements over at the end of a day: from now on they are computed and book nothing')
    .requiredOption('--company <code>', 'the company of ours whose agreements they are')
    .requiredOption('--last-day <day>', 'the last day of the time before')
    .option('--agreement <code...>', 'which agreements; all of the company where it is left out')
    .action((code, options) => withConfig((t, config) => openOne(t, config, code, options))());
  cutOver
    .command('load <kind> <code> <file>')
    .description(
      'openings, history or figures from a file (CSV, XLSX, JSON); it replaces the one loaded before',
    )
    .option('--preview', 'say what it comes to, and write nothing')
    .action((kind, code, file, options) =>
      withConfig((t, config) => loadOne(t, config, { kind, code, file }, options))(),
    );
  cutOver
    .command('show [code]')
    .description('which cut-overs there are, or what was loaded into one')
    .action((code) => withConfig((t, config) => showCutOvers(t, config, code))());
  cutOver
    .command('compare <code>')
    .description(
      'the parallel run: ours beside the figures of the old system, each difference with its reason',
    )
    .option('--effective <day>', 'facts up to this day count; the business day where it is left out')
    .option('--all', 'accounts without a difference, too')
    .action((code, options) => withConfig((t, config) => compareOne(t, config, code, options))());
  cutOver
    .command('sign <code>')
    .description('sign what was compared, with the key of a person who has loaded nothing: then it books')
    .requiredOption('--sha256 <hash>', 'of the comparison, as “compare” shows it')
    .option('--note <text>', 'why the differences that are left are accepted')
    .action((code, options) => withConfig((t, config) => signOne(t, config, code, options))());
}
