import { masterAsOf } from '../../app/facts/masterAsOf.ts';
import type { KnownMaster, MasterPage } from '../../app/ports/masterPage.ts';
import { MASTER_KINDS, type MasterKind } from '../../app/ports.ts';
import { formatDate } from '../../core/calendar/localDate.ts';
import { accept, refuse, refused } from '../../core/refusal/refusals.ts';
import type { Config } from '../config.ts';
import { inTenant } from '../inTenant.ts';
import type { Terminal } from '../terminal.ts';
import { column } from '../texts.ts';
import { dayOf } from './calculateFiles.ts';

export type MasterOptions = {
  readonly kind?: string;
  readonly code?: string;
  readonly effective?: string;
  readonly known?: string;
};

/** How many rows are read at a time. */
const PAGE = 1000;

/** `openrebate master`: what partners, products and the like were on a day, as known on another. */
export async function showMaster(terminal: Terminal, config: Config, options: MasterOptions): Promise<void> {
  const question = questionOf(options);
  if (!question.ok) return terminal.refuse(question.refusals);
  const found = await inTenant(terminal, config, 'facts:read', async ({ ports }, tenant) => {
    const rows: KnownMaster[] = [];
    let page: MasterPage | undefined;
    for (;;) {
      const part = await masterAsOf(ports, tenant, { ...question.value, ...page, limit: PAGE });
      rows.push(...part.rows);
      const last = part.rows.at(-1);
      if (!part.hasMore || last === undefined) return accept(rows);
      page = { effective: part.effective, batch: part.batch, after: last, limit: PAGE };
    }
  });
  if (!found.ok) return terminal.refuse(found.refusals);
  if (terminal.isJson) return terminal.json(found.value.map(masterJson));
  for (const { kind, code, name, validFrom, attributes } of found.value.map(masterJson)) {
    const said = Object.entries(attributes).map(([key, value]) => `${key}=${value}`);
    terminal.print(
      `${column(kind, 12)} ${column(code, 20)} ${validFrom ?? ' '.repeat(10)}  ${column(name, 30)} ${said.join(' ')}`.trimEnd(),
    );
  }
}

function questionOf({ kind, code, effective, known }: MasterOptions) {
  const days = [dayOf('--effective', effective), dayOf('--known', known)] as const;
  const wrong = days.flatMap((one) => (one.ok ? [] : one.refusals));
  const isKind = kind === undefined || MASTER_KINDS.some((one) => one === kind);
  if (!isKind) {
    const facts = { argument: '--kind', value: kind, expected: MASTER_KINDS.join(', ') };
    return refused(...wrong, refuse('argument-invalid', '--kind', facts));
  }
  if (wrong.length > 0) return refused(...wrong);
  const [effectiveDay, knownDay] = days.map((one) => (one.ok ? one.value : undefined));
  return accept({
    ...(kind !== undefined && { kind: kind as MasterKind }),
    ...(code !== undefined && { codes: [code] }),
    ...(effectiveDay !== undefined && { effective: effectiveDay }),
    ...(knownDay !== undefined && { known: knownDay }),
  });
}

function masterJson({ validFrom, ...said }: KnownMaster) {
  return { ...said, validFrom: validFrom === undefined ? null : formatDate(validFrom) };
}
