import { writeText } from '../../adapters/files/writeText.ts';
import { settlementSelection } from '../../adapters/http/settlementSchemas.ts';
import { stepJson } from '../../adapters/http/stepJson.ts';
import { approveSettlement, rejectSettlement } from '../../app/settlement/approveSettlement.ts';
import { cancelSettlement } from '../../app/settlement/cancelSettlement.ts';
import { issuedDocumentJson, listIssuedDocuments } from '../../app/settlement/issuedDocuments.ts';
import {
  type IssuedSettlement,
  issueSettlement,
  numberSettlement,
} from '../../app/settlement/issueSettlement.ts';
import {
  type PlannedSettlement,
  previewSettlement,
  type SettlementSelection,
} from '../../app/settlement/planSettlement.ts';
import { proposeAdvance } from '../../app/settlement/proposeAdvance.ts';
import { proposeSettlement } from '../../app/settlement/proposeSettlement.ts';
import {
  payableJson,
  plannedJson,
  settlementJson,
  shownSettlementJson,
} from '../../app/settlement/settlementJson.ts';
import {
  explainSettlementLine,
  listPayables,
  listSettlements,
  showSettlement,
} from '../../app/settlement/showSettlements.ts';
import { parseDecimal } from '../../core/number/decimal.ts';
import { accept, type Result } from '../../core/refusal/refusals.ts';
import { SETTLEMENT_STATES } from '../../core/settlement/settlementState.ts';
import { renderStep } from '../../core/wording/renderStep.ts';
import type { Config } from '../config.ts';
import { issuedFile } from '../documentFile.ts';
import type { DocumentFormat } from '../paperFormats.ts';
import { partyLines, settlementLine, settlementLines, totalLines } from '../settlementOutput.ts';
import type { Terminal } from '../terminal.ts';
import { text } from '../texts.ts';
import { dayOf } from './calculateFiles.ts';
import { does, invalid, numberOf, shows } from './deed.ts';
import { jsonFile } from './jsonFile.ts';

export type SelectionOptions = {
  readonly agreement?: readonly string[];
  readonly partner?: readonly string[];
  readonly day?: string;
  readonly waivers?: string;
};

async function selectionOf(company: string, options: SelectionOptions): Promise<Result<SettlementSelection>> {
  const day = dayOf('--day', options.day);
  if (!day.ok) return day;
  const waivers =
    options.waivers && (await jsonFile(options.waivers, settlementSelection.shape.waivers.unwrap()));
  if (waivers && !waivers.ok) return waivers;
  const { agreement: agreements, partner: partners } = options;
  return accept({
    company,
    ...(agreements && { agreements }),
    ...(partners && { partners }),
    ...(day.value !== undefined && { day: day.value }),
    ...(waivers && { waivers: waivers.value }),
  });
}

/** `openrebate settlement preview`: every figure, and nothing written. */
export function previewOne(
  terminal: Terminal,
  config: Config,
  company: string,
  options: SelectionOptions,
): Promise<void> {
  return shows(
    terminal,
    config,
    'settlements:read',
    async (ports, tenant) => {
      const selection = await selectionOf(company, options);
      return selection.ok ? previewSettlement(ports, tenant, selection.value) : selection;
    },
    (planned) => showPlan(terminal, planned),
  );
}

function showPlan(terminal: Terminal, planned: PlannedSettlement): void {
  const { isJson, language } = terminal;
  if (isJson) terminal.json(plannedJson(planned));
  else
    for (const line of [...partyLines(planned, language), ...totalLines(planned, language)])
      terminal.print(line);
}

