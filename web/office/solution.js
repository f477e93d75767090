// @ts-check
import { element } from './element.js';

/** @typedef {import('./api.js').Operand} Operand */
/** @typedef {import('./api.js').Step} Step */
/** @typedef {import('./reader.js').Reader} Reader */

/** Which operand of a step is its outcome, shown in the column of figures. */
const OUTCOME = {
  qualifier: 'value',
  payout: 'value',
  baseline: 'value',
  growth: 'growth',
  tierReached: 'rate',
  wholePercent: 'result',
  wholePerUnit: 'result',
  marginal: 'result',
  marginalBandPercent: 'result',
  marginalBandPerUnit: 'result',
  lumpSum: 'result',
  paysNothing: 'result',
  rounding: 'amount',
};

/** Said beside the calculation, not a step of it. */
const REMARKS = new Set(['nextTier', 'lastTier', 'incomplete']);

/**
 * The worked solution: the sentence of the amount, then step by step, each with its outcome on
 * the right; what remains to be said follows.
 * @param {Step} root
 * @param {Reader} reader
 */
export function solution(root, reader) {
  const steps = root.steps.filter(({ kind }) => !REMARKS.has(kind));
  const remarks = root.steps.filter(({ kind }) => REMARKS.has(kind));
  return [
    element('p', { class: 'lead' }, root.text),
    stepList(steps, reader),
    ...remarks.map(({ kind, text }) => element('p', { class: `remark ${kind}` }, text)),
  ];
}

/**
 * The step of a kind, wherever it stands in the tree.
 * @param {Step} root
 * @param {string} kind
 * @returns {Step | undefined}
 */
export function stepOfKind(root, kind) {
  if (root.kind === kind) return root;
  for (const step of root.steps) {
    const found = stepOfKind(step, kind);
    if (found !== undefined) return found;
  }
  return undefined;
}

/**
 * @param {readonly Step[]} steps
 * @param {Reader} reader
 * @returns {HTMLOListElement}
 */
function stepList(steps, reader) {
  return element('ol', { class: 'steps' }, ...steps.map((step) => stepItem(step, reader)));
}

/**
 * @param {Step} step
 * @param {Reader} reader
 */
function stepItem(step, reader) {
  const outcome = outcomeOf(step);
  return element(
    'li',
    { class: step.kind },
    element(
      'div',
      { class: 'step' },
      element('span', { class: 'sentence' }, step.text),
      outcome && outcomeCell(outcome, step.kind === 'rounding', reader),
    ),
    step.steps.length > 0 ? stepList(step.steps, reader) : undefined,
  );
}

/**
 * The sentence says it, too; so it is not read aloud a second time.
 * @param {Operand} outcome
 * @param {boolean} isFinal
 * @param {Reader} reader
 */
function outcomeCell(outcome, isFinal, reader) {
  const name = isFinal ? 'outcome final' : 'outcome';
  return element('span', { class: name, 'aria-hidden': 'true' }, reader.operand(outcome));
}

/**
 * @param {Step} step
 * @returns {Operand | undefined}
 */
function outcomeOf({ kind, operands }) {
  /** @type {Readonly<Record<string, string>>} */
  const names = OUTCOME;
  const name = names[kind];
  return name === undefined ? undefined : operands[name];
}
