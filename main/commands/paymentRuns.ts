import { readAgreement } from '../../adapters/files/readAgreement.ts';
import { writeText } from '../../adapters/files/writeText.ts';
import { paperBrand } from '../../app/brand/paperBrand.ts';
import { approveRun, withdrawRun } from '../../app/payments/decideRun.ts';
import { PAID_METHODS, type PaidMethod } from '../../app/payments/openItems.ts';
import { listPayingAccounts, setPayingAccount } from '../../app/payments/payingAccounts.ts';
import { type PlannedRun, previewRun, proposeRun, type RunProposal } from '../../app/payments/proposeRun.ts';
import { remittanceAdvice } from '../../app/payments/remittanceAdvice.ts';
import { resolvePayment } from '../../app/payments/resolvePayment.ts';
import { sendRun } from '../../app/payments/sendRun.ts';
import {
  listOpenItems,
  listRuns,
  type ShownRun,
  showRun,
  takePaymentFile,
} from '../../app/payments/showRuns.ts';
import type { LocalDate } from '../../core/calendar/localDate.ts';
import { formatDate } from '../../core/calendar/localDate.ts';
import { moneyText } from '../../core/money/money.ts';
import { accept, type Result } from '../../core/refusal/refusals.ts';
import { refusalText } from '../../core/wording/refusalText.ts';
import { adviceFile } from '../adviceFile.ts';
import type { Config } from '../config.ts';
import type { AdviceFormat } from '../paperFormats.ts';
import type { Terminal } from '../terminal.ts';
import { text } from '../texts.ts';
import { dayOf } from './calculateFiles.ts';
import { does, invalid, shows } from './deed.ts';

export type RunOptions = {
  readonly account: string;
  readonly methods: string;
  readonly due?: string;
  readonly on: string;
  readonly partners?: string;
};

/** `openrebate pay account set`: from a file, since the arguments of a command are seen by others. */
export function setOurAccount(terminal: Terminal, config: Config, path: string): Promise<void> {
  return does(
    terminal,
    config,
    async (ports, tenant, actor) => {
      const file = await readAgreement(path);
      return file.ok ? setPayingAccount(ports, tenant, { actor, parsed: file.value.parsed }) : file;
    },
    ({ code, version, isChanged }) =>
      text(terminal.language, isChanged ? 'payAccountSet' : 'payAccountSame', { code, version }),
    'payments:send',
  );
}

/** `openrebate pay account list`: by their ends. */
export function listOurAccounts(terminal: Terminal, config: Config): Promise<void> {
  return shows(terminal, config, 'payments:read', listPayingAccounts, (accounts) => {
    if (terminal.isJson) return terminal.json(accounts);
    for (const { code, version, company, currency, account, file } of accounts) {
      const number = account.iban ?? account.number ?? '';
      terminal.print(`${code}  ${version}  ${company}  ${currency}  ${number}  ${file.is}`);
    }
  });
}

/** `openrebate pay items`: what is open. */
export function showItems(
  terminal: Terminal,
  config: Config,
  options: {
    readonly company: string;
    readonly currency: string;
    readonly methods: string;
    readonly due?: string;
  },
): Promise<void> {
  const { company, currency } = options;
  return shows(
    terminal,
    config,
    'payments:read',
    async (ports, tenant) => {
      const [dueUntil, methods] = [dayOf('--due', options.due), methodsOf(options.methods)];
      if (!dueUntil.ok) return dueUntil;
      if (!methods.ok) return methods;
      const selection = { company, currency, methods: methods.value, ...due(dueUntil.value) };
      return accept(await listOpenItems(ports, tenant, selection));
    },
    (items) => {
      const rows = items.map(({ settlement, number, partner, minor, payable: { dueOn, method } }) => ({
        ...{ settlement, number, partner, method, currency },
        dueOn: formatDate(dueOn),
        open: moneyText({ minor, currency }),
      }));
      if (terminal.isJson) return terminal.json(rows);
      for (const { number, partner, dueOn, open } of rows)
        terminal.print(`${dueOn}  ${number}  ${partner}  ${open} ${currency}`);
    },
  );
}

