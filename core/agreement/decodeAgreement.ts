import { minorDigits } from '../money/currency.ts';
import { type Decimal, decimalToRational, formatDecimal } from '../number/decimal.ts';
import { compare } from '../number/rational.ts';
import { accept, type Refusal, type RefusalCode, type Result, refuse } from '../refusal/refusals.ts';
import {
  type Agreement,
  type Baseline,
  type FormulaKind,
  type Measure,
  PAYS,
  type Pay,
  type Term,
  type Tier,
  type Tiers,
} from './agreement.ts';
import { agreementFormat } from './agreementFormat.ts';

type FileAgreement = NonNullable<ReturnType<typeof agreementFormat.decode>>;
type FileTerm = FileAgreement['terms'][number];
type FileTier = FileTerm['tiers']['rows'][number];

/** Which kinds of pay a formula can give. */
const PAYS_OF: Record<FormulaKind, readonly Pay[]> = {
  wholeVolume: ['percent', 'perUnit'],
  marginal: ['percent', 'perUnit'],
  growthWhole: ['percent', 'perUnit'],
  lumpSum: ['amount'],
};

/**
 * The parsed text of an agreement file to an agreement, or every reason against it.
 * Shape first; only a well-shaped text is then asked whether it makes sense.
 * Refuses: every `agreement-…` code of the registry that speaks of the text itself.
 */
export function decodeAgreement(json: unknown): Result<Agreement> {
  const refusals: Refusal[] = [];
  const file = agreementFormat.decode(json, '', refusals);
  if (file === undefined) return { ok: false, refusals };
  const check = new Sense(refusals);
  check.agreement(file);
  const terms = file.terms.map((term, index) => check.term(term, `terms[${index}]`));
  if (refusals.length > 0) return { ok: false, refusals };
  return accept({
    ...file,
    validity: { from: file.validity.firstDay, until: file.validity.lastDay + 1 },
    terms,
  });
}

/** The rules that span several fields. */
class Sense {
  private readonly refusals: Refusal[];

  constructor(refusals: Refusal[]) {
    this.refusals = refusals;
  }

  agreement(file: FileAgreement): void {
    if (file.validity.lastDay < file.validity.firstDay) this.no('agreement-validity-empty', 'validity');
    if (minorDigits(file.currency) === undefined) {
      this.no('agreement-currency-unknown', 'currency', { value: file.currency });
    }
    const ids = file.terms.map((term) => term.id);
    for (const [index, id] of ids.entries()) {
      if (ids.indexOf(id) !== index) this.no('agreement-id-repeated', `terms[${index}].id`, { id });
    }
  }

  term(file: FileTerm, at: string): Term {
    const tiers = this.tiers(file, at);
    this.windows(file, at);
    this.formula(file, tiers.pays, at);
    this.reachingUnit(file, at);
    this.baseline(file, at);
    this.lumpSum(file, at);
    return { ...file, tiers } as Term;
  }

  private tiers(file: FileTerm, at: string): Tiers {
    const rows = file.tiers.rows.map((row) => this.tier(row));
    for (const [index, row] of rows.entries()) {
      const before = rows[index - 1];
      if (before !== undefined && !isBelow(before.tier.from, row.tier.from)) {
        this.no('agreement-tiers-not-rising', `${at}.tiers.rows[${index}].from`);
      }
    }
    const pays = rows.find((row) => row.pays !== undefined)?.pays ?? 'percent';
    for (const [index, row] of rows.entries()) {
      if (row.pays !== pays) this.no('agreement-tier-pay-mixed', `${at}.tiers.rows[${index}]`);
    }
    const { boundary, reachingUnit } = file.tiers;
    return { boundary, pays, ...(reachingUnit && { reachingUnit }), rows: rows.map((row) => row.tier) };
  }

