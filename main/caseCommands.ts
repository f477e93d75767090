import type { Command } from 'commander';
import type { Config } from './config.ts';
import { onDemand } from './onDemand.ts';
import type { Terminal } from './terminal.ts';

const { decideOne, listAll, releaseOne, scanNow, setPolicyFrom, showOne, showPolicyNow } = onDemand(
  () => import('./commands/trustCases.ts'),
);

type WithConfig = (run: (terminal: Terminal, config: Config) => Promise<void>) => () => Promise<void>;

/** What is suspected, held and decided, below `openrebate trust`. */
export function addCaseCommands(trust: Command, withConfig: WithConfig): void {
  trust
    .command('cases')
    .description('cases that nobody has decided, by risk')
    .option('--state <state>', 'open, underWay, decided or undecided')
    .option('--held', 'only those that hold something')
    .option('--partner <code>', 'about this partner')
    .action((options) => withConfig((t, config) => listAll(t, config, options))());
  trust
    .command('case <id>')
    .description('a case with what was found and everything that happened')
    .action((id) => withConfig((t, config) => showOne(t, config, id))());
  trust
    .command('decide <id> <reason>')
    .description(
      'say what a case was: fraud, claimedTwice, notEarned, leftUnclaimed, mistake; or a false alarm',
    )
    .requiredOption('--text <text>', 'in your words')
    .option('--prevented <amount>', 'what was not paid because of it')
    .option('--recovered <amount>', 'what came back because of it')
    .action((id, reason, options) =>
      withConfig((t, config) => decideOne(t, config, { id, reason, ...options }))(),
    );
  trust
    .command('release <id>')
    .description('let go of what a decided case holds')
    .requiredOption('--reason <text>', 'why')
    .action((id, options) => withConfig((t, config) => releaseOne(t, config, id, options.reason))());
  trust
    .command('policy [file]')
    .description('show from which risk on something is held, or set it from JSON')
    .option('--reason <text>', 'why it is set')
    .action((file, options) =>
      withConfig((t, config) =>
        file === undefined ? showPolicyNow(t, config) : setPolicyFrom(t, config, file, options.reason ?? ''),
      )(),
    );
  trust
    .command('run')
    .description('ask a worker to look at everything now, and to keep what it finds')
    .action(withConfig(scanNow));
}
