import { type Command, Option } from 'commander';
import { CARRIED_PARTS } from '../app/transport/carriedParts.ts';
import type { Config } from './config.ts';
import { onDemand } from './onDemand.ts';
import type { Terminal } from './terminal.ts';

const { readTransport, writeTransport } = onDemand(() => import('./commands/transport.ts'));

type WithConfig = (run: (terminal: Terminal, config: Config) => Promise<void>) => () => Promise<void>;

/** From a tenant where things are tried to the one where they count. */
export function addTransportCommands(transport: Command, withConfig: WithConfig): void {
  transport
    .command('export <file>')
    .description('agreements, rules, calendars and descriptions of files; no facts, persons or secrets')
    .action((file) => withConfig((t, config) => writeTransport(t, config, file))());
  transport
    .command('import <file>')
    .description(
      'say what differs here; agreements and rules come as proposals for another person to approve',
    )
    .option('--apply', 'take it over; without it nothing is written')
    .addOption(new Option('--only <parts...>', 'these parts of it').choices(CARRIED_PARTS))
    .action((file, options) => withConfig((t, config) => readTransport(t, config, file, options))());
}
