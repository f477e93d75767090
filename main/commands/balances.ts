import { basename } from 'node:path';
import { readDocument } from '../../adapters/files/readDocument.ts';
import { confirmationJson } from '../../app/claims/confirmationJson.ts';
import {
  answerConfirmation,
  listConfirmations,
  type ShownConfirmation,
  sendConfirmation,
} from '../../app/claims/confirmBalance.ts';
import { parseDecimal } from '../../core/number/decimal.ts';
import { accept } from '../../core/refusal/refusals.ts';
import type { Config } from '../config.ts';
import type { Terminal } from '../terminal.ts';
import { text } from '../texts.ts';
import { type Deed, invalid, shows } from './deed.ts';

type Words = Readonly<Record<string, string | undefined>>;

/** `openrebate balances send`: asks a partner to confirm. */
export function sendBalances(
  terminal: Terminal,
  config: Config,
  partner: string,
  { company = '' }: Words,
): Promise<void> {
  return showsBalances(terminal, config, 'claims:write', (ports, tenant, actor) =>
    sendConfirmation(ports, tenant, { partner, company, actor }),
  );
}

/** `openrebate balances list`. */
export function listBalances(terminal: Terminal, config: Config, { partner }: Words): Promise<void> {
  return showsBalances(terminal, config, 'claims:read', async (ports, tenant) => {
    const found = await listConfirmations(ports, tenant, { limit: 500, ...(partner && { partner }) });
    return accept(found.rows);
  });
}

/** `openrebate balances answer`: confirmed, contested, or what followed. */
export function answerBalance(
  terminal: Terminal,
  config: Config,
  id: string,
  kind: string,
  { amount, person = '', note, file }: Words,
): Promise<void> {
  return showsBalances(terminal, config, 'claims:write', async (ports, tenant, actor) => {
    const paper = file === undefined ? undefined : { name: basename(file), open: () => readDocument(file) };
    const place = { confirmation: id, actor, ...(note && { note }), ...(paper && { paper }) };
    if (kind === 'contested') {
      const decimal = parseDecimal(amount ?? '');
      if (decimal === undefined) return invalid('--amount', amount ?? '', '100.00');
      return one(await answerConfirmation(ports, tenant, { ...place, kind, amount: decimal }));
    }
    if (kind === 'assigned') return one(await answerConfirmation(ports, tenant, { ...place, kind, person }));
    if (kind === 'confirmed' || kind === 'replied' || kind === 'resolved')
      return one(await answerConfirmation(ports, tenant, { ...place, kind }));
    return invalid('what', kind, 'confirmed, contested, assigned, replied, resolved');
  });
}

type Balances = readonly ShownConfirmation[];

function showsBalances(
  terminal: Terminal,
  config: Config,
  scope: 'claims:read' | 'claims:write',
  deed: Deed<Balances>,
): Promise<void> {
  return shows(terminal, config, scope, deed, (found) => {
    const rows = found.map(confirmationJson);
    if (terminal.isJson) return terminal.json(rows);
    for (const { id, partner, company, currency, asOf, earned, paid, open, state } of rows) {
      const facts = { id, partner, company, currency, day: asOf, earned, paid, open, state };
      terminal.print(text(terminal.language, 'balanceLine', facts));
    }
  });
}

function one(done: Awaited<ReturnType<typeof answerConfirmation>>) {
  return done.ok ? accept([done.value]) : done;
}
