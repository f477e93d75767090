import { beginScan } from '../../core/trust/scan.ts';
import { duplicatesOnly } from './baseline/duplicatesOnly.ts';
import { zScoreOnly } from './baseline/zScoreOnly.ts';
import { kindsOfDetector } from './detectorKinds.ts';
import { type Draft, historyOf } from './draft.ts';
import { honestHistory } from './honestHistory.ts';
import { type DetectorFigures, type Figures, type Found, type Measured, measure } from './measure.ts';
import { plantedHistory } from './plantedHistory.ts';
import type { Trade } from './sets/trade.ts';

/** One set looked at three times: as it is, with cases, and with disguised cases among untidy records. */
export type SetResult = {
  readonly set: string;
  readonly lines: number;
  readonly untouched: readonly Found[];
  readonly clean: Looked;
  readonly noisy: Looked;
};
type Looked = Omit<Measured, 'set' | 'found'> & {
  readonly found: readonly Found[];
  readonly duplicatesOnly: readonly Found[];
  readonly zScoreOnly: readonly Found[];
};
export type TrustFigures = {
  readonly seed: number;
  readonly sets: readonly {
    readonly set: string;
    readonly lines: number;
    readonly cases: number;
    readonly untouched: number;
  }[];
  /** Findings where nothing was planted, for 10,000 lines of real trade, by detector. */
  readonly untouched: Readonly<Record<string, number>>;
  readonly untouchedAll: number;
  readonly clean: Compared;
  readonly noisy: Compared;
};
export type Compared = {
  readonly detectors: Figures;
  readonly duplicatesOnly: DetectorFigures;
  readonly zScoreOnly: DetectorFigures;
};

export function lookAt(trade: Trade, seed: number): SetResult {
  const look = (noisy: boolean): Looked => {
    const { draft, labels, innocents } = plantedHistory(trade, seed, noisy);
    return {
      labels,
      innocents,
      found: scanned(draft),
      duplicatesOnly: duplicatesOnly(draft),
      zScoreOnly: zScoreOnly(draft),
    };
  };
  return {
    set: trade.set,
    lines: trade.lines.length,
    untouched: scanned(honestHistory(trade, seed).draft),
    clean: look(false),
    noisy: look(true),
  };
}

/** By the detectors of the house, each with its parameters as usual. */
function scanned(draft: Draft): Found[] {
  const scan = beginScan(historyOf(draft));
  for (const line of draft.lines) scan.see(line);
  return scan.end().findings.map(({ detector, object, id, score }) => ({ detector, object, id, score }));
}

export function trustFigures(results: readonly SetResult[], seed: number): TrustFigures {
  const lines = results.reduce((sum, one) => sum + one.lines, 0);
  const rate = (count: number) => (lines === 0 ? 0 : (count * 10_000) / lines);
  const untouched = results.flatMap((one) => one.untouched);
  const detectors = [...new Set(untouched.map(({ detector }) => detector))].sort();
  return {
    seed,
    sets: results.map((one) => ({
      set: one.set,
      lines: one.lines,
      cases: one.clean.labels.length,
      untouched: one.untouched.length,
    })),
    untouched: Object.fromEntries(
      detectors.map((name) => [name, rate(untouched.filter(({ detector }) => detector === name).length)]),
    ),
    untouchedAll: rate(untouched.length),
    clean: compared(results, 'clean'),
    noisy: compared(results, 'noisy'),
  };
}

function compared(results: readonly SetResult[], variant: 'clean' | 'noisy'): Compared {
  const by = (which: 'found' | 'duplicatesOnly' | 'zScoreOnly') =>
    measure(
      results.map((one) => {
        const { labels, innocents, [which]: found } = one[variant];
        return { set: one.set, labels, innocents, found };
      }),
      kindsOfDetector,
    );
  return {
    detectors: by('found'),
    duplicatesOnly: by('duplicatesOnly').all,
    zScoreOnly: by('zScoreOnly').all,
  };
}
