import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { readCamt } from '../../adapters/files/statements/readCamt.ts';
import { readPaymentStatus } from '../../adapters/files/statements/readPaymentStatus.ts';
import { readStatementTable } from '../../adapters/files/statements/readStatementTable.ts';
import { refusalsJson } from '../../adapters/http/refusalJson.ts';
import type { Scope } from '../../app/access/scope.ts';
import {
  type Assignment,
  assignEntry,
  decideEntry,
  dismissEntry,
  proposeTakeBack,
} from '../../app/payments/assignEntry.ts';
import { hearStatus } from '../../app/payments/hearStatus.ts';
import { importStatement } from '../../app/payments/importStatement.ts';
import { listEntries } from '../../app/payments/listEntries.ts';
import { payingAccountOf } from '../../app/payments/payingAccounts.ts';
import type { ShownEntry } from '../../app/ports/bankEntryStore.ts';
import type { KeyPorts } from '../../app/ports/keyRing.ts';
import type { TenantId } from '../../app/ports.ts';
import { formatDate } from '../../core/calendar/localDate.ts';
import { moneyText } from '../../core/money/money.ts';
import { parseDecimal } from '../../core/number/decimal.ts';
import { accept, type Result } from '../../core/refusal/refusals.ts';
import type { Config } from '../config.ts';
import type { Terminal } from '../terminal.ts';
import { text } from '../texts.ts';
import { type Deed, invalid, shows } from './deed.ts';