  /** `pays` is what the row names, if it names exactly one. */
  private tier(row: FileTier): { pays: Pay | undefined; tier: Tier } {
    const named = PAYS.filter((pay) => row[pay] !== undefined);
    const pays = named.length === 1 ? named[0] : undefined;
    const rate = (pays && row[pays]) ?? { digits: 0n, scale: 0 };
    return { pays, tier: { from: row.from, rate, ...(row.words && { words: row.words }) } };
  }

  /** Two windows that differ need cumulation rules, which this version of the format has not. */
  private windows(file: FileTerm, at: string): void {
    if (file.qualifierWindow !== file.payoutWindow) this.no('agreement-windows-differ', `${at}.payoutWindow`);
  }

  private formula(file: FileTerm, pays: Pay, at: string): void {
    if (!PAYS_OF[file.formula].includes(pays)) {
      this.no('agreement-formula-pay-mismatch', `${at}.formula`, { formula: file.formula, pays });
    }
    const needed = pays === 'percent' ? 'value' : pays === 'perUnit' ? 'quantity' : file.payout.of;
    if (file.payout.of !== needed)
      this.no('agreement-pay-measure-mismatch', `${at}.payout`, { pays, needed });
    if (file.formula === 'marginal' && !sameMeasure(file.qualifier, file.payout)) {
      this.no('agreement-marginal-measures-differ', `${at}.payout`);
    }
  }

  private reachingUnit(file: FileTerm, at: string): void {
    const needed = file.formula === 'marginal' && file.qualifier.of === 'quantity';
    const given = file.tiers.reachingUnit !== undefined;
    if (needed && !given) this.no('agreement-reaching-unit-missing', `${at}.tiers.reachingUnit`);
    const isPointless = given && !(needed && hasReachingUnit(file.tiers));
    if (isPointless) this.no('agreement-reaching-unit-refused', `${at}.tiers.reachingUnit`);
  }

  private baseline(file: FileTerm, at: string): void {
    const needed = file.formula === 'growthWhole';
    const baseline = file.baseline as Baseline | undefined;
    if (needed && baseline === undefined) this.no('agreement-baseline-missing', `${at}.baseline`);
    if (!needed && baseline !== undefined) this.no('agreement-baseline-refused', `${at}.baseline`);
    const policy = baseline?.whenNotPositive;
    if (policy?.policy === 'treatAsTier' && policy.tier > file.tiers.rows.length) {
      this.no('agreement-baseline-tier-unknown', `${at}.baseline.whenNotPositive.tier`);
    }
  }

  /** From zero on, whoever has a line at all would get it, even one that is taken back or blocked. */
  private lumpSum(file: FileTerm, at: string): void {
    const first = file.tiers.rows[0]?.from;
    if (file.formula !== 'lumpSum' || file.tiers.boundary !== 'atLeast' || first?.digits !== 0n) return;
    const facts = { value: formatDecimal(first), allowed: '> 0' };
    this.no('agreement-value-not-allowed', `${at}.tiers.rows[0].from`, facts);
  }

  private no(code: RefusalCode, at: string, facts: Record<string, string> = {}): void {
    this.refusals.push(refuse(code, at, facts));
  }
}

/**
 * Whether a single unit reaches each threshold. None reaches 2.5, and under `moreThan` the unit at
 * the threshold has not reached it, so it cannot be paid at the new rate (rulings R4, R21).
 */
function hasReachingUnit({ boundary, reachingUnit, rows }: FileTerm['tiers']): boolean {
  if (reachingUnit !== 'newRate') return true;
  return boundary === 'atLeast' && rows.every((row) => decimalToRational(row.from).d === 1n);
}

function isBelow(a: Decimal, b: Decimal): boolean {
  return compare(decimalToRational(a), decimalToRational(b)) < 0;
}

function sameMeasure(a: Measure, b: Measure): boolean {
  if (a.of === 'quantity' && b.of === 'quantity') return a.basis === b.basis && a.unit === b.unit;
  return a.of === b.of && a.basis === b.basis;
}
