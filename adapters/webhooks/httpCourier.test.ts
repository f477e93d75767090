import type { LookupAddress } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeEach, describe, expect, it, test } from 'vitest';
import type { Parcel } from '../../app/ports/courier.ts';
import { answered, webhookReceiver } from '../../test/support/webhookReceiver.ts';
import { type CourierOptions, httpCourier } from './httpCourier.ts';

// Against a real server on this machine, which an operator would have to name.

const receiver = await webhookReceiver();
afterAll(() => receiver.close());
beforeEach(() => {
  receiver.received.length = 0;
  receiver.answer = answered(204);
});

const options = (more: Partial<CourierOptions> = {}): CourierOptions => ({
  ...{ privateHosts: ['127.0.0.1'], userAgent: 'OpenRebate/test', timeoutMs: 300 },
  ...more,
});
const secretOf = httpCourier(options()).newSecret;
const parcel = (more: Partial<Parcel> = {}): Parcel => ({
  ...{ url: receiver.url, id: 'msg_1', at: new Date(), body: '{"type":"claim.sent"}', secrets: [secretOf()] },
  ...more,
});

describe('what came of it', () => {
  test.each([
    [200, 'taken', 'fine'],
    [204, 'taken', ''],
    [299, 'taken', ''],
    [300, 'redirected', ''],
    [400, 'refused', 'no such thing'],
    [410, 'refused', ''],
    [500, 'refused', 'broken'],
  ] as const)('%i is %s', async (status, outcome, said) => {
    receiver.answer = answered(status, said);
    expect(await httpCourier(options()).send(parcel())).toMatchObject({ outcome, status, said });
  });

  it('a redirect is not followed, wherever it leads', async () => {
    receiver.answer = answered(302, '', { location: `${receiver.url}/elsewhere` });
    expect(await httpCourier(options()).send(parcel())).toMatchObject({ outcome: 'redirected', status: 302 });
    expect(receiver.received.map(({ url }) => url)).toEqual(['/hooks']);
  });

  it('who never answers, and who never comes to an end, is late', async () => {
    for (const answer of [
      () => undefined,
      (_: unknown, response: { write: (text: string) => unknown }) => void response.write('so'),
    ]) {
      receiver.answer = answer;
      const { outcome, tookMs } = await httpCourier(options()).send(parcel());
      expect([outcome, tookMs >= 290, tookMs < 2000]).toEqual(['late', true, true]);
    }
  });

  it('who hangs up and who is not there is unreachable', async () => {
    receiver.answer = (_, response) => void response.destroy();
    expect(await httpCourier(options()).send(parcel())).toMatchObject({
      ...{ outcome: 'unreachable', said: 'ECONNRESET' },
    });
    const gone = await webhookReceiver();
    await gone.close();
    const nobody = await httpCourier(options()).send(parcel({ url: gone.url }));
    expect(nobody).toMatchObject({ outcome: 'unreachable', said: 'ECONNREFUSED' });
  });

  it('of a long answer the beginning is kept, on one line, and the rest not read', async () => {
    receiver.answer = answered(500, `first\n\tsecond\u0000${'x'.repeat(5_000_000)}`);
    const { said } = await httpCourier(options({ timeoutMs: 5000 })).send(parcel());
    expect(said.length).toBe(300);
    expect(said.startsWith('first second x')).toBe(true);
  });

  test.each([
    [503, '7', 7000],
    [429, '100000', 3_600_000],
    [503, 'Wed, 21 Oct 2026 07:28:00 GMT', undefined],
    [500, '7', undefined],
  ])('%i with Retry-After %s waits %s ms', async (status, wanted, againMs) => {
    receiver.answer = answered(status, '', { 'retry-after': wanted });
    expect((await httpCourier(options()).send(parcel())).againMs).toBe(againMs);
  });
});

describe('what is sent', () => {
  it('is checked by the library of the standard, with each of the secrets and with no other', async () => {
    const [last, earlier, other] = [secretOf(), secretOf(), secretOf()];
    await httpCourier(options()).send(parcel({ secrets: [last, earlier] }));
    const [{ text, headers }] = receiver.received as [(typeof receiver.received)[number]];
    const said = headers as Record<string, string>;
    for (const secret of [last, earlier])
      expect(new Webhook(secret).verify(text, said)).toEqual({ type: 'claim.sent' });
    expect(() => new Webhook(other).verify(text, said)).toThrow('No matching signature');
    expect(() => new Webhook(last).verify(`${text} `, said)).toThrow('No matching signature');
    expect(said).toMatchObject({ 'content-type': 'application/json', 'user-agent': 'OpenRebate/test' });
  });

  it('a secret is 32 bytes that nobody has seen', () => {
    const secrets = Array.from({ length: 50 }, secretOf);
    expect(new Set(secrets).size).toBe(50);
    for (const secret of secrets) expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
  });
});

