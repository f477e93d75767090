import type { Agreement, Bucket, Condition, GateTest, Measure, Term } from '../agreement/agreement.ts';
import { limitsOf } from '../agreement/limitsOf.ts';
import type { Window } from '../calendar/window.ts';
import type { Master } from '../master/master.ts';
import type { Decimal } from '../number/decimal.ts';
import { type Conditions, conditionsOn, type Member, type MemberDays, memberDays } from './memberDays.ts';
import { type PayoutWindow, payoutWindows } from './payoutWindows.ts';
import type { GatePlan, MeasurePlan, Plan, PlanTerm, SharePlan, Slot, SlotRole, SlotWindow } from './plan.ts';

/** What an agreement asks of the lines: which of them, placed where, summed how. */
export function compilePlan(agreement: Agreement, master: Master): Plan {
  const members = knownMembers(master);
  return { agreement, terms: agreement.terms.map((term) => compileTerm(agreement, term, members)) };
}

type Members = (member: Member, conditions: Conditions) => MemberDays;

/** Terms of one agreement mostly ask the same of partners: it is worked out once, and held once. */
function knownMembers(master: Master): Members {
  const known = new Map<string, MemberDays>();
  return (member, conditions) => {
    const key = JSON.stringify([member, conditionsOn(member, conditions)]);
    const found = known.get(key) ?? memberDays(member, conditions, master);
    known.set(key, found);
    return found;
  };
}

function compileTerm(agreement: Agreement, term: Term, members: Members): PlanTerm {
  const windows = payoutWindows(agreement, term);
  const slots = new Slots(term, windows);
  const qualifier = slots.qualifier();
  const payouts = term.payouts.map(({ id, measure }) => ({
    id,
    measure: slots.measure('payout', `payout.${id}`, measure, lineLimit(term, 'payout')),
  }));
  const baseline = slots.baseline();
  const gates = term.gates === 'none' ? [] : term.gates.tests.map((test, index) => slots.gate(test, index));
  return {
    term,
    id: term.id,
    kind: kindOf(agreement, term),
    companies: agreement.tradingCompanies,
    currency: agreement.currency,
    validityStart: agreement.validity.from,
    participants: agreement.participants,
    ...eligible(agreement, term, members),
    windows,
    slots: slots.all,
    days: hullOf(slots.all),
    qualifier,
    payouts,
    ...(baseline && { baseline }),
    gates,
  };
}

function hullOf(slots: readonly Slot[]): Window {
  const windows = slots.flatMap((slot) => slot.windows.map(({ lines }) => lines));
  return {
    from: Math.min(...windows.map(({ from }) => from)),
    until: Math.max(...windows.map(({ until }) => until)),
  };
}

/** The partners and products whose lines may count, by what master data says of them, and what is left to ask. */
function eligible(
  { participants }: Agreement,
  { eligibility: { include, exclude } }: Term,
  members: Members,
): Pick<PlanTerm, 'partners' | 'products' | 'lines'> {
  const conditions = { include: [...participants, ...include], exclude };
  return {
    partners: members('partner', conditions),
    products: members('product', conditions),
    lines: conditionsOn('line', conditions),
  };
}

/** Which terms need more than sums: lines in order, or the lines of other terms. */
function kindOf(agreement: Agreement, term: Term): PlanTerm['kind'] {
  const isInner = agreement.terms.some(({ netting }) => netting !== 'none' && netting.of.includes(term.id));
  if (isInner || term.exclusive !== 'none' || term.netting !== 'none') return 'crossTerm';
  const isOrdered =
    term.tiers.stepValuation === 'sequence' ||
    limitsOf(term).some(({ scope }) => scope === 'programme' || scope === 'group') ||
    term.rounding.grain === 'line' ||
    (term.gates !== 'none' && term.gates.within === 'document') ||
    term.baseline?.likeForLike === 'products' ||
    term.returns.linked === 'currentAtOriginalRate' ||
    (term.group !== 'none' &&
      (term.group.leavers === 'tierAtLeaving' || term.apportionment.by === 'ownRate'));
  return isOrdered ? 'ordered' : 'additive';
}

function lineLimit(term: Term, of: 'qualifier' | 'payout'): Decimal | undefined {
  return limitsOf(term).find((limit) => limit.of === of && limit.scope === 'line')?.max;
}

/** Formulas that look at what was paid on in the baseline, too. */
const PAYS_ON_GROWTH: ReadonlySet<Term['formula']> = new Set([
  'growthIncrement',
  'growthMarginal',
  'aboveBase',
]);

/** Gathers the slots of one term while its measures are planned. */
class Slots {
  readonly all: Slot[] = [];
  private readonly term: Term;
  private readonly windows: readonly PayoutWindow[];

  constructor(term: Term, windows: readonly PayoutWindow[]) {
    this.term = term;
    this.windows = windows;
  }

