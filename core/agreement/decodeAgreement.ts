import { minorDigits } from '../money/currency.ts';
import { type Decimal, decimalToRational } from '../number/decimal.ts';
import { compare } from '../number/rational.ts';
import { accept, type Refusal, type RefusalCode, type Result, refuse } from '../refusal/refusals.ts';
import type { Agreement } from './agreement.ts';
import { agreementFormat } from './agreementFormat.ts';
import {
  type FileAgreement,
  type FileRow,
  type FileTerm,
  type FileTiers,
  normaliseTerm,
} from './normaliseTerm.ts';

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
  for (const [index, term] of file.terms.entries()) check.term(term, `terms[${index}]`);
  if (refusals.length > 0) return { ok: false, refusals };
  return accept({
    ...file,
    validity: { from: file.validity.firstDay, until: file.validity.lastDay + 1 },
    terms: file.terms.map(normaliseTerm),
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

  term(file: FileTerm, at: string): void {
    this.tiers(file.tiers, `${at}.tiers`);
    if (file.supplements === 'none') return;
    for (const [index, supplement] of file.supplements.entries()) {
      this.tiers(supplement.tiers, `${at}.supplements[${index}].tiers`);
    }
  }

  private tiers({ rows }: FileTiers, at: string): void {
    for (const [index, row] of rows.entries()) {
      const before = rows[index - 1];
      if (before !== undefined && !isBelow(before.from, row.from)) {
        this.no('agreement-tiers-not-rising', `${at}.rows[${index}].from`);
      }
      this.row(row, `${at}.rows[${index}]`);
    }
  }

  /** A row names exactly one of its pays; what it names a part for, one of them as well. */
  private row(row: FileRow, at: string): void {
    const named = [row.percent, row.perUnit, row.amount, row.free, row.parts].filter(
      (pay) => pay !== undefined,
    );
    if (named.length !== 1) this.no('agreement-tier-pay-mixed', at);
    for (const [index, part] of (row.parts ?? []).entries()) {
      const rates = [part.percent, part.perUnit, part.amount].filter((rate) => rate !== undefined);
      if (rates.length !== 1) this.no('agreement-tier-pay-mixed', `${at}.parts[${index}]`);
    }
  }

  private no(code: RefusalCode, at: string, facts: Record<string, string> = {}): void {
    this.refusals.push(refuse(code, at, facts));
  }
}

function isBelow(a: Decimal, b: Decimal): boolean {
  return compare(decimalToRational(a), decimalToRational(b)) < 0;
}
