import { readJson } from '../../adapters/files/readJson.ts';
import { allOf } from '../../app/allOf.ts';
import { closeMonth } from '../../app/ledger/closeMonth.ts';
import { approveReopening, proposeReopening } from '../../app/ledger/reopenMonth.ts';
import { type RollForwardQuestion, reportRollForward } from '../../app/ledger/reportRollForward.ts';
import { setAccountRules } from '../../app/ledger/setAccountRules.ts';
import { verifyMonths } from '../../app/ledger/verifyMonths.ts';
import type { LedgerBalance, LedgerFilter, PostedTransfer } from '../../app/ports/ledgerStore.ts';
import type { Ports, TenantId, Tx } from '../../app/ports.ts';
import { formatDate, type LocalDate } from '../../core/calendar/localDate.ts';
import { decodeAccountRules } from '../../core/ledger/decodeAccountRules.ts';
import type { Rolled } from '../../core/ledger/rollForward.ts';
import { moneyText } from '../../core/money/money.ts';
import { accept, type Result, refuse } from '../../core/refusal/refusals.ts';
import type { Config } from '../config.ts';
import type { Terminal } from '../terminal.ts';
import { text } from '../texts.ts';
import { dayOf } from './calculateFiles.ts';
import { does, invalid, shows } from './deed.ts';

export type LedgerOptions = {
  readonly company?: string;
  readonly partner?: string;
  readonly agreement?: string;
  readonly item?: string;
  readonly from?: string;
  readonly until?: string;
  /** Of a roll-forward: in the currency of the books. */
  readonly inBooks?: boolean;
};

export type MonthOptions = {
  readonly company: string;
  readonly month: string;
  readonly waive?: readonly string[];
  readonly reason?: string;
  readonly approve?: boolean;
};

const RULES_BYTES = 1024 ** 2;

/** `openrebate ledger balances`: the trial balance. */
export function showBalances(terminal: Terminal, config: Config, options: LedgerOptions): Promise<void> {
  return reports(terminal, config, filterOf(options), balancesOf, (rows) => {
    const shown = rows.map(({ minor, bookMinor, bookCurrency, ...row }) => ({
      ...row,
      balance: moneyText({ ...row, minor }),
      book: { balance: moneyText({ minor: bookMinor, currency: bookCurrency }), currency: bookCurrency },
    }));
    if (terminal.isJson) return terminal.json(shown);
    for (const { company, account, role, currency, balance } of shown)
      terminal.print(
        `${company.padEnd(8)}${account.padEnd(20)}${role.padEnd(20)}${balance.padStart(18)} ${currency}`,
      );
  });
}

const balancesOf: Report<LedgerFilter, readonly LedgerBalance[]> = async ({ store }, tenant, filter) =>
  accept(await store.inTenant(tenant, (tx) => tx.ledger.balances(filter)));

/** `openrebate ledger transfers`: what was posted, page by page to the last. */
export function showTransfers(terminal: Terminal, config: Config, options: LedgerOptions): Promise<void> {
  return reports(terminal, config, filterOf(options), transfersOf, (rows) => {
    const shown = rows.map(transferShown);
    if (terminal.isJson) return terminal.json(shown);
    for (const row of shown) {
      const { company, number, bookedOn, event, debitAccount, creditAccount, amount, currency } = row;
      const sides = `${debitAccount} → ${creditAccount}`;
      terminal.print(
        `${company} ${number.padStart(6)} ${bookedOn} ${event.padEnd(10)}${sides} ${amount.padStart(16)} ${currency} ${row.partner ?? ''}`.trimEnd(),
      );
    }
  });
}

const transfersOf: Report<LedgerFilter, readonly PostedTransfer[]> = async ({ store }, tenant, filter) => {
  const all = await allOf(
    (page: Parameters<Tx['ledger']['transfers']>[1]) =>
      store.inTenant(tenant, (tx) => tx.ledger.transfers(filter, page)),
    ({ company, number }) => ({ company, number }),
  );
  return accept(all);
};

function transferShown(transfer: PostedTransfer) {
  const { minor, number, effectiveOn, bookedOn, subject, book, bookedAt: _, leg: __, ...row } = transfer;
  return {
    ...row,
    ...{ number: number.toString(), amount: moneyText({ minor, currency: row.currency }) },
    ...{ effectiveOn: formatDate(effectiveOn), bookedOn: formatDate(bookedOn) },
    ...(subject && { agreement: subject.agreement, term: subject.term }),
    ...(book && { book: { amount: moneyText(book), currency: book.currency } }),
  };
}

/** `openrebate ledger roll-forward`: opening plus movements is closing. */
export function showRollForward(terminal: Terminal, config: Config, options: LedgerOptions): Promise<void> {
  return reports(terminal, config, daysOf(options), reportRollForward, (rows) => {
    const shown = rows.map(rolledShown);
    if (terminal.isJson) return terminal.json(shown);
    for (const { company, account, currency, agreement = '', partner = '', ...amounts } of shown) {
      terminal.print(`${company} ${account} ${currency} ${agreement} ${partner}`.trimEnd());
      const line = (name: string, amount: string) =>
        terminal.print(`  ${name.padEnd(16)}${amount.padStart(18)}`);
      line(text(terminal.language, 'opening'), amounts.opening);
      for (const [kind, amount] of Object.entries(amounts.movements)) line(kind, amount);
      line(text(terminal.language, 'closing'), amounts.closing);
    }
  });
}

function rolledShown({ opening, movements, closing, ...row }: Rolled) {
  const money = (minor: bigint) => moneyText({ minor, currency: row.currency });
  const moved = Object.fromEntries([...movements].map(([kind, minor]) => [kind, money(minor)]));
  return { ...row, opening: money(opening), movements: moved, closing: money(closing) };
}

