import { readJson } from '../../adapters/files/readJson.ts';
import { closeMonth } from '../../app/ledger/closeMonth.ts';
import { approveReopening, proposeReopening } from '../../app/ledger/reopenMonth.ts';
import { reportRollForward } from '../../app/ledger/reportRollForward.ts';
import { setAccountRules } from '../../app/ledger/setAccountRules.ts';
import { verifyMonths } from '../../app/ledger/verifyMonths.ts';
import type { LedgerFilter } from '../../app/ports/ledgerStore.ts';
import { formatDate, type LocalDate } from '../../core/calendar/localDate.ts';
import { decodeAccountRules } from '../../core/ledger/decodeAccountRules.ts';
import { moneyText } from '../../core/money/money.ts';
import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import type { Config } from '../config.ts';
import type { Terminal } from '../terminal.ts';
import { text } from '../texts.ts';
import { dayOf } from './calculateFiles.ts';
import { does, shows } from './deed.ts';

export type LedgerOptions = {
  readonly company?: string;
  readonly partner?: string;
  readonly agreement?: string;
  readonly from?: string;
  readonly until?: string;
};

export type MonthOptions = {
  readonly company: string;
  readonly month: string;
  readonly waive?: readonly string[];
  readonly reason?: string;
  readonly approve?: boolean;
};

const RULES_BYTES = 1024 ** 2;
const PAGE = 500;

/** `openrebate ledger balances`: the trial balance. */
export async function showBalances(
  terminal: Terminal,
  config: Config,
  options: LedgerOptions,
): Promise<void> {
  const filter = filterOf(options);
  if (!filter.ok) return terminal.refuse(filter.refusals);
  await shows(
    terminal,
    config,
    'ledger:read',
    async ({ store }, tenant) =>
      accept(await store.inTenant(tenant, (tx) => tx.ledger.balances(filter.value))),
    (rows) => {
      const shown = rows.map(({ minor, ...row }) => ({ ...row, balance: moneyText({ ...row, minor }) }));
      if (terminal.isJson) return terminal.json(shown);
      for (const { company, account, role, currency, balance } of shown)
        terminal.print(
          `${company.padEnd(8)}${account.padEnd(20)}${role.padEnd(20)}${balance.padStart(18)} ${currency}`,
        );
    },
  );
}

/** `openrebate ledger transfers`: what was posted. */
export async function showTransfers(
  terminal: Terminal,
  config: Config,
  options: LedgerOptions,
): Promise<void> {
  const filter = filterOf(options);
  if (!filter.ok) return terminal.refuse(filter.refusals);
  await shows(
    terminal,
    config,
    'ledger:read',
    async ({ store }, tenant) =>
      accept(await store.inTenant(tenant, (tx) => tx.ledger.transfers(filter.value, { limit: PAGE }))),
    (rows) => {
      const shown = rows.map(
        ({ minor, number, effectiveOn, bookedOn, subject, bookedAt: _, leg: __, ...row }) => ({
          ...row,
          ...{ number: number.toString(), amount: moneyText({ minor, currency: row.currency }) },
          ...{ effectiveOn: formatDate(effectiveOn), bookedOn: formatDate(bookedOn) },
          ...(subject && { agreement: subject.agreement, term: subject.term }),
        }),
      );
      if (terminal.isJson) return terminal.json(shown);
      for (const {
        company,
        number,
        bookedOn,
        debitAccount,
        creditAccount,
        amount,
        currency,
        event,
        partner,
      } of shown)
        terminal.print(
          `${company} ${number.padStart(6)} ${bookedOn} ${event.padEnd(10)}${debitAccount} → ${creditAccount} ${amount.padStart(16)} ${currency} ${partner ?? ''}`,
        );
    },
  );
}

/** `openrebate ledger roll-forward`: opening plus movements is closing. */
export async function showRollForward(
  terminal: Terminal,
  config: Config,
  options: LedgerOptions,
): Promise<void> {
  const filter = filterOf(options);
  if (!filter.ok) return terminal.refuse(filter.refusals);
  const { from, until, ...rest } = filter.value;
  const missing = from === undefined ? '--from' : until === undefined ? '--until' : undefined;
  if (missing !== undefined || from === undefined || until === undefined) {
    const facts = { argument: missing ?? '', value: '', expected: 'YYYY-MM-DD' };
    return terminal.refuse([refuse('argument-invalid', missing ?? '', facts)]);
  }
  await shows(
    terminal,
    config,
    'ledger:read',
    (ports, tenant) => reportRollForward(ports, tenant, { ...rest, days: { from, until } }),
    (rows) => {
      const shown = rows.map(({ opening, movements, closing, ...row }) => {
        const money = (minor: bigint) => moneyText({ minor, currency: row.currency });
        const moved = Object.fromEntries([...movements].map(([kind, minor]) => [kind, money(minor)]));
        return { ...row, opening: money(opening), movements: moved, closing: money(closing) };
      });
      if (terminal.isJson) return terminal.json(shown);
      for (const {
        company,
        account,
        currency,
        agreement = '',
        partner = '',
        opening,
        movements,
        closing,
      } of shown) {
        terminal.print(`${company} ${account} ${currency} ${agreement} ${partner}`.trimEnd());
        terminal.print(`  ${text(terminal.language, 'opening').padEnd(16)}${opening.padStart(18)}`);
        for (const [kind, amount] of Object.entries(movements))
          terminal.print(`  ${kind.padEnd(16)}${amount.padStart(18)}`);
        terminal.print(`  ${text(terminal.language, 'closing').padEnd(16)}${closing.padStart(18)}`);
      }
    },
  );
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
    return refused(
      refuse('argument-invalid', 'month', { argument: 'month', value: month, expected: 'YYYY-MM' }),
    );
  }
  return accept(day.value);
}

function filterOf({ company, partner, agreement, from, until }: LedgerOptions): Result<LedgerFilter> {
  const first = dayOf('--from', from);
  const last = dayOf('--until', until);
  if (!first.ok) return first;
  if (!last.ok) return last;
  return accept({
    ...(company !== undefined && { company }),
    ...(partner !== undefined && { partner }),
    ...(agreement !== undefined && { agreement }),
    ...(first.value !== undefined && { from: first.value }),
    ...(last.value !== undefined && { until: last.value + 1 }),
  });
}
