import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import type { Account } from '../ports/accounts.ts';
import type { AccountPorts } from './accountPorts.ts';
import { provenByPassword } from './provenByPassword.ts';
import type { OwnSession } from './sessions.ts';

/** What an account has beside its password. */
export type FactorsView = {
  readonly hasTotp: boolean;
  readonly passkeys: readonly {
    readonly id: string;
    readonly name: string;
    readonly madeAt: Date;
    readonly usedAt?: Date;
  }[];
  /** How many codes are left for the day when the others are lost. */
  readonly recoveryCodes: number;
};

export function showFactors(ports: AccountPorts, { account }: OwnSession): Promise<FactorsView> {
  return ports.accounts.of({ account }, async (tx) => {
    const passkeys = await tx.passkeys();
    return {
      hasTotp: (await tx.totp())?.confirmedAt !== undefined,
      passkeys: passkeys.map(({ id, name, madeAt, usedAt }) => ({
        id,
        name,
        madeAt,
        ...(usedAt && { usedAt }),
      })),
      recoveryCodes: await tx.recoveryCodesLeft(),
    };
  });
}

/**
 * Whoever changes what they sign in with shows the password again: an open session alone is no licence.
 * Refuses: password-wrong, too-many-requests.
 */
export async function provenAgain(
  ports: AccountPorts,
  { account }: OwnSession,
  present: string,
): Promise<Result<Account>> {
  const own = await ports.accounts.of({ account }, (tx) => tx.account());
  if (own === undefined) throw new Error('Fault: a session of nobody');
  const proven = await provenByPassword(ports, { email: own.email, password: present });
  if (proven.ok) return accept(own);
  const isWrong = proven.refusals[0]?.code === 'sign-in-failed';
  return isWrong ? refused(refuse('password-wrong', 'present')) : proven;
}
