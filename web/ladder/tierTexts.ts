import type { components } from '../api/openApi.ts';
import type { Reader, Span } from '../text/reader.ts';
import { ladderTexts } from './texts.ts';

type Progress = components['schemas']['Progress'];

/** Where a partner stands: what of an earning the ladder shows. */
export type Standing = {
  /** The tier reached, 0 below the first. */
  readonly tier: number;
  readonly currency: string;
  readonly window: Span;
  readonly run: { readonly effective: string };
  readonly progress: Pick<
    Progress,
    'boundary' | 'volume' | 'scale' | 'tiers' | 'missing' | 'missingScale' | 'worth'
  >;
};

/** The tier reached. */
export function tierText({ tier, progress }: Pick<Standing, 'tier' | 'progress'>, reader: Reader): string {
  const say = reader.say(ladderTexts);
  return tier === 0 ? say('none') : say('reached', { tier, tiers: progress.tiers.length });
}

/** What the tier reached pays; nothing where none is. */
export function rateText({ tier, progress, currency }: Standing, { rate }: Reader): string {
  const row = progress.tiers[tier - 1];
  return row === undefined ? '' : rate(row.rates, currency);
}

/**
 * How far the next tier is. A window that has ended is told as a distance, not as a way to go:
 * only late lines and returns still move it. The distance goes up to the places of the currency.
 */
export function wayText(standing: Standing, reader: Reader): string {
  const { progress, tier, currency, window, run } = standing;
  const say = reader.say(ladderTexts);
  const next = progress.tiers[tier];
  if (next === undefined) return say('last');
  if (progress.missing === undefined) return say('baseline');
  const facts = {
    missing: reader.distance(progress.missing, progress.missingScale, currency),
    rate: reader.rate(next.rates, currency),
  };
  if (run.effective > window.lastDay) return say('closed', facts);
  const until = { ...facts, day: reader.day(window.lastDay) };
  const isMore = progress.boundary === 'moreThan';
  // Where the next tier pays no more than now, nothing is said of its worth.
  if (progress.worth === undefined || !isAboveZero(progress.worth))
    return say(isMore ? 'openMore' : 'open', until);
  const worth = reader.money(progress.worth, currency);
  return say(isMore ? 'openMoreWorth' : 'openWorth', { ...until, worth });
}

function isAboveZero(exact: string): boolean {
  return /[1-9]/.test(exact) && !exact.startsWith('-');
}

/** The ladder in words, for those who do not see it. */
export function ladderText(standing: Standing, reader: Reader): string {
  const { progress, currency } = standing;
  return reader.say(ladderTexts)('all', {
    tier: tierText(standing, reader),
    way: wayText(standing, reader),
    volume: reader.reached(progress.volume, progress.scale, currency),
    thresholds: thresholdsText(standing, reader),
  });
}

/** Each threshold with what it pays. */
export function thresholdsText({ progress, currency }: Standing, reader: Reader): string {
  const say = reader.say(ladderTexts);
  return progress.tiers
    .map((tier) =>
      say('threshold', {
        from: reader.counted(tier.from, progress.scale, currency),
        rate: reader.rate(tier.rates, currency),
      }),
    )
    .join(say('and'));
}
