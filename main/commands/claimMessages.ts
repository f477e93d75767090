import { claimMessageJson, shownMessageJson } from '../../adapters/http/claimMessageJson.ts';
import { repairMessageBody } from '../../adapters/http/claimMessageSchemas.ts';
import { repairMessage } from '../../app/claims/sendMessage.ts';
import { dismissMessage, listMessages } from '../../app/claims/showMessages.ts';
import { claimCells } from '../../core/claim/claimMessage.ts';
import { accept } from '../../core/refusal/refusals.ts';
import type { Config } from '../config.ts';
import type { Terminal } from '../terminal.ts';
import { text } from '../texts.ts';
import { does, shows } from './deed.ts';
import { jsonFile } from './jsonFile.ts';

const LISTED_MAX = 500;

/** `openrebate claims waiting`: rows in the quarantine, row by row what is wrong and what would do. */
export function listWaiting(terminal: Terminal, config: Config): Promise<void> {
  const { language } = terminal;
  return shows(
    terminal,
    config,
    'claims:read',
    async (ports, tenant) =>
      accept(await listMessages(ports, tenant, { isQuarantined: true, limit: LISTED_MAX })),
    ({ rows, hasMore }) => {
      const shown = rows.map((message) => shownMessageJson(message, language));
      if (terminal.isJson) return terminal.json({ rows: shown, hasMore });
      for (const { id, partner, waiting, refusals } of shown) {
        const facts = { id, partner: partner ?? '', rows: waiting.join(', ') };
        terminal.print(text(language, 'claimRowsWaiting', facts));
        for (const { title, detail, at, facts } of refusals)
          terminal.print(`  ${facts.row ?? ''} ${at}: ${title} ${detail}`);
      }
    },
  );
}

/** `openrebate claims repair`: a JSON file in the shape of the API. */
export function repairOne(terminal: Terminal, config: Config, message: string, path: string): Promise<void> {
  return does(
    terminal,
    config,
    async (ports, tenant, actor) => {
      const said = await jsonFile(path, repairMessageBody);
      if (!said.ok) return said;
      const rows = said.value.rows.map(({ row, set }) => ({ row, set: claimCells(set) }));
      return repairMessage(ports, tenant, { message, rows, actor, asksToTake: true });
    },
    ({ id }) => text(terminal.language, 'claimRowsSent', { id }),
    'claims:send',
  );
}

/** `openrebate claims dismiss`. */
export function dismissOne(
  terminal: Terminal,
  config: Config,
  message: string,
  reason: string,
): Promise<void> {
  return shows(
    terminal,
    config,
    'claims:write',
    (ports, tenant, actor) => dismissMessage(ports, tenant, { message, reason, actor }),
    (done) => {
      if (terminal.isJson) terminal.json(claimMessageJson(done, terminal.language));
      else terminal.print(text(terminal.language, 'claimRowsDismissed', { id: message }));
    },
  );
}
