import type { Agreement, Measure, Term } from '../agreement/agreement.ts';
import { type Window, windowsOf, yearBefore } from '../calendar/window.ts';
import { FACT_SCALE_MAX } from '../number/decimal.ts';
import type { Plan, PlanTerm, Slot, SlotWindow } from './plan.ts';

/** What an agreement asks of the lines: which of them, placed where, summed how. */
export function compilePlan(agreement: Agreement): Plan {
  return { agreement: agreement.id, terms: agreement.terms.map((term) => compileTerm(agreement, term)) };
}

function compileTerm(agreement: Agreement, term: Term): PlanTerm {
  const windows = windowsOf(term.payoutWindow, agreement.validity);
  return {
    id: term.id,
    kind: 'additive',
    side: term.transactions,
    company: agreement.company,
    currency: agreement.currency,
    date: term.date,
    participants: agreement.participants,
    eligibility: term.eligibility,
    returns: term.returns,
    slots: [
      slot('qualifier', term.qualifier, windows.map(sameWindow)),
      slot('payout', term.payout, windows.map(sameWindow)),
      ...(term.baseline ? [slot('baseline', term.qualifier, windows.map(previousYear))] : []),
    ],
  };
}

function slot(role: Slot['role'], measure: Measure, windows: readonly SlotWindow[]): Slot {
  return { role, measure, scale: scaleOf(measure), windows };
}

/** Quantity × price has the places of both. */
function scaleOf(measure: Measure): number {
  const isProduct = measure.of === 'value' && measure.basis.endsWith('AtPrice');
  return isProduct ? 2 * FACT_SCALE_MAX : FACT_SCALE_MAX;
}

function sameWindow(window: Window): SlotWindow {
  return { lines: window, pays: window };
}

function previousYear(window: Window): SlotWindow {
  return { lines: yearBefore(window), pays: window };
}
