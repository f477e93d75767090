import type { Command } from 'commander';
import type { Config } from './config.ts';
import { onDemand } from './onDemand.ts';
import { addRulesCommands } from './rulesCommands.ts';
import type { Terminal } from './terminal.ts';

const { diff, history, showProposal, showProposals } = onDemand(
  () => import('./commands/agreementHistory.ts'),
);
const { amend, clone, draft, renew, terminate } = onDemand(() => import('./commands/agreementLife.ts'));
const { approve, comment, reject, submit, takeBack } = onDemand(
  () => import('./commands/agreementReview.ts'),
);
const { attach, documents, saveDocument } = onDemand(() => import('./commands/documents.ts'));
const { preview } = onDemand(() => import('./commands/previewAgreement.ts'));
const { showQualifying } = onDemand(() => import('./commands/whoQualifies.ts'));

type WithConfig = (run: (terminal: Terminal, config: Config) => Promise<void>) => () => Promise<void>;

const REASON = ['--reason <text>', 'why, to be read in the history'] as const;
const SET = [
  '--set <path=value...>',
  'change one place, as in terms[volume].tiers.rows[0].percent=3',
] as const;

/** The commands of the life of an agreement, below `openrebate agreement`. */
export function addAgreementCommands(agreement: Command, withConfig: WithConfig): void {
  addDraftCommands(agreement, withConfig);
  addReviewCommands(agreement, withConfig);
  agreement
    .command('preview <text>')
    .description(
      'what a file, or a proposal by its id, would change over the whole history; nothing is booked',
    )
    .option(
      '--effective <day>',
      'facts up to this day count; as in the next calculation where it is left out',
    )
    .option('--known <day>', 'as it was known at the end of this day')
    .option('--all', 'every row of every table')
    .action((text, options) => withConfig((t, config) => preview(t, config, text, options))());
  agreement
    .command('comment <agreement> <text>')
    .description('say something of an agreement, or of one place in it')
    .option('--path <path>', 'the place in its text')
    .option('--proposal <id>', 'the proposal that it is about')
    .action((id, said, options) => withConfig((t, config) => comment(t, config, id, said, options))());
  agreement
    .command('attach <agreement> <file>')
    .description('attach a document; what it is, its content decides')
    .option(...REASON)
    .action((id, file, options) => withConfig((t, config) => attach(t, config, id, file, options))());
  agreement
    .command('documents <agreement>')
    .description('the documents of an agreement')
    .action((id) => withConfig((t, config) => documents(t, config, id))());
  agreement
    .command('document <document> <file>')
    .description('write the bytes of a document into a file')
    .action((id, file) => withConfig((t, config) => saveDocument(t, config, id, file))());
  agreement
    .command('history <agreement>')
    .description('who did what to an agreement, when and why')
    .action((id) => withConfig((t, config) => history(t, config, id))());
  agreement
    .command('proposals')
    .description('proposals: drafts, what waits for an approval, and what was decided')
    .option('--agreement <id>', 'only those of this agreement')
    .option('--state <state>', 'draft, inReview, approved or withdrawn')
    .action((options) => withConfig((t, config) => showProposals(t, config, options))());
  agreement
    .command('proposal <proposal>')
    .description('a proposal: its text, and whose approval is missing')
    .action((id) => withConfig((t, config) => showProposal(t, config, id))());
  agreement
    .command('qualify <agreement>')
    .description('who qualifies, who does not, what is missing, and why')
    .option('--effective <day>', 'facts up to this day count; the business day where it is left out')
    .option('--partner <code>', 'only this partner')
    .action((id, options) => withConfig((t, config) => showQualifying(t, config, id, options))());
  agreement
    .command('diff <agreement> <from> <to>')
    .description('what differs between two versions, or revisions as <proposal>:<number>')
    .action((id, from, to) => withConfig((t, config) => diff(t, config, id, [from, to]))());
}

