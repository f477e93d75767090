import type { Agreement, Supplement, Term, Tiers } from '../agreement/agreement.ts';
import { monthsBefore, monthsEndingWith, yearBefore } from '../calendar/earlierWindow.ts';
import type { LocalDate } from '../calendar/localDate.ts';
import { monthsIn } from '../calendar/monthsIn.ts';
import { contains, enclosing, overlap, type Slice, type Window, windowsOf } from '../calendar/window.ts';
import { decimalToRational } from '../number/decimal.ts';
import { divide, multiply, type Rational, rational } from '../number/rational.ts';

const ONE = rational(1n);

/** A window that a term pays for: its days, the lines that it looks at, and the tiers that hold in it. */
export type PayoutWindow = {
  readonly window: Window;
  /** The window as the calendar has it, if nothing cut it. */
  readonly whole: Window;
  /** The lines that the tier is found by. */
  readonly qualifierLines: Window;
  /** The lines that are paid on: the window's own, or all since the start of `enclosing`. */
  readonly payoutLines: Window;
  /** Cumulative windows that add up to one amount: what the earlier ones in here earned comes off. */
  readonly enclosing?: Window;
  /** What growth is compared with, where it is summed over lines. */
  readonly baseline?: {
    readonly qualifier: BaselineLines;
    readonly payout: BaselineLines;
  };
  readonly tiers: Tiers;
  /** The supplement that the tiers come from. */
  readonly supplement?: string;
  /** The thresholds of the tiers are multiplied by it: a cut window, a target of its own. */
  readonly thresholdFactor: Rational;
  /** The agreement was ended within the window, and the window then earns nothing. */
  readonly forfeited: boolean;
};

/** The baseline is the sum over the lines × `times`: 1, or for an average the months to compare ÷ the months summed. */
export type BaselineLines = { readonly lines: Window; readonly times: Rational };

type AgreementTimes = Pick<Agreement, 'calendar' | 'validity' | 'termination'>;
type TermTimes = Pick<Term, 'windows' | 'tiers' | 'supplements' | 'baseline'>;

/** The days from which on one set of tiers holds, until the next supplement acts. */
type Era = {
  readonly days: Window;
  readonly tiers: Tiers;
  readonly supplement?: string;
  /** Whether the lines before it count towards its tiers. */
  readonly looksBack: boolean;
};

/** What a window of the calendar is, and what is left of it. */
type Cut = { readonly window: Window; readonly whole: Window };

/**
 * The payout windows of a term, in order; they never overlap. The validity cuts the first and the
 * last. A termination ends the validity early. A supplement acts from its day on and cuts the window
 * that the day lies in, or it acts from the start of that window on.
 * Source: rulings R3 and R16.
 */
export function payoutWindows(agreement: AgreementTimes, term: TermTimes): PayoutWindow[] {
  const inForce = { from: agreement.validity.from, until: endOf(agreement) };
  const slices = windowsOf(agreement.calendar, term.windows.payout, agreement.validity);
  const eras = erasOf(term, slices, inForce);
  return slices.flatMap((slice) =>
    eras.flatMap((era) => {
      const window = overlap(overlap(slice.window, inForce), era.days);
      if (window.from >= window.until) return [];
      return [new Cutting(agreement, term, inForce, era, slice, window).payoutWindow()];
    }),
  );
}

function endOf({ validity, termination }: AgreementTimes): LocalDate {
  return termination === 'none' ? validity.until : Math.min(validity.until, termination.lastDay + 1);
}

/** The tiers of the term, then those of each supplement, by their days; some are left without any. */
function erasOf(term: TermTimes, slices: readonly Slice[], inForce: Window): Era[] {
  const always = { from: -Infinity, until: Infinity };
  let eras: Era[] = [{ days: always, tiers: term.tiers, looksBack: true }];
  const supplements = term.supplements === 'none' ? [] : term.supplements;
  for (const supplement of supplements.toSorted((a, b) => a.firstDay - b.firstDay)) {
    if (supplement.firstDay >= inForce.until) break;
    const from = actsFrom(supplement, slices);
    const { id, tiers, carryVolume } = supplement;
    eras = [
      ...eras.map((era) => ({ ...era, days: overlap(era.days, { from: -Infinity, until: from }) })),
      { days: { from, until: Infinity }, tiers, supplement: id, looksBack: carryVolume },
    ];
  }
  return eras;
}

/** A supplement that touches a whole window acts from the start of that window on. */
function actsFrom({ firstDay, touches }: Supplement, slices: readonly Slice[]): LocalDate {
  if (touches === 'linesFrom') return firstDay;
  const slice = slices.find(({ window }) => contains(window, firstDay)) ?? slices[0];
  return slice?.window.from ?? firstDay;
}

/** One payout window while it is described: the part of a slice that lies in one era. */
class Cutting {
  private readonly agreement: AgreementTimes;
  private readonly term: TermTimes;
  private readonly inForce: Window;
  private readonly era: Era;
  private readonly slice: Slice;
  private readonly window: Window;

