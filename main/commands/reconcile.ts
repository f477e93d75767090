import { lineRevisions } from '../../app/intake/lineRevisions.ts';
import { reconcileAgreement, reconcileImport, type TermStates } from '../../app/intake/reconcile.ts';
import { formatDate } from '../../core/calendar/localDate.ts';
import { FACT_SCALE_MAX, formatDecimal, trimDecimal } from '../../core/number/decimal.ts';
import type { Config } from '../config.ts';
import { inTenant } from '../inTenant.ts';
import type { Terminal } from '../terminal.ts';
import { column, tallyText, text } from '../texts.ts';
import { importLine } from './imports.ts';

/** `openrebate reconcile import`: from the rows of a file to what every term makes of its lines. */
export async function reconcileOneImport(terminal: Terminal, config: Config, id: string): Promise<void> {
  const found = await inTenant(terminal, config, 'facts:read', ({ ports }, tenant) =>
    reconcileImport(ports, tenant, id),
  );
  if (!found.ok) return terminal.refuse(found.refusals);
  if (terminal.isJson) return terminal.json({ ...found.value, terms: found.value.terms.map(shown) });
  const { stored, reasons, lines, terms } = found.value;
  terminal.print(importLine(stored, terminal.language));
  for (const [code, rows] of Object.entries(reasons)) terminal.print(`    ${code}: ${rows}`);
  terminal.print(text(terminal.language, 'linesStanding', { rows: lines.rows, netValue: lines.netValue }));
  for (const term of terms) printStates(terminal, term);
}

/** `openrebate reconcile agreement`: what it makes of every line that is known. */
export async function reconcileOneAgreement(terminal: Terminal, config: Config, code: string): Promise<void> {
  const found = await inTenant(terminal, config, 'facts:read', ({ ports }, tenant) =>
    reconcileAgreement(ports, tenant, code),
  );
  if (!found.ok) return terminal.refuse(found.refusals);
  if (terminal.isJson) return terminal.json(shown(found.value));
  printStates(terminal, found.value);
}

function printStates(terminal: Terminal, { agreement, states }: TermStates): void {
  terminal.print(agreement);
  for (const state of states) {
    terminal.print(
      `  ${column(tallyText(terminal.language, state), 70)} ${valueText(state.netValue).padStart(18)}`,
    );
  }
}

function shown({ agreement, states }: TermStates) {
  return { agreement, states: states.map((state) => ({ ...state, netValue: valueText(state.netValue) })) };
}

function valueText(netValue: bigint): string {
  return formatDecimal(trimDecimal({ digits: netValue, scale: FACT_SCALE_MAX }));
}

/** `openrebate revisions`: who said what of a line, by which file, known from when. */
export async function showRevisions(
  terminal: Terminal,
  config: Config,
  identity: { readonly source: string; readonly document: string; readonly line: string },
): Promise<void> {
  const found = await inTenant(terminal, config, 'facts:read', ({ ports }, tenant) =>
    lineRevisions(ports, tenant, identity),
  );
  if (!found.ok) return terminal.refuse(found.refusals);
  const { revisions, corrects, correctedBy } = found.value;
  if (terminal.isJson) {
    const shownRevisions = revisions.map((one) => ({ ...one, knownOn: formatDate(one.knownOn) }));
    return terminal.json({ revisions: shownRevisions, corrects, correctedBy });
  }
  for (const { revision, knownOn, file, row, actor, withdrawn, changes } of revisions) {
    const values = { revision, knownOn: formatDate(knownOn), file, row, actor };
    terminal.print(
      text(terminal.language, withdrawn === undefined ? 'revision' : 'revisionWithdrawn', values),
    );
    for (const [field, { before, now }] of Object.entries(changes)) {
      terminal.print(`    ${field}: ${before ?? ''} → ${now ?? ''}`);
    }
  }
  for (const line of corrects) terminal.print(text(terminal.language, 'corrects', line));
  for (const line of correctedBy) terminal.print(text(terminal.language, 'correctedBy', line));
}
