import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import type { TotpRow } from '../ports/accounts.ts';
import type { Square } from '../ports/factors.ts';
import type { AccountPorts } from './accountPorts.ts';
import { provenAgain } from './factors.ts';
import { codesWithFirst, withoutFactors } from './recoveryCodes.ts';
import type { OwnSession } from './sessions.ts';
import { tellTenants } from './tellTenants.ts';

/** What a program for codes needs: shown once. */
export type NewTotp = { readonly key: string; readonly address: string; readonly square: Square };

/**
 * Begins codes by time; they count when one was typed. Another key that nobody has confirmed is forgotten.
 * Refuses: password-wrong, too-many-requests, totp-exists, key-ring-invalid.
 */
export async function beginTotp(
  ports: AccountPorts,
  own: OwnSession,
  present: string,
): Promise<Result<NewTotp>> {
  const proven = await provenAgain(ports, own, present);
  if (!proven.ok) return proven;
  const { key, address } = ports.totp.make(proven.value.email);
  const sealed = await ports.keys.seal(key, totpBound(own.account));
  if (!sealed.ok) return sealed;
  const isSet = await ports.accounts.of({ account: own.account }, (tx) =>
    tx.setTotp(sealed.value, ports.clock.now()),
  );
  if (!isSet) return refused(refuse('totp-exists', ''));
  return accept({ key, address, square: ports.totp.square(address) });
}

/**
 * Confirms codes by time with one of them; gives the codes for the day when they are lost, where there were none. The session has
 * shown a second factor from then on.
 * Refuses: code-wrong, too-many-requests, key-not-in-ring, sealed-text-unreadable, key-ring-invalid.
 */
export async function confirmTotp(
  ports: AccountPorts,
  { id, account }: OwnSession,
  code: string,
): Promise<Result<{ readonly recoveryCodes?: readonly string[] }>> {
  const wrong = refused(refuse('code-wrong', 'code'));
  const row = await ports.accounts.of({ account }, (tx) => tx.totp());
  if (row === undefined || row.confirmedAt !== undefined) return wrong;
  const step = await stepOf(ports, account, row, code);
  if (!step.ok) return step;
  if (step.value === undefined) return wrong;
  const used = step.value;
  const now = ports.clock.now();
  const done = await ports.accounts.of({ account }, async (tx) => {
    if (!(await tx.useTotp(used, now))) return undefined;
    await tx.showedFactor(id);
    const codes = await codesWithFirst(ports, tx);
    return { memberships: await tx.memberships(), ...(codes && { recoveryCodes: codes }) };
  });
  if (done === undefined) return wrong;
  const { memberships, ...given } = done;
  await tellTenants(ports, memberships, 'account.totp', { to: 'on' });
  return accept(given);
}

/** Ends codes by time. Refuses: password-wrong, too-many-requests. */
export async function removeTotp(
  ports: AccountPorts,
  own: OwnSession,
  present: string,
): Promise<Result<undefined>> {
  const proven = await provenAgain(ports, own, present);
  if (!proven.ok) return proven;
  const memberships = await ports.accounts.of({ account: own.account }, async (tx) => {
    await tx.removeTotp();
    await withoutFactors(tx);
    return tx.memberships();
  });
  await tellTenants(ports, memberships, 'account.totp', { to: 'off' });
  return accept(undefined);
}

/** The step whose code it is. Refuses: those of opening what is sealed. */
export async function stepOf(
  ports: AccountPorts,
  account: string,
  { sealed }: TotpRow,
  code: string,
): Promise<Result<number | undefined>> {
  if (!/^\d{6}$/.test(code)) return accept(undefined);
  const key = await ports.keys.open(sealed, totpBound(account));
  return key.ok ? accept(ports.totp.stepOf(key.value, code, ports.clock.now())) : key;
}

/** What the key of codes by time is sealed for. */
export function totpBound(account: string): string {
  return `totp ${account}`;
}
