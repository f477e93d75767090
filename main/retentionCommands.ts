import type { Command } from 'commander';
import type { Config } from './config.ts';
import { onDemand } from './onDemand.ts';
import type { Terminal } from './terminal.ts';

const { changeRetention, showRetention } = onDemand(() => import('./commands/retention.ts'));

type WithConfig = (run: (terminal: Terminal, config: Config) => Promise<void>) => () => Promise<void>;

/** How long what may go is kept. */
export function addRetentionCommands(retention: Command, withConfig: WithConfig): void {
  retention.command('show').description('how many days each kind is kept').action(withConfig(showRetention));
  retention
    .command('set <kind> <days>')
    .description('keep answers, jobs, events, notices or invitations for so many days; default takes it back')
    .action((kind, days) => withConfig((t, config) => changeRetention(t, config, kind, days))());
}
