import { calculateDue } from '../../app/calculation/calculateDue.ts';
import { explainEarning } from '../../app/earnings/explainEarning.ts';
import { listEarnings } from '../../app/earnings/listEarnings.ts';
import type { EarningRow, TenantId } from '../../app/ports.ts';
import { moneyText } from '../../core/money/money.ts';
import { accept, type Result } from '../../core/refusal/refusals.ts';
import { amountText } from '../../core/wording/amountText.ts';
import { renderStep } from '../../core/wording/renderStep.ts';
import { buildPages } from '../builtPages.ts';
import type { Composed } from '../compose.ts';
import { type Config, demoAccess } from '../config.ts';
import { demoSandbox, isSandbox, loadDemo } from '../demo.ts';
import { playDemoMoney } from '../demoMoney.ts';
import { closeDemoMonth } from '../demoMonth.ts';
import { letDemoPeopleIn } from '../demoPeople.ts';
import { playDemoPortal } from '../demoPortal.ts';
import { playDemoTrust } from '../demoTrust.ts';
import { ensureKey } from '../openKeys.ts';
import { SAID_ROWS } from '../rowsSaid.ts';
import { sentences } from '../sentences.ts';
import type { ServeOptions } from '../serve.ts';
import { stopSignal } from '../stopSignal.ts';
import { sayRefusals, type Terminal } from '../terminal.ts';
import { text } from '../texts.ts';
import { openTrial } from '../trial.ts';
import { type Workplace, withDatabase } from '../withDatabase.ts';
import { summaryLines } from './importLines.ts';

/** `openrebate start`: database, schema, demo, calculation, a first result, server; until told to stop. */
export async function start(terminal: Terminal, config: Config): Promise<void> {
  const open = demoAccess(config);
  if (!open.ok) return terminal.refuse(open.refusals);
  const pages = buildPages(terminal);
  const ended = await withDatabase(config, terminal.say, async (place) => {
    terminal.say(place.database.place);
    const sandbox = await demoTenant(place, config);
    if (!sandbox.ok) return sandbox;
    const { ports } = place;
    // Where a company stands on the real day nothing of the demo is written, and nobody is let in without signing in.
    if (sandbox.value === undefined)
      terminal.say(text(terminal.language, 'noSandbox', { tenant: config.tenant }));
    else {
      const ready = await prepare(terminal, ports, sandbox.value);
      if (!ready.ok) return ready;
    }
    await pages;
    const failed = (error: unknown) => terminal.say(String(error));
    const trial =
      sandbox.value === undefined ? undefined : openTrial(place, { sandbox: sandbox.value, failed });
    return run(terminal, place, { config, withWorker: true, ...(trial && { trial }) });
  });
  if (!ended.ok) terminal.refuse(ended.refusals);
}

/** `openrebate serve`: the server on a database that is set up, for all of its tenants, with keys. */
export async function serveOnly(
  terminal: Terminal,
  config: Config,
  { worker: withWorker }: { readonly worker: boolean },
): Promise<void> {
  const pages = buildPages(terminal);
  const ended = await withDatabase(config, terminal.say, async (place) => {
    await pages;
    return run(terminal, place, { config, withWorker });
  });
  if (!ended.ok) terminal.refuse(ended.refusals);
}

/** Only the owner role may set a tenant up; without it the tenant must be there. Undefined where it is no sandbox. */
async function demoTenant(place: Workplace, config: Config): Promise<Result<TenantId | undefined>> {
  const { ports, database } = place;
  if (database.ownerUrl !== undefined)
    return accept(await demoSandbox(ports, database.ownerUrl, config.tenant));
  const tenant = await place.findTenant();
  if (!tenant.ok) return tenant;
  return accept((await isSandbox(ports, tenant.value)) ? tenant.value : undefined);
}

async function prepare(terminal: Terminal, ports: Composed, sandbox: TenantId): Promise<Result<unknown>> {
  const loaded = await load(terminal, ports, sandbox);
  if (!loaded.ok) return loaded;
  await calculate(terminal, ports, sandbox);
  await playMoney(terminal, ports, sandbox);
  await letPeopleIn(terminal, ports, sandbox);
  await firstResult(terminal, ports, sandbox);
  return accept(undefined);
}

