import { FINDINGS, type FindingCode } from '../../core/lint/finding.ts';
import { CATALOGUES } from '../../core/wording/catalogue.ts';
import type { Language } from '../../core/wording/language.ts';
import { formatted } from './formatted.ts';

const LEADS: Readonly<Record<Language, readonly string[]>> = {
  en: [
    '# Findings',
    '',
    'What `openrebate agreement validate` says of an agreement that is valid: things that are allowed and may not be meant. A',
    '`warning` is seldom meant; a `notice` often is, and should be known. Findings refuse nothing and never change the exit code.',
    'Names in braces are the facts of the finding.',
    '',
    'This page is made from `core/lint/finding.ts` and `core/wording`; a test compares them, and',
    '`npx vitest run core/lint --update` writes it again.',
  ],
  'zh-CN': [
    '# 提示',
    '',
    '`openrebate agreement validate` 对一份有效协议所说的：允许、但也许并非本意的内容。`warning` 很少是本意；`notice` 常为本意，',
    '而应当知道。提示从不拒绝，也从不改变退出码。花括号中的名称是提示的事实。',
    '',
    '本页由 `core/lint/finding.ts` 和 `core/wording` 生成；有一项测试进行比较，`npx vitest run core/lint --update` 重新写出。',
  ],
};

const HEADS: Readonly<Record<Language, readonly string[]>> = {
  en: ['code', 'severity', 'what is said'],
  'zh-CN': ['代码', '程度', '内容'],
};

/** The page of all findings of the linter in a language, as it is made from their list and texts. */
export function findingPage(language: Language): string {
  return formatted(unformattedPage(language), 'docs/reference/findings.md');
}

function unformattedPage(language: Language): string {
  const codes = Object.keys(FINDINGS) as FindingCode[];
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const { findings } = CATALOGUES[language];
  return [
    ...LEADS[language],
    '',
    row(HEADS[language]),
    row(['---', '---', '---']),
    ...codes.map((code) => row([`\`${code}\``, FINDINGS[code], findings[code]])),
    '',
  ].join('\n');
}
