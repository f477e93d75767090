import { readFactSource } from '../../adapters/files/readSource.ts';
import { importFacts } from '../../app/facts/importFacts.ts';
import { documentPayments, stockOn } from '../../app/facts/readFacts.ts';
import { type LinePreview, previewFacts } from '../../app/intake/previewLines.ts';
import type { FactKind } from '../../app/ports/factStore.ts';
import { formatDate } from '../../core/calendar/localDate.ts';
import { exactText } from '../../core/explanation/operands.ts';
import { formatDecimal } from '../../core/number/decimal.ts';
import { accept, type Result } from '../../core/refusal/refusals.ts';
import type { Config } from '../config.ts';
import { describedFacts } from '../describedFile.ts';
import { inTenant } from '../inTenant.ts';
import { keepHeapSmall } from '../keepHeapSmall.ts';
import { rowsSaid } from '../rowsSaid.ts';
import type { Terminal } from '../terminal.ts';
import { column, text } from '../texts.ts';
import { dayOf } from './calculateFiles.ts';
import { failedWriter, type ImportOptions, printImport, summarised } from './importLines.ts';

/** `openrebate import payments <file>`, `openrebate import stock <file>`: facts into the database, or what they would do there. */
export async function importFactFile(
  terminal: Terminal,
  config: Config,
  kind: FactKind,
  path: string,
  options: ImportOptions,
): Promise<void> {
  keepHeapSmall();
  const done = await inTenant(terminal, config, 'facts:write', async ({ ports }, tenant, actor) => {
    const source = options.source === undefined ? accept(undefined) : await readFactSource(options.source);
    if (!source.ok) return source;
    const { mapping, folder, preview = false, earnings = false } = options;
    const described = await describedFacts(ports, tenant, kind, path, {
      ...(source.value && { source: source.value }),
      ...(mapping !== undefined && { mapping }),
      ...(folder !== undefined && { folder }),
    });
    if (!described.ok) return described;
    if (described.value.mapping)
      terminal.say(text(terminal.language, 'mappingUsed', described.value.mapping));
    const mode = options.allOrNothing ? ('allOrNothing' as const) : ('goodRows' as const);
    const failed = failedWriter(terminal, mode, options);
    const input = {
      ...described.value,
      actor,
      onProgress: rowsSaid(terminal, path),
      ...(failed && { onRefused: failed.write }),
    };
    const brought: Result<LinePreview> = preview
      ? await previewFacts(ports, tenant, input, { earnings })
      : summarised(await importFacts(ports, tenant, { ...input, mode }));
    return brought;
  });
  if (!done.ok) return terminal.refuse(done.refusals);
  printImport(terminal, done.value, options);
}

/** `openrebate payments <source> <document>`: what was paid on a document, and since when it is covered. */
export async function showPayments(
  terminal: Terminal,
  config: Config,
  { source, document }: { readonly source: string; readonly document: string },
): Promise<void> {
  const found = await inTenant(terminal, config, 'facts:read', ({ ports }, tenant) =>
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
  const found = await inTenant(terminal, config, 'facts:read', async ({ ports }, tenant) => {
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
