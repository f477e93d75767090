import { formatDate, type LocalDate } from '../calendar/localDate.ts';
import { minorDigits } from '../money/currency.ts';
import { formatDecimal, trimDecimal } from '../number/decimal.ts';
import type { Evidence } from './finding.ts';
import type { HistoryClaim, HistoryClaimLine, HistoryLine } from './history.ts';

/** `1234.50 EUR` of 123450: exact, and the same in every language. */
export function amountFact(minor: number, currency: string): string {
  return `${scaledText(Math.round(minor), minorDigits(currency) ?? 2)} ${currency}`;
}

/** `12.5 EA` of 12500000 millionths. */
export function quantityFact(quantity: number, unit?: string): string {
  const text = formatDecimal(trimDecimal({ digits: BigInt(Math.round(quantity)), scale: 6 }));
  return unit === undefined ? text : `${text} ${unit}`;
}

/** `12.5` of a share of 125 in 1000, to a tenth of a percent. */
export function percentFact(share: number): string {
  return scaledText(Math.round(share * 1000), 1);
}

/** To a tenth: how many times, how many deviations. */
export function tenthFact(value: number): string {
  return scaledText(Math.round(Math.min(value, 1_000_000) * 10), 1);
}

export function scaledText(scaled: number, scale: number): string {
  return formatDecimal({ digits: BigInt(scaled), scale });
}

export function dayFact(day: LocalDate): string {
  return formatDate(day);
}

/** Id of a line in findings. */
export function lineId(line: {
  readonly source: string;
  readonly document: string;
  readonly line: string;
}): string {
  return `${line.source}/${line.document}/${line.line}`;
}

/** A line as evidence: what stands in it. */
export function lineEvidence(line: HistoryLine): Evidence {
  return {
    object: 'line',
    id: lineId(line),
    facts: {
      partner: line.partner,
      product: line.product,
      day: dayFact(line.day),
      quantity: quantityFact(line.quantity, line.unit),
      amount: amountFact(line.minor, line.currency),
    },
  };
}

export function claimEvidence(claim: HistoryClaim): Evidence {
  return {
    object: 'claim',
    id: claim.claim,
    facts: {
      partner: claim.partner,
      ...(claim.agreement !== undefined && { agreement: claim.agreement }),
      ...(claim.reference !== undefined && { reference: claim.reference }),
      sentOn: dayFact(claim.sentOn),
      amount: amountFact(claim.minor, claim.currency),
      state: claim.state,
    },
  };
}

export function claimLineEvidence(claim: HistoryClaim, line: HistoryClaimLine): Evidence {
  return {
    object: 'claimLine',
    id: `${claim.claim}/${line.number}`,
    facts: {
      ...(line.document !== undefined && { document: line.document }),
      ...(line.line !== undefined && { line: line.line }),
      ...(line.product !== undefined && { product: line.product }),
      ...(line.endCustomer !== undefined && { endCustomer: line.endCustomer }),
      ...(line.day !== undefined && { day: dayFact(line.day) }),
      ...(line.quantity !== undefined && { quantity: quantityFact(line.quantity, line.unit) }),
      ...(line.unitMinor !== undefined && { unitAmount: amountFact(line.unitMinor, claim.currency) }),
      amount: amountFact(line.minor, claim.currency),
    },
  };
}
