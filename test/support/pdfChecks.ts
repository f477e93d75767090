import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What others read of a PDF: the programs of poppler, which `.ci/run` installs. */

/** Whether they are here. In the pipeline they have to be. */
export const HAS_PDF_CHECKS = process.env.CI === 'true' || spawnSync('pdftotext', ['-v']).error === undefined;

/** The text of each page, its columns beside each other. */
export function pagesOf(pdf: Uint8Array): string[] {
  return programOutput('pdftotext', pdf, '-layout').split('\f').slice(0, -1);
}

/** What a program says of a file; a warning is a fault. */
export function programOutput(
  program: 'pdftotext' | 'pdffonts' | 'pdfinfo' | 'pdfimages',
  pdf: Uint8Array,
  ...options: string[]
): string {
  const folder = mkdtempSync(join(tmpdir(), 'openrebate-pdf-'));
  try {
    const path = join(folder, 'a.pdf');
    writeFileSync(path, pdf);
    const output = program === 'pdftotext' ? ['-'] : [];
    const { stdout, stderr, error } = spawnSync(program, [...options, path, ...output], { encoding: 'utf8' });
    if (error !== undefined || stderr !== '') throw new Error(`${program}: ${error?.message ?? stderr}`);
    return stdout;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
