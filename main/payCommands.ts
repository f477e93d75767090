import { type Command, Option } from 'commander';
import type { RunOptions } from './commands/paymentRuns.ts';
import type { Config } from './config.ts';
import { onDemand } from './onDemand.ts';
import { ADVICE_FORMATS } from './paperFormats.ts';
import { addRulesCommands } from './rulesCommands.ts';
import type { Terminal } from './terminal.ts';

const {
  approvePayments,
  listOurAccounts,
  listPaymentRuns,
  planPayments,
  resolveOne,
  sendPayments,
  setOurAccount,
  showItems,
  showPaymentRun,
  withdrawPayments,
  writeAdvice,
  writePaymentFile,
} = onDemand(() => import('./commands/paymentRuns.ts'));
const { assignOne, bringStatement, bringStatus, decideOne, dismissOne, showEntries, takeBackOne } = onDemand(
  () => import('./commands/statements.ts'),
);

type WithConfig = (run: (terminal: Terminal, config: Config) => Promise<void>) => () => Promise<void>;

/** `openrebate pay`: what leaves our accounts. */
export function addPayCommands(pay: Command, withConfig: WithConfig): void {
  const rules = pay.command('rules').description('what has to happen before money leaves');
  addRulesCommands(
    rules,
    withConfig,
    async () => (await import('./commands/paymentRules.ts')).PAYMENT_COMMANDS,
  );
  const account = pay.command('account').description('the accounts of ours that are paid from');
  account
    .command('set <file>')
    .description('an account of ours, and which file its bank takes (JSON, YAML)')
    .action((file) => withConfig((t, config) => setOurAccount(t, config, file))());
  account.command('list').description('by their ends').action(withConfig(listOurAccounts));
  addRunCommands(pay, withConfig);
}

const METHODS = ['--methods <list>', 'ways of settling that are paid: payment,creditNote,debitNote'] as const;
const DUE = ['--due <day>', 'what is due by the end of this day; without it all that is open'] as const;

function addRunCommands(pay: Command, withConfig: WithConfig): void {
  pay
    .command('items')
    .description('what is open: what settlements owe, less what payments pay of them')
    .requiredOption('--company <code>', 'of this company of ours')
    .requiredOption('--currency <code>', 'in this currency')
    .requiredOption(...METHODS)
    .option(...DUE)
    .action((options) => withConfig((t, config) => showItems(t, config, options))());
  for (const deed of ['preview', 'propose'] as const) {
    pay
      .command(deed)
      .description(
        deed === 'preview' ? 'what a run would pay; nothing is written' : 'propose to pay what is open',
      )
      .requiredOption('--account <code>', 'the account of ours that is paid from')
      .requiredOption(...METHODS)
      .option(...DUE)
      .requiredOption('--on <day>', 'the day on which the bank pays')
      .option('--partners <list>', 'only these, with commas between them')
      .action((options: RunOptions) => withConfig((t, config) => planPayments(t, config, deed, options))());
  }
  pay
    .command('approve <run>')
    .description('one approval, with the key of a person who has not proposed it')
    .action((id) => withConfig((t, config) => approvePayments(t, config, id))());
  pay
    .command('withdraw <run>')
    .description('give a run up before it is sent')
    .requiredOption('--reason <text>', 'why')
    .action((id, options) => withConfig((t, config) => withdrawPayments(t, config, id, options))());
  pay
    .command('send <run>')
    .description('make the file of an approved run, once, with the key of a third person')
    .action((id) => withConfig((t, config) => sendPayments(t, config, id))());
  pay
    .command('file <run> <path>')
    .description('write the file that was made when the run was sent')
    .action((id, path) => withConfig((t, config) => writePaymentFile(t, config, id, path))());
  pay
    .command('runs')
    .description('payment runs, the latest first')
    .option('--before <id>', 'those proposed before this one')
    .action((options) => withConfig((t, config) => listPaymentRuns(t, config, options))());
  pay
    .command('show <run>')
    .description('what each payment of a run pays, and what was heard of it')
    .action((id) => withConfig((t, config) => showPaymentRun(t, config, id))());
  addBankCommands(pay, withConfig);
}

/** What the bank says, and what persons decide of it. */
function addBankCommands(pay: Command, withConfig: WithConfig): void {
  pay
    .command('statement <file>')
    .description('bring in what a bank says (camt.053, camt.054, tables); each entry counts once')
    .option('--account <code>', 'the account of ours whose table it is; without it the file says so')
    .action((file, options) => withConfig((t, config) => bringStatement(t, config, file, options))());
  pay
    .command('status <file>')
    .description('bring in what a bank says of payments (pain.002, NACHA returns)')
    .action((file) => withConfig((t, config) => bringStatus(t, config, file))());
  pay
    .command('assign <entry> [payments...]')
    .description('propose to which payments an entry belongs that waits, or what it pays')
    .option('--run <run>', 'all payments of this run that were not rejected')
    .option('--claim <claim>', 'a claim of ours, which it pays')
    .option('--document <settlement>', 'a document that a partner owes us, which it pays')
    .option('--part <part...>', 'one of several that it pays: claim:<id>=<amount> or document:<id>=<amount>')
    .requiredOption('--reason <text>', 'why')
    .action((entry, payments, options) =>
      withConfig((t, config) => assignOne(t, config, entry, payments, options))(),
    );
  pay
    .command('decide <entry>')
    .description('approve or reject what another person has proposed for an entry')
    .requiredOption('--is <decision>', 'approved or rejected')
    .option('--reason <text>', 'why')
    .action((entry, options) => withConfig((t, config) => decideOne(t, config, entry, options))());
  pay
    .command('dismiss <entry>')
    .description('an entry is none of ours: it waits no more')
    .requiredOption('--reason <text>', 'why')
    .action((entry, options) => withConfig((t, config) => dismissOne(t, config, entry, options))());
  pay
    .command('take-back <entry>')
    .description('propose that what an entry was laid against is open again')
    .requiredOption('--reason <text>', 'why')
    .action((entry, options) => withConfig((t, config) => takeBackOne(t, config, entry, options))());
  pay
    .command('entries')
    .description('entries of banks that wait, the latest first, each with the reason')
    .option('--before <id>', 'those that came before this one')
    .option('--laid', 'those that are laid against a claim or document')
    .action((options) => withConfig((t, config) => showEntries(t, config, options))());
  pay
    .command('advice <payment> <file>')
    .description('which documents a payment that was sent pays, for its partner')
    .addOption(new Option('--format <format>', 'what to write').choices(ADVICE_FORMATS).default('pdf'))
    .action((id, file, options) => withConfig((t, config) => writeAdvice(t, config, id, file, options))());
  pay
    .command('resolve <payment>')
    .description('what a person has found out of a payment that no bank has spoken of')
    .requiredOption('--is <news>', 'confirm or reject')
    .requiredOption('--reason <text>', 'what the bank has said, and who asked it')
    .action((id, options) => withConfig((t, config) => resolveOne(t, config, id, options))());
}
