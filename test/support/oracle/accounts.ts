import type { Limit, Measure, Term } from '../../../core/agreement/agreement.ts';
import { partnerMeets } from './attributes.ts';
import { type Counted, groupsOf, PAID_ON_GROWTH } from './counting.ts';
import { isIn } from './days.ts';
import { type Measures, type Outcome, outcomeOf, type Rules, type Sale, total } from './formulas.ts';
import { Fraction, NOTHING } from './fraction.ts';
import { bucketOf, measured, measuredShare, type Use } from './measures.ts';
import { inBusinessOrder } from './orders.ts';
import { type Entry, keyOf, type TermQuestion } from './question.ts';
import type { PaidWindow } from './windows.ts';

/** One partner in one window, alone or as a member of a group. */
export type Account = {
  readonly question: TermQuestion;
  readonly partner: string;
  readonly group: string;
  readonly window: PaidWindow;
  /** All lines of the window that count for the partner in this group. */
  readonly entries: readonly Entry[];
  readonly measures: Measures;
  readonly rules: Rules;
  readonly outcome: Outcome;
  readonly exact: Fraction;
  /** The lines that the tier is found by, and those that are paid on. */
  readonly qualifying: readonly Entry[];
  readonly paidOn: readonly Entry[];
  /** Under a term with groups: what comes from each of them, or from no group. */
  readonly parts?: readonly GroupPart[];
  /** Of a limit that partners share: how much of the payout each line has left. */
  readonly limited?: ReadonlyMap<string, Fraction>;
  /** What lines took back at the rate of earlier windows, and what had been earned without them. */
  readonly returned?: ReadonlyMap<string, Fraction>;
  readonly beforeReturns?: Fraction;
};

/** `own`: the lines of one partner in one group; `paidBy`: whose measures and tier it was paid by. */
export type GroupPart = {
  readonly together?: Account;
  readonly own: Account;
  readonly paidBy: Account;
  readonly amount: Fraction;
};

/** Measures every partner in every window that has begun, and applies the formula. */
export function openAccounts(question: TermQuestion, { entries, blocked }: Counted): Account[] {
  const trading = [
    ...[...entries.values()].flat().map(({ line }) => line.partner),
    ...blocked.map(({ partner }) => partner),
  ];
  return question.windows
    .filter(({ days }) => days.first <= question.effective)
    .flatMap((window) => {
      const lines = entries.get(window) ?? [];
      const places = new Map<string, { partner: string; group: string }>();
      for (const entry of lines) {
        const { partner } = entry.line;
        for (const group of groupsOf(question, entry, window)) {
          places.set(JSON.stringify([partner, group]), { partner, group });
        }
      }
      const known = new Set([...places.values()].map(({ partner }) => partner));
      const waiting = blocked.filter((one) => one.window === window).map(({ partner }) => partner);
      for (const partner of [...paidWithoutLines(question, window, trading), ...waiting]) {
        if (!known.has(partner)) places.set(JSON.stringify([partner, '']), { partner, group: '' });
      }
      return [...places.values()].map(({ partner, group }) => {
        const own = lines.filter(({ line }) => line.partner === partner);
        return account(question, window, partner, group, own);
      });
    });
}

/** All that take part by master data or by name, where a term pays on no lines as well. */
function paidWithoutLines(
  { agreement, term, master, effective }: TermQuestion,
  window: PaidWindow,
  trading: readonly string[],
): string[] {
  const isAlways = term.floor !== 'none' && term.floor.when === 'always';
  if (term.formula !== 'fixed' && term.guarantee === 'none' && !isAlways) return [];
  const isCurrent = term.eligibility.attributesAsOf === 'current';
  const day = isCurrent ? undefined : Math.min(window.days.last, effective);
  const named = agreement.participants.flatMap((one) =>
    one.attribute === 'partner.code' && 'in' in one ? one.in : [],
  );
  const guaranteed = term.guarantee === 'none' ? [] : trading;
  return [...new Set([...master.partners.keys(), ...named, ...guaranteed])].filter((partner) =>
    agreement.participants.every((one) => partnerMeets(one, partner, { master, day })),
  );
}

