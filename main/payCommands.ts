import type { Command } from 'commander';
import { PAYMENT_COMMANDS } from './commands/paymentRules.ts';
import type { Config } from './config.ts';
import { addRulesCommands } from './rulesCommands.ts';
import type { Terminal } from './terminal.ts';

type WithConfig = (run: (terminal: Terminal, config: Config) => Promise<void>) => () => Promise<void>;

/** `openrebate pay`: what leaves our accounts. */
export function addPayCommands(pay: Command, withConfig: WithConfig): void {
  const rules = pay.command('rules').description('what has to happen before money leaves');
  addRulesCommands(rules, withConfig, PAYMENT_COMMANDS);
}
