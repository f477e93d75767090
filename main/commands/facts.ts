import { basename } from 'node:path';
import { readFacts } from '../../adapters/files/readFacts.ts';
import { systemActor } from '../../app/actor.ts';
import { fieldsOf } from '../../app/facts/factKinds.ts';
import { type FactSummary, importFacts } from '../../app/facts/importFacts.ts';
import { documentPayments, quarantinedFacts, stockOn } from '../../app/facts/readFacts.ts';
import type { FactKind } from '../../app/ports/factStore.ts';
import { formatDate } from '../../core/calendar/localDate.ts';
import { exactText } from '../../core/explanation/operands.ts';
import { DISPOSITIONS } from '../../core/fact/knownLines.ts';
import { formatDecimal } from '../../core/number/decimal.ts';
import { accept, refuse, refused } from '../../core/refusal/refusals.ts';
import { dispositionText } from '../../core/wording/dispositionText.ts';
import type { Config } from '../config.ts';
import { inTenant } from '../inTenant.ts';
import { refusalLine, type Terminal } from '../terminal.ts';
import { column, text } from '../texts.ts';
import { dayOf } from './calculateFiles.ts';

const KINDS: readonly FactKind[] = ['payments', 'stock'];

/** `openrebate import payments <file>`, `openrebate import stock <file>`: facts in our own columns. */
export async function importFactFile(
  terminal: Terminal,
  config: Config,
  kind: FactKind,
  path: string,
): Promise<void> {
  const done = await inTenant(terminal, config, async ({ ports }, tenant) => {
    const feed = await readFacts(path, fieldsOf(kind));
    return feed.ok ? importFacts(ports, tenant, kind, feed.value, systemActor('cli')) : feed;
  });
  if (!done.ok) return terminal.refuse(done.refusals);
  if (terminal.isJson) return terminal.json(done.value);
  printSummary(terminal, basename(path), done.value);
}

function printSummary(terminal: Terminal, name: string, summary: FactSummary): void {
  const { language } = terminal;
  const tally = (label: string, rows: number, sum: string) =>
    terminal.print(`  ${column(label, 12)} ${String(rows).padStart(9)}  ${sum.padStart(20)}`);
  terminal.print(name);
  tally(text(language, 'received'), summary.received.rows, summary.received.sum);
  for (const disposition of DISPOSITIONS) {
    const { rows, sum } = summary.dispositions[disposition];
    tally(dispositionText(disposition, language), rows, sum);
  }
  for (const { row, refusals } of summary.quarantined) {
    for (const refusal of refusals) terminal.say(`${row}: ${refusalLine(refusal, language)}`);
  }
}

/** `openrebate payments <source> <document>`: what was paid on a document, and since when it is covered. */
export async function showPayments(
  terminal: Terminal,
  config: Config,
  { source, document }: { readonly source: string; readonly document: string },
): Promise<void> {
  const found = await inTenant(terminal, config, ({ ports }, tenant) =>
    documentPayments(ports, tenant, { source, document }),
  );
  if (!found.ok) return terminal.refuse(found.refusals);
  const { payments, owed, currency, paidOn } = found.value;
  const rows = payments.map(({ paidOn: day, amount, discount, ...said }) => ({
    payment: said.payment,
    paidOn: formatDate(day),
    amount: formatDecimal(amount),
    ...(discount && { discount: formatDecimal(discount) }),
    currency: said.currency,
  }));
  const total = owed === undefined ? null : exactText(owed);
  const covered = paidOn === undefined ? null : formatDate(paidOn);
  if (terminal.isJson)
    return terminal.json({ source, document, owed: total, currency, paidOn: covered, payments: rows });
  for (const { paidOn: day, payment, amount } of rows)
    terminal.print(`${day}  ${amount.padStart(18)}  ${payment}`);
  terminal.print(
    text(terminal.language, covered === null ? 'notCovered' : 'coveredOn', {
      document,
      owed: total ?? '?',
      currency,
      day: covered ?? '',
    }),
  );
}

/** `openrebate stock`: what lay in stock at the end of a day, ours and partners'. */
export async function showStock(
  terminal: Terminal,
  config: Config,
  {
    day,
    known,
    ...filter
  }: { readonly day?: string; readonly known?: string; readonly partner?: string; readonly product?: string },
): Promise<void> {
  const found = await inTenant(terminal, config, async ({ ports }, tenant) => {
    const effective = dayOf('--day', day);
    if (!effective.ok) return effective;
    const knownOn = dayOf('--known', known);
    if (!knownOn.ok) return knownOn;
    const asOf = {
      ...(effective.value !== undefined && { day: effective.value }),
      ...(knownOn.value !== undefined && { known: knownOn.value }),
    };
    return accept(await stockOn(ports, tenant, { ...asOf, ...filter }));
  });
  if (!found.ok) return terminal.refuse(found.refusals);
  const rows = found.value.counts.map(({ day: on, quantity, ...said }) => ({
    ...said,
    day: formatDate(on),
    quantity: formatDecimal(quantity),
  }));
  if (terminal.isJson) return terminal.json(rows);
  for (const { day: on, partner = '', product, location = '', quantity, unit } of rows) {
    terminal.print(
      `${on}  ${column(partner, 14)} ${column(product, 16)} ${column(location, 10)} ${quantity.padStart(14)} ${unit}`,
    );
  }
}

/** `openrebate quarantine facts <kind>`: the rows that became no payment or count, with every reason. */
export async function listFactQuarantine(
  terminal: Terminal,
  config: Config,
  kind: string,
  { limit }: { readonly limit: number },
): Promise<void> {
  const found = await inTenant(terminal, config, async ({ ports }, tenant) => {
    const known = KINDS.find((one) => one === kind);
    if (known !== undefined) return accept(await quarantinedFacts(ports, tenant, known, limit));
    const facts = { argument: 'kind', value: kind, expected: KINDS.join(', ') };
    return refused(refuse('argument-invalid', 'kind', facts));
  });
  if (!found.ok) return terminal.refuse(found.refusals);
  if (terminal.isJson) return terminal.json(found.value);
  for (const { file, row, texts, refusals } of found.value) {
    terminal.print(`${file} ${row}: ${texts.join(' | ')}`);
    for (const refusal of refusals) terminal.print(`  ${refusalLine(refusal, terminal.language)}`);
  }
}