/** `entries` are those of the partners that the account is of. */
export function account(
  question: TermQuestion,
  window: PaidWindow,
  partner: string,
  group: string,
  entries: readonly Entry[],
): Account {
  const rules = rulesOf(question, window);
  const compared = comparable(question, window, group, entries);
  const qualifying = linesFor('qualifier', window, group, compared);
  const paidOn = passingDocuments(question, window, group, compared);
  const lines = { compared, qualifying, paidOn };
  const measures = measuresOf(question, window, partner, group, lines);
  const outcome = outcomeOf(rules, measures);
  const exact = total(outcome);
  return { question, partner, group, window, entries, qualifying, paidOn, measures, rules, outcome, exact };
}

function rulesOf({ term, effective }: TermQuestion, window: PaidWindow): Rules {
  return {
    formula: term.formula,
    tiers: window.tiers,
    factor: window.factor,
    ...(term.baseline && { baseline: term.baseline }),
    negativeWindow: term.returns.negativeWindow,
    isOver: effective >= window.days.last,
  };
}

/** The lines of a window that one use of a term looks at. */
export function linesFor(
  use: 'qualifier' | 'gate' | 'payout' | 'baseline' | 'baselinePayout',
  window: PaidWindow,
  group: string,
  entries: readonly Entry[],
): Entry[] {
  const days = {
    qualifier: window.qualifier,
    gate: window.qualifier,
    payout: window.payout,
    baseline: window.baseline?.qualifier.days,
    baselinePayout: window.baseline?.payout.days,
  }[use];
  if (days === undefined) return [];
  return entries
    .filter((entry) => isIn(entry.on, days) && entry.originalRateOf === undefined)
    .filter((entry) => (use === 'payout' ? entry.payoutGroup : entry.qualifierGroup) === group)
    .filter(
      (entry) => !(use === 'payout' && entry.losesPayout) && !(use === 'qualifier' && entry.losesQualifier),
    );
}

function measuresOf(
  question: TermQuestion,
  window: PaidWindow,
  partner: string,
  group: string,
  { compared, qualifying, paidOn }: Record<'compared' | 'qualifying' | 'paidOn', readonly Entry[]>,
): Measures {
  const { term } = question;
  const measuring = (use: Use, limited?: 'qualifier' | 'payout') => {
    const perLine = limited && limitOf(term, limited, 'line');
    return { question, window, use, ...(perLine && { perLine }) };
  };
  const { qualifier } = term;
  const volume =
    qualifier.of === 'share'
      ? (measuredShare(measuring('qualifier'), qualifier, qualifying) ?? NOTHING)
      : measured(measuring('qualifier', 'qualifier'), qualifier, qualifying);
  const isUpsell = term.formula === 'aboveBase';
  const payoutMax = limitOf(term, 'payout', 'partner');
  const payouts = new Map(
    term.payouts.map(({ id, measure }) => [
      id,
      capped(measured(measuring('payout', 'payout'), measure, paidOn), isUpsell ? undefined : payoutMax),
    ]),
  );
  const baseline = baselineOf(question, window, partner, group, compared);
  return {
    ...(isUpsell && payoutMax && { extraLimit: payoutMax }),
    qualifier: capped(volume, limitOf(term, 'qualifier', 'partner')),
    payouts,
    ...(baseline && { baseline }),
    sales: term.tiers.stepValuation === 'sequence' ? salesOf(question, window, qualifying, paidOn) : [],
  };
}

function capped(value: Fraction, max: Fraction | undefined): Fraction {
  return max === undefined ? value : value.atMost(max);
}

export function limitOf(term: Term, of: Limit['of'], scope: Limit['scope']): Fraction | undefined {
  const limits = term.limits === 'none' ? [] : term.limits;
  const found = limits.find((limit) => limit.of === of && limit.scope === scope);
  return found && Fraction.of(found.max);
}

