import { z } from 'zod';
import type { CalculatedAgreement } from '../../app/calculation/calculateDue.ts';
import type { ItemEnd } from '../../app/intake/importItems.ts';
import type { Reconciliation } from '../../app/intake/reconcile.ts';
import type { StoredImport } from '../../app/ports/receivedStore.ts';
import { IMPORT_KINDS, type ImportSummary, type Tally } from '../../app/ports.ts';
import { formatDate } from '../../core/calendar/localDate.ts';
import type { StateTally } from '../../core/cell/cell.ts';
import type { StrangeUnit } from '../../core/conversion/strangeUnits.ts';
import { DISPOSITIONS } from '../../core/fact/knownLines.ts';
import { moneyText } from '../../core/money/money.ts';
import { FACT_SCALE_MAX, formatDecimal, trimDecimal } from '../../core/number/decimal.ts';
import type { Language } from '../../core/wording/language.ts';
import { dayText, decimalText } from './plainTexts.ts';
import { problemOf, problemSchema } from './problem.ts';

const tallySchema = z.strictObject({
  rows: z.int().min(0),
  quantity: decimalText.describe('the first quantity of each line or count, whatever its unit: a check sum'),
  netValue: decimalText.describe('whatever the currency: a check sum, no amount of money'),
});

export const summarySchema = z.strictObject({
  id: z.string(),
  kind: z.enum(IMPORT_KINDS).describe('what its rows are'),
  source: z.string(),
  name: z.string(),
  sha256: z.string().describe('of the bytes as received'),
  bytes: z.int(),
  batch: z.int(),
  received: tallySchema,
  accepted: tallySchema,
  duplicate: tallySchema,
  superseded: tallySchema,
  quarantined: tallySchema,
  reasons: z.record(z.string(), z.int()).describe('quarantined rows by refusal code'),
  created: z.exactOptional(
    z
      .strictObject({ partners: z.int().min(0), products: z.int().min(0) })
      .describe('what nobody knew and came in with the file; only where it was asked for'),
  ),
});

export function summaryJson({ document, batch, received, dispositions, reasons, created }: ImportSummary) {
  const { id, kind = 'lines', source, name, sha256, bytes } = document;
  return {
    id,
    kind,
    source,
    name,
    sha256,
    bytes,
    batch,
    received: tallyJson(received),
    ...tallies(dispositions),
    reasons,
    ...(created && { created }),
  };
}

/** What an import would come to: it has no number and no batch. */
export const previewSummarySchema = summarySchema.omit({ id: true, batch: true });

export function previewSummaryJson(summary: ImportSummary) {
  const { id: _, batch: __, ...rest } = summaryJson(summary);
  return rest;
}

/** A column that is no unit has as many as rows: the first ones say it. */
const STRANGE_MAX = 20;
const PRODUCTS_MAX = 3;

export const strangeUnitsSchema = z
  .array(
    z.strictObject({
      unit: z.string(),
      lines: z.int().min(1),
      products: z.int().min(1).describe('of so many products'),
      first: z.array(z.string()).describe('codes of the first of them'),
    }),
  )
  .describe(
    `units that no earlier line and no master data of the product know, the ${STRANGE_MAX} with most lines: such lines come in, and cannot be counted by quantity`,
  );

export function strangeUnitsJson(strange: readonly StrangeUnit[]): z.input<typeof strangeUnitsSchema> {
  return strange.slice(0, STRANGE_MAX).map(({ unit, lines, products }) => ({
    ...{ unit, lines, products: products.length },
    first: products.slice(0, PRODUCTS_MAX),
  }));
}

function tallies(dispositions: ImportSummary['dispositions']) {
  const { accepted, duplicate, superseded, quarantined } = dispositions;
  return {
    accepted: tallyJson(accepted),
    duplicate: tallyJson(duplicate),
    superseded: tallyJson(superseded),
    quarantined: tallyJson(quarantined),
  };
}

function tallyJson({ rows, quantity, netValue }: Tally) {
  return { rows, quantity, netValue };
}

export const changeSchema = z.strictObject({
  agreement: z.string(),
  term: z.string(),
  partner: z.string(),
  currency: z.string(),
  window: z.strictObject({ firstDay: dayText, lastDay: dayText }),
  difference: decimalText,
  causes: z.array(z.strictObject({ cause: z.string(), amount: decimalText })),
});

