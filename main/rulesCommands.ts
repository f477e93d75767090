import type { Command } from 'commander';
import { confirmRules, proposeRules, type RulesCommands, showRules } from './commands/rules.ts';
import type { Config } from './config.ts';
import type { Terminal } from './terminal.ts';

type WithConfig = (run: (terminal: Terminal, config: Config) => Promise<void>) => () => Promise<void>;

/** Rules that one person proposes and another one confirms. */
export function addRulesCommands(parent: Command, withConfig: WithConfig, kind: RulesCommands): void {
  parent
    .command('propose <file>')
    .description('propose other rules (JSON, YAML); another person confirms them')
    .action((file) => withConfig((t, config) => proposeRules(t, config, kind, file))());
  parent
    .command('confirm <version>')
    .description('put the rules that were proposed last in force')
    .action((version) => withConfig((t, config) => confirmRules(t, config, kind, version))());
  parent
    .command('show')
    .description('the rules that are in force')
    .action(() => withConfig((t, config) => showRules(t, config, kind))());
}
