import { getMailing, setMailing } from '../../app/mails/setMailing.ts';
import type { Mailing } from '../../app/ports/mailingStore.ts';
import { accept } from '../../core/refusal/refusals.ts';
import type { Config } from '../config.ts';
import type { Terminal } from '../terminal.ts';
import { text } from '../texts.ts';
import { does, shows } from './deed.ts';

/** `openrebate mails show`. */
export function showMailing(terminal: Terminal, config: Config): Promise<void> {
  return shows(
    terminal,
    config,
    'company:read',
    async (ports, tenant) => accept(await getMailing(ports, tenant)),
    (mailing) => (terminal.isJson ? terminal.json(mailing) : terminal.print(stateLine(terminal, mailing))),
  );
}

/** `openrebate mails pause`, `openrebate mails resume`. */
export function pauseMails(terminal: Terminal, config: Config, isPaused: boolean): Promise<void> {
  return does<Mailing>(
    terminal,
    config,
    (ports, tenant, actor) => setMailing(ports, tenant, { isPaused }, actor),
    (mailing) => stateLine(terminal, mailing),
    'company:write',
  );
}

function stateLine({ language }: Terminal, { isPaused }: Mailing): string {
  return text(language, isPaused ? 'mailsPaused' : 'mailsGoOut');
}
