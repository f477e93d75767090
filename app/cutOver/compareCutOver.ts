import type { Term } from '../../core/agreement/agreement.ts';
import type { LocalDate } from '../../core/calendar/localDate.ts';
import {
  type ComparedFigure,
  type ComparisonTotal,
  compareFigures,
  comparisonTotals,
  type FigureComparison,
} from '../../core/cutOver/compareFigures.ts';
import type { CutOverPlace } from '../../core/cutOver/cutOverPlace.ts';
import type { Earning } from '../../core/earning/earning.ts';
import { decimalToRational } from '../../core/number/decimal.ts';
import type { Rational } from '../../core/number/rational.ts';
import { compilePlan } from '../../core/plan/compilePlan.ts';
import { reachOf } from '../../core/plan/reachOf.ts';
import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import { canonicalJson, type Json } from '../../core/text/canonicalJson.ts';
import { hex } from '../../core/text/hex.ts';
import { utf8 } from '../../core/text/utf8.ts';
import { businessDay } from '../businessDay.ts';
import { LineSnapshots } from '../calculation/lineSnapshots.ts';
import { earnings } from '../calculation/targetLayers.ts';
import type { CutOver, CutOverLoad } from '../ports/cutOverStore.ts';
import type { Ports, StoredAgreement, TenantId, Tx } from '../ports.ts';
import { signedJson } from './comparisonJson.ts';

/** What both systems come to, account by account, as known now and as of a day. */
export type CutOverComparison = {
  readonly cutOver: CutOver;
  readonly batch: number;
  readonly effective: LocalDate;
  readonly figures: readonly FigureComparison[];
  readonly totals: readonly ComparisonTotal[];
  /** What it was made of: the files that are current, and the texts of the agreements. */
  readonly loads: readonly CutOverLoad[];
  readonly versions: readonly StoredAgreement[];
  /** Of everything that is compared, and of what it was made of: who signs names what was looked at. */
  readonly sha256: string;
};

/**
 * The parallel run: what we would book beside what the old system has, each difference with its
 * reason. Nothing is written; it may be asked as often as one likes.
 * Refuses: cut-over-not-found, cut-over-nothing-loaded.
 */
export function compareCutOver(
  ports: Ports,
  tenant: TenantId,
  asked: { readonly cutOver: string; readonly effective?: LocalDate },
): Promise<Result<CutOverComparison>> {
  return ports.store.inTenant(tenant, async (tx) => {
    const cutOver = await tx.cutOvers.find(asked.cutOver);
    if (cutOver === undefined) return refused(refuse('cut-over-not-found', 'code', { code: asked.cutOver }));
    return compareIn(ports, tx, { tenant, cutOver }, asked.effective);
  });
}

/** The same inside of a transaction that stands already. */
export async function compareIn(
  ports: Ports,
  tx: Tx,
  { tenant, cutOver }: { readonly tenant: TenantId; readonly cutOver: CutOver },
  effective?: LocalDate,
): Promise<Result<CutOverComparison>> {
  const theirs = await tx.cutOvers.figures(cutOver.code);
  if (theirs.length === 0) return refused(refuse('cut-over-nothing-loaded', cutOver.code));
  const batch = await tx.batches.last();
  const day = effective ?? (await businessDay(tx, ports.clock));
  const versions = await versionsOf(tx, cutOver, batch);
  const loads = await tx.cutOvers.loads(cutOver.code);
  const ours = await ourFigures(tx, tenant, versions, { batch, effective: day });
  const old = theirs.map(({ minor, volume, rate, lines, ...place }) => ({
    place,
    figure: {
      minor,
      ...(volume && { volume: decimalToRational(volume) }),
      ...(rate && { rate: decimalToRational(rate) }),
      ...(lines && { lines: Number(lines.digits) / 10 ** lines.scale }),
    },
  }));
  const figures = compareFigures(ours, old);
  const seen = { figures, loads, versions };
  const sha256 = hex(ports.sha256(utf8(canonicalJson(signedJson(seen) as unknown as Json))));
  return accept({ cutOver, batch, effective: day, totals: comparisonTotals(figures), ...seen, sha256 });
}

async function versionsOf(tx: Tx, { agreements }: CutOver, batch: number): Promise<StoredAgreement[]> {
  const versions: StoredAgreement[] = [];
  for (const code of agreements) {
    const stored = await tx.agreements.knownAt(code, batch);
    if (stored !== undefined) versions.push(stored);
  }
  return versions;
}

type Placed = { readonly place: CutOverPlace; readonly figure: ComparedFigure };

/** Each agreement reads the lines within its own reach; those that share one read them once. */
async function ourFigures(
  tx: Tx,
  tenant: TenantId,
  versions: readonly StoredAgreement[],
  { batch, effective }: { readonly batch: number; readonly effective: LocalDate },
): Promise<Placed[]> {
  const master = await tx.master.knownAt(batch);
  const snapshots = new LineSnapshots();
  const placed: Placed[] = [];
  for (const { code, agreement } of versions) {
    const lines = await snapshots.knownAt(tx, tenant, batch, reachOf(compilePlan(agreement, master)));
    const takenOver = await tx.cutOvers.stateOf(code, batch);
    const found = earnings({ agreement, master, lines, effective, ...(takenOver && { takenOver }) });
    for (const earning of found) {
      const term = agreement.terms.find(({ id }) => id === earning.term);
      placed.push(placedFigure(code, earning, term));
    }
  }
  return placed;
}

function placedFigure(agreement: string, earning: Earning, term: Term | undefined): Placed {
  const { partner, window, amount, blocked, payouts } = earning;
  const place = { agreement, term: earning.term, partner, window, currency: amount.currency };
  const [payout] = payouts.size === 1 ? [...payouts.values()] : [];
  const rate = term && rateOf(earning, term);
  return {
    place,
    figure: {
      minor: amount.minor,
      blocked: blocked.lines,
      ...(payout && !earning.isTakenOver && { volume: payout.value, lines: payout.lines }),
      ...(rate && { rate }),
    },
  };
}

/** One rate on the whole volume is a rate that one can compare; bands have none of their own. */
function rateOf({ table, result }: Earning, { formula }: Term): Rational | undefined {
  if (formula !== 'wholeVolume' && formula !== 'growthWhole') return undefined;
  const row = table.rows[result.reached.tier - 1];
  const [rate] = row?.rates.length === 1 ? row.rates : [];
  return rate && decimalToRational(rate.rate);
}
