import { basename } from 'node:path';
import { readDocument } from '../../adapters/files/readDocument.ts';
import { fundBody } from '../../adapters/http/fundSchemas.ts';
import { deductionJson } from '../../app/deductions/deductionJson.ts';
import { endDeductionPart, writeOffDeduction } from '../../app/deductions/endDeduction.ts';
import { listDeductions, registerDeduction, showDeduction } from '../../app/deductions/registerDeduction.ts';
import { activityJson, fundJson, shownFundJson } from '../../app/funds/fundJson.ts';
import { listFunds, openFund, showFund } from '../../app/funds/openFund.ts';
import {
  claimActivity,
  closeActivity,
  decideActivity,
  expireActivities,
  requestActivity,
  settleActivity,
} from '../../app/funds/useFund.ts';
import { type Decimal, parseDecimal } from '../../core/number/decimal.ts';
import { accept, type Result } from '../../core/refusal/refusals.ts';
import type { Config } from '../config.ts';
import type { Terminal } from '../terminal.ts';
import { text } from '../texts.ts';
import { dayOf } from './calculateFiles.ts';
import { type Deed, invalid, shows } from './deed.ts';
import { jsonFile } from './jsonFile.ts';

type Words = Readonly<Record<string, string | undefined>>;

/** `openrebate deductions register`: what a partner paid less. */
export function registerOne(
  terminal: Terminal,
  config: Config,
  partner: string,
  amount: string,
  { company = '', reference = '', currency = '', note }: Words,
): Promise<void> {
  return showsDeductions(terminal, config, async (ports, tenant, actor) => {
    const decimal = decimalOf('amount', amount);
    if (!decimal.ok) return decimal;
    const asked = { company, partner, reference, currency, amount: decimal.value, actor };
    const done = await registerDeduction(ports, tenant, { ...asked, ...(note && { note }) });
    return done.ok ? accept([done.value]) : done;
  });
}

/** `openrebate deductions show`: one, or all of a partner. */
export function showDeductions(
  terminal: Terminal,
  config: Config,
  id: string | undefined,
  { partner }: Words,
): Promise<void> {
  return showsDeductions(
    terminal,
    config,
    async (ports, tenant) => {
      if (id === undefined) {
        const found = await listDeductions(ports, tenant, { limit: 500, ...(partner && { partner }) });
        return accept(found.rows);
      }
      const found = await showDeduction(ports, tenant, id);
      return found.ok ? accept([found.value]) : found;
    },
    'claims:read',
  );
}

/** `openrebate deductions match` and `deny`. */
export function endOne(
  terminal: Terminal,
  config: Config,
  id: string,
  amount: string,
  { claim, settlement, agreement, term = '', participant = '', firstDay = '', lastDay = '', note }: Words,
): Promise<void> {
  return showsDeductions(terminal, config, async (ports, tenant, actor) => {
    const decimal = decimalOf('amount', amount);
    if (!decimal.ok) return decimal;
    const part = { deduction: id, amount: decimal.value, actor, ...(note && { note }) };
    if (claim !== undefined)
      return listed(await endDeductionPart(ports, tenant, { ...part, end: 'matched', claim }));
    if (settlement !== undefined)
      return listed(await endDeductionPart(ports, tenant, { ...part, end: 'matched', settlement }));
    if (agreement === undefined)
      return listed(await endDeductionPart(ports, tenant, { ...part, end: 'denied' }));
    const [from, until] = [dayOf('--first-day', firstDay), dayOf('--last-day', lastDay)];
    if (!from.ok) return from;
    if (!until.ok) return until;
    const window = { from: from.value, until: until.value + 1 };
    const account = { agreement, term, participant, window };
    return listed(await endDeductionPart(ports, tenant, { ...part, end: 'matched', account }));
  });
}