type Report<Question, Rows> = (ports: Ports, tenant: TenantId, question: Question) => Promise<Result<Rows>>;

/** Asks one report of the books, where the question is one, and shows what it gives. */
async function reports<Question, Rows>(
  terminal: Terminal,
  config: Config,
  question: Result<Question>,
  report: Report<Question, Rows>,
  shown: (rows: Rows) => void,
): Promise<void> {
  if (!question.ok) return terminal.refuse(question.refusals);
  await shows(
    terminal,
    config,
    'ledger:read',
    (ports, tenant) => report(ports, tenant, question.value),
    shown,
  );
}

/** The same options with both days, which a roll-forward is between. */
function daysOf(options: LedgerOptions): Result<RollForwardQuestion> {
  const filter = filterOf(options);
  if (!filter.ok) return filter;
  const { from, until, ...rest } = filter.value;
  if (from === undefined) return invalid('--from', '', 'YYYY-MM-DD');
  if (until === undefined) return invalid('--until', '', 'YYYY-MM-DD');
  return accept({ ...rest, days: { from, until }, inBooks: options.inBooks === true });
}

/** `openrebate ledger rules`: which account stands for what. */
export async function showRules(terminal: Terminal, config: Config): Promise<void> {
  await shows(
    terminal,
    config,
    'ledger:read',
    async ({ store }, tenant) => accept(await store.inTenant(tenant, (tx) => tx.ledger.rules())),
    (rules) => terminal.json(rules),
  );
}

/** `openrebate ledger rules <file>`: a JSON list of rules. */
export async function readRules(terminal: Terminal, config: Config, file: string): Promise<void> {
  const given = await readJson(file, RULES_BYTES);
  if (!given.ok) return terminal.refuse(given.refusals);
  const rules = decodeAccountRules(given.value);
  if (!rules.ok) return terminal.refuse(rules.refusals);
  await does(
    terminal,
    config,
    (ports, tenant, actor) => setAccountRules(ports, tenant, { rules: rules.value, actor }),
    ({ version }) => text(terminal.language, 'rulesSet', { version }),
    'ledger:write',
  );
}

/** `openrebate ledger months <company>`: closed months, each computed again. */
export async function showMonths(terminal: Terminal, config: Config, company: string): Promise<void> {
  await shows(
    terminal,
    config,
    'ledger:read',
    (ports, tenant) => verifyMonths(ports, tenant, company),
    (months) => {
      const shown = months.map(({ month, isClosed, isSame, deeds }) => {
        const hash = deeds.findLast(({ deed }) => deed === 'closed')?.hash ?? '';
        return { month: formatDate(month).slice(0, 7), isClosed, isSame: isSame ?? null, hash };
      });
      if (shown.some(({ isSame }) => isSame === false)) process.exitCode = 1;
      if (terminal.isJson) return terminal.json(shown);
      for (const { month, isClosed, isSame, hash } of shown) {
        const state = !isClosed ? 'monthOpen' : isSame === true ? 'monthSame' : 'monthChanged';
        terminal.print(`${month}  ${hash}  ${text(terminal.language, state)}`);
      }
    },
  );
}

/** `openrebate ledger close <company> <month>`. */
export async function closeBooks(terminal: Terminal, config: Config, options: MonthOptions): Promise<void> {
  const month = monthOfText(options.month);
  if (!month.ok) return terminal.refuse(month.refusals);
  const waivers: Record<string, string> = {};
  for (const waived of options.waive ?? []) {
    const [check = '', ...reason] = waived.split('=');
    if (!['calculated', 'quarantined', 'blocked'].includes(check) || reason.join('=') === '') {
      const facts = {
        argument: '--waive',
        value: waived,
        expected: 'calculated=…, quarantined=…, blocked=…',
      };
      return terminal.refuse([refuse('argument-invalid', '--waive', facts)]);
    }
    waivers[check] = reason.join('=');
  }
  const { company } = options;
  await does(
    terminal,
    config,
    (ports, tenant, actor) => closeMonth(ports, tenant, { company, month: month.value, waivers, actor }),
    ({ hash }) => text(terminal.language, 'monthClosed', { company, month: options.month, hash }),
    'ledger:write',
  );
}

/** `openrebate ledger reopen <company> <month>`, with `--approve` by another person. */
export async function reopenBooks(terminal: Terminal, config: Config, options: MonthOptions): Promise<void> {
  const month = monthOfText(options.month);
  if (!month.ok) return terminal.refuse(month.refusals);
  const { company, reason = '', approve = false } = options;
  const entry = { company, month: month.value, reason };
  const turn = approve ? approveReopening : proposeReopening;
  await does(
    terminal,
    config,
    (ports, tenant, actor) => turn(ports, tenant, { ...entry, actor }),
    () =>
      text(terminal.language, approve ? 'monthReopened' : 'reopenProposed', {
        company,
        month: options.month,
      }),
    approve ? 'ledger:approve' : 'ledger:write',
  );
}

function monthOfText(month: string): Result<LocalDate> {
  const day = dayOf('month', `${month}-01`);
  if (!day.ok || day.value === undefined) {
    return invalid('month', month, 'YYYY-MM');
  }
  return accept(day.value);
}

function filterOf({ company, partner, agreement, item, from, until }: LedgerOptions): Result<LedgerFilter> {
  const first = dayOf('--from', from);
  const last = dayOf('--until', until);
  if (!first.ok) return first;
  if (!last.ok) return last;
  return accept({
    ...(company !== undefined && { company }),
    ...(partner !== undefined && { partner }),
    ...(agreement !== undefined && { agreement }),
    ...(item !== undefined && { item }),
    ...(first.value !== undefined && { from: first.value }),
    ...(last.value !== undefined && { until: last.value + 1 }),
  });
}