/** What would be booked, account by account. */
export function changesJson(calculated: readonly CalculatedAgreement[]) {
  return calculated.flatMap(({ agreement, bookings }) =>
    bookings.map(({ account, deltaMinor, causes }) => {
      const { term, partner, window, currency } = account;
      const money = (minor: bigint) => moneyText({ minor, currency });
      return {
        ...{ agreement, term, partner, currency },
        window: { firstDay: formatDate(window.from), lastDay: formatDate(window.until - 1) },
        difference: money(deltaMinor),
        causes: causes.map(({ cause, minor }) => ({ cause, amount: money(minor) })),
      };
    }),
  );
}

export const itemEndSchema = z.strictObject({
  index: z.int().min(0),
  disposition: z.enum(DISPOSITIONS),
  problem: problemSchema.nullable().describe('why it waits in quarantine'),
});

export function itemEndsJson(items: readonly ItemEnd[], language: Language) {
  return items.map(({ index, disposition, refusals }) => ({
    ...{ index, disposition },
    problem: refusals.length === 0 ? null : problemOf(refusals, language),
  }));
}

const countsSchema = (names: readonly string[]) =>
  z.strictObject(Object.fromEntries(names.map((name) => [name, z.int().min(0)])));

export const importSchema = z.strictObject({
  id: z.string(),
  kind: z.enum(IMPORT_KINDS).describe('what its rows are'),
  source: z.string(),
  name: z.string(),
  sha256: z.string(),
  bytes: z.int(),
  batch: z.int(),
  recordedAt: z.string(),
  actor: z.string(),
  parent: z.string().nullable().describe('the import whose waiting rows these are once more'),
  mapping: z.strictObject({ name: z.string(), version: z.int() }).nullable(),
  rows: countsSchema(DISPOSITIONS),
  open: z.int().min(0).describe('rows that still wait in quarantine'),
  ended: countsSchema(['repaired', 'replayed', 'arrived', 'dismissed']),
  undone: z.strictObject({ batch: z.int(), reason: z.string(), actor: z.string() }).nullable(),
});

export function importJson({ document, batch, recordedAt, rows, open, ended, undone }: StoredImport) {
  const { id, kind = 'lines', source, name, sha256, bytes, actor, parent, mapping } = document;
  const about = { id, kind, source, name, sha256, bytes, batch, recordedAt: recordedAt.toISOString(), actor };
  const links = { parent: parent ?? null, mapping: mapping ?? null, undone: undone ?? null };
  return { ...about, ...links, rows, open, ended };
}

const stateSchema = z.strictObject({
  term: z.string(),
  state: z.enum(['counted', 'excluded', 'blocked']),
  reason: z.string().nullable(),
  lines: z.int().min(0),
  netValue: decimalText,
});

export const termStatesSchema = z.strictObject({ agreement: z.string(), states: z.array(stateSchema) });

export const reconciliationSchema = z.strictObject({
  import: importSchema,
  reasons: z.record(z.string(), z.int()).describe('rows that wait, by refusal code'),
  lines: tallySchema.describe(
    'lines of the file that are known now, those of rows put right later among them',
  ),
  standing: z
    .strictObject({
      counted: z.int().describe('under one term of one agreement at least'),
      blocked: z.int().describe('under none, and not to be told under one at least'),
      excluded: z.int().describe('under each term of each agreement'),
    })
    .describe('each line that came in at once, once'),
  terms: z.array(termStatesSchema),
});

export function reconciliationJson({ stored, reasons, lines, standing, terms }: Reconciliation) {
  return {
    ...{ import: importJson(stored), reasons, lines: tallyJson(lines), standing },
    terms: terms.map(termStatesJson),
  };
}

export function termStatesJson({ agreement, states }: Reconciliation['terms'][number]) {
  return { agreement, states: states.map(stateJson) };
}

function stateJson({ term, state, reason, lines, netValue }: StateTally) {
  const value = formatDecimal(trimDecimal({ digits: netValue, scale: FACT_SCALE_MAX }));
  return { term, state, reason: reason === '' ? null : reason, lines, netValue: value };
}
