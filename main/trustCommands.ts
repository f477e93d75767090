import type { Command } from 'commander';
import type { LocalDate } from '../core/calendar/localDate.ts';
import type { ScanOptions } from './commands/trust.ts';
import { onDemand } from './onDemand.ts';
import type { Terminal } from './terminal.ts';

const { scanFolder, showDetectors } = onDemand(() => import('./commands/trust.ts'));

type Guarded = (run: (terminal: Terminal) => Promise<void>) => () => Promise<void>;

/** The commands of trust, below `openrebate trust`. They need no database. */
export function addTrustCommands(trust: Command, guarded: Guarded, today: () => LocalDate): void {
  trust
    .command('scan')
    .description('look for fraud, and for money that was left on the table')
    .requiredOption('--folder <folder>', 'the folder with the history in CSV files')
    .option('--today <day>', 'the day as of which one looks; today where it is left out')
    .option('--csv <file>', 'write all findings into a file')
    .option('--most <number>', 'how many findings the table shows', '50')
    .action((options: ScanOptions) => guarded((terminal) => scanFolder(terminal, options, today()))());
  trust
    .command('detectors')
    .description('what is looked for, and by which parameters')
    .action(() => guarded(async (terminal) => showDetectors(terminal))());
}
