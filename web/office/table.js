// @ts-check
import { element } from './element.js';

/*
 * Tables that stay tables when a narrow screen lays them out as cards: some browsers forget the
 * meaning of rows and cells then, so every part says its role.
 */

/** @typedef {Node | string | undefined} Content */

/**
 * @param {string} name
 * @param {string} caption read aloud, not shown: the heading above the table says it
 * @param {...HTMLTableSectionElement} sections
 */
export function table(name, caption, ...sections) {
  const attributes = { class: name, role: 'table' };
  return element('table', attributes, element('caption', { class: 'unseen' }, caption), ...sections);
}

/** @param {...(HTMLTableCellElement | undefined)} headings */
export function head(...headings) {
  return element('thead', { role: 'rowgroup' }, row('', ...headings));
}

/** @param {...HTMLTableRowElement} rows */
export function body(...rows) {
  return element('tbody', { role: 'rowgroup' }, ...rows);
}

/** @param {...HTMLTableRowElement} rows */
export function foot(...rows) {
  return element('tfoot', { role: 'rowgroup' }, ...rows);
}

/**
 * @param {string} name
 * @param {...(HTMLTableCellElement | undefined)} cells
 */
export function row(name, ...cells) {
  return element('tr', { class: name === '' ? undefined : name, role: 'row' }, ...cells);
}

/**
 * The heading of a column.
 * @param {string} name
 * @param {string} text
 */
export function heading(name, text) {
  return element('th', { class: name, scope: 'col', role: 'columnheader' }, text);
}

/**
 * The cell that says what its row is about.
 * @param {string} name
 * @param {...Content} content
 */
export function rowHeading(name, ...content) {
  return element('th', { class: name, scope: 'row', role: 'rowheader' }, ...content);
}

/**
 * @param {string} name
 * @param {...Content} content
 */
export function cell(name, ...content) {
  return element('td', { class: name, role: 'cell' }, ...content);
}

/**
 * A cell that shows its heading beside it where the row is a card.
 * @param {string} name
 * @param {string} label
 * @param {...Content} content
 */
export function labelledCell(name, label, ...content) {
  return element('td', { class: name, role: 'cell', 'data-heading': label }, ...content);
}

/**
 * A name with its code below.
 * @param {string} name
 * @param {string} code
 */
export function named(name, code) {
  const fragment = document.createDocumentFragment();
  fragment.append(element('span', { class: 'name' }, name), element('span', { class: 'code' }, code));
  return fragment;
}
