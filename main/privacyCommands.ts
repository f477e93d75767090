import type { Command } from 'commander';
import type { Config } from './config.ts';
import { onDemand } from './onDemand.ts';
import type { Terminal } from './terminal.ts';

const { forgetPerson, writePersonalData } = onDemand(() => import('./commands/privacy.ts'));

type WithConfig = (run: (terminal: Terminal, config: Config) => Promise<void>) => () => Promise<void>;

/** What is kept of persons, and how they are forgotten. */
export function addPrivacyCommands(privacy: Command, withConfig: WithConfig): void {
  privacy
    .command('export <file>')
    .description('everything that is kept of a person, as JSON; never a secret')
    .requiredOption('--person <login>', 'whose')
    .action((file, { person }) => withConfig((t, config) => writePersonalData(t, config, file, person))());
  privacy
    .command('erase')
    .description('forget who a person was that has left; what they did stays under a pseudonym')
    .requiredOption('--person <login>', 'whom')
    .requiredOption('--reason <text>', 'why; it stays in the audit trail, so name nobody in it')
    .action((options) => withConfig((t, config) => forgetPerson(t, config, options))());
}
