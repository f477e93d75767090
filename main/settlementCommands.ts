import { type Command, Option } from 'commander';
import type { Config } from './config.ts';
import { onDemand } from './onDemand.ts';
import { DOCUMENT_FORMATS } from './paperFormats.ts';
import type { Terminal } from './terminal.ts';

const { approveSetting, rejectSetting, settingsOf } = onDemand(
  () => import('./commands/documentSettings.ts'),
);
const {
  advanceOne,
  approveOne,
  cancelOne,
  documentOne,
  documentsIssued,
  explainOneLine,
  issueOne,
  listAllSettlements,
  numberOne,
  payables,
  previewOne,
  proposeOne,
  rejectOne,
  showOneSettlement,
} = onDemand(() => import('./commands/settlements.ts'));

type WithConfig = (run: (terminal: Terminal, config: Config) => Promise<void>) => () => Promise<void>;

/** The commands of settlements, below `openrebate settlement`. */
export function addSettlementCommands(settlement: Command, withConfig: WithConfig): void {
  const selecting = (command: Command) =>
    command
      .option('--agreement <code...>', 'only these agreements')
      .option('--partner <code...>', 'only who gets the money is among these')
      .option('--day <day>', 'as if it were this day')
      .option('--waivers <file>', 'a JSON list of terms to settle although lines are missing');
  selecting(settlement.command('preview <company>'))
    .description('what a settlement would do, every figure of it')
    .action((company, options) => withConfig((t, config) => previewOne(t, config, company, options))());
  selecting(settlement.command('run <company>'))
    .description('propose what the preview shows, for other persons to approve')
    .action((company, options) => withConfig((t, config) => proposeOne(t, config, company, options))());
  settlement
    .command('advance <agreement> <partner> <amount>')
    .description('propose to pay a partner ahead of what it earns')
    .requiredOption('--term <id>', 'the term that it is paid for')
    .requiredOption('--reason <text>', 'why')
    .option('--beside <amount>', 'what the account was paid ahead before; without it nothing')
    .action((agreement, partner, amount, options) =>
      withConfig((t, config) => advanceOne(t, config, { agreement, partner, amount, ...options }))(),
    );
  settlement
    .command('list')
    .description('settlements, the latest first')
    .option('--company <code>', 'of this company')
    .option('--partner <code>', 'with this partner')
    .option('--state <state>', 'proposed, approved, awaitingNumber, issued, cancelled, rejected')
    .action((options) => withConfig((t, config) => listAllSettlements(t, config, options))());
  settlement
    .command('show <id>')
    .description('a settlement with its lines, approvals and accounts')
    .action((id) => withConfig((t, config) => showOneSettlement(t, config, id))());
  settlement
    .command('explain <id> <line>')
    .description('how what stands behind a line was earned')
    .action((id, line) => withConfig((t, config) => explainOneLine(t, config, id, line))());
  settlement
    .command('documents')
    .description('documents as they were issued, the latest first')
    .option('--company <code>', 'of this company')
    .option('--partner <code>', 'to or from this partner')
    .action((options) => withConfig((t, config) => documentsIssued(t, config, options))());
  settlement
    .command('document <id> <file>')
    .description('the document of a settlement as it was issued')
    .addOption(new Option('--format <format>', 'what to write').choices(DOCUMENT_FORMATS).default('pdf'))
    .action((id, file, options) => withConfig((t, config) => documentOne(t, config, id, file, options))());
  addDeeds(settlement, withConfig);
}

function addDeeds(settlement: Command, withConfig: WithConfig): void {
  settlement
    .command('approve <id>')
    .description('give the next level of approval, with the key of another person')
    .action((id) => withConfig((t, config) => approveOne(t, config, id))());
  settlement
    .command('reject <id>')
    .description('take it back before it is issued')
    .requiredOption('--reason <text>', 'why')
    .action((id, { reason }) => withConfig((t, config) => rejectOne(t, config, id, reason))());
  settlement
    .command('issue <id>')
    .description('give it its number and put it in the books')
    .action((id) => withConfig((t, config) => issueOne(t, config, id))());
  settlement
    .command('number <id> <number>')
    .description('give it the number that another system has for it')
    .action((id, number) => withConfig((t, config) => numberOne(t, config, id, number))());
  settlement
    .command('cancel <id>')
    .description('propose a mirrored document that takes it back')
    .requiredOption('--reason <text>', 'why')
    .action((id, { reason }) => withConfig((t, config) => cancelOne(t, config, id, reason))());
  settlement
    .command('payables')
    .description('what we owe by documents that stand')
    .option('--company <code>', 'of this company')
    .option('--partner <code>', 'to this partner')
    .action((options) => withConfig((t, config) => payables(t, config, options))());
  settlement
    .command('settings <company> [file]')
    .description('how documents are numbered and how the company stands on them; a JSON file sets them')
    .action((company, file) => withConfig((t, config) => settingsOf(t, config, company, file))());
  settlement
    .command('approve-setting <id>')
    .description('let another word about documents count, as a second person')
    .action((id) => withConfig((t, config) => approveSetting(t, config, id))());
  settlement
    .command('reject-setting <id>')
    .description('say no to another word about documents')
    .requiredOption('--reason <text>', 'why')
    .action((id, options) => withConfig((t, config) => rejectSetting(t, config, id, options.reason))());
}
