/** An amount that a page shows: where it stands, what it says, and which addresses its links lead to. */
export type ShownAmount = {
  /** The table and column, or the name of the figure; amounts of one place are alike. */
  readonly place: string;
  readonly text: string;
  /** Where the amount itself leads; else where its row does. */
  readonly ways: readonly string[];
};

export type ShownPlace = {
  /** Terms, steps and lines stand there. */
  readonly isExplained: boolean;
  readonly amounts: readonly ShownAmount[];
  /** Where the amounts of the page lead, one way of each kind. */
  readonly ways: readonly string[];
};

/** Reads what a page shows: of the sheet that is open, else of the page. */
export const SHOWN_AMOUNTS = String.raw`(() => {
  const MONEY = /^[+−-]?(?:[A-Z]{3} )?[+−-]?\d{1,3}(?:,\d{3})*\.\d\d$/;
  const ZERO = /^\D*0\.00$/;
  const said = (element) => (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
  const root = [...document.querySelectorAll('[role=dialog]')].at(-1) ?? document.querySelector('main');
  const isMoney = (element) => MONEY.test(said(element));

  const addressOf = (link) => {
    const { pathname, search } = new URL(link.href);
    return pathname + search;
  };
  const linksIn = (element) => [...(element?.querySelectorAll('a[href]') ?? [])].map(addressOf);

  const nameOf = (entry) => {
    const before = entry.previousElementSibling;
    return before === null || before.localName === 'dt' ? before : nameOf(before);
  };

  function placeOf(element) {
    const cell = element.closest('td, th');
    const table = element.closest('table');
    if (cell !== null && table !== null) {
      const column = said(table.querySelectorAll('thead th')[cell.cellIndex]);
      return said(table.caption) + ' / ' + column + (cell.closest('tfoot') === null ? '' : ' / sum');
    }
    const entry = element.closest('dd');
    if (entry !== null) return said(nameOf(entry));
    const section = element.closest('section, [role=dialog], main');
    return said(section?.querySelector('h1, h2, h3'));
  }

  function waysOf(element) {
    const own = element.closest('a[href]');
    if (own !== null) return [addressOf(own)];
    const within = linksIn(element);
    return within.length > 0 ? within : linksIn(element.closest('tr, li, [class*=card], [class*=ladder]'));
  }

  /** Of addresses that differ in their ids only one. */
  function kinds(addresses) {
    const first = new Map();
    for (const address of addresses) {
      const kind = address.replace(/=[^&]*/g, '=').replace(/[0-9a-f-]{36}/g, '*');
      if (!first.has(kind)) first.set(kind, address);
    }
    return [...first.values()];
  }

  // What is drawn stands in the table beside it.
  const shown = [...root.querySelectorAll('*')].filter(
    (element) =>
      isMoney(element) &&
      !isMoney(element.parentElement) &&
      element.closest('svg, figure, [aria-hidden=true]') === null &&
      element.checkVisibility(),
  );
  const amounts = shown.map((element) => ({
    place: placeOf(element),
    text: said(element),
    ways: kinds(waysOf(element)),
  }));
  const links = [...root.querySelectorAll('a[href]')].filter(
    (link) => /\d\.\d\d/.test(said(link) + (link.ariaLabel ?? '')) || /worked out|was earned|earning/i.test(said(link)),
  );
  const isHeaded = [...root.querySelectorAll('h2, h3')].some((one) => /worked out$/i.test(said(one)));
  return {
    isExplained: isHeaded && root.querySelector('ol li') !== null && root.querySelector('table') !== null,
    amounts: amounts.filter(({ text }) => !ZERO.test(text)),
    ways: kinds([...links.map(addressOf), ...amounts.flatMap(({ ways }) => ways)]),
  };
})()`;
