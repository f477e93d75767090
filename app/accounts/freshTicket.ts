import { hex } from '../../core/text/hex.ts';
import type { AccountTx, TicketPurpose } from '../ports/accounts.ts';
import type { AccountPorts } from './accountPorts.ts';
import { secretSha256 } from './beginSession.ts';

/** A ticket of an account; of its secret, which is given, only the hash stays. */
export async function freshTicket(
  ports: Pick<AccountPorts, 'random' | 'sha256' | 'clock'>,
  tx: AccountTx,
  wanted: { readonly account: string; readonly purpose: TicketPurpose; readonly lifeMs: number },
): Promise<{ readonly secret: string; readonly expiresAt: Date }> {
  const secret = hex(ports.random(32));
  const from = ports.clock.now();
  await tx.forgetTickets(from);
  const ticket = { secretSha256: secretSha256(ports, secret), purpose: wanted.purpose };
  return { secret, expiresAt: await tx.addTicket(wanted.account, ticket, { from, lifeMs: wanted.lifeMs }) };
}
