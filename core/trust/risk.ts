import { byKey } from './byKey.ts';
import type { Finding, FoundObject } from './finding.ts';
import { scoreOf } from './scoreOf.ts';

/** How risky a claim, partner or settlement is, 1 to 1000, and the findings that made it so, strongest first. */
export type Risk = { readonly score: number; readonly drivers: readonly RiskDriver[] };
/** `points`: by how much the score would be lower without it. */
export type RiskDriver = { readonly finding: Finding; readonly points: number };

export type RiskOf = { readonly object: FoundObject; readonly id: string; readonly partner?: string };

/**
 * Findings on the thing itself count whole, those on its parts (the lines of a claim) nearly, those on its partner by half. They add up as
 * chances do that at least one of them is right, each detector once: a hundred lines with the same mistake are one mistake.
 */
export function riskOf(of: RiskOf, findings: readonly Finding[]): Risk | undefined {
  const weighed = findings.flatMap((finding) => {
    const weight = finding.group === 'leakage' ? 0 : weightFor(of, finding);
    return weight === 0 ? [] : [{ finding, share: (finding.score * weight) / 100_000 }];
  });
  const strongest = [...byKey(weighed, ({ finding }) => finding.detector).values()].map((group) =>
    group.reduce((most, one) => (one.share > most.share ? one : most)),
  );
  if (strongest.length === 0) return undefined;
  const riskWithout = (left?: (typeof strongest)[number]) =>
    1 -
    strongest.reduce(
      (chance, one) => (one === left ? chance : chance * (1 - Math.min(one.share, 99 / 100))),
      1,
    );
  const whole = riskWithout();
  const drivers = strongest
    .map((one) => ({ finding: one.finding, points: scoreOf((whole - riskWithout(one)) * 1000) }))
    .sort((a, b) => b.points - a.points || (a.finding.detector < b.finding.detector ? -1 : 1));
  return { score: scoreOf(whole * 1000), drivers };
}

/** In percent. */
function weightFor(of: RiskOf, finding: Finding): number {
  if (finding.object === of.object && finding.id === of.id) return 100;
  if (of.object === 'claim' && finding.object === 'claimLine' && finding.id.startsWith(`${of.id}/`))
    return 95;
  if (of.object === 'partner') return finding.partner === of.id ? 70 : 0;
  const isOfPartner = finding.object === 'partner' || finding.object === 'bankChange';
  return isOfPartner && of.partner !== undefined && finding.partner === of.partner ? 50 : 0;
}
