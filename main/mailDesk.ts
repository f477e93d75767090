import type { MailDesk } from '../app/ports/mails.ts';
import type { Composed } from './compose.ts';
import { reportFile } from './reportFile.ts';

/** What the worker writes to people with: our postbox, and the addresses of accounts. */
export function mailDesk(
  { mails, accounts, random, addresses }: Pick<Composed, 'mails' | 'accounts' | 'random' | 'addresses'>,
  origin: string,
): MailDesk {
  return {
    send: mails.send,
    emailOf: async (account) => (await accounts.of({ account }, (tx) => tx.account()))?.email,
    random,
    reportFile,
    origin,
    addresses,
  };
}
