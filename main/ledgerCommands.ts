import type { Command } from 'commander';
import type { LedgerOptions, MonthOptions } from './commands/ledger.ts';
import type { Config } from './config.ts';
import { onDemand } from './onDemand.ts';
import type { Terminal } from './terminal.ts';

const { currencyOf, valueOne } = onDemand(() => import('./commands/booksCurrency.ts'));
const {
  closeBooks,
  readRules,
  reopenBooks,
  showBalances,
  showMonths,
  showRollForward,
  showRules,
  showTransfers,
} = onDemand(() => import('./commands/ledger.ts'));

type WithConfig = (run: (terminal: Terminal, config: Config) => Promise<void>) => () => Promise<void>;

/** The commands of the books, below `openrebate ledger`. */
export function addLedgerCommands(ledger: Command, withConfig: WithConfig): void {
  const filtered = (name: string, description: string) =>
    ledger
      .command(name)
      .description(description)
      .option('--company <code>', 'only the books of this company')
      .option('--partner <code>', 'only what is about this partner')
      .option('--agreement <id>', 'only what is about this agreement')
      .option('--item <id>', 'only the open item of this settlement or claim')
      .option('--from <day>', 'from this day in the books on')
      .option('--until <day>', 'until the end of this day in the books');
  filtered('balances', 'what each account holds, debit less credit').action((options: LedgerOptions) =>
    withConfig((t, config) => showBalances(t, config, options))(),
  );
  filtered('transfers', 'what was posted, in the order of the numbers').action((options: LedgerOptions) =>
    withConfig((t, config) => showTransfers(t, config, options))(),
  );
  filtered('roll-forward', 'opening, movements and closing of each account; needs --from and --until')
    .option('--in-books', 'in the currency of the books, all currencies together')
    .action((options: LedgerOptions) => withConfig((t, config) => showRollForward(t, config, options))());
  ledger
    .command('currency <company> [file]')
    .description('the currency of the books and the rates into it; a JSON file says them')
    .action((company: string, file: string | undefined) =>
      withConfig((t, config) => currencyOf(t, config, company, file))(),
    );
  ledger
    .command('value <company>')
    .description('value amounts in other currencies by the rates that are known now')
    .action((company: string) => withConfig((t, config) => valueOne(t, config, company))());
  ledger
    .command('rules [file]')
    .description('the accounts of the general ledger; a JSON file puts other rules in their place')
    .action((file: string | undefined) =>
      withConfig((t, config) => (file === undefined ? showRules(t, config) : readRules(t, config, file)))(),
    );
  ledger
    .command('months <company>')
    .description('the months that were closed, and whether each holds what it was closed with')
    .action((company: string) => withConfig((t, config) => showMonths(t, config, company))());
  ledger
    .command('close <company> <month>')
    .description('close the next month, YYYY-MM')
    .option('--waive <check=reason...>', 'why calculated, quarantined or blocked may stay open')
    .action((company: string, month: string, options: Omit<MonthOptions, 'company' | 'month'>) =>
      withConfig((t, config) => closeBooks(t, config, { company, month, ...options }))(),
    );
  ledger
    .command('reopen <company> <month>')
    .description('propose to open the month again that was closed last; with --approve, as another person')
    .requiredOption('--reason <text>', 'why')
    .option('--approve', 'open it, as proposed by somebody else')
    .action((company: string, month: string, options: Omit<MonthOptions, 'company' | 'month'>) =>
      withConfig((t, config) => reopenBooks(t, config, { company, month, ...options }))(),
    );
}