function baselineOf(
  question: TermQuestion,
  window: PaidWindow,
  partner: string,
  group: string,
  entries: readonly Entry[],
): Measures['baseline'] {
  const { term } = question;
  const { baseline, qualifier } = term;
  if (baseline === undefined || qualifier.of === 'share') return undefined;
  const { source } = baseline;
  const all = (value: Fraction) => ({
    qualifier: value,
    payouts: new Map(term.payouts.map(({ id }) => [id, value])),
  });
  if (typeof source === 'object' && 'fixed' in source) return all(Fraction.of(source.fixed));
  if (typeof source === 'object' && 'entered' in source) {
    const entered = source.entered.find((one) => one.partner === partner);
    return all(entered === undefined ? NOTHING : Fraction.of(entered.value));
  }
  const earlier = (measure: Measure, use: 'baseline' | 'baselinePayout') => {
    const times = window.baseline?.[use === 'baseline' ? 'qualifier' : 'payout'].times ?? NOTHING;
    const lines = linesFor(use, window, group, entries);
    return measured({ question, window, use: 'other' }, measure, lines).times(times);
  };
  const isPaidOn = PAID_ON_GROWTH.includes(term.formula);
  return {
    qualifier: earlier(qualifier, 'baseline'),
    payouts: new Map(
      isPaidOn ? term.payouts.map(({ id, measure }) => [id, earlier(measure, 'baselinePayout')]) : [],
    ),
  };
}

/** Like for like, only products are looked at that the baseline has, too. */
function comparable(
  question: TermQuestion,
  window: PaidWindow,
  group: string,
  entries: readonly Entry[],
): readonly Entry[] {
  const { baseline, qualifier } = question.term;
  if (baseline?.likeForLike !== 'products' || qualifier.of === 'share') return entries;
  const earlier = linesFor('baseline', window, group, entries);
  return entries.filter(({ line }) => {
    const same = earlier.filter((entry) => entry.line.product === line.product);
    return measured({ question, window, use: 'other' }, qualifier, same).isPositive;
  });
}

/** Gates by document: only lines of documents that pass are paid on. */
function passingDocuments(
  question: TermQuestion,
  window: PaidWindow,
  group: string,
  entries: readonly Entry[],
): readonly Entry[] {
  const { gates } = question.term;
  const paidOn = linesFor('payout', window, group, entries);
  if (gates === 'none' || gates.within === 'window') return paidOn;
  const tested = linesFor('gate', window, group, entries);
  return paidOn.filter((entry) => {
    const document = bucketOf(entry, 'document');
    return areOpen(
      question,
      window,
      tested.filter((other) => bucketOf(other, 'document') === document),
    );
  });
}

/** Closed gates leave nothing of what the account's own lines would give. */
export function gated(one: Account): Account {
  return isClosed(one) ? { ...one, exact: NOTHING } : one;
}

export function isClosed({ question, window, group, entries }: Account): boolean {
  const { gates } = question.term;
  if (gates === 'none' || gates.within === 'document') return false;
  return !areOpen(question, window, linesFor('gate', window, group, entries));
}

/** Whether enough gates are open for some lines. */
export function areOpen(question: TermQuestion, window: PaidWindow, entries: readonly Entry[]): boolean {
  const { gates } = question.term;
  if (gates === 'none') return true;
  const measuring = { question, window, use: 'other' } as const;
  const met = gates.tests.filter((test) => {
    const value =
      'measure' in test
        ? measured(measuring, test.measure, entries)
        : measuredShare(measuring, test.share, entries);
    const from = Fraction.of('measure' in test ? test.from : test.percent);
    if (value === undefined) return false;
    return test.boundary === 'atLeast' ? !value.isBelow(from) : from.isBelow(value);
  });
  return gates.need === 'all' ? met.length === gates.tests.length : met.length >= gates.need;
}

/** Sale after sale; a linked return has shrunk its own. */
function salesOf(
  question: TermQuestion,
  window: PaidWindow,
  qualifying: readonly Entry[],
  paidOn: readonly Entry[],
): Sale[] {
  const { qualifier, payouts } = question.term;
  const measure = payouts[0]?.measure;
  if (qualifier.of === 'share' || measure === undefined) return [];
  const all = inBusinessOrder([...new Set([...qualifying, ...paidOn])]);
  const keys = [...new Set(all.map(saleKey))];
  return keys.map((key) => {
    const of = (entries: readonly Entry[]) => entries.filter((entry) => saleKey(entry) === key);
    return {
      key,
      qualifier: measured({ question, window, use: 'qualifier' }, qualifier, of(qualifying)),
      payout: measured({ question, window, use: 'payout' }, measure, of(paidOn)),
    };
  });
}

export function saleKey({ line, isOriginal, key }: Entry): string {
  if (!isOriginal || line.original === undefined) return key;
  const { document, line: number } = line.original;
  return keyOf({ source: line.source, document, line: number });
}