describe('where nothing is sent to', () => {
  const stranger = httpCourier(options({ privateHosts: [] }));
  test.each([
    ['https://erp.example.com/hooks', undefined],
    ['https://erp.example.com:8443/hooks?a=b', undefined],
    ['https://8.8.8.8/', undefined],
    ['http://erp.example.com/', 'webhook-address-not-https'],
    ['ftp://erp.example.com/', 'webhook-address-not-https'],
    ['file:///etc/passwd', 'webhook-address-not-https'],
    ['https://ann:secret@erp.example.com/', 'webhook-address-invalid'],
    ['https://erp.example.com/#there', 'webhook-address-invalid'],
    ['erp.example.com', 'webhook-address-invalid'],
    [`https://erp.example.com/${'x'.repeat(2000)}`, 'webhook-address-invalid'],
    ['https://127.0.0.1/', 'webhook-address-private'],
    ['https://127.1/', 'webhook-address-private'],
    ['https://2130706433/', 'webhook-address-private'],
    ['https://0x7f000001/', 'webhook-address-private'],
    ['https://0177.0.0.1/', 'webhook-address-private'],
    ['https://0.0.0.0/', 'webhook-address-private'],
    ['https://10.1.2.3/', 'webhook-address-private'],
    ['https://172.16.0.1/', 'webhook-address-private'],
    ['https://192.168.1.1/', 'webhook-address-private'],
    ['https://100.64.0.1/', 'webhook-address-private'],
    ['https://169.254.169.254/latest/meta-data/', 'webhook-address-private'],
    ['https://255.255.255.255/', 'webhook-address-private'],
    ['https://[::1]/', 'webhook-address-private'],
    ['https://[::]/', 'webhook-address-private'],
    ['https://[::ffff:127.0.0.1]/', 'webhook-address-private'],
    ['https://[fd00::1]/', 'webhook-address-private'],
    ['https://[fe80::1]/', 'webhook-address-private'],
    ['https://[64:ff9b::7f00:1]/', 'webhook-address-private'],
    ['https://localhost/', 'webhook-address-private'],
    ['https://LOCALHOST/', 'webhook-address-private'],
    ['https://erp.localhost/', 'webhook-address-private'],
    ['https://erp/', 'webhook-address-private'],
  ])('%s', async (url, fault) => {
    expect(stranger.faultOf(url)).toBe(fault);
    if (fault !== undefined) expect((await stranger.send(parcel({ url }))).outcome).toBe('forbidden');
  });

  /** Answers with one address after the other. */
  const resolving = (...addresses: readonly string[]): { readonly lookup: LookupFunction; asked: number } => {
    const told = {
      asked: 0,
      lookup: ((_name: string, how: { all?: boolean }, done: (...said: unknown[]) => void) => {
        const address = addresses[Math.min(told.asked, addresses.length - 1)] ?? '';
        told.asked += 1;
        const found: LookupAddress = { address, family: address.includes(':') ? 6 : 4 };
        if (how.all) done(null, [found]);
        else done(null, found.address, found.family);
      }) as LookupFunction,
    };
    return told;
  };

  test.each(['127.0.0.1', '10.0.0.7', '169.254.169.254', '::1', '::ffff:127.0.0.1', 'fd00::1'])(
    'a name that leads to %s',
    async (address) => {
      const { lookup } = resolving(address);
      const courier = httpCourier(options({ privateHosts: [], lookup }));
      const url = `https://rebinding.example.com:${receiver.port}/hooks`;
      expect(courier.faultOf(url)).toBeUndefined();
      expect((await courier.send(parcel({ url }))).outcome).toBe('forbidden');
      expect(receiver.received).toEqual([]);
    },
  );

  it('a name that leads elsewhere the second time: each connection is looked at by itself', async () => {
    // An address for documentation: nothing answers there.
    const told = resolving('203.0.113.9', '127.0.0.1');
    const courier = httpCourier(options({ privateHosts: [], lookup: told.lookup }));
    const url = `https://rebinding.example.com:${receiver.port}/hooks`;
    const outcomes = [await courier.send(parcel({ url })), await courier.send(parcel({ url }))];
    expect(outcomes.map(({ outcome }) => outcome)[1]).toBe('forbidden');
    // What was looked at is what was connected to: nothing is looked up in between.
    expect(told.asked).toBe(2);
    expect(receiver.received).toEqual([]);
  });

  it('but hosts that the operator has named, by name or number, with their port or all of them', async () => {
    const { lookup } = resolving('127.0.0.1');
    const own = (host: string) => httpCourier(options({ privateHosts: [host], lookup }));
    const url = `http://erp.internal:${receiver.port}/hooks`;
    for (const host of ['erp.internal', `erp.internal:${receiver.port}`])
      expect((await own(host).send(parcel({ url }))).outcome).toBe('taken');
    expect((await own('erp.internal:1').send(parcel({ url }))).outcome).toBe('forbidden');
    expect((await own('internal').send(parcel({ url }))).outcome).toBe('forbidden');
    expect(own('erp.internal').faultOf('ftp://erp.internal/')).toBe('webhook-address-not-https');
  });
});
