import { writeText } from '../../adapters/files/writeText.ts';
import { ADJUSTMENT_STATES, adjustmentBody } from '../../adapters/http/adjustmentSchemas.ts';
import type { Scope } from '../../app/access/scope.ts';
import { adjustmentJson, adjustmentPreviewJson } from '../../app/adjustments/adjustmentJson.ts';
import { approveAdjustment, rejectAdjustment } from '../../app/adjustments/decideAdjustment.ts';
import { previewAdjustment } from '../../app/adjustments/previewAdjustment.ts';
import { proposeAdjustment, withdrawAdjustment } from '../../app/adjustments/proposeAdjustment.ts';
import {
  approvedAdjustments,
  getAdjustment,
  listAdjustments,
} from '../../app/adjustments/showAdjustments.ts';
import type { StoredAdjustment } from '../../app/ports/adjustmentStore.ts';
import { accept } from '../../core/refusal/refusals.ts';
import type { Config } from '../config.ts';
import type { Terminal } from '../terminal.ts';
import { text } from '../texts.ts';
import { type Deed, invalid, shows } from './deed.ts';
import { jsonFile } from './jsonFile.ts';

const LISTED_MAX = 500;

/** `openrebate adjustments preview`: what it would change today. */
export function previewOne(terminal: Terminal, config: Config, file: string): Promise<void> {
  return shows(
    terminal,
    config,
    'agreements:read',
    async (ports, tenant, actor) => {
      const asked = await jsonFile(file, adjustmentBody);
      return asked.ok ? previewAdjustment(ports, tenant, { ...asked.value, actor }) : asked;
    },
    (preview) => {
      const shown = adjustmentPreviewJson(preview);
      if (terminal.isJson) return terminal.json(shown);
      if (shown.accounts.length === 0) terminal.print(text(terminal.language, 'adjustmentChangesNothing'));
      for (const { term, partner, window, currency, earned, recognised } of shown.accounts) {
        const amounts = { earnedBefore: earned.before, earnedAfter: earned.after };
        const books = { booksBefore: recognised.before, booksAfter: recognised.after };
        const place = { term, partner, ...window, currency };
        terminal.print(text(terminal.language, 'adjustmentChange', { ...place, ...amounts, ...books }));
      }
    },
  );
}

/** `openrebate adjustments propose`. */
export function proposeOne(terminal: Terminal, config: Config, file: string): Promise<void> {
  return showsOne(terminal, config, 'agreements:write', async (ports, tenant, actor) => {
    const asked = await jsonFile(file, adjustmentBody);
    return asked.ok ? proposeAdjustment(ports, tenant, { ...asked.value, actor }) : asked;
  });
}

/** `openrebate adjustments list`. */
export function listAll(
  terminal: Terminal,
  config: Config,
  {
    agreement,
    partner,
    state,
  }: { readonly agreement?: string; readonly partner?: string; readonly state?: string },
): Promise<void> {
  return shows(
    terminal,
    config,
    'agreements:read',
    async (ports, tenant) => {
      const known = ADJUSTMENT_STATES.find((candidate) => candidate === state);
      if (state !== undefined && known === undefined)
        return invalid('--state', state, ADJUSTMENT_STATES.join(', '));
      const filter = {
        ...(agreement && { agreement }),
        ...(partner && { partner }),
        ...(known && { state: known }),
      };
      return accept(await listAdjustments(ports, tenant, { ...filter, limit: LISTED_MAX }));
    },
    ({ rows, hasMore }) => {
      if (terminal.isJson) return terminal.json({ rows: rows.map(adjustmentJson), hasMore });
      for (const row of rows) print(terminal, row);
    },
  );
}

/** `openrebate adjustments export`: the approved ones of an agreement, to be calculated with elsewhere. */
export function exportAll(
  terminal: Terminal,
  config: Config,
  agreement: string,
  file: string,
): Promise<void> {
  return shows(
    terminal,
    config,
    'agreements:read',
    async (ports, tenant) => {
      const found = await approvedAdjustments(ports, tenant, agreement);
      return found.ok ? writeText(file, `${JSON.stringify(found.value, undefined, 2)}\n`) : found;
    },
    () => terminal.say(text(terminal.language, 'written', { file })),
  );
}

/** `openrebate adjustments show`. */
export function showOne(terminal: Terminal, config: Config, id: string): Promise<void> {
  return showsOne(terminal, config, 'agreements:read', (ports, tenant) => getAdjustment(ports, tenant, id));
}

export function approveOne(terminal: Terminal, config: Config, id: string): Promise<void> {
  return showsOne(terminal, config, 'agreements:approve', (ports, tenant, actor) =>
    approveAdjustment(ports, tenant, { id, actor }),
  );
}

export function rejectOne(terminal: Terminal, config: Config, id: string, reason: string): Promise<void> {
  return showsOne(terminal, config, 'agreements:approve', (ports, tenant, actor) =>
    rejectAdjustment(ports, tenant, { id, reason, actor }),
  );
}

export function withdrawOne(terminal: Terminal, config: Config, id: string, reason: string): Promise<void> {
  return showsOne(terminal, config, 'agreements:write', (ports, tenant, actor) =>
    withdrawAdjustment(ports, tenant, { id, reason, actor }),
  );
}

function showsOne(
  terminal: Terminal,
  config: Config,
  scope: Scope,
  deed: Deed<StoredAdjustment>,
): Promise<void> {
  return shows(terminal, config, scope, deed, (adjustment) => {
    if (terminal.isJson) terminal.json(adjustmentJson(adjustment));
    else print(terminal, adjustment);
  });
}

function print(terminal: Terminal, adjustment: StoredAdjustment): void {
  const { id, agreement, term, partner, amount, currency, state, reason } = adjustmentJson(adjustment);
  const facts = { id, agreement, term, partner, amount, currency, adjustmentState: state, reason };
  terminal.print(text(terminal.language, 'adjustmentRow', facts));
}
