import {
  RETENTION,
  RETENTION_KINDS,
  type RetentionKind,
  type RetentionRules,
} from '../../app/retention/retention.ts';
import { getRetention, setRetention } from '../../app/retention/setRetention.ts';
import { accept } from '../../core/refusal/refusals.ts';
import type { Config } from '../config.ts';
import type { Terminal } from '../terminal.ts';
import { text } from '../texts.ts';
import { invalid, shows } from './deed.ts';

/** `openrebate retention show`. */
export function showRetention(terminal: Terminal, config: Config): Promise<void> {
  return shows(
    terminal,
    config,
    'company:read',
    async (ports, tenant) => accept(await getRetention(ports, tenant)),
    (rules) => printRules(terminal, rules),
  );
}

/** `openrebate retention set`: a number of days, or `default`. */
export async function changeRetention(
  terminal: Terminal,
  config: Config,
  kind: string,
  said: string,
): Promise<void> {
  if (!isKind(kind)) return terminal.refuse(invalid('kind', kind, RETENTION_KINDS.join(', ')).refusals);
  if (said !== 'default' && !/^\d{1,4}$/.test(said))
    return terminal.refuse(
      invalid('days', said, `${RETENTION[kind].least}…${RETENTION[kind].most}`).refusals,
    );
  const days = said === 'default' ? undefined : Number(said);
  return shows(
    terminal,
    config,
    'company:write',
    (ports, tenant, actor) => setRetention(ports, tenant, { kind, days }, actor),
    (rules) => printRules(terminal, rules),
  );
}

function isKind(kind: string): kind is RetentionKind {
  return (RETENTION_KINDS as readonly string[]).includes(kind);
}

function printRules(terminal: Terminal, { days, ...rules }: RetentionRules): void {
  const kinds = RETENTION_KINDS.map((kind) => ({
    kind,
    days: days[kind] ?? RETENTION[kind].default,
    isOwn: days[kind] !== undefined,
  }));
  if (terminal.isJson) terminal.json({ ...rules, kinds });
  if (terminal.isJson) return;
  for (const { kind, days: kept, isOwn } of kinds)
    terminal.print(
      text(terminal.language, isOwn ? 'retentionOwn' : 'retentionDefault', { kind, days: kept }),
    );
}
