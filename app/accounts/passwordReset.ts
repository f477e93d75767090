import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import type { Language } from '../../core/wording/language.ts';
import { letterheadOf } from '../brand/letterhead.ts';
import type { Mail } from '../ports/mails.ts';
import type { TenantId } from '../ports.ts';
import type { AccountPorts } from './accountPorts.ts';
import { secretSha256 } from './beginSession.ts';
import { setPassword } from './changePassword.ts';
import { checkPassword } from './checkPassword.ts';
import { emailOf } from './emailOf.ts';
import { freshTicket } from './freshTicket.ts';
import { letterOf, untilText } from './letters.ts';
import { tellOwner } from './tellOwner.ts';

export type ResetAsked = {
  readonly email: string;
  readonly language: Language;
  /** The page where the new password is set; the link adds its secret. */
  readonly page: string;
  /** The tenant at whose own address it was asked: the letter is under its name. */
  readonly at?: TenantId;
};

const LIFE_MS = 60 * 60 * 1000;
/** So many mails go to one address within so long, whoever asks and from wherever. */
const ASKED_MAX = 3;
const ASKED_MS = 60 * 60 * 1000;

/**
 * Has a link written to an address that sets a new password. An address that has no account is answered alike: what is done for
 * one that has is done after the answer.
 */
export async function askReset(ports: AccountPorts, { email: given, ...asked }: ResetAsked): Promise<void> {
  const email = emailOf(given);
  // Counted under a name that no address can have, beside the tries at its password.
  const name = `reset ${email.ok ? email.value : given}`;
  const { count } = await ports.accounts.of({ email: name }, (tx) =>
    tx.countTry(ports.clock.now(), ASKED_MS),
  );
  ports.mails.post(async () =>
    email.ok && count <= ASKED_MAX ? resetMail(ports, email.value, asked) : undefined,
  );
}

async function resetMail(
  ports: AccountPorts,
  email: string,
  { language, page, at }: Omit<ResetAsked, 'email'>,
): Promise<Mail | undefined> {
  const ticket = await ports.accounts.of({ email }, async (tx) => {
    const account = await tx.account();
    if (account === undefined || (await tx.memberships()).length === 0) return undefined;
    return freshTicket(ports, tx, { account: account.id, purpose: 'passwordReset', lifeMs: LIFE_MS });
  });
  if (ticket === undefined) return undefined;
  const { secret } = ticket;
  const facts = { until: untilText(ticket.expiresAt) };
  const head =
    at === undefined ? undefined : await ports.store.inTenant(at, (tx) => letterheadOf(tx, language));
  const letter = letterOf('passwordReset', language, facts, { address: `${page}#${secret}`, head });
  return { to: email, language, letter };
}

/**
 * Sets a new password by the link of a mail: it works once, whatever of it is refused before does not use it up. Every session ends.
 * Refuses: reset-invalid, alike for a secret that is none, unknown, over or used; password-too-short, password-too-common.
 */
export async function resetByMail(
  ports: AccountPorts,
  {
    ticket,
    password,
    language,
  }: { readonly ticket: string; readonly password: string; readonly language: Language },
): Promise<Result<undefined>> {
  const invalid = refused(refuse('reset-invalid', ''));
  if (!/^[0-9a-f]{64}$/.test(ticket)) return invalid;
  const who = { secretSha256: secretSha256(ports, ticket) };
  const now = ports.clock.now();
  const own = await ports.accounts.of(who, async (tx) =>
    (await tx.ticket('passwordReset', now)) === undefined ? undefined : tx.account(),
  );
  if (own === undefined) return invalid;
  const checked = checkPassword(password, own.email);
  if (!checked.ok) return checked;
  const isTaken = await ports.accounts.of(who, (tx) => tx.takeTicket('passwordReset', now));
  if (!isTaken) return invalid;
  const set = await setPassword(ports, { account: own.id, email: own.email }, password, []);
  if (set.ok) tellOwner(ports, own.email, language);
  return set.ok ? accept(undefined) : set;
}
