import { contains, type Window } from '../calendar/window.ts';
import type { Line } from '../fact/line.ts';
import { roundToMoney } from '../money/money.ts';
import { decimalToRational } from '../number/decimal.ts';
import { add, compare, multiply, type Rational, subtract, ZERO } from '../number/rational.ts';
import type { RoundingMode } from '../number/round.ts';
import type { ClaimedTransaction, ClaimLine } from './claim.ts';
import type { ClaimReason } from './claimReason.ts';

/**
 * What can be wrong with a line of a special-price claim (ship and debit, chargeback), in the order
 * in which it is looked at. Source: EDI 849 classes, semantics 5.20.
 */
export const SUPPORT_FAULTS = [
  'customer',
  'product',
  'contract',
  'price',
  'quantity',
  'date',
  'multipleSubmission',
] as const;
export type SupportFault = (typeof SUPPORT_FAULTS)[number];

/** The reason that each fault is refused with. */
export const REASON_OF: Readonly<Record<SupportFault, ClaimReason>> = {
  customer: 'customer',
  product: 'product',
  contract: 'contract',
  price: 'price',
  quantity: 'quantity',
  date: 'validity',
  multipleSubmission: 'duplicate',
};

export type SupportGround = {
  /** The sale that the line names, as known; undefined where there is none. */
  readonly sale: Line | undefined;
  /** Contracts that give the supported price: the agreement, and what its lines call it. */
  readonly contracts: ReadonlySet<string>;
  readonly validity: Window;
  /** How much of the sale other claims have taken already. */
  readonly claimedQuantity: Rational;
  readonly currency: string;
  /** How the agreement rounds. */
  readonly rounding: RoundingMode;
};

/** Every fault of a line, and what it would come to by the sale as we know it. Units: minor. */
export type SupportCheck = {
  readonly line: number;
  readonly faults: readonly SupportFault[];
  readonly supportedMinor: bigint;
};

/** A line of a special-price claim says all of this. */
export type SupportLine = ClaimLine &
  Required<Pick<ClaimLine, 'customer' | 'product' | 'contract' | 'unitAmount' | 'quantity' | 'day'>> & {
    readonly transaction: ClaimedTransaction;
  };

/** Whether a line says all that a special-price claim has to say. */
export function isSupportLine(line: ClaimLine): line is SupportLine {
  const { customer, product, contract, unitAmount, quantity, day, transaction } = line;
  return [customer, product, contract, unitAmount, quantity, day, transaction].every(
    (said) => said !== undefined,
  );
}

/**
 * Holds a line against the sale that it names: who bought, what, under which contract, the support
 * of a unit (list price less contract price), how much, when, and whether it was claimed before.
 * All faults at once; a line that is repaired is sent again. Source: semantics 5.21.
 */
export function checkSupportLine(line: SupportLine, ground: SupportGround): SupportCheck {
  const { sale, contracts, validity, claimedQuantity } = ground;
  if (sale === undefined) return { line: line.number, faults: ['contract'], supportedMinor: 0n };
  const unit = unitSupport(sale);
  const sold = sale.quantities.invoiced && decimalToRational(sale.quantities.invoiced);
  const asked = decimalToRational(line.quantity);
  const soldOn = sale.dates.invoice ?? sale.dates.submission ?? sale.dates.order;
  const isWrong: Readonly<Record<SupportFault, boolean>> = {
    customer: sale.endCustomer !== line.customer,
    product: sale.product !== line.product,
    contract: !contracts.has(line.contract) || (sale.attributes.contract ?? line.contract) !== line.contract,
    price: unit === undefined || compare(unit, decimalToRational(line.unitAmount)) !== 0,
    quantity: sold === undefined || compare(asked, sold) > 0 || sale.unit !== (line.unit ?? sale.unit),
    date: soldOn !== line.day || !contains(validity, line.day),
    multipleSubmission: sold !== undefined && compare(add(claimedQuantity, asked), sold) > 0,
  };
  const faults = SUPPORT_FAULTS.filter((fault) => isWrong[fault]);
  const exact = multiply(unit ?? ZERO, asked);
  const { minor } = roundToMoney(exact, ground.currency, ground.rounding);
  const isAmountWrong = faults.length === 0 && minor !== line.minor;
  return {
    line: line.number,
    faults: isAmountWrong ? ['price'] : faults,
    supportedMinor: faults.length === 0 ? minor : 0n,
  };
}

/** What a unit is supported by; undefined where the sale does not say it. */
function unitSupport({ listPrice, contractPrice }: Line): Rational | undefined {
  if (listPrice === undefined || contractPrice === undefined) return undefined;
  return subtract(decimalToRational(listPrice), decimalToRational(contractPrice));
}
