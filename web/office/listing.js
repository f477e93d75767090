// @ts-check
import { fetchEarnings } from './api.js';
import { addChoices, collectChoices, noChoices } from './choices.js';
import { earningTable, skeletonTable } from './earningTable.js';
import { element, part } from './element.js';
import { emptyNotice, failureNotice, nothingSelectedNotice } from './notices.js';
import { PAGE_ROWS } from './route.js';
import { totalBlocks, totalBones } from './totals.js';

/** @typedef {import('./api.js').EarningList} EarningList */
/** @typedef {import('./choices.js').Choices} Choices */
/** @typedef {import('./reader.js').Reader} Reader */
/** @typedef {import('./route.js').Selection} Selection */

/** What is known of the list: the last answer, what is on its way, what went wrong. */
/** @typedef {EarningList & { passed: number }} ShownPage the rows, and how many lie before them */
/** @typedef {{ answer?: ShownPage | undefined, isLoading: boolean, error?: unknown }} ListState */

/**
 * The list of a selection: loads it and draws every state that it can be in.
 * @param {() => Reader} reader
 * @param {() => void} onChoices when there is more to choose from
 */
export function listing(reader, onChoices) {
  /** @type {ListState} */
  let state = { isLoading: true };
  /** @type {Selection} */
  let selection = { agreement: '', partner: '', cursor: '', passed: 0 };
  let loading = new AbortController();
  let isCollected = false;
  const choices = noChoices();

  const draw = () => drawList(state, selection, reader(), retry);

  /** The button goes away with the notice: the focus stays at the list. */
  const retry = () => {
    void load(selection);
    part('list').focus();
  };

  /** @param {Selection} wanted */
  const load = async (wanted) => {
    loading.abort();
    loading = new AbortController();
    const { signal } = loading;
    selection = wanted;
    state = { ...state, isLoading: true };
    draw();
    try {
      const list = await fetchEarnings(wanted, PAGE_ROWS, reader().language, signal);
      state = { answer: { ...list, passed: wanted.passed }, isLoading: false };
      addChoices(choices, list.rows);
    } catch (error) {
      if (signal.aborted) return;
      state = { answer: state.answer, isLoading: false, error };
    }
    draw();
    onChoices();
    await collect();
  };

  /** Looks once for all that can be chosen, after the list stands; without it codes can be typed. */
  const collect = async () => {
    if (isCollected || state.answer === undefined) return;
    isCollected = true;
    await collectChoices(choices, reader().language).catch(() => {
      isCollected = false;
    });
    onChoices();
  };

  return { draw, load, choices, answer: () => state.answer };
}

/**
 * @param {ListState} state
 * @param {Selection} selection
 * @param {Reader} reader
 * @param {() => void} retry
 */
function drawList(state, selection, reader, retry) {
  const { answer, isLoading, error } = state;
  const list = part('list');
  list.setAttribute('aria-busy', String(isLoading));
  drawAsOf(answer, reader);
  drawPager(answer, reader);
  drawStatus(state, reader);
  part('search').hidden = answer !== undefined && isEverythingEmpty(answer, selection);
  const failure =
    error === undefined || isLoading
      ? []
      : [failureNotice('failing.title', error, reader, { retry, hasOld: answer !== undefined })];
  if (answer === undefined) {
    part('totals').replaceChildren(...(isLoading ? totalBones() : []));
    list.replaceChildren(...failure, ...(isLoading ? [skeletonTable(reader)] : []));
    return;
  }
  part('totals').replaceChildren(...totalBlocks(answer.totals, reader));
  list.replaceChildren(...failure, ...staleNotice(answer, reader), ...content(answer, selection, reader));
}

/**
 * @param {EarningList} answer
 * @param {Selection} selection
 * @param {Reader} reader
 */
function content(answer, selection, reader) {
  if (answer.rows.length > 0) return [earningTable(answer.rows, reader)];
  return [isEverythingEmpty(answer, selection) ? emptyNotice(reader) : nothingSelectedNotice(reader)];
}

/**
 * Nothing was selected, and still there is nothing.
 * @param {EarningList} answer
 * @param {Selection} selection
 */
function isEverythingEmpty({ total }, { agreement, partner }) {
  return total === 0 && agreement === '' && partner === '';
}

/**
 * Amounts of an earlier batch than the last are shown, and said to be such.
 * @param {EarningList} answer
 * @param {Reader} reader
 */
function staleNotice({ rows, asOf }, { say }) {
  if (!rows.some(({ run }) => run.batch < asOf.batch)) return [];
  return [element('p', { class: 'remark stale' }, say('list.stale', { batch: asOf.batch }))];
}

/**
 * Effective day and known day, always in sight.
 * @param {EarningList | undefined} answer
 * @param {Reader} reader
 */
function drawAsOf(answer, { say, day }) {
  if (answer === undefined) return;
  const { effective, knownOn, batch } = answer.asOf;
  part('as-of').replaceChildren(
    element(
      'div',
      { title: say('asOf.effective.meaning') },
      element('dt', {}, say('asOf.effective')),
      element('dd', {}, day(effective)),
    ),
    element(
      'div',
      { title: say('asOf.known.meaning') },
      element('dt', {}, say('asOf.known')),
      element('dd', {}, day(knownOn), element('span', { class: 'code' }, say('asOf.batch', { batch }))),
    ),
  );
}

/**
 * @param {ShownPage | undefined} answer
 * @param {Reader} reader
 */
function drawPager(answer, { say }) {
  const pager = part('pager');
  pager.hidden = answer === undefined || (answer.next === null && answer.passed === 0);
  if (answer === undefined) return;
  const { passed, next, rows } = answer;
  part('range').textContent = rows.length === 0 ? '' : rangeText(answer, say);
  // Not "disabled": that would take the focus away from who has just pressed it.
  part('previous').setAttribute('aria-disabled', String(passed === 0));
  part('next').setAttribute('aria-disabled', String(next === null));
}

/**
 * The one place that is read aloud when the list changes.
 * @param {ListState} state
 * @param {Reader} reader
 */
function drawStatus({ answer, isLoading, error }, { say }) {
  const isSilent = error !== undefined || (answer !== undefined && answer.rows.length === 0);
  const text = isLoading
    ? say('list.loading')
    : isSilent || answer === undefined
      ? ''
      : rangeText(answer, say);
  part('status').textContent = text;
}

/**
 * @param {ShownPage} answer
 * @param {Reader['say']} say
 */
function rangeText({ passed, rows, total }, say) {
  if (rows.length === total) return say('list.all', { count: total });
  return say('list.range', { from: passed + 1, to: passed + rows.length, total });
}
