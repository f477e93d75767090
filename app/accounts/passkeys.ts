import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import { isUuid } from '../isUuid.ts';
import type { PasskeyPlace } from '../ports/factors.ts';
import type { AccountPorts } from './accountPorts.ts';
import { type Begun, beginSession, type SignInPlace } from './beginSession.ts';
import { provenAgain } from './factors.ts';
import { beginFlow, takeFlow } from './flow.ts';
import { codesWithFirst, withoutFactors } from './recoveryCodes.ts';
import type { OwnSession } from './sessions.ts';
import { tellTenants } from './tellTenants.ts';

/** What a browser is asked, and the secret that its answer comes back with. */
export type PasskeyFlow = { readonly flow: string; readonly options: unknown };

/** Ten are enough for one human. */
const PASSKEYS_MAX = 10;

/** Begins another passkey. Refuses: password-wrong, too-many-requests, passkey-too-many. */
export async function beginPasskey(
  ports: AccountPorts,
  { account }: OwnSession,
  { present, ...place }: PasskeyPlace & { readonly present: string },
): Promise<Result<PasskeyFlow>> {
  const proven = await provenAgain(ports, { id: '', account }, present);
  if (!proven.ok) return proven;
  const known = await ports.accounts.of({ account }, (tx) => tx.passkeys());
  if (known.length >= PASSKEYS_MAX) return refused(refuse('passkey-too-many', ''));
  const owner = { account, email: proven.value.email, known: known.map(({ credential }) => credential) };
  const { challenge, options } = await ports.passkeys.askToMake(place, owner);
  return accept({ flow: await beginFlow(ports, 'makePasskey', { challenge, account, ...place }), options });
}

/**
 * Keeps a passkey that the browser has made; the session has shown a second factor from then on. Gives the codes for the day when it
 * is lost, where there were none.
 * Refuses: passkey-refused, alike for another browser's, one asked for elsewhere, or sent twice.
 */
export async function addPasskey(
  ports: AccountPorts,
  { id: session, account }: OwnSession,
  {
    flow,
    name,
    response,
    origin,
  }: PasskeyPlace & { readonly flow: string; readonly name: string; readonly response: unknown },
): Promise<Result<{ readonly recoveryCodes?: readonly string[] }>> {
  const no = refused(refuse('passkey-refused', ''));
  const asked = await takeFlow(ports, 'makePasskey', flow);
  if (asked?.account !== account || asked.origin !== origin) return no;
  const made = await ports.passkeys.made({ origin }, asked.challenge ?? '', response);
  if (made === undefined) return no;
  const now = ports.clock.now();
  const done = await ports.accounts.of({ account }, async (tx) => {
    if (!(await tx.addPasskey(account, { id: ports.ids.next(), name, madeAt: now, ...made })))
      return undefined;
    await tx.showedFactor(session);
    const codes = await codesWithFirst(ports, tx);
    return { memberships: await tx.memberships(), ...(codes && { recoveryCodes: codes }) };
  });
  if (done === undefined) return no;
  const { memberships, ...given } = done;
  await tellTenants(ports, memberships, 'account.passkey', { to: 'added' });
  return accept(given);
}

/** Takes a passkey away. Refuses: password-wrong, too-many-requests, passkey-not-found. */
export async function removePasskey(
  ports: AccountPorts,
  own: OwnSession,
  { id, present }: { readonly id: string; readonly present: string },
): Promise<Result<undefined>> {
  const proven = await provenAgain(ports, own, present);
  if (!proven.ok) return proven;
  const done = await ports.accounts.of({ account: own.account }, async (tx) => {
    if (!isUuid(id) || !(await tx.removePasskey(id))) return undefined;
    await withoutFactors(tx);
    return tx.memberships();
  });
  if (done === undefined) return refused(refuse('passkey-not-found', 'id', { id }));
  await tellTenants(ports, done, 'account.passkey', { to: 'removed' });
  return accept(undefined);
}

/** Asks a browser to show a passkey; whose it is nobody says yet. */
export async function askPasskey(ports: AccountPorts, place: PasskeyPlace): Promise<PasskeyFlow> {
  const { challenge, options } = await ports.passkeys.askToShow(place);
  return { flow: await beginFlow(ports, 'showPasskey', { challenge, ...place }), options };
}

/**
 * Signs in with a passkey, which its owner has unlocked: both factors in one. An answer counts once, for the question that it
 * answers, at the name where it was asked.
 * Refuses: passkey-refused, alike whatever is wrong.
 */
export async function signInByPasskey(
  ports: AccountPorts,
  { flow, response, origin }: PasskeyPlace & { readonly flow: string; readonly response: unknown },
  place: SignInPlace,
): Promise<Result<Begun>> {
  const no = refused(refuse('passkey-refused', ''));
  const asked = await takeFlow(ports, 'showPasskey', flow);
  const claimed = ports.passkeys.claimed(response);
  if (asked?.origin !== origin || claimed === undefined || !isUuid(claimed.account)) return no;
  const { account } = claimed;
  const known = await ports.accounts.of({ account }, (tx) => tx.passkeys());
  const passkey = known.find(({ credential }) => credential === claimed.credential);
  if (passkey === undefined) return no;
  const counter = await ports.passkeys.shown({ origin }, asked.challenge ?? '', response, passkey);
  if (counter === undefined) return no;
  const isUsed = await ports.accounts.of({ account }, (tx) =>
    tx.usedPasskey(passkey.id, { before: passkey.counter, counter }, ports.clock.now()),
  );
  if (!isUsed) return no;
  return accept(await beginSession(ports, account, { method: 'passkey', isStrong: true }, place));
}
