// @ts-check
import { part } from './element.js';
import { drawFilter, readFilter } from './filter.js';
import { languageFor, rememberedLanguage, rememberLanguage } from './language.js';
import { listing } from './listing.js';
import { readerOf } from './reader.js';
import { earningInHash, searchOf, selectionIn } from './route.js';
import { sheetDialog } from './sheetDialog.js';
import { isTextKey } from './texts.js';

/** @typedef {import('./language.js').Language} Language */
/** @typedef {import('./route.js').Selection} Selection */

let reader = readerOf(languageFor(rememberedLanguage(), navigator.languages));
let selection = selectionIn(location.search);
/** The page before each page that was turned to: a cursor only leads on. @type {Map<string, Selection>} */
const before = new Map();

const filter = {
  agreement: /** @type {HTMLSelectElement} */ (part('agreement')),
  partner: /** @type {HTMLInputElement} */ (part('partner')),
  partners: part('partners'),
  hint: part('partner-hint'),
  clear: part('clear'),
};
const list = listing(() => reader, showFilter);
const sheet = sheetDialog(/** @type {HTMLDialogElement} */ (part('sheet')), () => reader);

part('filter').addEventListener('submit', (event) => {
  event.preventDefault();
  applyFilter();
});
filter.agreement.addEventListener('change', applyFilter);
filter.partner.addEventListener('change', applyFilter);
filter.partner.addEventListener('input', () => {
  if (list.choices.partners.has(filter.partner.value)) applyFilter();
});
filter.clear.addEventListener('click', () => {
  select({ agreement: '', partner: '', cursor: '', passed: 0 });
  filter.partner.focus();
});
part('previous').addEventListener('click', turnBack);
part('next').addEventListener('click', turnOn);
for (const button of languageButtons()) {
  button.addEventListener('click', () => speak(button.dataset.language === 'zh-CN' ? 'zh-CN' : 'en'));
}
addEventListener('popstate', follow);
addEventListener('hashchange', follow);

showTexts();
showSelection();
void list.load(selection);
sheet.show(earningInHash(location.hash), false);

/** Follows the address: back and forward change the selection and the sheet. */
function follow() {
  const wanted = selectionIn(location.search);
  if (searchOf(wanted) !== searchOf(selection)) {
    selection = wanted;
    showSelection();
    void list.load(wanted);
  }
  sheet.show(earningInHash(location.hash), true);
}

/** @param {Selection} wanted */
function select(wanted) {
  const isSame = searchOf(wanted) === searchOf(selection);
  selection = wanted;
  showSelection();
  if (isSame) return;
  history.pushState(null, '', `${location.pathname}${searchOf(wanted)}`);
  void list.load(wanted);
}

function applyFilter() {
  const wanted = readFilter(filter, list.choices, reader);
  if (wanted !== undefined) select(wanted);
}

function turnOn() {
  const { next = null, rows = [] } = list.answer() ?? {};
  if (next === null) return;
  const wanted = { ...selection, cursor: next, passed: selection.passed + rows.length };
  before.set(searchOf(wanted), selection);
  turnTo(wanted);
}

/** To the page that was turned from; where nobody knows it any more, to the first. */
function turnBack() {
  if (selection.passed === 0) return;
  turnTo(before.get(searchOf(selection)) ?? { ...selection, cursor: '', passed: 0 });
}

/** @param {Selection} wanted */
function turnTo(wanted) {
  select(wanted);
  part('list').scrollIntoView({ block: 'start' });
}

function showSelection() {
  filter.partner.value = selection.partner;
  showFilter();
}

function showFilter() {
  drawFilter(filter, list.choices, selection, reader);
}

/** @param {Language} language */
function speak(language) {
  rememberLanguage(language);
  reader = readerOf(language);
  showTexts();
  showFilter();
  list.draw();
}

/** The texts that stand in the page itself. */
function showTexts() {
  document.documentElement.lang = reader.language;
  document.title = `${reader.say('page.title')} · OpenRebate`;
  for (const place of document.querySelectorAll('[data-text], [data-label]')) {
    const [text, label] = [place.getAttribute('data-text'), place.getAttribute('data-label')];
    if (text !== null && isTextKey(text)) place.textContent = reader.say(text);
    if (label !== null && isTextKey(label)) place.setAttribute('aria-label', reader.say(label));
  }
  for (const button of languageButtons()) {
    button.setAttribute('aria-pressed', String(button.dataset.language === reader.language));
  }
}

/** @returns {NodeListOf<HTMLElement>} */
function languageButtons() {
  return document.querySelectorAll('[data-language]');
}
