import type { Exclusive, Term } from '../agreement/agreement.ts';
import type { Contribution } from '../cell/contribution.ts';
import { add, type Rational, ZERO } from '../number/rational.ts';
import type { Plan, PlanTerm } from '../plan/plan.ts';
import { dayKey, joinKey } from '../text/key.ts';
import { chooseExclusive, withoutContested } from './exclusive.ts';
import { lostStep, nettedStep } from './explainStages.ts';
import { netOf, nettingOrder } from './netting.ts';
import { scaledTo } from './scaledTo.ts';
import { windowsBefore } from './windowsBefore.ts';
import type { Worked } from './worked.ts';

type Stream = readonly Contribution[];
type Work = (planned: PlanTerm, stream: Stream | undefined) => readonly Worked[];

/**
 * Works the terms out, those that others look at first: of terms that exclude each other the
 * losers give up contested lines, and a term that is net of others takes their earnings off its
 * lines. The order in which the agreement lists its terms makes no difference. Source: rulings R7.
 */
export function stack(
  plan: Plan,
  streams: ReadonlyMap<string, Stream>,
  work: Work,
): ReadonlyMap<string, readonly Worked[]> {
  const left = withoutLosers(plan, streams, work);
  const worked = new Map<string, readonly Worked[]>();
  for (const planned of inNettingOrder(plan)) {
    const stream = left.streams.get(planned.id);
    const found = workNet(planned, stream, worked, work);
    worked.set(
      planned.id,
      found.map((entry) => withLoss(entry, left.lost)),
    );
  }
  return worked;
}

function inNettingOrder(plan: Plan): PlanTerm[] {
  const order = nettingOrder(plan.terms.map(({ term }) => term));
  return order.flatMap((id) => plan.terms.filter((planned) => planned.id === id));
}

function workNet(
  planned: PlanTerm,
  stream: Stream | undefined,
  inner: ReadonlyMap<string, readonly Worked[]>,
  work: Work,
): readonly Worked[] {
  const { netting } = planned.term;
  if (netting === 'none' || stream === undefined) return work(planned, stream);
  const amounts = lineAmounts(netting.of.flatMap((id) => inner.get(id) ?? []));
  const netted = netOf(stream, amounts, valueSlots(planned, netting.lowers));
  return work(planned, netted).map((entry) => ({
    ...entry,
    steps: [...nettedStep(entry, stream, netted, netting.of), ...entry.steps],
  }));
}

/** Only values are lowered: money comes off money, never off pieces. */
function valueSlots({ slots }: PlanTerm, lowers: 'payout' | 'payoutAndQualifier'): ReadonlySet<string> {
  const lowered = slots.filter(
    ({ role, measure }) =>
      measure.of === 'value' &&
      (role === 'payout' || (role === 'qualifier' && lowers === 'payoutAndQualifier')),
  );
  return new Set(lowered.map(({ id }) => id));
}

/** The exact earnings of terms, line by line. Of windows that add up, the last one has them all. */
function lineAmounts(accounts: readonly Worked[]): ReadonlyMap<string, Rational> {
  const amounts = new Map<string, Rational>();
  const taken = new Set(windowsBefore(accounts).values());
  for (const { exact, weights = new Map() } of accounts.filter((worked) => !taken.has(worked))) {
    for (const [key, amount] of scaledTo(exact, weights)) {
      amounts.set(key, add(amounts.get(key) ?? ZERO, amount));
    }
  }
  return amounts;
}

type Lost = ReadonlyMap<string, { readonly winner: string; readonly own: Rational; readonly best: Rational }>;
type Left = { readonly streams: ReadonlyMap<string, Stream>; readonly lost: Lost };

/** Per partner and window, once and on what each candidate would earn alone. */
function withoutLosers(plan: Plan, streams: ReadonlyMap<string, Stream>, work: Work): Left {
  const left = new Map(streams);
  const lost = new Map<string, { winner: string; own: Rational; best: Rational }>();
  for (const candidates of setsOf(plan)) {
    const alone = candidates.flatMap((planned) => work(planned, streams.get(planned.id)));
    for (const group of Map.groupBy(alone, placeKey).values()) {
      const winner = chooseExclusive(group.map((worked) => candidateOf(worked)));
      const best = group.find(({ planned }) => planned.id === winner)?.exact ?? ZERO;
      for (const loser of group.filter(({ planned }) => planned.id !== winner)) {
        const { id } = loser.planned;
        lost.set(joinKey(id, placeKey(loser)), { winner, own: loser.exact, best });
        left.set(id, giveUp(loser, left.get(id) ?? [], streams.get(winner) ?? []));
      }
    }
  }
  return { streams: left, lost };
}

function setsOf(plan: Plan): PlanTerm[][] {
  const inSets = plan.terms.filter(({ term }) => term.exclusive !== 'none');
  return [...Map.groupBy(inSets, ({ term }) => exclusiveOf(term).set).values()];
}

function exclusiveOf(term: Term): Exclusive {
  if (term.exclusive === 'none') throw new Error(`Fault: term ${term.id} is in no exclusive set`);
  return term.exclusive;
}

function candidateOf({ planned, exact }: Worked) {
  return { term: planned.id, exclusive: exclusiveOf(planned.term), exact };
}

function placeKey({ partner, window }: Worked): string {
  return joinKey(partner, dayKey(window.window.from), dayKey(window.window.until));
}

/** The loser's lines without those of this partner and window that the winner counts, too. */
function giveUp(loser: Worked, own: Stream, winners: Stream): Stream {
  const { partner, window, planned } = loser;
  const isConcerned = (entry: Contribution) => entry.partner === partner;
  const given = withoutContested(
    own.filter(isConcerned),
    winners.filter(isConcerned),
    exclusiveOf(planned.term),
    window.window,
  );
  const byKey = new Map(given.map((entry) => [entry.key, entry]));
  return own.flatMap((entry) => (isConcerned(entry) ? (byKey.get(entry.key) ?? []) : entry));
}

function withLoss(worked: Worked, lost: Lost): Worked {
  const loss = lost.get(joinKey(worked.planned.id, placeKey(worked)));
  if (loss === undefined) return worked;
  return { ...worked, steps: [lostStep(worked, loss.winner, loss.own, loss.best), ...worked.steps] };
}
