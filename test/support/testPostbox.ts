import { type Postbox, postbox } from '../../adapters/mail/postbox.ts';
import type { Mail } from '../../app/ports/mails.ts';

/** A postbox whose mails go nowhere, and can be read. */
export type TestPostbox = Postbox & { readonly sent: Mail[] };

export function testPostbox(): TestPostbox {
  const sent: Mail[] = [];
  const carrier = {
    carry: async (mail: Mail) => {
      sent.push(mail);
    },
    close: () => undefined,
  };
  const failed = (code: string) => {
    throw new Error(`A mail was not sent: ${code}`);
  };
  return { ...postbox(carrier, { failed, pausesMs: [] }), sent };
}
