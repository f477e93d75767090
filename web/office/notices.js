// @ts-check
import { Problem } from './api.js';
import { element } from './element.js';

/** @typedef {import('./reader.js').Reader} Reader */
/** @typedef {import('./texts.js').TextKey} TextKey */

/**
 * What happened, what is safe, what to do.
 * @param {TextKey} title
 * @param {unknown} error
 * @param {Reader} reader
 * @param {{ retry: () => void, hasOld?: boolean }} options
 */
export function failureNotice(title, error, { say }, { retry, hasOld = false }) {
  const {
    code,
    title: what,
    detail,
  } = error instanceof Problem ? error : new Problem({ code: 'page-fault' });
  const isSilent = code === 'no-answer';
  const button = element('button', { type: 'button' }, say('failing.retry'));
  button.addEventListener('click', retry);
  return element(
    'section',
    { class: 'notice failing', role: 'alert' },
    element('h2', {}, say(title)),
    element('p', {}, isSilent ? say('failing.noAnswer') : [what, detail].filter(Boolean).join(' ')),
    element('p', {}, say('failing.safe'), hasOld ? ` ${say('failing.old')}` : ''),
    element(
      'p',
      { class: 'actions' },
      button,
      element('span', { class: 'code' }, say('failing.code', { code })),
    ),
  );
}

/**
 * Nothing is there yet: what this is for, and how to see it alive.
 * @param {Reader} reader
 */
export function emptyNotice({ say }) {
  return element(
    'section',
    { class: 'notice' },
    element('h2', {}, say('empty.title')),
    element('p', {}, say('empty.text')),
    element('pre', {}, element('code', {}, say('empty.command'))),
    element('p', { class: 'code' }, say('empty.own')),
  );
}

/** @param {Reader} reader */
export function nothingSelectedNotice({ say }) {
  return element(
    'section',
    { class: 'notice' },
    element('h2', {}, say('empty.selection.title')),
    element('p', {}, say('empty.selection.text')),
  );
}