function addDraftCommands(agreement: Command, withConfig: WithConfig): void {
  agreement
    .command('draft <file>')
    .description('begin a new agreement as a draft, or save the next text of one')
    .option('--proposal <id>', 'the draft whose next text it is')
    .option('--revision <number>', 'with --proposal: the revision that it was made from')
    .option('--on-version-in-force', 'with --proposal: the text goes by the version in force')
    .option(...REASON)
    .action((file, options) => withConfig((t, config) => draft(t, config, file, options))());
  agreement
    .command('amend <agreement>')
    .description('draft a new version of an agreement, or a supplement to a term')
    .requiredOption('--base <version>', 'the version that was read before')
    .option('--file <file>', 'the whole text')
    .option(...SET)
    .option('--supplement <file>', 'terms that hold from a day on')
    .option('--term <id>', 'with --supplement: the term that it belongs to')
    .option(...REASON)
    .action((id, options) => withConfig((t, config) => amend(t, config, id, options))());
  agreement
    .command('terminate <agreement>')
    .description('draft an end before the last day of an agreement')
    .requiredOption('--base <version>', 'the version that was read before')
    .requiredOption('--last-day <day>', 'the last day that still belongs to it')
    .requiredOption('--open-windows <what>', 'settleToDate, forfeit or prorateThresholds')
    .option(...REASON)
    .action((id, options) => withConfig((t, config) => terminate(t, config, id, options))());
  agreement
    .command('clone <agreement>')
    .description('draft another agreement with the same text')
    .requiredOption('--as <id>', 'its id')
    .option(...SET)
    .option(...REASON)
    .action((id, options) => withConfig((t, config) => clone(t, config, id, options))());
  agreement
    .command('renew <agreement>')
    .description('draft the agreement of the next period')
    .requiredOption('--as <id>', 'its id')
    .option('--first-day <day>', 'with --last-day: another period than the next one')
    .option('--last-day <day>', 'the last day of that period')
    .option(...SET)
    .option(...REASON)
    .action((id, options) => withConfig((t, config) => renew(t, config, id, options))());
}

function addReviewCommands(agreement: Command, withConfig: WithConfig): void {
  agreement
    .command('submit <proposal>')
    .description('hand a draft in for review; its text is frozen then')
    .requiredOption('--revision <number>', 'the revision that is handed in')
    .option('--expected <amount>', 'the value that it is expected to have')
    .option('--capped', 'the value is the most that its own caps allow')
    .option(...REASON)
    .action((id, options) => withConfig((t, config) => submit(t, config, id, options))());
  agreement
    .command('approve <proposal>')
    .description('give the next level of approval')
    .requiredOption('--submission <number>', 'the submission that was read before')
    .option(...REASON)
    .action((id, options) => withConfig((t, config) => approve(t, config, id, options))());
  agreement
    .command('reject <proposal>')
    .description('send a proposal back to its authors')
    .requiredOption('--submission <number>', 'the submission that was read before')
    .requiredOption(...REASON)
    .action((id, options) => withConfig((t, config) => reject(t, config, id, options))());
  agreement
    .command('recall <proposal>')
    .description('take a proposal back from review to go on writing')
    .option(...REASON)
    .action((id, options) =>
      withConfig((t, config) => takeBack(t, config, id, { ...options, for: 'writing' }))(),
    );
  agreement
    .command('withdraw <proposal>')
    .description('give a proposal up; it stays to be read')
    .option(...REASON)
    .action((id, options) =>
      withConfig((t, config) => takeBack(t, config, id, { ...options, for: 'good' }))(),
    );
}

/** `openrebate approval`: who has to approve what. */
export function addApprovalCommands(approval: Command, withConfig: WithConfig): void {
  addRulesCommands(
    approval,
    withConfig,
    async () => (await import('./commands/approvalRules.ts')).APPROVAL_COMMANDS,
  );
}