  qualifier(): MeasurePlan | SharePlan {
    const { qualifier } = this.term;
    if (qualifier.of !== 'share') {
      return this.measure('qualifier', 'qualifier', qualifier, lineLimit(this.term, 'qualifier'));
    }
    return {
      part: this.measure('qualifier', 'qualifier', qualifier.part),
      whole: this.measure('qualifier', 'qualifier.whole', qualifier.whole),
    };
  }

  baseline(): PlanTerm['baseline'] {
    const { baseline, formula, qualifier, payouts } = this.term;
    if (baseline === undefined || !readsLines(baseline.source) || qualifier.of === 'share') return undefined;
    return {
      qualifier: this.measure('baseline', 'baseline', qualifier),
      payouts: (PAYS_ON_GROWTH.has(formula) ? payouts : []).map(({ id, measure }) => ({
        id,
        measure: this.measure('baseline', `baseline.${id}`, measure),
      })),
    };
  }

  gate(test: GateTest, index: number): GatePlan {
    const id = `gate.${index}`;
    if ('measure' in test) {
      return { measure: this.measure('gate', id, test.measure), boundary: test.boundary, from: test.from };
    }
    const part = this.measure('gate', id, test.share.part);
    const whole = this.measure('gate', `${id}.whole`, test.share.whole);
    return { measure: { part, whole }, boundary: test.boundary, from: test.percent };
  }

  measure(role: SlotRole, id: string, measure: Measure, max?: Decimal): MeasurePlan {
    const where = measure.where ?? [];
    switch (measure.of) {
      case 'count':
        this.add(role, id, { of: 'value', basis: 'net' }, where, [measure.what]);
        return { take: 'positive', slot: id };
      case 'pallets':
        return this.pallets(role, id, measure);
      case 'bundles':
        return {
          take: 'sets',
          parts: measure.components.map((component, index) => {
            const slot = `${id}:${index}`;
            this.add(role, slot, unitsOf(measure, measure.unit), [...where, ...component.where], []);
            return { slot, quantity: component.quantity };
          }),
        };
      default:
        this.add(role, id, measure, where, max === undefined ? this.extraBuckets(role) : ['line']);
        return { take: 'sum', slot: id, ...(max && { max }) };
    }
  }

  private pallets(role: SlotRole, id: string, measure: Extract<Measure, { of: 'pallets' }>): MeasurePlan {
    const where = measure.where ?? [];
    const buckets: Bucket[] = measure.mixed ? [measure.level] : [measure.level, 'product'];
    const ignoresReturns = measure.returns === 'doNotBreak';
    this.add(role, id, unitsOf(measure, measure.unit), where, buckets, ignoresReturns);
    if (measure.counts === 'pallets') return { take: 'full', slot: id };
    const units = `${id}:units`;
    this.add(role, units, unitsOf(measure, measure.counts.units), where, buckets, ignoresReturns);
    return { take: 'fullUnits', slot: id, units };
  }

  /** Growth like for like looks into plain sums by product. */
  private extraBuckets(role: SlotRole): Bucket[] {
    return this.term.baseline?.likeForLike === 'products' && role !== 'gate' ? ['product'] : [];
  }

  /** Gates by document part whatever is paid and whatever is tested by document first. */
  private isByDocument(role: SlotRole): boolean {
    const { gates } = this.term;
    return gates !== 'none' && gates.within === 'document' && (role === 'gate' || role === 'payout');
  }

  private add(
    role: SlotRole,
    id: string,
    measure: Measure,
    where: readonly Condition[],
    buckets: readonly Bucket[],
    ignoresReturns = false,
  ): void {
    const windows = this.windows.flatMap((window) => slotWindows(role, id, window));
    const all: readonly Bucket[] = this.isByDocument(role) ? ['document', ...buckets] : buckets;
    this.all.push({ id, role, measure, where, buckets: all, ignoresReturns, windows });
  }
}

function unitsOf(measure: { basis: 'invoiced' | 'ordered' | 'received' | 'stocked' }, unit: string): Measure {
  return { of: 'quantity', basis: measure.basis, unit };
}

function readsLines(source: NonNullable<Term['baseline']>['source']): boolean {
  return source === 'sameWindowPreviousYear' || (typeof source === 'object' && 'averageOfMonths' in source);
}

function slotWindows(role: SlotRole, id: string, window: PayoutWindow): SlotWindow[] {
  const lines = linesOf(role, id, window);
  return lines === undefined ? [] : [{ lines, pays: window.window }];
}

function linesOf(role: SlotRole, id: string, window: PayoutWindow): Window | undefined {
  if (role === 'payout') return window.payoutLines;
  if (role !== 'baseline') return window.qualifierLines;
  return id === 'baseline' ? window.baseline?.qualifier.lines : window.baseline?.payout.lines;
}
