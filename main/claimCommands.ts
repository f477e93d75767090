import type { Command } from 'commander';
import type { Config } from './config.ts';
import { onDemand } from './onDemand.ts';
import type { Terminal } from './terminal.ts';

const { dismissOne, listWaiting, repairOne } = onDemand(() => import('./commands/claimMessages.ts'));
const { acceptOne, listMissing, listPapers, passAll, proveOne, submitFile } = onDemand(
  () => import('./commands/claimPapers.ts'),
);
const {
  answerOne,
  commentOne,
  disputeOne,
  followOne,
  listAll,
  listLeft,
  raiseOne,
  receiveOne,
  returnOne,
  rulesOf,
  showHistory,
  showOne,
  writeOffOne,
} = onDemand(() => import('./commands/claims.ts'));

type WithConfig = (run: (terminal: Terminal, config: Config) => Promise<void>) => () => Promise<void>;

/** The commands of claims, below `openrebate claims`. */
export function addClaimCommands(claims: Command, withConfig: WithConfig): void {
  const dayed = (command: Command) => command.option('--day <day>', 'the day on which it holds');
  dayed(claims.command('raise <agreement>'))
    .description('claim from a supplier what was earned and nobody has claimed yet')
    .action((agreement, options) => withConfig((t, config) => raiseOne(t, config, agreement, options))());
  claims
    .command('left-out')
    .description('what is not claimed from suppliers although its window is over, and why')
    .option('--agreement <code>', 'of this agreement')
    .action((options) => withConfig((t, config) => listLeft(t, config, options))());
  dayed(claims.command('list'))
    .description('claims, what is open of them and how late it is')
    .option('--partner <code>', 'of this partner')
    .option('--agreement <code>', 'on this agreement')
    .option('--claimant <who>', 'us or partner')
    .action((options) => withConfig((t, config) => listAll(t, config, options))());
  dayed(claims.command('show <id>'))
    .description('a claim as it was sent, and what became of each line')
    .action((id, options) => withConfig((t, config) => showOne(t, config, id, options))());
  claims
    .command('history <id>')
    .description('what happened to a claim, with comments')
    .action((id) => withConfig((t, config) => showHistory(t, config, id))());
  claims
    .command('answer <id> <file>')
    .description('what the other side says, line by line, from a JSON file')
    .action((id, file) =>
      withConfig((t, config) => answerOne(t, config, id, { file, isObjections: false }))(),
    );
  claims
    .command('object <id> <file>')
    .description('what the other side says of transactions, from a JSON file; the shortfall is computed')
    .action((id, file) =>
      withConfig((t, config) => answerOne(t, config, id, { file, isObjections: true }))(),
    );
  addMoney(claims, dayed, withConfig);
  addPapers(claims, dayed, withConfig);
}

function addMoney(claims: Command, dayed: (command: Command) => Command, withConfig: WithConfig): void {
  dayed(claims.command('receive <id> <amount>'))
    .description('money that came; the same reference again changes nothing')
    .requiredOption('--reference <text>', 'what tells it from another receipt')
    .option('--note <text>', 'kept beside it')
    .action((id, amount, options) =>
      withConfig((t, config) => receiveOne(t, config, id, { ...options, amount }))(),
    );
  dayed(claims.command('return <id>'))
    .description('money that came did not stay: what it covered is open again')
    .requiredOption('--reference <text>', 'of the receipt')
    .requiredOption('--reason <text>', 'why')
    .action((id, options) => withConfig((t, config) => returnOne(t, config, id, options))());
  dayed(claims.command('dispute <id>'))
    .description('a part of a claim is in dispute; --outcome ends it')
    .option('--reason <reason>', 'price, quantity, product, validity, …')
    .option('--line <number>', 'of this line alone')
    .option('--amount <amount>', 'so much of it')
    .option('--outcome <word>', 'conceded or agreed')
    .option('--note <text>', 'kept beside it')
    .action((id, options) => withConfig((t, config) => disputeOne(t, config, id, options))());
  dayed(claims.command('write-off <id>'))
    .description('ask to give up what is open; --outcome decides, with the key of another person')
    .option('--amount <amount>', 'so much of it')
    .option('--reason <text>', 'why')
    .option('--outcome <word>', 'approved or rejected')
    .option('--note <text>', 'kept beside the decision')
    .action((id, options) => withConfig((t, config) => writeOffOne(t, config, id, options))());
  claims
    .command('comment <id> <text>')
    .description('write something beside a claim')
    .action((id, text) => withConfig((t, config) => commentOne(t, config, id, text))());
  claims
    .command('rules <company> <currency> [file]')
    .description('tolerance, limit of write-offs, reminders; a JSON file sets them')
    .action((company, currency, file) =>
      withConfig((t, config) => rulesOf(t, config, { company, currency, ...(file && { file }) }))(),
    );
}

function addPapers(claims: Command, dayed: (command: Command) => Command, withConfig: WithConfig): void {
  claims
    .command('assign <id> <person>')
    .description('which person looks after what is in dispute')
    .option('--note <text>', 'kept beside it')
    .action((id, person, options) =>
      withConfig((t, config) => followOne(t, config, id, { person, ...options }))(),
    );
  claims
    .command('reply <id> <text>')
    .description('what was said to what is in dispute')
    .action((id, note) => withConfig((t, config) => followOne(t, config, id, { note }))());
  claims
    .command('submit <file>')
    .description('claims of partners from a file: held against what we find')
    .option('--preview', 'say what would happen, and write nothing')
    .action((file, options) => withConfig((t, config) => submitFile(t, config, file, options))());
  claims
    .command('waiting')
    .description('rows of claims that wait to be repaired, and what is wrong with them')
    .action(() => withConfig((t, config) => listWaiting(t, config))());
  claims
    .command('repair <message> <file>')
    .description('send the rows that wait once more, with what a JSON file says instead')
    .action((message, file) => withConfig((t, config) => repairOne(t, config, message, file))());
  claims
    .command('dismiss <message> <reason>')
    .description('the rows of a message that wait stay out')
    .action((message, reason) => withConfig((t, config) => dismissOne(t, config, message, reason))());
  dayed(claims.command('deadlines'))
    .description('what silence comes to, and which reminders are due')
    .option('--record', 'also write down that the reminders went out')
    .action((options) => withConfig((t, config) => passAll(t, config, options))());
  claims
    .command('prove <id> <file>')
    .description('attach a document that proves a claim')
    .action((id, file) => withConfig((t, config) => proveOne(t, config, id, file))());
  claims
    .command('proofs <id>')
    .description('the documents that prove a claim')
    .action((id) => withConfig((t, config) => listPapers(t, config, id))());
  claims
    .command('accept <agreement>')
    .description('record that the supplier has accepted the version in force')
    .requiredOption('--document <id>', 'the document of the agreement that shows it')
    .requiredOption('--by <name>', 'who of the supplier said yes')
    .requiredOption('--on <day>', 'when')
    .action((agreement, options) => withConfig((t, config) => acceptOne(t, config, agreement, options))());
  claims
    .command('unrecognised')
    .description('what was earned from suppliers and is no income yet, and what is missing')
    .action(() => withConfig((t, config) => listMissing(t, config))());
}
