import { decodeAgreement } from '../../core/agreement/decodeAgreement.ts';
import { accept, type Result } from '../../core/refusal/refusals.ts';
import { canonicalJson, type Json } from '../../core/text/canonicalJson.ts';
import { compareTexts } from '../../core/text/compareTexts.ts';
import { earnings } from '../calculation/targetLayers.ts';
import type { Ports, TenantId } from '../ports.ts';
import { effectByMonth, type MonthPart } from './effectByMonth.ts';
import type { Effect, EffectSum, MonthEffect, PartnerEffect, Preview, PreviewRow } from './preview.ts';
import { type AsOfDays, type PreviewFrame, readFrame } from './previewFrame.ts';
import { previewRows } from './previewRows.ts';
import { sumEffects } from './sumEffects.ts';

/** The steps of a preview, each of which takes a while on many lines. */
export const PREVIEW_STEPS = ['read', 'before', 'after', 'months', 'booking'] as const;
export type PreviewStep = (typeof PREVIEW_STEPS)[number];

/**
 * What the agreement would come to under a text that is proposed, a new version or a new agreement,
 * over the whole history: by amount, partner and month, and what the next calculation would then
 * book. It is worked out by the very functions that calculate and book; nothing is written and
 * nobody is kept waiting.
 * Refuses: those of decodeAgreement.
 */
export async function previewAgreement(
  ports: Ports,
  tenant: TenantId,
  proposed: unknown,
  asOf: AsOfDays = {},
  onStep: (step: PreviewStep) => Promise<void> | void = () => undefined,
): Promise<Result<Preview>> {
  const agreement = decodeAgreement(proposed);
  if (!agreement.ok) return agreement;
  await onStep('read');
  const frame = await readFrame(ports, tenant, agreement.value, asOf);
  return accept(await previewIn(frame, proposed, onStep));
}

/** The same from a frame that is read: what a text that decodes would come to. */
export async function previewIn(
  frame: PreviewFrame,
  proposed: unknown,
  onStep: (step: PreviewStep) => Promise<void> | void = () => undefined,
): Promise<Preview> {
  await onStep('before');
  const before = frame.before === undefined ? [] : earnings(frame.before);
  await onStep('after');
  const after = earnings(frame.after);
  await onStep('months');
  const months = [
    ...(frame.before === undefined ? [] : partsOf(effectByMonth(frame.before, before), 'before')),
    ...partsOf(effectByMonth(frame.after, after), 'after'),
  ];
  await onStep('booking');
  const found = previewRows(frame, before, after);
  const rows = found.filter(hasAmount);
  const { stored, batch, effective } = frame;
  const { id, name } = frame.after.agreement;
  return {
    agreement: id,
    name,
    ...(stored && { version: stored.version }),
    isSame: stored?.text === canonicalJson(proposed as Json),
    batch,
    effective,
    rows,
    empty: found.length - rows.length,
    totals: sumEffects(rows, () => '', sumOf),
    partners: sumEffects(rows, ({ partner }) => partner, partnerOf).sort(largestChange),
    months: sumEffects(months, ({ month }) => month, monthOf).sort(byMonth),
    isNow: frame.books !== undefined,
  };
}

function hasAmount({ beforeMinor, afterMinor, booking }: PreviewRow): boolean {
  return beforeMinor !== 0n || afterMinor !== 0n || (booking !== undefined && booking.bookedMinor !== 0n);
}

function partsOf(parts: readonly MonthPart[], side: 'before' | 'after'): MonthEffect[] {
  return parts.map(({ month, earning, minor }) => ({
    month,
    direction: earning.direction,
    currency: earning.amount.currency,
    beforeMinor: side === 'before' ? minor : 0n,
    afterMinor: side === 'after' ? minor : 0n,
  }));
}

function sumOf(_: PreviewRow, sum: EffectSum): EffectSum {
  return sum;
}

function partnerOf({ partner, partnerName }: PreviewRow, sum: EffectSum): PartnerEffect {
  return { partner, partnerName, ...sum };
}

function monthOf({ month }: MonthEffect, sum: EffectSum): MonthEffect {
  return { month, ...sum };
}

function largestChange(a: PartnerEffect, b: PartnerEffect): number {
  const [x, y] = [changeOf(a), changeOf(b)];
  return x === y ? compareTexts(a.partner, b.partner) : x > y ? -1 : 1;
}

function changeOf({ beforeMinor, afterMinor }: Effect): bigint {
  const change = afterMinor - beforeMinor;
  return change < 0n ? -change : change;
}

function byMonth(a: MonthEffect, b: MonthEffect): number {
  return compareTexts(a.month, b.month);
}
