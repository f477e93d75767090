import type { FileChooser, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { PATIENCE_MS, stands } from './chromium.ts';

/** Whoever needs more to get somewhere has lost the way. */
const STROKES_MOST = 300;

/** Whether what has the focus can be seen; a field that is drawn by its label stands where that stands. */
const IS_SEEN = `(() => {
  const focused = document.activeElement;
  if (focused === null || focused === document.body) return true;
  const { width, height } = focused.getBoundingClientRect();
  const drawn = width > 2 && height > 2 ? focused : (focused.closest('label') ?? focused.parentElement);
  const box = drawn.getBoundingClientRect();
  return box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
})()`;

const FOCUSED = `(document.activeElement?.outerHTML ?? '').slice(0, 160)`;

/** Somebody who has no mouse: goes from thing to thing by Tab, and sees each time where they are. */
export class Keyboard {
  strokes = 0;
  readonly page: Page;
  private readonly choosers: FileChooser[] = [];

  constructor(page: Page) {
    this.page = page;
    // From the beginning: a browser that is told only as the key is pressed may open the window of the system instead.
    page.on('filechooser', (chooser) => this.choosers.push(chooser));
  }

  async press(key: string): Promise<void> {
    this.strokes += 1;
    await this.page.keyboard.press(key);
  }

  /** Presses a key until the focus is there. */
  async reach(target: Locator, key = 'Tab'): Promise<void> {
    await target.first().waitFor({ state: 'attached' });
    const focused = this.page.locator(':focus').and(target);
    for (let strokes = 0; strokes < STROKES_MOST; strokes += 1) {
      if ((await focused.count()) > 0) return;
      await this.press(key);
      if (!(await this.page.evaluate(IS_SEEN)))
        throw new Error(`out of sight: ${await this.page.evaluate(FOCUSED)}`);
    }
    throw new Error(`${key} does not lead to ${target}`);
  }

  async enter(target: Locator): Promise<void> {
    await this.reach(target);
    await this.press('Enter');
  }

  /** Writes in the place of what stands in a field. */
  async write(target: Locator, text: string): Promise<void> {
    await this.reach(target);
    await this.press('Control+a');
    this.strokes += text.length;
    await this.page.keyboard.type(text);
  }

  /** Opens a menu, and goes down to one of its entries. */
  async choose(menu: Locator, entry: Locator): Promise<void> {
    await this.enter(menu);
    await this.reach(entry, 'ArrowDown');
    await this.press('Enter');
  }

  /** The browser asks for a file where a button of the page is pressed. */
  async give(
    button: Locator,
    file: { readonly name: string; readonly text: string | Buffer },
  ): Promise<void> {
    // A page that is still told who looks may put another button in the place of the one that is reached.
    await stands(this.page);
    await this.page.waitForLoadState('networkidle');
    await this.reach(button);
    const before = this.choosers.length;
    await this.press('Enter');
    const message = `no window for a file; the focus is on ${await this.page.evaluate(FOCUSED)}`;
    await expect.poll(() => this.choosers.length, { timeout: PATIENCE_MS, message }).toBe(before + 1);
    const buffer = Buffer.from(file.text);
    await this.choosers.at(-1)?.setFiles({ name: file.name, mimeType: 'text/csv', buffer });
  }
}