async function load(terminal: Terminal, ports: Composed, tenant: TenantId): Promise<Result<unknown>> {
  const loaded = await loadDemo(ports, tenant, {
    onFile: (name, rows) => {
      if (rows % SAID_ROWS === 0) terminal.say(text(terminal.language, 'rows', { name, rows }));
    },
    onImported: (summary) => {
      for (const line of summaryLines(summary, terminal.language)) terminal.say(line);
    },
  });
  if (loaded.ok && !loaded.value.isNew) terminal.say(text(terminal.language, 'demoIsThere'));
  return loaded;
}

async function calculate(terminal: Terminal, ports: Composed, tenant: TenantId): Promise<void> {
  const done = await calculateDue(ports, tenant, ({ agreement, earnings, bookings }, left) => {
    terminal.say(
      text(terminal.language, 'calculated', { agreement, earnings, booked: bookings.length, left }),
    );
  });
  const booked = done.reduce((sum, { bookings }) => sum + bookings.length, 0);
  terminal.say(text(terminal.language, 'calculatedAll', { agreements: done.length, booked }));
}

/** Claims, documents, a payment file and a closed month. Without keys there are none: the rest goes on, and says so. */
async function playMoney(terminal: Terminal, ports: Composed, tenant: TenantId): Promise<void> {
  const played = await playDemoMoney(ports, tenant);
  if (!played.ok) sayRefusals(terminal, played.refusals);
  else if (played.value) terminal.say(text(terminal.language, 'demoMoney', played.value));
  const portal = await playDemoPortal(ports, tenant);
  if (!portal.ok) sayRefusals(terminal, portal.refusals);
  const trust = await playDemoTrust(ports, tenant);
  if (!trust.ok) sayRefusals(terminal, trust.refusals);
  const closed = await closeDemoMonth(ports, tenant);
  if (!closed.ok) sayRefusals(terminal, closed.refusals);
}

/** Whoever plays somebody signs in with this. */
async function letPeopleIn(terminal: Terminal, ports: Composed, tenant: TenantId): Promise<void> {
  const letIn = await letDemoPeopleIn(ports, tenant);
  if (!letIn.ok) sayRefusals(terminal, letIn.refusals);
  else if (letIn.value) {
    const { emails, password } = letIn.value;
    terminal.say(text(terminal.language, 'demoSignIn', { emails: emails.join(', '), password }));
  }
}

/** The largest amounts, and the first of them worked out. */
async function firstResult(terminal: Terminal, ports: Composed, tenant: TenantId): Promise<void> {
  const { rows, total } = await listEarnings(ports, tenant, { limit: 5 });
  const [first] = rows;
  if (first === undefined) return;
  terminal.print('');
  for (const row of rows) terminal.print(rowText(row, terminal));
  if (total > rows.length) {
    terminal.print(text(terminal.language, 'moreEarnings', { more: total - rows.length }));
  }
  const explained = await explainEarning(ports, tenant, first.id);
  if (!explained.ok) return;
  terminal.print('');
  terminal.print(sentences(renderStep(explained.value.explanation, terminal.language)));
  terminal.print('');
}

function rowText(row: EarningRow, { language }: Terminal): string {
  const { currency } = row.account;
  const amount = amountText(moneyText({ minor: row.earnedMinor, currency }), currency, language);
  return `${amount.padStart(18)}  ${row.partnerName.padEnd(34)} ${row.agreementName[language]}`;
}

/** Serves until a signal comes, then closes in order. */
async function run(
  terminal: Terminal,
  place: Workplace,
  options: Omit<ServeOptions, 'say' | 'onBooked'>,
): Promise<Result<undefined>> {
  // Before the address is out: whoever reads it may ask at once for the end.
  const stop = stopSignal(terminal);
  place.database.keep(terminal);
  // Without keys only bank accounts are closed: the rest goes on, and says so.
  const key = await ensureKey(place.ports.keys);
  if (!key.ok) sayRefusals(terminal, key.refusals);
  // Read only now: a third of all modules are the server's, and every other command begins without them.
  const { serve } = await import('../serve.ts');
  const served = await serve(place, {
    ...options,
    say: terminal.say,
    onBooked: (agreement, booked) =>
      terminal.say(text(terminal.language, 'bookedLater', { agreement, booked })),
  });
  terminal.print(`OpenRebate: ${served.address}`);
  await new Promise<void>((resolve) => stop.addEventListener('abort', () => resolve()));
  await served.close();
  return accept(undefined);
}