  constructor(
    agreement: AgreementTimes,
    term: TermTimes,
    inForce: Window,
    era: Era,
    slice: Slice,
    window: Window,
  ) {
    this.agreement = agreement;
    this.term = term;
    this.inForce = inForce;
    this.era = era;
    this.slice = slice;
    this.window = window;
  }

  payoutWindow(): PayoutWindow {
    const reach = this.reach();
    const qualifierLines = this.qualifierLines(reach);
    const enclosing = this.term.windows.pays === 'cumulative' ? this.inEra(reach.window) : undefined;
    const payoutLines = enclosing ? { from: enclosing.from, until: this.window.until } : this.window;
    const baseline = this.baseline(qualifierLines, payoutLines);
    const { tiers, supplement } = this.era;
    return {
      window: this.window,
      whole: this.slice.whole,
      qualifierLines,
      payoutLines,
      ...(enclosing && { enclosing }),
      ...(baseline && { baseline }),
      tiers,
      ...(supplement !== undefined && { supplement }),
      thresholdFactor: multiply(this.cutFactor(reach, qualifierLines), this.targetFactor()),
      forfeited: this.isForfeited(),
    };
  }

  /** The calendar's window that the tier is found in, and what the validity leaves of it. */
  private reach(): Cut {
    const { calendar, validity } = this.agreement;
    const { qualifier } = this.term.windows;
    if (qualifier === 'payoutWindow') return this.slice;
    if ('rollingMonths' in qualifier) {
      const months = monthsEndingWith(calendar, qualifier.rollingMonths, this.window, validity.from);
      return { window: months, whole: months };
    }
    const longer = 'within' in qualifier ? qualifier.within : qualifier.toDate;
    return enclosing(calendar, longer, this.slice.window, validity);
  }

  private qualifierLines(reach: Cut): Window {
    const { qualifier } = this.term.windows;
    const left = this.left(reach.window);
    const isWithin = typeof qualifier === 'object' && 'within' in qualifier;
    return isWithin ? left : { from: left.from, until: this.window.until };
  }

  /** What end, termination and supplements leave of a window that the tier is found in. */
  private left(window: Window): Window {
    const inEra = this.inEra(window);
    return this.era.looksBack ? { from: window.from, until: inEra.until } : inEra;
  }

  private inEra(window: Window): Window {
    return overlap(overlap(window, this.era.days), { from: -Infinity, until: this.inForce.until });
  }

  private cutFactor(reach: Cut, qualifierLines: Window): Rational {
    const { termination, calendar, validity } = this.agreement;
    const { until } = this.inForce;
    const isEnded = qualifierLines.until === until && until < reach.window.until;
    const isProrated = isEnded && termination !== 'none' && termination.openWindows === 'prorateThresholds';
    const cut = isProrated ? 'byDays' : this.term.windows.cut;
    if (cut === 'fullThreshold') return ONE;
    const length = (window: Window) =>
      cut === 'byDays'
        ? rational(BigInt(window.until - window.from))
        : monthsIn(calendar, window, validity.from);
    return divide(length(this.left(reach.window)), length(reach.whole));
  }

  private targetFactor(): Rational {
    const { targets } = this.term.windows;
    if (targets === 'same') return ONE;
    const percent = targets.percentOfTable[this.slice.ordinal];
    if (percent === undefined) throw new Error(`Fault: no target for window ${this.slice.ordinal} of a year`);
    return multiply(decimalToRational(percent), rational(1n, 100n));
  }

  private baseline(qualifierLines: Window, payoutLines: Window): PayoutWindow['baseline'] {
    const source = this.term.baseline?.source;
    if (source === 'sameWindowPreviousYear') {
      return { qualifier: this.yearBefore(qualifierLines), payout: this.yearBefore(payoutLines) };
    }
    if (source === undefined || !('averageOfMonths' in source)) return undefined;
    const months = source.averageOfMonths;
    return { qualifier: this.average(qualifierLines, months), payout: this.average(payoutLines, months) };
  }

  private yearBefore(lines: Window): BaselineLines {
    const { calendar, validity } = this.agreement;
    return { lines: yearBefore(calendar, this.term.windows.payout, lines, validity.from), times: ONE };
  }

  private average(lines: Window, months: number): BaselineLines {
    const { calendar, validity } = this.agreement;
    return {
      lines: monthsBefore(calendar, months, lines, validity.from),
      times: divide(monthsIn(calendar, lines, validity.from), rational(BigInt(months))),
    };
  }

  /** Ended before the window was over; a window that ends with the agreement's last day is complete. */
  private isForfeited(): boolean {
    const { termination } = this.agreement;
    const isOpen = this.window.until === this.inForce.until && this.inForce.until < this.slice.window.until;
    return isOpen && termination !== 'none' && termination.openWindows === 'forfeit';
  }
}
