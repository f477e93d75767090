import type { Command } from 'commander';
import type { Config } from './config.ts';
import { onDemand } from './onDemand.ts';
import type { Terminal } from './terminal.ts';

const { answerBalance, listBalances, sendBalances } = onDemand(() => import('./commands/balances.ts'));
const {
  claimOne,
  closeOne,
  decideOne,
  endOne,
  expireAll,
  giveUpOne,
  openOne,
  registerOne,
  requestOne,
  settleOne,
  showDeductions,
  showFunds,
} = onDemand(() => import('./commands/funds.ts'));

type WithConfig = (run: (terminal: Terminal, config: Config) => Promise<void>) => () => Promise<void>;

/** The commands of deductions, below `openrebate deductions`. */
export function addDeductionCommands(deductions: Command, withConfig: WithConfig): void {
  deductions
    .command('register <partner> <amount>')
    .description('what a partner paid less; the same again changes nothing')
    .requiredOption('--company <code>', 'the company of ours that was paid less')
    .requiredOption('--currency <code>', 'ISO 4217')
    .requiredOption('--reference <text>', 'what the partner calls it')
    .option('--note <text>', 'kept beside it')
    .action((partner, amount, options) =>
      withConfig((t, config) => registerOne(t, config, partner, amount, options))(),
    );
  deductions
    .command('show [id]')
    .description('deductions, and what became of each part')
    .option('--partner <code>', 'of this partner')
    .action((id, options) => withConfig((t, config) => showDeductions(t, config, id, options))());
  deductions
    .command('match <id> <amount>')
    .description(
      'a part is what the partner has claimed, what an account has earned, or what a document of ours owes',
    )
    .option('--claim <id>', 'the claim')
    .option('--settlement <id>', 'the document of ours')
    .option('--agreement <code>', 'the account: its agreement')
    .option('--term <id>', 'its term')
    .option('--participant <code>', 'its partner')
    .option('--first-day <day>', 'the first day of its window')
    .option('--last-day <day>', 'the last day of its window')
    .option('--note <text>', 'kept beside it')
    .action((id, amount, options) =>
      withConfig((t, config) =>
        endOne(t, config, id, amount, { ...options, agreement: options.agreement ?? '' }),
      )(),
    );
  deductions
    .command('deny <id> <amount>')
    .description('a part is nothing that we owe')
    .option('--note <text>', 'kept beside it')
    .action((id, amount, options) => withConfig((t, config) => endOne(t, config, id, amount, options))());
  deductions
    .command('write-off <id>')
    .description('ask to give up a part; --outcome decides, with the key of another person')
    .option('--amount <amount>', 'so much of it')
    .option('--outcome <word>', 'approved or rejected')
    .option('--note <text>', 'why')
    .action((id, options) => withConfig((t, config) => giveUpOne(t, config, id, options))());
}

/** The commands of marketing funds, below `openrebate funds`. */
export function addFundCommands(funds: Command, withConfig: WithConfig): void {
  funds
    .command('open <code> <file>')
    .description('set money aside for marketing, as a JSON file says')
    .requiredOption('--company <code>', 'whose money it is')
    .option('--partner <code>', 'for this partner alone')
    .action((code, file, options) => withConfig((t, config) => openOne(t, config, code, file, options))());
  funds
    .command('show [code]')
    .description('what funds have left, or one with its activities')
    .action((code) => withConfig((t, config) => showFunds(t, config, code))());
  funds
    .command('request <fund> <amount>')
    .description('ask for money for an activity of a partner')
    .requiredOption('--partner <code>', 'who asks')
    .requiredOption('--reference <text>', 'what the partner calls it')
    .requiredOption('--title <text>', 'what it is')
    .requiredOption('--first-day <day>', 'when it begins')
    .requiredOption('--last-day <day>', 'when it ends')
    .action((fund, amount, options) =>
      withConfig((t, config) => requestOne(t, config, fund, amount, options))(),
    );
  funds
    .command('approve <activity> <amount>')
    .description('reserve an amount, with the key of another person')
    .option('--note <text>', 'kept beside it')
    .action((activity, amount, options) =>
      withConfig((t, config) => decideOne(t, config, activity, amount, options))(),
    );
  funds
    .command('reject <activity>')
    .description('say no, with the key of another person')
    .option('--note <text>', 'why')
    .action((activity, options) =>
      withConfig((t, config) => decideOne(t, config, activity, undefined, options))(),
    );
  funds
    .command('claim <activity> <cost> <file>')
    .description('what it cost, with the file that proves it')
    .action((activity, cost, file) =>
      withConfig((t, config) => claimOne(t, config, activity, { cost, file }))(),
    );
  funds
    .command('settle <activity> <amount>')
    .description('a part of what was granted is paid')
    .requiredOption('--reference <text>', 'by which document or payment')
    .action((activity, amount, options) =>
      withConfig((t, config) => settleOne(t, config, activity, amount, options))(),
    );
  funds
    .command('close <activity>')
    .description('nothing more will be claimed; the rest falls back')
    .action((activity) => withConfig((t, config) => closeOne(t, config, activity))());
  funds
    .command('expire')
    .description('what nobody claimed in time falls back to the funds')
    .option('--day <day>', 'as of this day')
    .action((options) => withConfig((t, config) => expireAll(t, config, options))());
}

/** The commands of balances that partners confirm, below `openrebate balances`. */
export function addBalanceCommands(balances: Command, withConfig: WithConfig): void {
  balances
    .command('send <partner>')
    .description('ask a partner to confirm what is earned and paid, as it stands now')
    .requiredOption('--company <code>', 'with which company of ours')
    .action((partner, options) => withConfig((t, config) => sendBalances(t, config, partner, options))());
  balances
    .command('list')
    .description('balances that partners were asked to confirm, and what they said')
    .option('--partner <code>', 'of this partner')
    .action((options) => withConfig((t, config) => listBalances(t, config, options))());
  balances
    .command('answer <id> <what>')
    .description('confirmed, contested, assigned, replied or resolved')
    .option('--amount <amount>', 'what the partner says that is open, where it contests')
    .option('--person <id>', 'who looks after it, where it is assigned')
    .option('--note <text>', 'what was said')
    .option('--file <file>', 'the letter of the partner, to be filed')
    .action((id, what, options) => withConfig((t, config) => answerBalance(t, config, id, what, options))());
}
