// @ts-check
import { fetchExplanation } from './api.js';
import { failureNotice } from './notices.js';
import { earningInHash } from './route.js';
import { sheetBones, sheetContent, sheetFrame } from './sheet.js';

/** @typedef {import('./api.js').Explanation} Explanation */
/** @typedef {import('./reader.js').Reader} Reader */

const LINES_AT_ONCE = 200;

/**
 * The side sheet. The address decides whether it is open: closing it goes back to where it was
 * opened from, so that the browser's own "back" closes it, too.
 * @param {HTMLDialogElement} dialog
 * @param {() => Reader} reader
 */
export function sheetDialog(dialog, reader) {
  /** @type {string | undefined} */
  let shown;
  let isOpenedHere = false;
  let loading = new AbortController();

  /** @param {string} id */
  const load = async (id) => {
    loading.abort();
    loading = new AbortController();
    const { signal } = loading;
    dialog.replaceChildren(...sheetFrame(reader(), sheetBones(reader())));
    try {
      const page = { lines: LINES_AT_ONCE, lineOffset: 0 };
      draw(await fetchExplanation(id, page, reader().language, signal));
    } catch (error) {
      if (signal.aborted) return;
      const notice = failureNotice('failing.sheet', error, reader(), { retry: () => void load(id) });
      dialog.replaceChildren(...sheetFrame(reader(), notice));
    }
    focusTitle(dialog);
  };

  /** @param {Explanation} explained */
  const draw = (explained) => {
    const { scrollTop } = dialog;
    document.title = `${explained.earning.partnerName} · OpenRebate`;
    dialog.replaceChildren(...sheetContent(explained, reader(), () => void more(explained)));
    dialog.scrollTop = scrollTop;
  };

  /** @param {Explanation} explained */
  const more = async (explained) => {
    const { signal } = loading;
    const { id, lines } = explained;
    try {
      const page = { lines: LINES_AT_ONCE, lineOffset: lines.length };
      const next = await fetchExplanation(id, page, reader().language, signal);
      draw({ ...next, lines: [...lines, ...next.lines] });
    } catch {
      if (!signal.aborted) draw(explained);
    }
    focusMore(dialog);
  };

  const leave = () => {
    if (earningInHash(location.hash) === undefined) return;
    if (isOpenedHere) return history.back();
    history.replaceState(null, '', `${location.pathname}${location.search}`);
    show(undefined, false);
  };

  /**
   * Opens the sheet of an earning, or closes it.
   * @param {string | undefined} id
   * @param {boolean} isFromHere whether "back" leads to the list
   */
  const show = (id, isFromHere) => {
    if (id === shown) return;
    const left = shown;
    shown = id;
    if (id === undefined) {
      loading.abort();
      dialog.close();
      document.title = `${reader().say('page.title')} · OpenRebate`;
      if (left !== undefined) focusAmount(left);
      return;
    }
    if (!dialog.open) {
      isOpenedHere = isFromHere;
      dialog.showModal();
    }
    void load(id);
  };

  dialog.addEventListener('cancel', (event) => {
    event.preventDefault();
    leave();
  });
  dialog.addEventListener('close', leave);
  dialog.addEventListener('click', ({ target }) => {
    const isBackdrop = target === dialog;
    if (isBackdrop || (target instanceof Element && target.closest('[data-close]'))) leave();
  });
  return { show };
}

/** @param {HTMLDialogElement} dialog */
function focusTitle(dialog) {
  const title = dialog.querySelector('#sheet-title');
  if (title instanceof HTMLElement) title.focus();
}

/** The button was drawn anew or has gone: the focus stays in the sheet, and the lines in sight. @param {HTMLDialogElement} dialog */
function focusMore(dialog) {
  const button = dialog.querySelector('[data-more]') ?? dialog.querySelector('[data-close]');
  if (button instanceof HTMLElement) button.focus({ preventScroll: true });
}

/** Back to the amount that was opened. @param {string} id */
function focusAmount(id) {
  const link = document.querySelector(`[data-earning="${CSS.escape(id)}"]`);
  if (link instanceof HTMLElement) link.focus();
}
