import type { Command } from 'commander';
import type { Config } from './config.ts';
import { onDemand } from './onDemand.ts';
import type { Terminal } from './terminal.ts';

const { pauseMails, showMailing } = onDemand(() => import('./commands/mails.ts'));

type WithConfig = (run: (terminal: Terminal, config: Config) => Promise<void>) => () => Promise<void>;

/** What goes out by mail by itself: notices, and the reports of subscriptions. */
export function addMailCommands(mails: Command, withConfig: WithConfig): void {
  mails.command('show').description('whether notices and reports go out').action(withConfig(showMailing));
  mails
    .command('pause')
    .description('send no notices and reports; they wait')
    .action(withConfig((t, config) => pauseMails(t, config, true)));
  mails
    .command('resume')
    .description('let them go out, such as after a restore; what has waited as well')
    .action(withConfig((t, config) => pauseMails(t, config, false)));
}
