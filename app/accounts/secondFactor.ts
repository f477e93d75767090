import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import type { Account, AccountTx } from '../ports/accounts.ts';
import type { AccountPorts } from './accountPorts.ts';
import { type Begun, beginSession, type SignInPlace, secretSha256 } from './beginSession.ts';
import { freshTicket } from './freshTicket.ts';
import { recoveryCodeOf } from './recoveryCodes.ts';
import { stepOf } from './timedCode.ts';

export const FACTORS = ['totp', 'passkey', 'recoveryCode'] as const;
export type Factor = (typeof FACTORS)[number];

/** What is still to be shown after a password, and the ticket to show it with. */
export type FactorAsked = { readonly ticket: string; readonly factors: readonly Factor[] };

const LIFE_MS = 10 * 60 * 1000;
/** So many codes are tried at one account within so long, with however many tickets. */
const TRIES_MAX = 10;
const TRIES_MS = 60 * 60 * 1000;

/** Asks for the second factor of an account that has one. */
export async function askFactor(ports: AccountPorts, { id }: Account): Promise<FactorAsked | undefined> {
  return ports.accounts.of({ account: id }, async (tx) => {
    const factors = await factorsOf(tx);
    if (factors.length === 0) return undefined;
    const wanted = { account: id, purpose: 'secondFactor', lifeMs: LIFE_MS } as const;
    return { ticket: (await freshTicket(ports, tx, wanted)).secret, factors };
  });
}

async function factorsOf(tx: AccountTx): Promise<readonly Factor[]> {
  const hasTotp = (await tx.totp())?.confirmedAt !== undefined;
  const hasPasskey = (await tx.passkeys()).length > 0;
  if (!hasTotp && !hasPasskey) return [];
  const hasCode = (await tx.recoveryCodesLeft()) > 0;
  return [
    ...(hasTotp ? (['totp'] as const) : []),
    ...(hasPasskey ? (['passkey'] as const) : []),
    ...(hasCode ? (['recoveryCode'] as const) : []),
  ];
}

/**
 * Signs in with a code after the password: one by time, or one for the day when that is lost. Each is used once; tries are counted
 * before they are looked at, and a right password does not forget them.
 * Refuses: ticket-invalid, code-wrong, too-many-requests, and those of opening what is sealed.
 */
export async function signInByCode(
  ports: AccountPorts,
  { ticket, code }: { readonly ticket: string; readonly code: string },
  place: SignInPlace,
): Promise<Result<Begun>> {
  const now = ports.clock.now();
  const invalid = refused(refuse('ticket-invalid', ''));
  if (!/^[0-9a-f]{64}$/.test(ticket)) return invalid;
  const who = { secretSha256: secretSha256(ports, ticket) };
  const account = await ports.accounts.of(who, async (tx) =>
    (await tx.ticket('secondFactor', now)) === undefined ? undefined : tx.account(),
  );
  if (account === undefined) return invalid;
  // A name that no address can have, beside the tries at the password.
  const counted = { email: `factor ${account.email}` };
  const { count } = await ports.accounts.of(counted, (tx) => tx.countTry(now, TRIES_MS));
  if (count > TRIES_MAX) return refused(refuse('too-many-requests', ''));
  const method = await usedCode(ports, account, code.trim());
  if (!method.ok) return method;
  if (method.value === undefined) return refused(refuse('code-wrong', 'code'));
  if (!(await ports.accounts.of(who, (tx) => tx.takeTicket('secondFactor', now)))) return invalid;
  await ports.accounts.of(counted, (tx) => tx.forgetTries());
  return accept(await beginSession(ports, account.id, { method: method.value, isStrong: true }, place));
}

async function usedCode(
  ports: AccountPorts,
  { id }: Account,
  code: string,
): Promise<Result<'totp' | 'recoveryCode' | undefined>> {
  const who = { account: id };
  const now = ports.clock.now();
  const row = await ports.accounts.of(who, (tx) => tx.totp());
  if (row?.confirmedAt !== undefined && /^\d{6}$/.test(code)) {
    const step = await stepOf(ports, id, row, code);
    if (!step.ok) return step;
    const { value } = step;
    const isUsed = value !== undefined && (await ports.accounts.of(who, (tx) => tx.useTotp(value, now)));
    return accept(isUsed ? 'totp' : undefined);
  }
  const hash = secretSha256(ports, recoveryCodeOf(code));
  const isUsed = await ports.accounts.of(who, (tx) => tx.useRecoveryCode(hash, now));
  return accept(isUsed ? 'recoveryCode' : undefined);
}
