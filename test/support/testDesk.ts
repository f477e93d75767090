import { randomBytes } from 'node:crypto';
import type { Mail, MailDesk } from '../../app/ports/mails.ts';

/** A desk whose mails go nowhere, and can be read; everybody has an address that is called like their account. */
export function testDesk(): MailDesk & { readonly sent: Mail[] } {
  const sent: Mail[] = [];
  return {
    sent,
    send: async (mail) => void sent.push(mail),
    emailOf: async (account) => `${account}@example.com`,
    random: randomBytes,
    reportFile: async () => {
      throw new Error('Nobody has a report sent here');
    },
    origin: 'https://rebates.example.com',
    addresses: () => [],
  };
}
