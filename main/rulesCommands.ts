import type { Command } from 'commander';
import type { RulesCommands } from './commands/rules.ts';
import type { Config } from './config.ts';
import { onDemand } from './onDemand.ts';
import type { Terminal } from './terminal.ts';

const { confirmRules, proposeRules, showRules } = onDemand(() => import('./commands/rules.ts'));

type WithConfig = (run: (terminal: Terminal, config: Config) => Promise<void>) => () => Promise<void>;

/** Rules that one person proposes and another one confirms. */
export function addRulesCommands(
  parent: Command,
  withConfig: WithConfig,
  kind: () => Promise<RulesCommands>,
): void {
  parent
    .command('propose <file>')
    .description('propose other rules (JSON, YAML); another person confirms them')
    .action((file) => withConfig(async (t, config) => proposeRules(t, config, await kind(), file))());
  parent
    .command('confirm <version>')
    .description('put the rules that were proposed last in force')
    .action((version) => withConfig(async (t, config) => confirmRules(t, config, await kind(), version))());
  parent
    .command('show')
    .description('the rules that are in force')
    .action(() => withConfig(async (t, config) => showRules(t, config, await kind()))());
}
