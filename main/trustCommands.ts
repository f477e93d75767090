import type { Command } from 'commander';
import type { LocalDate } from '../core/calendar/localDate.ts';
import { type ScanOptions, scanFolder, showDetectors } from './commands/trust.ts';
import { scanOwn } from './commands/trustOwn.ts';
import type { Config } from './config.ts';
import type { Terminal } from './terminal.ts';

type Guarded = (run: (terminal: Terminal) => Promise<void>) => () => Promise<void>;
type WithConfig = (run: (terminal: Terminal, config: Config) => Promise<void>) => () => Promise<void>;

/** The commands of trust, below `openrebate trust`. */
export function addTrustCommands(
  trust: Command,
  { guarded, withConfig, today }: { readonly guarded: Guarded; readonly withConfig: WithConfig; readonly today: () => LocalDate },
): void {
  trust
    .command('scan')
    .description('look for fraud, and for money that was left on the table')
    .option('--folder <folder>', 'a history in CSV files, in place of the database')
    .option('--today <day>', 'the day as of which one looks; today where it is left out')
    .option('--csv <file>', 'write all findings into a file')
    .option('--most <number>', 'how many findings the table shows', '50')
    .action((options: Omit<ScanOptions, 'folder'> & { folder?: string }) => {
      const { folder } = options;
      return folder === undefined
        ? withConfig((terminal, config) => scanOwn(terminal, config, options))()
        : guarded((terminal) => scanFolder(terminal, { ...options, folder }, today()))();
    });
  trust
    .command('detectors')
    .description('what is looked for, and by which parameters')
    .action(() => guarded(async (terminal) => showDetectors(terminal))());
}
