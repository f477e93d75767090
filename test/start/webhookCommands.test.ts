import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { commandPlace, json } from '../support/commandPlace.ts';
import { runHere } from '../support/listedProgram.ts';

// Webhooks from the terminal, as whoever holds the machine does it after a restore: seen, paused, let go on, tested, sent again.
vi.mock('commander', async (original) =>
  (await import('../support/listedProgram.ts')).listed(await original()),
);

const place = await commandPlace();
beforeAll(() => place.inSandbox('Webhooks'));
afterAll(() => {
  delete process.env.WEBHOOK_PRIVATE_HOSTS;
});
process.env.WEBHOOK_PRIVATE_HOSTS = '127.0.0.1';

const webhooks = (...words: readonly string[]) => json('webhooks', ...words);
const states = async () => (await webhooks('list')).map(({ state }: { state: string }) => state);
const refusedWith = async (...words: readonly string[]) =>
  JSON.parse((await runHere(['--json', 'webhooks', ...words])).out).refusals[0].code;

it('are added, seen, paused, and let go on', async () => {
  const address = 'http://127.0.0.1:9/hooks';
  const { webhook, secret } = await webhooks('add', 'ERP', address, '--kinds', 'claim.sent', 'month.closed');
  expect(secret).toMatch(/^whsec_/);
  expect(webhook).toMatchObject({ name: 'ERP', kinds: ['claim.sent', 'month.closed'], state: 'active' });
  expect((await webhooks('add', 'BI', address)).webhook.kinds.length).toBeGreaterThan(30);
  expect(await states()).toEqual(['active', 'active']);
  expect(await webhooks('pause', webhook.id)).toMatchObject([
    { id: webhook.id, state: 'paused', version: 2 },
  ]);
  expect(await webhooks('pause')).toMatchObject([{ name: 'BI', state: 'paused' }]);
  expect(await webhooks('pause')).toEqual([]);
  expect(await webhooks('resume')).toHaveLength(2);
  expect(await states()).toEqual(['active', 'active']);
  const { out } = await runHere(['webhooks', 'list']);
  expect(out).toMatch(/told {6}ERP {2}http:\/\/127\.0\.0\.1:9\/hooks {2}0 taken, 0 wait, 0 given up/);
});

it('are tested, sent again and ended, and what cannot be is refused', async () => {
  const [{ id }] = await webhooks('list');
  const { event } = await webhooks('test', id);
  expect(await webhooks('deliveries', id, '--state', 'waiting')).toMatchObject([{ event: { id: event.id } }]);
  expect(await webhooks('deliveries', id, '--state', 'failed')).toEqual([]);
  expect(await webhooks('replay', id, '--event', event.id)).toEqual({ events: 1 });
  expect(await webhooks('replay', id, '--since', '2026-01-01')).toEqual({ events: 0 });
  expect(await refusedWith('replay', id)).toBe('argument-invalid');
  expect(await refusedWith('test', 'x')).toBe('argument-invalid');
  expect(await refusedWith('add', 'X', 'https://example.com/', '--kinds', 'x')).toBe('argument-invalid');
  expect(await refusedWith('add', 'X', 'https://10.0.0.1/')).toBe('webhook-address-private');
  expect(await webhooks('end', id)).toEqual({ id });
  expect(await refusedWith('resume', id)).toBe('webhook-not-found');
  expect(await webhooks('list')).toHaveLength(1);
});
