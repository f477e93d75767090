import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import PostalMime, { type Email } from 'postal-mime';
import type { SMTPServerOptions } from 'smtp-server';
import { afterEach, expect, test } from 'vitest';
import { letterOf } from '../../app/accounts/letters.ts';
import type { Mail } from '../../app/ports/mails.ts';
import { mailPeer } from '../../test/support/mailPeer.ts';
import { fileCarrier } from './fileCarrier.ts';
import { postbox } from './postbox.ts';
import { smtpCarrier } from './smtpCarrier.ts';

// Mails over SMTP to a real server of another project, and as files; read by a parser of another project.

const FROM = 'OpenRebate <rebates@acme.example>';
const LINK = 'http://localhost:80/invitation#ori_acme_secret';
const FACTS = {
  tenant: 'Acme <b>Trading</b>',
  name: 'Ann & Bo',
  inviter: '"Eve"',
  until: '2026-12-07 08:00',
};
const mail = (language: Mail['language'] = 'en', to = 'ann@example.com'): Mail => ({
  to,
  language,
  letter: letterOf('invitation', language, FACTS, { address: LINK }),
});

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function peer(options: SMTPServerOptions = {}) {
  const server = await mailPeer(options);
  closing.push(server.close);
  return server;
}

const read = (raw: Buffer): Promise<Email> => PostalMime.parse(raw);

test('a mail says the same as text and as HTML, in both languages, with nothing of others as markup', async () => {
  const { received, port } = await peer();
  const carrier = smtpCarrier({ url: `smtp://127.0.0.1:${port}`, from: FROM });
  await carrier.carry(mail());
  await carrier.carry(mail('zh-CN'));
  carrier.close();
  const [english, chinese] = await Promise.all(received.map(({ raw }) => read(raw)));
  expect([received[0]?.from, received[0]?.to]).toEqual(['rebates@acme.example', ['ann@example.com']]);
  expect([english?.subject, english?.from]).toEqual([
    'Acme <b>Trading</b> invites you to OpenRebate',
    { name: 'OpenRebate', address: 'rebates@acme.example' },
  ]);
  expect(english?.text).toContain(`Accept the invitation:\n${LINK}`);
  expect(english?.html).toContain('Acme &lt;b&gt;Trading&lt;/b&gt;');
  expect(english?.html).toContain(`href="${LINK}"`);
  expect(english?.html).not.toMatch(/<script|<img|<b>|src=/);
  expect(chinese?.subject).toBe('Acme <b>Trading</b> 邀请您使用 OpenRebate');
  expect([chinese?.text, chinese?.html].every((one) => one?.includes('接受邀请'))).toBe(true);
});

test('is under the name of whose letter it is, at the address that the server sends for', async () => {
  const { received, port } = await peer();
  const carrier = smtpCarrier({ url: `smtp://127.0.0.1:${port}`, from: FROM });
  const letter = { head: { name: 'Acme, Bonus' }, subject: 'a', before: [], after: [] };
  const stopAt = 'https://bonus.acme.example/mail-stop#x';
  await carrier.carry({ to: 'ann@example.com', language: 'en', letter, stopAt });
  carrier.close();
  const parsed = await read(received[0]?.raw ?? Buffer.alloc(0));
  expect(parsed.from).toEqual({ name: 'Acme, Bonus', address: 'rebates@acme.example' });
  expect(String(received[0]?.raw)).not.toContain('OpenRebate');
});

test('a name with a line break adds no header and no receiver', async () => {
  const { received, port } = await peer();
  const carrier = smtpCarrier({ url: `smtp://127.0.0.1:${port}`, from: FROM });
  const letter = { subject: 'a\r\nBcc: eve@evil.example', before: [], after: [] };
  await carrier.carry({ to: 'ann@example.com', language: 'en', letter });
  carrier.close();
  const parsed = await read(received[0]?.raw ?? Buffer.alloc(0));
  expect([received[0]?.to, parsed.bcc]).toEqual([['ann@example.com'], undefined]);
});

test('user and password go to the server, and nothing goes in the clear to one that is elsewhere', async () => {
  const { received, port } = await peer({
    authOptional: false,
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
  });
  const right = smtpCarrier({ url: `smtp://ann%40x:p%40ss%20word@127.0.0.1:${port}`, from: FROM });
  await right.carry(mail());
  right.close();
  expect(received).toHaveLength(1);
  const wrong = smtpCarrier({ url: `smtp://ann:guess@127.0.0.1:${port}`, from: FROM });
  await expect(wrong.carry(mail())).rejects.toMatchObject({ code: 'EAUTH' });
  wrong.close();
  // By a name that is not of this machine the same server is refused, since it has no TLS.
  const elsewhere = smtpCarrier({ url: `smtp://0.0.0.0:${port}`, from: FROM });
  await expect(elsewhere.carry(mail())).rejects.toMatchObject({ code: 'ETLS' });
  elsewhere.close();
  const { port: forged } = await peer();
  const untrusted = smtpCarrier({ url: `smtp://0.0.0.0:${forged}`, from: FROM });
  await expect(untrusted.carry(mail())).rejects.toThrow('certificate');
  untrusted.close();
});

test('what cannot be sent is tried again, then told by a code without address or password', async () => {
  const told: string[] = [];
  let tries = 0;
  const { port } = await peer({
    onRcptTo: (_address, _session, done) => {
      tries += 1;
      done(Object.assign(new Error('<ann@example.com> is full'), { responseCode: 452 }));
    },
  });
  const carrier = smtpCarrier({ url: `smtp://127.0.0.1:${port}`, from: FROM });
  const box = postbox(carrier, { failed: (code) => told.push(code), pausesMs: [1, 1] });
  box.post(async () => mail());
  box.post(async () => undefined);
  box.post(async () => {
    throw new Error('secret');
  });
  await box.settled();
  await box.close();
  expect([tries, told]).toEqual([3, ['EENVELOPE 452', 'fault']]);
});

test('a server that answers nothing holds up nobody who posts', async () => {
  const silent = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => silent.once('listening', resolve));
  closing.push(() => silent.close());
  const { port } = silent.address() as AddressInfo;
  const carrier = smtpCarrier({ url: `smtp://127.0.0.1:${port}`, from: FROM });
  const box = postbox(carrier, { failed: () => undefined, pausesMs: [] });
  const begun = performance.now();
  for (let one = 0; one < 100; one += 1) box.post(async () => mail());
  expect(performance.now() - begun).toBeLessThan(50);
  carrier.close();
});

test('without a server mails lie in files of their owner alone', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'openrebate-mail-'));
  closing.push(() => rm(folder, { recursive: true }));
  const kept: string[] = [];
  const now = () => new Date('2026-11-30T08:00:00Z');
  const outbox = join(folder, 'outbox');
  const carrier = fileCarrier({ folder: async () => outbox, kept: (file) => kept.push(file), now });
  await carrier.carry(mail());
  await carrier.carry(mail('zh-CN', 'bo@example.com'));
  expect((await readdir(outbox)).map((name) => join(outbox, name)).sort()).toEqual([...kept].sort());
  const parsed = await read(await readFile(kept[1] as string));
  expect([parsed.to?.[0]?.address, parsed.text?.includes(LINK)]).toEqual(['bo@example.com', true]);
  expect([(await stat(outbox)).mode & 0o777, (await stat(kept[0] as string)).mode & 0o777]).toEqual([
    0o700, 0o600,
  ]);
});
