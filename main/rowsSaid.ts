import { basename } from 'node:path';
import type { Terminal } from './terminal.ts';
import { text } from './texts.ts';

/** How often progress is worth a line. */
export const SAID_ROWS = 10_000;

/** Says how many rows of a file were read so far, now and then; begun again where fewer were. */
export function rowsSaid(terminal: Pick<Terminal, 'say' | 'language'>, path: string): (rows: number) => void {
  let said = 0;
  return (rows) => {
    if (rows < said) said = 0;
    if (rows < said + SAID_ROWS) return;
    said = rows;
    terminal.say(text(terminal.language, 'rows', { name: basename(path), rows }));
  };
}
