import { cashFlowJson } from '../../adapters/http/routes/cashFlowRoutes.ts';
import { type CashFlow, cashFlow } from '../../app/cashFlow/cashFlow.ts';
import { windowText } from '../../core/calendar/window.ts';
import type { CashGrain } from '../../core/cashFlow/cashFlow.ts';
import { moneyText } from '../../core/money/money.ts';
import type { Config } from '../config.ts';
import type { Terminal } from '../terminal.ts';
import { column, text } from '../texts.ts';
import { dayOf } from './calculateFiles.ts';
import { shows } from './deed.ts';

export type CashOptions = {
  readonly by: CashGrain;
  readonly day?: string;
  readonly known?: string;
  readonly company?: string;
  readonly partner?: string;
};

/** `openrebate cash-flow`: what is to be paid and to come, by week or month, and how late what was asked for is. */
export async function showCashFlow(
  terminal: Terminal,
  config: Config,
  { by, day: from, known: at, company, partner }: CashOptions,
): Promise<void> {
  const [day, known] = [dayOf('--day', from), dayOf('--known', at)];
  if (!day.ok) return terminal.refuse(day.refusals);
  if (!known.ok) return terminal.refuse(known.refusals);
  const question = {
    grain: by,
    ...(day.value !== undefined && { day: day.value }),
    ...(known.value !== undefined && { known: known.value }),
    ...(company !== undefined && { company }),
    ...(partner !== undefined && { partner }),
  };
  await shows(
    terminal,
    config,
    'earnings:read',
    (ports, tenant) => cashFlow(ports, tenant, question),
    (found) => {
      if (terminal.isJson) terminal.json(cashFlowJson(found));
      else print(terminal, found);
    },
  );
}

function print(terminal: Terminal, { buckets, ageing, balances }: CashFlow): void {
  const { language } = terminal;
  type Amounts = { readonly currency: string; readonly receipts: bigint; readonly payments: bigint };
  const amounts = ({ currency, receipts, payments }: Amounts) =>
    [receipts, payments].map((minor) => moneyText({ minor, currency }).padStart(16)).join('');
  terminal.print(text(language, 'cashBuckets'));
  for (const bucket of buckets) {
    const when = bucket.window === undefined ? text(language, 'cashOverdue') : windowText(bucket.window);
    terminal.print(`  ${bucket.company}  ${bucket.currency}  ${column(when, 24)}${amounts(bucket)}`);
  }
  terminal.print(text(language, 'cashAgeing'));
  for (const aged of ageing) {
    const what = `${text(language, `cash.${aged.stage}`)}, ${text(language, `cash.${aged.age}`)}`;
    terminal.print(`  ${aged.company}  ${aged.currency}  ${column(what, 40)}${amounts(aged)}`);
  }
  terminal.print(text(language, 'cashBalances'));
  for (const { company, currency, account, role, minor } of balances)
    terminal.print(
      `  ${company}  ${currency}  ${column(`${account} (${role})`, 40)}${moneyText({ minor, currency }).padStart(16)}`,
    );
}
