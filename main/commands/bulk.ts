import { readBulkFile } from '../../adapters/files/readBulkFile.ts';
import type { Actor } from '../../app/actor.ts';
import type { Ports, TenantId } from '../../app/ports.ts';
import { approveBulk, showBulk } from '../../app/yearEnd/approveBulk.ts';
import { listBulks } from '../../app/yearEnd/listBulks.ts';
import type { BulkOutcome } from '../../app/yearEnd/planBulk.ts';
import { previewBulk } from '../../app/yearEnd/previewBulk.ts';
import { submitBulk } from '../../app/yearEnd/submitBulk.ts';
import { PROPOSAL_STATES } from '../../core/lifecycle/proposalState.ts';
import type { Language } from '../../core/wording/language.ts';
import { refusalText } from '../../core/wording/refusalText.ts';
import { stateText } from '../../core/wording/stateText.ts';
import { termsInShort } from '../../core/wording/terms/termsInShort.ts';
import type { Config } from '../config.ts';
import type { Terminal } from '../terminal.ts';
import { text } from '../texts.ts';
import { shows } from './deed.ts';

const LATEST = 50;

/** `openrebate agreement bulk preview`: every row with what would become of it, and what its terms say. */
export function previewMany(terminal: Terminal, config: Config, path: string): Promise<void> {
  const deed = async (ports: Ports, tenant: TenantId) => {
    const file = await readBulkFile(path);
    return file.ok ? previewBulk(ports, tenant, file.value.rows) : file;
  };
  return shows(terminal, config, 'agreements:read', deed, (outcomes) => printOutcomes(terminal, outcomes));
}

/** `openrebate agreement bulk submit`: all of them as one thing to approve. */
export function submitMany(terminal: Terminal, config: Config, path: string): Promise<void> {
  const deed = async (ports: Ports, tenant: TenantId, actor: Actor) => {
    const file = await readBulkFile(path);
    if (!file.ok) return file;
    const { name, sha256, rows } = file.value;
    return submitBulk(ports, tenant, { name, sha256, rows, actor });
  };
  return shows(terminal, config, 'agreements:write', deed, ({ id, outcomes }) => {
    if (terminal.isJson) return terminal.json({ id, rows: outcomesJson(outcomes, terminal.language) });
    terminal.print(text(terminal.language, 'bulkSubmitted', { id, ...counted(outcomes) }));
  });
}

/** `openrebate agreement bulk list`: the latest spreadsheets that were handed in. */
export function listMany(
  terminal: Terminal,
  config: Config,
  { before }: { readonly before?: string },
): Promise<void> {
  const deed = (ports: Ports, tenant: TenantId) =>
    listBulks(ports, tenant, { limit: LATEST, ...(before !== undefined && { before }) });
  return shows(terminal, config, 'agreements:read', deed, (bulks) => {
    if (terminal.isJson) {
      return terminal.json(bulks.map((bulk) => ({ ...bulk, submittedAt: bulk.submittedAt.toISOString() })));
    }
    for (const { id, name, rows, submittedBy, submittedAt, states } of bulks) {
      const stand = PROPOSAL_STATES.flatMap((state) =>
        states[state] === undefined ? [] : `${states[state]} ${stateText(state, terminal.language)}`,
      );
      const on = submittedAt.toISOString().slice(0, 10);
      terminal.print(`${id}  ${on}  ${text(terminal.language, 'bulkShown', { name, rows, submittedBy })}`);
      terminal.print(`  ${stand.join(', ')}`);
    }
  });
}

/** `openrebate agreement bulk show`: each agreement and the state of its proposal. */
export function showMany(terminal: Terminal, config: Config, id: string): Promise<void> {
  const deed = (ports: Ports, tenant: TenantId) => showBulk(ports, tenant, id);
  return shows(terminal, config, 'agreements:read', deed, ({ bulk, entries }) => {
    if (terminal.isJson) {
      return terminal.json({ ...bulk, submittedAt: bulk.submittedAt.toISOString(), entries });
    }
    const { name, rows, submittedBy } = bulk;
    terminal.print(text(terminal.language, 'bulkShown', { name, rows, submittedBy }));
    for (const { row, code, state, version = '' } of entries) {
      terminal.print(
        text(terminal.language, 'bulkEntry', {
          row,
          code,
          state: stateText(state, terminal.language),
          version,
        }),
      );
    }
  });
}

/** `openrebate agreement bulk approve`: one approval for all that are in review. */
export function approveMany(
  terminal: Terminal,
  config: Config,
  id: string,
  { reason }: { readonly reason?: string },
): Promise<void> {
  const deed = (ports: Ports, tenant: TenantId, actor: Actor) =>
    approveBulk(ports, tenant, { id, actor, ...(reason !== undefined && { reason }) });
  return shows(terminal, config, 'agreements:approve', deed, (approved) => {
    if (terminal.isJson) return terminal.json(approved);
    const { approved: count, versions } = approved;
    terminal.print(text(terminal.language, 'bulkApproved', { approved: count, versions }));
  });
}

function printOutcomes(terminal: Terminal, outcomes: readonly BulkOutcome[]): void {
  const { language } = terminal;
  if (terminal.isJson) {
    terminal.json(outcomesJson(outcomes, language));
    return;
  }
  for (const entry of outcomes) {
    const { row, code, outcome } = entry;
    terminal.print(text(language, `bulk.${outcome}`, { row, code }));
    if (entry.outcome !== 'refused') terminal.print(`    ${termsInShort(entry.agreement, language)}`);
    else for (const no of entry.refusals) terminal.print(`    ${refusalSentence(no, language)}`);
  }
  terminal.print(text(language, 'bulkPlanned', counted(outcomes)));
}

function refusalSentence(no: Parameters<typeof refusalText>[0], language: Language): string {
  const { what, fix, where } = refusalText(no, language);
  return `${where}: ${what} ${fix} (${no.code})`;
}

function outcomesJson(outcomes: readonly BulkOutcome[], language: Language) {
  return outcomes.map((entry) => {
    const { row, code, outcome } = entry;
    if (entry.outcome !== 'refused')
      return { row, code, outcome, terms: termsInShort(entry.agreement, language) };
    const refusals = entry.refusals.map((no) => ({ ...no, ...refusalText(no, language) }));
    return { row, code, outcome, refusals };
  });
}

function counted(outcomes: readonly BulkOutcome[]) {
  const count = (wanted: BulkOutcome['outcome']) =>
    outcomes.filter(({ outcome }) => outcome === wanted).length;
  return {
    created: count('created'),
    renewed: count('renewed'),
    unchanged: count('unchanged'),
    refused: count('refused'),
  };
}