/** `openrebate pay preview` and `pay propose`: what a run would pay, or pays from now on. */
export function planPayments(
  terminal: Terminal,
  config: Config,
  deed: 'preview' | 'propose',
  options: RunOptions,
): Promise<void> {
  return shows(
    terminal,
    config,
    deed === 'preview' ? 'payments:read' : 'payments:write',
    async (ports, tenant, actor) => {
      const proposal = proposalOf(options);
      if (!proposal.ok) return proposal;
      return deed === 'preview'
        ? previewRun(ports, tenant, proposal.value)
        : proposeRun(ports, tenant, { ...proposal.value, actor });
    },
    (planned) => showPlan(terminal, deed, planned),
  );
}

function showPlan(
  terminal: Terminal,
  deed: 'preview' | 'propose',
  { run, instructions, leftOut }: PlannedRun,
): void {
  const { id, currency, approvals } = run;
  const money = (minor: bigint) => moneyText({ minor, currency });
  const payments = instructions.map(({ partner, minor, remittance }) => ({
    partner,
    amount: money(minor),
    remittance,
  }));
  const total = money(run.total);
  if (terminal.isJson) {
    terminal.json({ id, total, currency, approvals, payments, leftOut });
    return;
  }
  const facts = { id, total, currency, approvals, payments: payments.length };
  terminal.print(text(terminal.language, deed === 'preview' ? 'payPreview' : 'payProposed', facts));
  for (const { partner, amount, remittance } of payments)
    terminal.print(`  ${partner}  ${amount} ${currency}  ${remittance}`);
  for (const { partner, refusals } of leftOut) {
    const why = refusals.map((refusal) => refusalText(refusal, terminal.language).what).join(' ');
    terminal.print(text(terminal.language, 'payLeftOut', { partner, why }));
  }
}

/** `openrebate pay approve`: one approval by one person. */
export function approvePayments(terminal: Terminal, config: Config, id: string): Promise<void> {
  return does(
    terminal,
    config,
    (ports, tenant, actor) => approveRun(ports, tenant, { id, actor }),
    ({ missing }) =>
      text(terminal.language, missing === 0 ? 'payApproved' : 'payApprovedPartly', { id, missing }),
    'payments:approve',
  );
}

/** `openrebate pay withdraw`: gives a run up before it is sent. */
export function withdrawPayments(
  terminal: Terminal,
  config: Config,
  id: string,
  { reason }: { readonly reason: string },
): Promise<void> {
  return does(
    terminal,
    config,
    (ports, tenant, actor) => withdrawRun(ports, tenant, { id, actor, reason }),
    () => text(terminal.language, 'payWithdrawn', { id }),
    'payments:write',
  );
}

/** `openrebate pay send`: makes the file of an approved run, once. */
export function sendPayments(terminal: Terminal, config: Config, id: string): Promise<void> {
  return does(
    terminal,
    config,
    (ports, tenant, actor) => sendRun(ports, tenant, { id, actor }),
    (sent) => text(terminal.language, 'paySent', sent),
    'payments:send',
  );
}

/** `openrebate pay file`: the file that was made when the run was sent, for its owner alone to read. */
export function writePaymentFile(
  terminal: Terminal,
  config: Config,
  id: string,
  path: string,
): Promise<void> {
  return does(
    terminal,
    config,
    async (ports, tenant, actor) => {
      const file = await takePaymentFile(ports, tenant, { id, actor });
      return file.ok ? writeText(path, file.value.text, { isSecret: true, replaces: false }) : file;
    },
    (written) => written,
    'payments:send',
  );
}

