import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { readCamt } from '../../adapters/files/statements/readCamt.ts';
import { importStatement, waitingEntries } from '../../app/payments/importStatement.ts';
import { formatDate } from '../../core/calendar/localDate.ts';
import { moneyText } from '../../core/money/money.ts';
import { accept } from '../../core/refusal/refusals.ts';
import type { Config } from '../config.ts';
import type { Terminal } from '../terminal.ts';
import { text } from '../texts.ts';
import { shows } from './deed.ts';

/** `openrebate pay statement`: what a bank says; each entry counts once. */
export function bringStatement(terminal: Terminal, config: Config, path: string): Promise<void> {
  return shows(
    terminal,
    config,
    'payments:write',
    async (ports, tenant, actor) => {
      const name = basename(path);
      const read = await readCamt(path, name);
      if (!read.ok) return read;
      const file = { name, sha256: await hashOf(path), statements: read.value, actor };
      return importStatement(ports, tenant, file);
    },
    (statements) => {
      if (terminal.isJson) return terminal.json(statements);
      for (const one of statements) terminal.print(text(terminal.language, 'payStatement', one));
    },
  );
}

/** `openrebate pay entries`: what waits, the latest first. */
export function listEntries(
  terminal: Terminal,
  config: Config,
  { before }: { readonly before?: string },
): Promise<void> {
  return shows(
    terminal,
    config,
    'payments:read',
    async (ports, tenant) =>
      accept(await waitingEntries(ports, tenant, { limit: 100, ...(before !== undefined && { before }) })),
    (entries) => {
      const rows = entries.map(
        ({ id, account, bookedOn, minor, currency, endToEndId, remittance, reason }) => ({
          ...{ id, account, currency, endToEndId, remittance, reason },
          bookedOn: formatDate(bookedOn),
          amount: moneyText({ minor, currency }),
        }),
      );
      if (terminal.isJson) return terminal.json(rows);
      for (const { id, account, bookedOn, amount, currency, reason } of rows)
        terminal.print(`${id}  ${bookedOn}  ${account}  ${amount} ${currency}  ${reason}`);
    },
  );
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}
