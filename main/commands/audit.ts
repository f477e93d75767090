import { type AuditFormat, auditExport } from '../../adapters/files/auditExport.ts';
import { writeExport } from '../../adapters/files/writeExport.ts';
import { eraseAudit } from '../../app/audit/eraseAudit.ts';
import { exportAudit } from '../../app/audit/exportAudit.ts';
import { linkAudit } from '../../app/audit/linkAudit.ts';
import { auditHead, listAudit } from '../../app/audit/listAudit.ts';
import { verifyAudit } from '../../app/audit/verifyAudit.ts';
import { isUuid } from '../../app/isUuid.ts';
import type { AuditFilter, ShownAudit } from '../../app/ports/auditStore.ts';
import type { AuditFinding } from '../../core/audit/verifyChain.ts';
import { formatDate } from '../../core/calendar/localDate.ts';
import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import type { Config } from '../config.ts';
import type { Terminal } from '../terminal.ts';
import { text } from '../texts.ts';
import { dayOf } from './calculateFiles.ts';
import { does, invalid, numberOf, shows } from './deed.ts';

export type TrailOptions = {
  readonly actor?: string;
  readonly action?: string;
  readonly object?: string;
  readonly from?: string;
  readonly until?: string;
  readonly limit: string;
};

/** `openrebate audit list`: who did what to what, the newest first. */
export async function showTrail(terminal: Terminal, config: Config, options: TrailOptions): Promise<void> {
  const filter = filterOf(options);
  if (!filter.ok) return terminal.refuse(filter.refusals);
  await shows(
    terminal,
    config,
    'audit:read',
    async (ports, tenant) => accept(await listAudit(ports, tenant, filter.value)),
    (rows) => {
      if (terminal.isJson) terminal.json(rows.map(entryJson));
      else for (const row of rows) terminal.print(entryLine(row));
    },
  );
}

function filterOf({ from, until, limit, actor, action, object }: TrailOptions): Result<AuditFilter> {
  const days = [dayOf('--from', from), dayOf('--until', until)] as const;
  const count = numberOf('--limit', limit);
  for (const read of [...days, count]) if (!read.ok) return read;
  const [first, last] = days.map((day) =>
    day.ok && day.value !== undefined ? formatDate(day.value) : undefined,
  );
  return accept({
    limit: count.ok ? count.value : 0,
    ...(actor !== undefined && { actor }),
    ...(action !== undefined && { action }),
    ...(object !== undefined && { object }),
    ...(first !== undefined && { from: first }),
    ...(last !== undefined && { until: last }),
  });
}

function entryJson({ entry: { content, ...entry }, actorName, link }: ShownAudit) {
  const body: unknown = content === undefined ? null : JSON.parse(content.body);
  return { ...entry, actorName: actorName ?? null, body, ...(link ?? { position: null, hash: null }) };
}

function entryLine({ entry, actorName, link }: ShownAudit): string {
  const { at, actor, action, object, content } = entry;
  const position = String(link?.position ?? '–').padStart(7);
  const who = actorName === undefined ? actor : `${actor} (${actorName})`;
  return `${position}  ${at}  ${who}  ${action}  ${object}  ${content?.body ?? ''}`.trimEnd();
}

/** `openrebate audit verify`: every entry that is not what it was; with `--expect` also a chain that is another one. */
export async function verifyTrail(
  terminal: Terminal,
  config: Config,
  { expect }: { readonly expect?: string },
): Promise<void> {
  if (expect !== undefined && !/^[0-9a-f]{64}$/.test(expect))
    return terminal.refuse(invalid('--expect', expect, '[0-9a-f]{64}').refusals);
  await shows(
    terminal,
    config,
    'audit:read',
    async (ports, tenant) => accept(await verifyAudit(ports, tenant, expect)),
    (verified) => {
      const { findings, head, waiting } = verified;
      if (findings.length > 0) {
        if (!terminal.isJson) for (const one of findings) terminal.print(findingLine(one, terminal));
        return terminal.refuse(
          [refuse('audit-chain-broken', '', { findings: String(findings.length) })],
          verified,
        );
      }
      if (terminal.isJson) return terminal.json(verified);
      terminal.print(text(terminal.language, 'auditWhole', { position: head.position, hash: head.hash }));
      if (waiting > 0) terminal.print(text(terminal.language, 'auditWaiting', { waiting }));
      const { anchoredAt } = verified;
      if (anchoredAt !== undefined)
        terminal.print(text(terminal.language, 'auditAnchored', { position: anchoredAt }));
    },
  );
}

function findingLine({ fault, position, entry }: AuditFinding, { language }: Terminal): string {
  const place = [position, entry].filter((part) => part !== undefined).join('  ');
  return `${place}  ${text(language, `audit.${fault}`)}`.trimStart();
}

/** `openrebate audit head`: what to keep outside. */
export async function showHead(terminal: Terminal, config: Config): Promise<void> {
  await shows(
    terminal,
    config,
    'audit:read',
    async (ports, tenant) => accept(await auditHead(ports, tenant)),
    ({ position, hash, waiting }) => {
      if (terminal.isJson) return terminal.json({ position, hash, waiting });
      terminal.print(`${position}  ${hash}`);
      if (waiting > 0) terminal.print(text(terminal.language, 'auditWaiting', { waiting }));
    },
  );
}

/** `openrebate audit link`: what a worker does every minute. */
export async function linkTrail(terminal: Terminal, config: Config): Promise<void> {
  await does(
    terminal,
    config,
    async (ports, tenant) => accept(await linkAudit(ports, tenant)),
    ({ linked, head }) => text(terminal.language, 'auditLinked', { linked, ...head }),
    'audit:read',
  );
}

/** `openrebate audit export`: the chain as a file. */
export async function exportTrail(
  terminal: Terminal,
  config: Config,
  file: string,
  { format }: { readonly format: AuditFormat },
): Promise<void> {
  await does(
    terminal,
    config,
    (ports, tenant) => exportAudit(ports, tenant, (pages) => writeExport(file, auditExport(format, pages))),
    (written) => text(terminal.language, 'exportWritten', written),
    'audit:read',
  );
}

/** `openrebate audit erase`: the content of one entry. */
export async function eraseEntry(
  terminal: Terminal,
  config: Config,
  id: string,
  { reason }: { readonly reason: string },
): Promise<void> {
  await does(
    terminal,
    config,
    (ports, tenant, actor) =>
      isUuid(id)
        ? eraseAudit(ports, tenant, { id, reason, actor })
        : Promise.resolve(refused(refuse('audit-entry-not-found', 'id', { id }))),
    ({ isChanged }) => text(terminal.language, isChanged ? 'auditErased' : 'auditErasedBefore', { id }),
    'access:write',
  );
}