/** `openrebate deductions write-off`: asks; `--outcome` decides, with the key of another person. */
export function giveUpOne(
  terminal: Terminal,
  config: Config,
  id: string,
  { amount, outcome, note }: Words,
): Promise<void> {
  const scope = outcome === undefined ? 'claims:write' : 'claims:approve';
  return showsDeductions(
    terminal,
    config,
    async (ports, tenant, actor) => {
      const deed = { deduction: id, actor, ...(note && { note }) };
      if (outcome === 'approved' || outcome === 'rejected')
        return listed(await writeOffDeduction(ports, tenant, { ...deed, step: outcome }));
      if (outcome !== undefined) return invalid('--outcome', outcome, 'approved, rejected');
      const decimal = decimalOf('--amount', amount ?? '');
      if (!decimal.ok) return decimal;
      return listed(await writeOffDeduction(ports, tenant, { ...deed, step: 'ask', amount: decimal.value }));
    },
    scope,
  );
}

/** `openrebate funds open`: a fund as a JSON file says. */
export function openOne(
  terminal: Terminal,
  config: Config,
  code: string,
  file: string,
  { company = '', partner }: Words,
): Promise<void> {
  const deed: Deed<Awaited<ReturnType<typeof listFunds>>> = async (ports, tenant, actor) => {
    const read = await jsonFile(file, fundBody);
    if (!read.ok) return read;
    const terms = { ...read.value, code, company, ...(partner && { partner }) };
    const opened = await openFund(ports, tenant, terms, actor);
    return opened.ok ? accept([opened.value]) : opened;
  };
  return shows(terminal, config, 'claims:approve', deed, (funds) => sayFunds(terminal, funds.map(fundJson)));
}

/** `openrebate funds show`: all, or one with its activities. */
export function showFunds(terminal: Terminal, config: Config, code: string | undefined): Promise<void> {
  if (code === undefined)
    return shows(
      terminal,
      config,
      'claims:read',
      async (ports, tenant) => accept(await listFunds(ports, tenant)),
      (funds) => sayFunds(terminal, funds.map(fundJson)),
    );
  return shows(
    terminal,
    config,
    'claims:read',
    (ports, tenant) => showFund(ports, tenant, code),
    (found) => {
      const shown = shownFundJson(found);
      if (terminal.isJson) return terminal.json(shown);
      sayFunds(terminal, [shown]);
      for (const activity of shown.activities) terminal.print(activityLine(terminal, activity));
    },
  );
}

/** `openrebate funds request`: a partner asks for money for an activity. */
export function requestOne(
  terminal: Terminal,
  config: Config,
  fund: string,
  amount: string,
  { partner = '', reference = '', title = '', firstDay = '', lastDay = '' }: Words,
): Promise<void> {
  return showsActivities(terminal, config, 'claims:write', async (ports, tenant, actor) => {
    const decimal = decimalOf('amount', amount);
    if (!decimal.ok) return decimal;
    const [first, last] = [dayOf('--first-day', firstDay), dayOf('--last-day', lastDay)];
    if (!first.ok) return first;
    if (!last.ok) return last;
    const days = { firstDay: first.value, lastDay: last.value };
    const asked = { fund, partner, reference, title, ...days, amount: decimal.value, actor };
    return listed(await requestActivity(ports, tenant, asked));
  });
}

/** `openrebate funds approve` and `reject`, with the key of another person. */
export function decideOne(
  terminal: Terminal,
  config: Config,
  activity: string,
  amount: string | undefined,
  { note }: Words,
): Promise<void> {
  return showsActivities(terminal, config, 'claims:approve', async (ports, tenant, actor) => {
    const deed = { activity, actor, ...(note && { note }) };
    if (amount === undefined)
      return listed(await decideActivity(ports, tenant, { ...deed, outcome: 'rejected' }));
    const approved = decimalOf('amount', amount);
    if (!approved.ok) return approved;
    return listed(await decideActivity(ports, tenant, { ...deed, outcome: { approved: approved.value } }));
  });
}