/** `openrebate pay statement`: what a bank says; each entry counts once. With an account its table is read. */
export function bringStatement(
  terminal: Terminal,
  config: Config,
  path: string,
  { account: code }: { readonly account?: string },
): Promise<void> {
  return shows(
    terminal,
    config,
    'payments:write',
    async (ports, tenant, actor) => {
      const name = basename(path);
      const read = code === undefined ? await readCamt(path, name) : await tableOf(ports, tenant, path, code);
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

async function tableOf(ports: KeyPorts, tenant: TenantId, path: string, code: string) {
  const account = await payingAccountOf(ports, tenant, code);
  return account.ok ? readStatementTable(path, basename(path), account.value) : account;
}

/** `openrebate pay status`: what a bank says of payments. */
export function bringStatus(terminal: Terminal, config: Config, path: string): Promise<void> {
  const { language } = terminal;
  return shows(
    terminal,
    config,
    'payments:write',
    async (ports, tenant, actor) => {
      const read = await readPaymentStatus(path, basename(path));
      if (!read.ok) return read;
      const file = { name: basename(path), sha256: await hashOf(path), statuses: read.value, actor };
      return hearStatus(ports, tenant, file);
    },
    ({ refusals, ...counts }) => {
      const output = { ...counts, refusals: refusalsJson(refusals, language) };
      if (!terminal.isJson) terminal.print(text(language, 'payStatus', counts));
      if (refusals.length > 0) terminal.refuse(refusals, output);
      else if (terminal.isJson) terminal.json(output);
    },
  );
}

export type AssignOptions = {
  readonly run?: string;
  readonly claim?: string;
  readonly document?: string;
  readonly part?: readonly string[];
  readonly reason: string;
};

/** `openrebate pay assign`: to which payments an entry belongs, or what it pays. */
export function assignOne(
  terminal: Terminal,
  config: Config,
  entry: string,
  payments: readonly string[],
  { run, claim, document, part, reason }: AssignOptions,
): Promise<void> {
  const others = { ...(run && { run }), ...(claim && { claim }), ...(document && { document }) };
  return decided(terminal, config, 'payments:write', async (ports, tenant, actor) => {
    const parts = part && partsOf(part);
    if (parts?.ok === false) return parts;
    const named = { ...others, ...(parts && { parts: parts.value }) };
    const to = Object.keys(named).length === 0 ? { payments } : named;
    return assignEntry(ports, tenant, { entry, reason, actor, ...to });
  });
}

const PART = /^(claim|document):([^=]+)=(.+)$/;

/** What is written as claim:<id>=<amount> or document:<id>=<amount>. */
function partsOf(texts: readonly string[]): Result<NonNullable<Assignment['parts']>> {
  const parts: NonNullable<Assignment['parts']>[number][] = [];
  for (const part of texts) {
    const [, kind, id = '', said = ''] = PART.exec(part) ?? [];
    const amount = parseDecimal(said);
    if (kind === undefined || amount === undefined)
      return invalid('--part', part, 'claim:<id>=<amount>, document:<id>=<amount>');
    parts.push(kind === 'claim' ? { claim: id, amount } : { document: id, amount });
  }
  return accept(parts);
}

/** `openrebate pay decide`: with the key of another person. */
export function decideOne(
  terminal: Terminal,
  config: Config,
  entry: string,
  { is, reason = '' }: { readonly is: string; readonly reason?: string },
): Promise<void> {
  return decided(terminal, config, 'payments:approve', async (ports, tenant, actor) =>
    is === 'approved' || is === 'rejected'
      ? decideEntry(ports, tenant, { entry, is, reason, actor })
      : invalid('--is', is, 'approved, rejected'),
  );
}

/** `openrebate pay dismiss`: an entry that is none of ours. */
export function dismissOne(
  terminal: Terminal,
  config: Config,
  entry: string,
  { reason }: { readonly reason: string },
): Promise<void> {
  return decided(terminal, config, 'payments:write', (ports, tenant, actor) =>
    dismissEntry(ports, tenant, { entry, reason, actor }),
  );
}

/** `openrebate pay take-back`: what an entry was laid against is to be open again. */
export function takeBackOne(
  terminal: Terminal,
  config: Config,
  entry: string,
  { reason }: { readonly reason: string },
): Promise<void> {
  return decided(terminal, config, 'payments:write', (ports, tenant, actor) =>
    proposeTakeBack(ports, tenant, { entry, reason, actor }),
  );
}

function decided(terminal: Terminal, config: Config, scope: Scope, deed: Deed<ShownEntry>): Promise<void> {
  return shows(terminal, config, scope, deed, (entry) => {
    if (terminal.isJson) terminal.json(rowOf(entry));
    else terminal.print(lineOf(entry));
  });
}

function rowOf({ bookedOn, minor, currency, ...entry }: ShownEntry) {
  const { id, account, endToEndId, remittance, state, reason, proposal = null, laidOn = null } = entry;
  return {
    ...{ id, account, currency, endToEndId, remittance, state, reason, proposal, laidOn },
    bookedOn: formatDate(bookedOn),
    amount: moneyText({ minor, currency }),
  };
}

function lineOf(entry: ShownEntry): string {
  const { id, bookedOn, account, amount, currency, state, reason, proposal, laidOn } = rowOf(entry);
  const { payments = [], claim, document, isTakeBack = false } = proposal ?? {};
  const to = isTakeBack ? '←' : [...payments, claim, document].filter(Boolean).join(', ');
  const proposed = proposal === null ? '' : `  → ${to}`;
  const laid = laidOn === null ? '' : `  ${laidOn}`;
  return `${id}  ${bookedOn}  ${account}  ${amount} ${currency}  ${reason || state}${laid}${proposed}`;
}

/** `openrebate pay entries`: what waits, or is laid against a claim or document; the latest first. */
export function showEntries(
  terminal: Terminal,
  config: Config,
  { before, laid = false }: { readonly before?: string; readonly laid?: boolean },
): Promise<void> {
  const is = laid ? 'laid' : 'waiting';
  return shows(
    terminal,
    config,
    'payments:read',
    async (ports, tenant) =>
      accept(await listEntries(ports, tenant, { is, limit: 100, ...(before !== undefined && { before }) })),
    (entries) => {
      if (terminal.isJson) return terminal.json(entries.map(rowOf));
      for (const entry of entries) terminal.print(lineOf(entry));
    },
  );
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}