/** `openrebate settlement run`: proposes it. */
export function proposeOne(
  terminal: Terminal,
  config: Config,
  company: string,
  options: SelectionOptions,
): Promise<void> {
  return shows(
    terminal,
    config,
    'settlements:write',
    async (ports, tenant, actor) => {
      const selection = await selectionOf(company, options);
      return selection.ok ? proposeSettlement(ports, tenant, { ...selection.value, actor }) : selection;
    },
    (proposed) => {
      const { run = null, settlements } = proposed;
      const ids = settlements.map(({ id }) => id);
      if (terminal.isJson) return terminal.json({ ...plannedJson(proposed), run, settlements: ids });
      showPlan(terminal, proposed);
      if (ids.length === 0) terminal.print(text(terminal.language, 'settlementNone'));
      for (const id of ids) terminal.print(text(terminal.language, 'settlementProposed', { id }));
    },
  );
}

/** `openrebate settlement advance`. */
export function advanceOne(
  terminal: Terminal,
  config: Config,
  said: {
    readonly agreement: string;
    readonly partner: string;
    readonly amount: string;
    readonly term: string;
    readonly reason: string;
    readonly beside?: string;
  },
): Promise<void> {
  return does(
    terminal,
    config,
    async (ports, tenant, actor) => {
      const [amount, beside] = [parseDecimal(said.amount), parseDecimal(said.beside ?? '0')];
      if (amount === undefined) return invalid('amount', said.amount, '500.00');
      if (beside === undefined) return invalid('--beside', said.beside ?? '', '500.00');
      const { agreement, partner: participant, term, reason } = said;
      return proposeAdvance(ports, tenant, { agreement, participant, term, reason, amount, beside, actor });
    },
    (proposed) => text(terminal.language, 'settlementProposed', proposed),
    'settlements:write',
  );
}

const LISTED_MAX = 500;

/** `openrebate settlement list`. */
export function listAllSettlements(
  terminal: Terminal,
  config: Config,
  {
    company,
    partner,
    state,
  }: { readonly company?: string; readonly partner?: string; readonly state?: string },
): Promise<void> {
  return shows(
    terminal,
    config,
    'settlements:read',
    async (ports, tenant) => {
      const known = SETTLEMENT_STATES.find((candidate) => candidate === state);
      if (state !== undefined && known === undefined) {
        return invalid('--state', state, SETTLEMENT_STATES.join(', '));
      }
      const filter = {
        ...(company && { company }),
        ...(partner && { partner }),
        ...(known && { state: known }),
      };
      return accept(await listSettlements(ports, tenant, { ...filter, limit: LISTED_MAX }));
    },
    ({ rows, hasMore }) => {
      if (terminal.isJson) return terminal.json({ rows: rows.map(settlementJson), hasMore });
      for (const row of rows) terminal.print(settlementLine(row, terminal.language));
    },
  );
}

/** `openrebate settlement show`. */
export function showOneSettlement(terminal: Terminal, config: Config, id: string): Promise<void> {
  return shows(
    terminal,
    config,
    'settlements:read',
    (ports, tenant) => showSettlement(ports, tenant, id),
    (shown) => {
      if (terminal.isJson) return terminal.json(shownSettlementJson(shown));
      for (const line of settlementLines(shown, terminal.language)) terminal.print(line);
    },
  );
}

/** `openrebate settlement documents`: what was issued. */
export function documentsIssued(
  terminal: Terminal,
  config: Config,
  { company, partner }: { readonly company?: string; readonly partner?: string },
): Promise<void> {
  return shows(
    terminal,
    config,
    'settlements:read',
    async (ports, tenant) => {
      const filter = { ...(company && { company }), ...(partner && { partner }), limit: LISTED_MAX };
      return accept(await listIssuedDocuments(ports, tenant, filter));
    },
    ({ rows, hasMore }) => {
      const shown = rows.map(issuedDocumentJson);
      if (terminal.isJson) return terminal.json({ rows: shown, hasMore });
      for (const { number, partner, gross, currency, issuedOn, settlement } of shown) {
        const facts = { number, partner, gross, currency, issuedOn, settlement };
        terminal.print(text(terminal.language, 'issuedDocument', facts));
      }
    },
  );
}

