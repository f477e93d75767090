import { createHash, randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { apiRoutes } from '../../adapters/http/apiRoutes.ts';
import { authenticate } from '../../app/access/authenticate.ts';
import { createMember } from '../../app/accounts/createMember.ts';
import { askReset } from '../../app/accounts/passwordReset.ts';
import { signIn } from '../../app/accounts/signIn.ts';
import { systemActor } from '../../app/actor.ts';
import { rememberedTenants } from '../../main/api/rememberedTenants.ts';
import { personWith, signedIn } from '../support/api/apiServer.ts';
import { nobodysAt, valuesIn } from '../support/api/crossing.ts';
import { requestOf } from '../support/api/request.ts';
import { servedDatabase } from '../support/api/servedDatabase.ts';
import { makeWorld } from '../support/api/world.ts';
import { taken } from '../support/scenario.ts';

// What time tells: whether a thing is foreign or missing, a tenant unknown or its key wrong, must not be
// found out by a clock. `npm run deep` takes medians, and nobody else may be working; CI only asks.

const DEEP = process.env.OPENREBATE_DEEP === '1';
const ROUNDS = DEEP ? 301 : 1;
const LEAST_ROUNDS = 30;
const WITHIN_MS = 1;

const { database, api } = await servedDatabase();
const own = await makeWorld(database, api, 'OWN');
const foreign = await makeWorld(database, api, 'VICTIM');

let asked = 0;
/** Another machine each time: whoever knocks too often at the door is not let in any more. */
function elsewhere(): string {
  asked += 1;
  return `10.${asked >> 16}.${(asked >> 8) & 255}.${asked & 255}`;
}

const isAtBrowser = ({ scope }: { readonly scope: string }) => scope === 'session' || scope === 'account';

/** Somebody else each time, signed in before the clock runs: an account bears few wrong passwords. */
async function somebodySignedIn(): Promise<string> {
  const { id } = await personWith(api, own.tenant);
  return signedIn(api, own.tenant, id, { roles: ['administrator'] });
}

type Deed = () => Promise<unknown>;

/**
 * Medians of two deeds in milliseconds, done in turns so that whatever else happens happens to both. Ends before all rounds where
 * it is sure, 99 in 100, that what one takes longer in a round is less than what is allowed.
 */
async function medians(
  one: Deed,
  other: Deed,
  rest: Deed = async () => {},
): Promise<readonly [number, number]> {
  const times: [number[], number[]] = [[], []];
  for (let round = 0; round < ROUNDS; round += 1) {
    const turns = round % 2 === 0 ? ([0, 1] as const) : ([1, 0] as const);
    for (const turn of turns) {
      await rest();
      const begun = performance.now();
      await (turn === 0 ? one : other)();
      times[turn].push(performance.now() - begun);
    }
    if (round % 10 === 9 && areSurelyAlike(times)) break;
  }
  return [median(times[0]), median(times[1])];
}

const sorted = (list: readonly number[]) => list.toSorted((a, b) => a - b);
const median = (list: readonly number[]) => sorted(list)[Math.floor(list.length / 2)] as number;

/** The interval of the sign test for the median of the differences: nothing is said of how times are spread. */
function areSurelyAlike([ones, others]: readonly [readonly number[], readonly number[]]): boolean {
  if (ones.length < LEAST_ROUNDS) return false;
  const apart = sorted(ones.map((ms, round) => ms - (others[round] as number)));
  const outside = Math.floor(apart.length / 2 - (2.576 * Math.sqrt(apart.length)) / 2);
  const [least, most] = [apart[outside] as number, apart[apart.length - 1 - outside] as number];
  return least > -WITHIN_MS && most < WITHIN_MS && Math.abs(median(ones) - median(others)) < WITHIN_MS;
}

// What wastes time on purpose belongs where time is measured.
it.runIf(DEEP)('sees what takes 2 ms more', async () => {
  const busy = (ms: number) => async () => {
    const begun = performance.now();
    while (performance.now() - begun < ms);
  };
  const [less, more] = await medians(busy(3), busy(5));
  expect(more - less).toBeGreaterThan(WITHIN_MS);
});

it('a foreign thing takes as long as a missing one', { timeout: 3_600_000 }, async () => {
  const apart: [string, number][] = [];
  for (const route of apiRoutes) {
    const { values, version } = await valuesIn(route, foreign);
    if (values.size === 0) continue;
    const missing = nobodysAt(values);
    const said = new Set<number>();
    let caller = own.admin.key;
    const rest = async () => {
      if (isAtBrowser(route)) caller = await somebodySignedIn();
    };
    const asking = (of: typeof values) => async () => {
      const request = { remoteAddress: elsewhere(), ...requestOf(route, of, version) };
      said.add((await api.call(caller, request)).status);
    };
    const [toForeign, toMissing] = await medians(asking(values), asking(missing), rest);
    // Who is sent away before anything is looked up learns nothing, and neither do we.
    expect([route.id, ...said].filter((status) => status === 429 || status === 503)).toEqual([]);
    apart.push([route.id, Math.abs(toForeign - toMissing)]);
    if (DEEP && apart.length % 50 === 0) process.stdout.write(`${apart.length} operations\n`);
  }
  expect(apart.length).toBeGreaterThan(50);
  if (!DEEP) return;
  const widest = apart.sort(([, one], [, other]) => other - one).slice(0, 5);
  process.stdout.write(
    `${apart.length} operations, medians of ${LEAST_ROUNDS} to ${ROUNDS}; farthest apart: ${JSON.stringify(widest)}\n`,
  );
  expect(apart.filter(([, ms]) => ms > WITHIN_MS)).toEqual([]);
});

it('an unknown tenant takes as long as a wrong key of a known one, and is answered alike', {
  timeout: 300_000,
}, async () => {
  const [, , id] = own.admin.key.split('_') as [string, string, string];
  const secret = () => randomBytes(32).toString('hex');
  const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest();
  const ports = { ...api.ports, sha256, store: rememberedTenants(api.ports.store, new Map()) };
  const keys: Readonly<Record<string, () => string>> = {
    'wrong secret': () => `ork_own_${id}_${secret()}`,
    'unknown key': () => `ork_own_${randomBytes(6).toString('hex')}_${secret()}`,
    'key of another tenant': () => `ork_own_${foreign.admin.key.split('_').slice(2).join('_')}`,
    'unknown tenant': () => `ork_nobody-${randomBytes(3).toString('hex')}_${id}_${secret()}`,
  };
  const [first = '', ...others] = Object.keys(keys);
  const deed = (name: string) => () => authenticate(ports, (keys[name] as () => string)());
  const said = await Promise.all(Object.keys(keys).map((name) => deed(name)()));
  expect(new Set(said.map((answer) => JSON.stringify(answer))).size).toBe(1);
  for (const other of others) {
    const [one, two] = await medians(deed(first), deed(other));
    if (DEEP) process.stdout.write(`${first} ${one.toFixed(2)} ms, ${other} ${two.toFixed(2)} ms\n`);
    if (DEEP) expect(Math.abs(one - two)).toBeLessThan(WITHIN_MS);
  }
});

it('an address without an account takes as long as one with an account, to sign in and to ask for a new password', {
  timeout: 600_000,
}, async () => {
  const [known, unknown] = ['ann@example.com', 'nobody@example.com'];
  const password = 'a lamp, a boat, 3 keys';
  const ann = { email: known, name: 'Ann Lee', roles: [{ role: 'auditor' as const }], password };
  taken(await createMember(api.ports, own.tenant, ann, systemActor('cli')));
  // Each try comes when those before it count no more, else both are locked out; and when mails of before are away.
  const later = async () => {
    await api.postbox.settled();
    api.time.now = new Date(api.time.now.getTime() + 61 * 60 * 1000);
  };
  const doors: Readonly<Record<string, (email: string) => Promise<unknown>>> = {
    'sign in': (email) => signIn(api.ports, { email, password: 'not that one' }, { device: 'test' }),
    'ask for a new password': (email) =>
      askReset(api.ports, { email, language: 'en', page: 'http://localhost/password' }),
  };
  for (const [name, door] of Object.entries(doors)) {
    expect(JSON.stringify(await door(known))).toBe(JSON.stringify(await door(unknown)));
    const [one, two] = await medians(
      () => door(known),
      () => door(unknown),
      later,
    );
    if (DEEP) process.stdout.write(`${name}: known ${one.toFixed(2)} ms, unknown ${two.toFixed(2)} ms\n`);
    if (DEEP) expect(Math.abs(one - two)).toBeLessThan(WITHIN_MS);
  }
  await api.postbox.settled();
});
