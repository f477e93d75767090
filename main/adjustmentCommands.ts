import type { Command } from 'commander';
import type { Config } from './config.ts';
import { onDemand } from './onDemand.ts';
import type { Terminal } from './terminal.ts';

const { approveOne, exportAll, listAll, previewOne, proposeOne, rejectOne, showOne, withdrawOne } = onDemand(
  () => import('./commands/adjustments.ts'),
);

type WithConfig = (run: (terminal: Terminal, config: Config) => Promise<void>) => () => Promise<void>;

/** The commands of amounts beside the terms, below `openrebate adjustments`. */
export function addAdjustmentCommands(adjustments: Command, withConfig: WithConfig): void {
  adjustments
    .command('preview <file>')
    .description('what an adjustment in JSON would change today; nothing is written')
    .action((file) => withConfig((t, config) => previewOne(t, config, file))());
  adjustments
    .command('propose <file>')
    .description('propose an adjustment in JSON, for a second person to approve')
    .action((file) => withConfig((t, config) => proposeOne(t, config, file))());
  adjustments
    .command('list')
    .description('adjustments, the latest first')
    .option('--agreement <code>', 'of this agreement')
    .option('--partner <code>', 'of this partner')
    .option('--state <state>', 'proposed, approved, rejected')
    .action((options) => withConfig((t, config) => listAll(t, config, options))());
  adjustments
    .command('export <agreement> <file>')
    .description('write what was approved beside the terms, for openrebate calculate --adjustments')
    .action((agreement, file) => withConfig((t, config) => exportAll(t, config, agreement, file))());
  adjustments
    .command('show <id>')
    .description('an adjustment with its parts, its reason and who decided')
    .action((id) => withConfig((t, config) => showOne(t, config, id))());
  adjustments
    .command('approve <id>')
    .description('approve an adjustment that somebody else has proposed')
    .action((id) => withConfig((t, config) => approveOne(t, config, id))());
  adjustments
    .command('reject <id>')
    .description('say no to an adjustment')
    .requiredOption('--reason <text>', 'why')
    .action((id, options) => withConfig((t, config) => rejectOne(t, config, id, options.reason))());
  adjustments
    .command('withdraw <id>')
    .description('propose a mirrored adjustment that takes an approved one back')
    .requiredOption('--reason <text>', 'why')
    .action((id, options) => withConfig((t, config) => withdrawOne(t, config, id, options.reason))());
}
