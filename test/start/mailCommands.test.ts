import { beforeAll, expect, it, vi } from 'vitest';
import { commandPlace, json } from '../support/commandPlace.ts';
import { runHere } from '../support/listedProgram.ts';

// Mails from the terminal, as whoever holds the machine pauses them, and lets them go on after a restore.
vi.mock('commander', async (original) =>
  (await import('../support/listedProgram.ts')).listed(await original()),
);

const place = await commandPlace();
beforeAll(() => place.inSandbox('Mails'));

it('go out, are paused, and go on', async () => {
  expect(await json('mails', 'show')).toEqual({ version: 0, isPaused: false });
  expect(await json('mails', 'pause')).toMatchObject({ version: 1, isPaused: true });
  expect(await json('mails', 'pause')).toMatchObject({ version: 1, isPaused: true });
  expect((await runHere(['mails', 'show'])).out).toBe(
    'Notices and reports do not go out by mail; they wait.\n',
  );
  expect(await json('mails', 'resume')).toMatchObject({ version: 2, isPaused: false });
  expect((await runHere(['--lang', 'zh-CN', 'mails', 'show'])).out).toBe('通知和报表会通过邮件发送。\n');
});
