import { z } from 'zod';
import type { CutOverComparison } from '../../app/cutOver/compareCutOver.ts';
import { comparisonJson, madeOfJson, totalsJson } from '../../app/cutOver/comparisonJson.ts';
import type { LoadedFile } from '../../app/cutOver/loadCutOver.ts';
import type { CutOver, CutOverLoad } from '../../app/ports/cutOverStore.ts';
import { formatDate } from '../../core/calendar/localDate.ts';
import { FIGURE_REASONS } from '../../core/cutOver/compareFigures.ts';
import { LOAD_KINDS } from '../../core/cutOver/cutOverFields.ts';
import type { Language } from '../../core/wording/language.ts';
import { dayText, decimalText, exactNumberText } from './plainTexts.ts';
import { REFUSALS_MAX, refusalSchema, refusalsJson } from './refusalJson.ts';

const count = z.int().min(0);
const sha256 = z.string().describe('SHA-256 in hex');

export const cutOverSchema = z.strictObject({
  code: z.string(),
  company: z.string(),
  lastDay: dayText.describe('the last day of the time before'),
  agreements: z.array(z.string()),
  signature: z
    .strictObject({ signedBy: z.string(), signedAt: z.iso.datetime(), batch: count, note: z.string() })
    .nullable()
    .describe('null: its agreements are computed and book nothing yet'),
});

const loadSchema = z.strictObject({
  kind: z.enum(LOAD_KINDS),
  revision: z.int().min(1),
  name: z.string(),
  sha256,
  rows: count,
  loadedBy: z.string(),
  loadedAt: z.iso.datetime(),
  batch: count,
});

export const shownCutOverSchema = cutOverSchema.extend({
  loads: z.array(loadSchema).describe('the file of each kind that counts'),
});

export const loadedSchema = z.strictObject({
  kind: z.enum(LOAD_KINDS),
  rows: count,
  totals: z
    .array(z.strictObject({ column: z.string(), of: z.string(), sum: decimalText }))
    .describe('each column added up by currency or unit, to be held against the books'),
  replaces: count.describe('the revision in whose place it comes; 0 for none'),
  revision: z.int().min(1).nullable().describe('null: it was looked at only'),
  refused: count.describe('how many reasons there are against it; with one of them nothing is loaded'),
  refusals: z.array(refusalSchema).describe(`the first ${REFUSALS_MAX} of them`),
});

const figureSchema = z.strictObject({
  amount: decimalText,
  volume: z.exactOptional(exactNumberText),
  rate: z.exactOptional(exactNumberText),
  lines: z.exactOptional(decimalText),
  blockedLines: z.exactOptional(count),
});

export const comparedFigureSchema = z.strictObject({
  agreement: z.string(),
  term: z.string(),
  partner: z.string(),
  firstDay: dayText,
  lastDay: dayText,
  currency: z.string(),
  reason: z.enum(FIGURE_REASONS),
  difference: decimalText.describe('ours less theirs'),
  ours: figureSchema.nullable(),
  theirs: figureSchema.nullable(),
});

export const comparisonSchema = z.strictObject({
  cutOver: z.string(),
  batch: count.describe('what is known now'),
  effective: dayText,
  sha256: sha256.describe(
    'of all that is compared, the files and the versions of agreements it was made of; also the ETag, which the signature names',
  ),
  loads: z
    .array(loadSchema.pick({ kind: true, revision: true, name: true, sha256: true }))
    .describe('the files that it was made of'),
  accounts: count,
  totals: z.array(
    z.strictObject({
      reason: z.enum(FIGURE_REASONS),
      currency: z.string(),
      accounts: count,
      ours: decimalText,
      theirs: decimalText,
      difference: decimalText,
    }),
  ),
});

export function cutOverJson({ code, company, lastDay, agreements, signature }: CutOver) {
  return {
    code,
    company,
    lastDay: formatDate(lastDay),
    agreements,
    signature: signature === undefined ? null : signatureJson(signature),
  };
}

function signatureJson({ signedBy, signedAt, batch, note }: NonNullable<CutOver['signature']>) {
  return { signedBy, signedAt: signedAt.toISOString(), batch, note };
}

export function shownCutOverJson(cutOver: CutOver, loads: readonly CutOverLoad[]) {
  return {
    ...cutOverJson(cutOver),
    loads: loads.map(({ kind, revision, name, sha256: hash, rows, loadedBy, loadedAt, batch }) => {
      return { kind, revision, name, sha256: hash, rows, loadedBy, loadedAt: loadedAt.toISOString(), batch };
    }),
  };
}

export function loadedJson(loaded: LoadedFile, language: Language) {
  const { kind, rows, totals, replaces, revision = null, refusals } = loaded;
  const first = refusalsJson(refusals.slice(0, REFUSALS_MAX), language);
  return { kind, rows, totals, replaces, revision, refused: refusals.length, refusals: first };
}

export function comparisonTotalsJson(compared: CutOverComparison) {
  const { cutOver, batch, effective, figures, totals, sha256: hash } = compared;
  const { loads } = madeOfJson(compared);
  return {
    cutOver: cutOver.code,
    batch,
    effective: formatDate(effective),
    sha256: hash,
    loads,
    accounts: figures.length,
    totals: totalsJson(totals),
  };
}

/** The accounts of a comparison; those without a difference only where they are asked for. */
export function comparedFiguresJson({ figures }: CutOverComparison, isAll: boolean) {
  return comparisonJson(figures).filter(({ reason }) => isAll || reason !== 'equal');
}
