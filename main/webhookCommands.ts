import type { Command } from 'commander';
import type { Config } from './config.ts';
import { onDemand } from './onDemand.ts';
import type { Terminal } from './terminal.ts';

const { addWebhook, endOne, replayWebhook, setState, showDeliveries, showWebhooks, testWebhook } = onDemand(
  () => import('./commands/webhooks.ts'),
);

type WithConfig = (run: (terminal: Terminal, config: Config) => Promise<void>) => () => Promise<void>;

/** Programs outside that are told of what happens. */
export function addWebhookCommands(webhooks: Command, withConfig: WithConfig): void {
  webhooks.command('list').description('which there are, and how they fare').action(withConfig(showWebhooks));
  webhooks
    .command('add <name> <address>')
    .description('have an address told; prints what signs, this once')
    .option('--kinds <kinds...>', 'of what it is told; without it, of everything')
    .action((name, url, options) =>
      withConfig((t, config) => addWebhook(t, config, { name, url, ...options }))(),
    );
  for (const state of ['paused', 'active'] as const) {
    const [name, what] =
      state === 'paused'
        ? ['pause', 'send nothing there, or nowhere where none is named; what happens waits']
        : ['resume', 'let it go on, or all that are paused; what has waited is told in its order'];
    webhooks
      .command(`${name} [id]`)
      .description(what)
      .action((id) => withConfig((t, config) => setState(t, config, state, id))());
  }
  webhooks
    .command('test <id>')
    .description('send an event of which nothing comes')
    .action((id) => withConfig((t, config) => testWebhook(t, config, id))());
  webhooks
    .command('deliveries <id>')
    .description('what was told there, and what was answered, the latest first')
    .option('--state <state>', 'only those in this state')
    .action((id, options) => withConfig((t, config) => showDeliveries(t, config, id, options))());
  webhooks
    .command('replay <id>')
    .description('send again: one event, or all since an instant')
    .option('--event <id>', 'this one')
    .option('--since <time>', 'all since a day, or an instant such as 2026-12-01T08:00:00Z')
    .action((id, options) => withConfig((t, config) => replayWebhook(t, config, id, options))());
  webhooks
    .command('end <id>')
    .description('tell it nothing any more, nor what waits')
    .action((id) => withConfig((t, config) => endOne(t, config, id))());
}
