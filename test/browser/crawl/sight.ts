/** What stands on a page, asked from inside of it: a script that is loaded into every page of the crawl before its own. */
export const SIGHT = String.raw`(() => {
  const SLACK = 1.5;
  /** What is written once for people and once for machines is not seen where machines read it. */
  const UNSEEN_PX = 2;

  let shift = 0;
  const jumps = [];
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      if (entry.hadRecentInput) continue;
      shift += entry.value;
      const moved = entry.sources.map(
        ({ node }) => node?.closest?.('[class]')?.className ?? node?.nodeName ?? '',
      );
      jumps.push(entry.value.toFixed(3) + ' ' + moved.join(', '));
    }
  }).observe({ type: 'layout-shift', buffered: true });

  const elementOf = (node) => (node instanceof Element ? node : node.parentElement);

  const DIALOG = '[role=dialog], [role=alertdialog]';

  /** What an open dialog leaves behind it is not read meanwhile. */
  const isBehind = (element) => document.querySelector(DIALOG) !== null && element.closest(DIALOG) === null;

  function isShown(element) {
    if (element.closest('[data-live-announcer], noscript, [inert]') !== null) return false;
    if (isBehind(element)) return false;
    return element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  }

  /** Whether it is only read aloud: a box of one pixel that cuts everything off. */
  function isUnseen(element) {
    for (let one = element; one !== null && one !== document.body; one = one.parentElement) {
      const style = getComputedStyle(one);
      if (style.clipPath !== 'none' && one.clientWidth <= UNSEEN_PX) return true;
    }
    return false;
  }

  /** Every line of text that is there to be seen. */
  function lines() {
    const found = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const text = node.textContent.trim();
      const element = elementOf(node);
      if (text === '' || !isShown(element) || isUnseen(element)) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const box of range.getClientRects()) {
        if (box.width > UNSEEN_PX && box.height > UNSEEN_PX) found.push({ text: text.slice(0, 60), box, node });
      }
    }
    return found;
  }

  /** How much of a text is seen: a part that lies outside of what cuts it off is 'cut'; where one can scroll there it is 'aside'. */
  function sightOf({ box, node }) {
    for (let one = elementOf(node); one !== null && one !== document.body; one = one.parentElement) {
      const { overflowX, overflowY } = getComputedStyle(one);
      const around = one.getBoundingClientRect();
      const isAcross = box.left < around.left - SLACK || box.right > around.right + SLACK;
      const isDown = box.top < around.top - SLACK || box.bottom > around.bottom + SLACK;
      if (/auto|scroll/.test(overflowX) && isAcross) return 'aside';
      if (/auto|scroll/.test(overflowY) && isDown) return 'aside';
      if (/hidden|clip/.test(overflowX) && isAcross) return 'cut';
      if (/hidden|clip/.test(overflowY) && isDown) return 'cut';
    }
    return box.right > innerWidth + SLACK || box.left < -SLACK ? 'cut' : 'whole';
  }

  /** What lies above the page, and may cover it. */
  const layerOf = (node) => elementOf(node).closest(DIALOG + ', [role=menu], [role=listbox]');

  function isOver(one, other) {
    const across = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
    const down = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
    const low = Math.min(one.box.height, other.box.height);
    return across > 2 && down > low * 0.35 && layerOf(one.node) === layerOf(other.node);
  }

  function placeholders() {
    const pen = document.createElement('canvas').getContext('2d');
    return [...document.querySelectorAll('input[placeholder], textarea[placeholder]')]
      .filter((field) => isShown(field) && field.value === '' && field.localName === 'input')
      .filter((field) => {
        const style = getComputedStyle(field);
        pen.font = style.font;
        const room =
          field.clientWidth - Number.parseFloat(style.paddingLeft) - Number.parseFloat(style.paddingRight);
        return pen.measureText(field.placeholder).width > room + SLACK;
      })
      .map((field) => 'placeholder cut: ' + field.placeholder);
  }

  globalThis.openrebateSight = {
    /** What is cut off, lies over something else, or makes the page wider than its window. */
    layout() {
      const faults = [];
      const beyond = document.documentElement.scrollWidth - innerWidth;
      if (beyond > 0) faults.push('wider than the window by ' + beyond);
      const shown = lines();
      faults.push(...shown.filter((line) => sightOf(line) === 'cut').map(({ text }) => 'cut: ' + text));
      const visible = shown
        .filter((line) => sightOf(line) === 'whole')
        .sort((a, b) => a.box.top - b.box.top);
      for (const [index, one] of visible.entries()) {
        for (let at = index + 1; at < visible.length && visible[at].box.top < one.box.bottom; at += 1) {
          if (isOver(one, visible[at])) faults.push('over each other: ' + one.text + ' / ' + visible[at].text);
        }
      }
      return [...new Set([...faults, ...placeholders()])];
    },
    /** Everything that is said: seen or read aloud. */
    texts() {
      const said = [document.title];
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const element = elementOf(node);
        if (element.closest('script, style, noscript, code, pre, [data-live-announcer]') === null)
          said.push(node.textContent);
      }
      for (const element of document.body.querySelectorAll(
        '[aria-label], [title], [placeholder], [alt], [aria-description]',
      )) {
        for (const name of ['aria-label', 'title', 'placeholder', 'alt', 'aria-description']) {
          said.push(element.getAttribute(name) ?? '');
        }
      }
      return [...new Set(said.map((text) => text.trim()).filter((text) => /\p{L}/u.test(text)))];
    },
    /** How far what stood there was moved by what came after. */
    shift: () => ({ shift, jumps: jumps.slice(0, 5) }),
  };
})()`;
