import { FINDINGS, type FindingCode } from '../../core/lint/finding.ts';
import { CATALOGUES } from '../../core/wording/catalogue.ts';
import { formatted } from './formatted.ts';

/** The page of all findings of the linter, as it is made from their list and texts. */
export function findingPage(): string {
  return formatted(unformattedPage(), 'docs/reference/findings.md');
}

function unformattedPage(): string {
  const codes = Object.keys(FINDINGS) as FindingCode[];
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    '# Findings',
    '',
    'What `openrebate agreement validate` says of an agreement that is valid: things that are allowed and may not be meant. A',
    '`warning` is seldom meant; a `notice` often is, and should be known. Findings refuse nothing and never change the exit code.',
    'Names in braces are the facts of the finding.',
    '',
    'This page is made from `core/lint/finding.ts` and `core/wording`; a test compares them, and',
    '`npx vitest run core/lint --update` writes it again.',
    '',
    row(['code', 'severity', 'English', '中文']),
    row(['---', '---', '---', '---']),
    ...codes.map((code) =>
      row([`\`${code}\``, FINDINGS[code], CATALOGUES.en.findings[code], CATALOGUES['zh-CN'].findings[code]]),
    ),
    '',
  ].join('\n');
}