/** `openrebate settlement document`: as it was issued, in the language of the terminal. */
export function documentOne(
  terminal: Terminal,
  config: Config,
  id: string,
  file: string,
  { format }: { readonly format: DocumentFormat },
): Promise<void> {
  return does(
    terminal,
    config,
    async (ports, tenant) => {
      const form = await issuedFile(ports, tenant, id, format, terminal.language);
      if (!form.ok) return form;
      const written = await writeText(file, form.value.content);
      return written.ok ? accept({ file }) : written;
    },
    (written) => text(terminal.language, 'written', written),
    'settlements:read',
  );
}

/** `openrebate settlement explain`: down to the earning. */
export function explainOneLine(terminal: Terminal, config: Config, id: string, line: string): Promise<void> {
  return shows(
    terminal,
    config,
    'settlements:read',
    async (ports, tenant) => {
      const number = numberOf('line', line);
      return number.ok ? explainSettlementLine(ports, tenant, { id, line: number.value }) : number;
    },
    ({ explanation, batch }) => {
      const { language } = terminal;
      if (terminal.isJson) return terminal.json({ batch, explanation: stepJson(explanation, language) });
      printSteps(terminal, renderStep(explanation, language), '');
    },
  );
}

function printSteps(terminal: Terminal, step: ReturnType<typeof renderStep>, indent: string): void {
  terminal.print(`${indent}${step.text}`);
  for (const inner of step.steps) printSteps(terminal, inner, `${indent}  `);
}

export function approveOne(terminal: Terminal, config: Config, id: string): Promise<void> {
  return does(
    terminal,
    config,
    (ports, tenant, actor) => approveSettlement(ports, tenant, { actor, id }),
    ({ level, missing }) =>
      text(terminal.language, 'settlementApproved', { id, level, missing: missing.join(', ') || '–' }),
    'settlements:approve',
  );
}

export function rejectOne(terminal: Terminal, config: Config, id: string, reason: string): Promise<void> {
  return does(
    terminal,
    config,
    (ports, tenant, actor) => rejectSettlement(ports, tenant, { actor, id, reason }),
    () => text(terminal.language, 'settlementRejected', { id }),
    'settlements:approve',
  );
}

export function issueOne(terminal: Terminal, config: Config, id: string): Promise<void> {
  return does(
    terminal,
    config,
    (ports, tenant, actor) => issueSettlement(ports, tenant, { actor, id }),
    (issued) => issuedText(terminal, issued),
    'settlements:write',
  );
}

export function numberOne(terminal: Terminal, config: Config, id: string, number: string): Promise<void> {
  return does(
    terminal,
    config,
    (ports, tenant, actor) => numberSettlement(ports, tenant, { actor, id, number }),
    (issued) => issuedText(terminal, issued),
    'settlements:write',
  );
}

function issuedText({ language }: Terminal, { id, state, number = '–' }: IssuedSettlement): string {
  return text(language, state === 'issued' ? 'settlementIssued' : 'settlementAwaiting', { id, number });
}

export function cancelOne(terminal: Terminal, config: Config, id: string, reason: string): Promise<void> {
  return does(
    terminal,
    config,
    (ports, tenant, actor) => cancelSettlement(ports, tenant, { actor, id, reason }),
    (mirrored) => text(terminal.language, 'settlementProposed', mirrored),
    'settlements:write',
  );
}

/** `openrebate settlement payables`. */
export function payables(
  terminal: Terminal,
  config: Config,
  { company, partner }: { readonly company?: string; readonly partner?: string },
): Promise<void> {
  return shows(
    terminal,
    config,
    'settlements:read',
    async (ports, tenant) =>
      accept(await listPayables(ports, tenant, { ...(company && { company }), ...(partner && { partner }) })),
    (rows) => {
      const shown = rows.map(payableJson);
      if (terminal.isJson) return terminal.json({ rows: shown });
      for (const row of shown) terminal.print(text(terminal.language, 'payable', row));
    },
  );
}
