import type { Command } from 'commander';
import type { Config } from './config.ts';
import { onDemand } from './onDemand.ts';
import type { Terminal } from './terminal.ts';

const { approveMany, listMany, previewMany, showMany, submitMany } = onDemand(
  () => import('./commands/bulk.ts'),
);

type WithConfig = (run: (terminal: Terminal, config: Config) => Promise<void>) => () => Promise<void>;

/** Many agreements from one spreadsheet, below `openrebate agreement bulk`. */
export function addBulkCommands(bulk: Command, withConfig: WithConfig): void {
  bulk
    .command('preview <file>')
    .description('what would become of each row of a spreadsheet (CSV, XLSX, JSON); nothing is written')
    .action((file) => withConfig((t, config) => previewMany(t, config, file))());
  bulk
    .command('submit <file>')
    .description('hand all of them in for one approval, with the key of a person; all or nothing')
    .action((file) => withConfig((t, config) => submitMany(t, config, file))());
  bulk
    .command('list')
    .description('the spreadsheets that were handed in, the latest first, and where their agreements stand')
    .option('--before <id>', 'those handed in before this one')
    .action((options) => withConfig((t, config) => listMany(t, config, options))());
  bulk
    .command('show <id>')
    .description('where the agreements of a spreadsheet stand')
    .action((id) => withConfig((t, config) => showMany(t, config, id))());
  bulk
    .command('approve <id>')
    .description('approve all of them at once, with the key of another person')
    .option('--reason <text>', 'why, to be read in the history of each')
    .action((id, options) => withConfig((t, config) => approveMany(t, config, id, options))());
}
