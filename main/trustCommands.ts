import type { Command } from 'commander';
import type { LocalDate } from '../core/calendar/localDate.ts';
import type { ScanOptions } from './commands/trust.ts';
import type { Config } from './config.ts';
import { onDemand } from './onDemand.ts';
import type { Terminal } from './terminal.ts';

const { scanFolder, scanOfTenant, showDetectors } = onDemand(() => import('./commands/trust.ts'));

type Guarded = (run: (terminal: Terminal) => Promise<void>) => () => Promise<void>;
type WithConfig = (run: (terminal: Terminal, config: Config) => Promise<void>) => () => Promise<void>;
type Ways = { readonly guarded: Guarded; readonly withConfig: WithConfig; readonly today: () => LocalDate };

/** The commands of trust, below `openrebate trust`, that keep nothing. Of a folder they need no database. */
export function addTrustCommands(trust: Command, { guarded, withConfig, today }: Ways): void {
  trust
    .command('scan')
    .description('look for fraud, and for money that was left on the table')
    .option('--folder <folder>', 'the folder with the history in CSV files; else what the tenant has')
    .option('--today <day>', 'of a folder: the day as of which one looks; today where it is left out')
    .option('--partner <code>', 'of the tenant: what concerns this partner alone')
    .option('--csv <file>', 'write all findings into a file')
    .option('--most <number>', 'how many findings the table shows', '50')
    .action(({ folder, ...options }: ScanOptions & { readonly folder?: string }) =>
      folder === undefined
        ? withConfig((terminal, config) => scanOfTenant(terminal, config, options))()
        : guarded((terminal) => scanFolder(terminal, { ...options, folder }, today()))(),
    );
  trust
    .command('detectors')
    .description('what is looked for, and by which parameters')
    .action(() => guarded(async (terminal) => showDetectors(terminal))());
}
