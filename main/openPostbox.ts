import { join } from 'node:path';
import { fileCarrier } from '../adapters/mail/fileCarrier.ts';
import { type Postbox, postbox } from '../adapters/mail/postbox.ts';
import { smtpCarrier } from '../adapters/mail/smtpCarrier.ts';
import { systemClock } from '../adapters/system/systemClock.ts';
import type { Config } from './config.ts';
import { stateFolder } from './openKeys.ts';
import { terminalLanguage } from './terminal.ts';
import { text } from './texts.ts';

/** Where mails go: to the server that was named, else into the folder `outbox` of the state folder, which is said for each. */
export function openPostbox({ smtpUrl, mailFrom }: Config, say: (text: string) => void): Postbox {
  const language = terminalLanguage(undefined, process.env);
  const carrier =
    smtpUrl !== undefined && mailFrom !== undefined
      ? smtpCarrier({ url: smtpUrl, from: mailFrom })
      : fileCarrier({
          folder: outbox,
          kept: (file) => say(text(language, 'mailKept', { file })),
          now: systemClock.now,
        });
  return postbox(carrier, { failed: (code) => say(text(language, 'mailNotSent', { code })) });
}

async function outbox(): Promise<string> {
  const state = await stateFolder();
  if (!state.ok) throw new Error('Fault: no state folder for mails');
  return join(state.value, 'outbox');
}