/** `openrebate pay runs`: the latest first. */
export function listPaymentRuns(
  terminal: Terminal,
  config: Config,
  { before }: { readonly before?: string },
): Promise<void> {
  return shows(
    terminal,
    config,
    'payments:read',
    async (ports, tenant) =>
      accept(await listRuns(ports, tenant, { limit: 50, ...(before !== undefined && { before }) })),
    (runs) => {
      const rows = runs.map(({ id, state, account, currency, total, executionDay }) => ({
        ...{ id, state, account, currency },
        total: moneyText({ minor: total, currency }),
        executionDay: formatDate(executionDay),
      }));
      if (terminal.isJson) return terminal.json(rows);
      for (const { id, state, account, total, currency, executionDay } of rows)
        terminal.print(`${id}  ${state}  ${executionDay}  ${account}  ${total} ${currency}`);
    },
  );
}

/** `openrebate pay show`: a run down to what was heard of each payment. */
export function showPaymentRun(terminal: Terminal, config: Config, id: string): Promise<void> {
  return shows(
    terminal,
    config,
    'payments:read',
    (ports, tenant) => showRun(ports, tenant, id),
    (run) => {
      const rows = paymentRows(run);
      if (terminal.isJson) return terminal.json({ id, state: run.state, payments: rows });
      terminal.print(`${id}  ${run.state}`);
      for (const { payment, partner, account, amount, returned, state } of rows)
        terminal.print(`  ${payment}  ${partner}  ${account}  ${amount}  ${returned}  ${state}`);
    },
  );
}

function paymentRows({ currency, payments }: ShownRun) {
  const money = (minor: bigint) => moneyText({ minor, currency });
  return payments.map(({ id: payment, partner, account, minor, returned, state, remittance, events }) => ({
    ...{ payment, partner, account, state, remittance },
    amount: money(minor),
    returned: money(returned),
    events: events.map(({ minor: own, ...event }) => ({ ...event, amount: money(own) })),
  }));
}

/** `openrebate pay resolve`: what a person has found out of a payment. */
export function resolveOne(
  terminal: Terminal,
  config: Config,
  id: string,
  { is, reason }: { readonly is: string; readonly reason: string },
): Promise<void> {
  return does(
    terminal,
    config,
    async (ports, tenant, actor) => {
      if (is !== 'confirm' && is !== 'reject') return invalid('--is', is, 'confirm, reject');
      return resolvePayment(ports, tenant, { id, is, reason, actor });
    },
    ({ state }) => text(terminal.language, 'payResolved', { id, state }),
    'payments:approve',
  );
}

function proposalOf({ account, methods, due: until, on, partners }: RunOptions): Result<RunProposal> {
  const [dueUntil, executionDay, ways] = [dayOf('--due', until), dayOf('--on', on), methodsOf(methods)];
  if (!dueUntil.ok) return dueUntil;
  if (!executionDay.ok) return executionDay;
  if (!ways.ok) return ways;
  return accept({
    account,
    methods: ways.value,
    executionDay: executionDay.value,
    ...due(dueUntil.value),
    ...(partners !== undefined && { partners: partners.split(',') }),
  });
}

/** Without a day all that is open. */
function due(day: LocalDate | undefined): { readonly dueUntil?: LocalDate } {
  return day === undefined ? {} : { dueUntil: day };
}

function methodsOf(list: string): Result<readonly PaidMethod[]> {
  const methods = list.split(',');
  const known = PAID_METHODS.filter((method) => methods.includes(method));
  return known.length === methods.length ? accept(known) : invalid('--methods', list, PAID_METHODS.join(','));
}

/** `openrebate pay advice`: in the language of the terminal. */
export function writeAdvice(
  terminal: Terminal,
  config: Config,
  id: string,
  file: string,
  { format }: { readonly format: AdviceFormat },
): Promise<void> {
  return does(
    terminal,
    config,
    async (ports, tenant) => {
      const found = await remittanceAdvice(ports, tenant, id);
      if (!found.ok) return found;
      const brand = await paperBrand(ports, tenant, terminal.language);
      const bytes = await adviceFile(found.value, format, terminal.language, brand);
      if (!bytes.ok) return bytes;
      const written = await writeText(file, bytes.value);
      return written.ok ? accept({ file }) : written;
    },
    (written) => text(terminal.language, 'written', written),
    'payments:read',
  );
}