/** `openrebate funds claim`: what an activity cost, with the file that proves it. */
export function claimOne(
  terminal: Terminal,
  config: Config,
  activity: string,
  { cost: asked, file }: { readonly cost: string; readonly file: string },
): Promise<void> {
  return showsActivities(terminal, config, 'claims:write', async (ports, tenant, actor) => {
    const cost = decimalOf('cost', asked);
    if (!cost.ok) return cost;
    const proof = { name: basename(file), open: () => readDocument(file) };
    return listed(await claimActivity(ports, tenant, { activity, actor, cost: cost.value, ...proof }));
  });
}

/** `openrebate funds settle`: a part of what was granted is paid. */
export function settleOne(
  terminal: Terminal,
  config: Config,
  activity: string,
  amount: string,
  { reference = '' }: Words,
): Promise<void> {
  return showsActivities(terminal, config, 'claims:write', async (ports, tenant, actor) => {
    const decimal = decimalOf('amount', amount);
    if (!decimal.ok) return decimal;
    return listed(await settleActivity(ports, tenant, { activity, actor, amount: decimal.value, reference }));
  });
}

/** `openrebate funds close`: nothing more will be claimed. */
export function closeOne(terminal: Terminal, config: Config, activity: string): Promise<void> {
  return showsActivities(terminal, config, 'claims:write', async (ports, tenant, actor) =>
    listed(await closeActivity(ports, tenant, { activity, actor })),
  );
}

/** `openrebate funds expire`: what nobody claimed in time falls back. */
export function expireAll(terminal: Terminal, config: Config, { day }: Words): Promise<void> {
  return showsActivities(terminal, config, 'claims:write', async (ports, tenant) => {
    const read = dayOf('--day', day);
    if (!read.ok) return read;
    return accept(await expireActivities(ports, tenant, read.value === undefined ? {} : { day: read.value }));
  });
}

type Deductions = readonly Parameters<typeof deductionJson>[0][];
type Activities = readonly Parameters<typeof activityJson>[0][];

function showsDeductions(
  terminal: Terminal,
  config: Config,
  deed: Deed<Deductions>,
  scope: 'claims:read' | 'claims:write' | 'claims:approve' = 'claims:write',
): Promise<void> {
  return shows(terminal, config, scope, deed, (found) => {
    const rows = found.map(deductionJson);
    if (terminal.isJson) return terminal.json(rows);
    for (const { id, partner, reference, currency, deducted, open, matched, denied, writtenOff } of rows) {
      const facts = { id, partner, reference, currency, deducted, open, matched, denied, writtenOff };
      terminal.print(text(terminal.language, 'deductionLine', facts));
    }
  });
}

function showsActivities(
  terminal: Terminal,
  config: Config,
  scope: 'claims:write' | 'claims:approve',
  deed: Deed<Activities>,
): Promise<void> {
  return shows(terminal, config, scope, deed, (found) => {
    const rows = found.map(activityJson);
    if (terminal.isJson) return terminal.json(rows);
    for (const row of rows) terminal.print(activityLine(terminal, row));
  });
}

function activityLine({ language }: Terminal, activity: ReturnType<typeof activityJson>): string {
  const { id, fund, partner, reference, state, requested, approved, granted, settled } = activity;
  const facts = { id, fund, partner, reference, state, requested, approved, granted, settled };
  return text(language, 'activityLine', facts);
}

function sayFunds(terminal: Terminal, rows: readonly ReturnType<typeof fundJson>[]): void {
  if (terminal.isJson) terminal.json(rows);
  for (const { code, currency, budget, free, reserved, used } of terminal.isJson ? [] : rows)
    terminal.print(text(terminal.language, 'fundLine', { code, currency, budget, free, reserved, used }));
}

function listed<T>(done: Result<T>): Result<readonly T[]> {
  return done.ok ? accept([done.value]) : done;
}

function decimalOf(argument: string, given: string): Result<Decimal> {
  const decimal = parseDecimal(given);
  return decimal === undefined ? invalid(argument, given, '100.00') : accept(decimal);
}
