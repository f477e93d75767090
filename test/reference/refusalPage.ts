import { REFUSALS, type RefusalCode, type RefusalKind } from '../../core/refusal/refusals.ts';
import { CATALOGUES } from '../../core/wording/catalogue.ts';
import type { Language } from '../../core/wording/language.ts';
import { formatted } from './formatted.ts';

type Words = {
  readonly lead: readonly string[];
  readonly kinds: Readonly<Record<RefusalKind, string>>;
  readonly kindHead: readonly string[];
  readonly codes: string;
  readonly codeHead: readonly string[];
};

const WORDS: Readonly<Record<Language, Words>> = {
  en: {
    lead: [
      '# Refusals',
      '',
      'Every expected "no" of the program has a code that does not change, a kind, and a text in every language: what is wrong,',
      'and what to do. The API gives them as problem details, the command line on standard error; `--json` gives code, place and facts.',
      'Names in braces are the facts of the refusal; parts in brackets are left out where a fact is not known.',
      '',
      'This page is made from `core/refusal/refusals.ts` and `core/wording`; a test compares them, and',
      '`npx vitest run core/refusal --update` writes it again.',
    ],
    kinds: {
      invalid: 'what was given is wrong',
      missing: 'something that is needed is not there',
      conflict: 'it contradicts something else',
      forbidden: 'it is not allowed here',
      notFound: 'what was asked for does not exist',
    },
    kindHead: ['kind', 'meaning'],
    codes: '## Codes',
    codeHead: ['code', 'kind', 'what is wrong', 'what to do'],
  },
  'zh-CN': {
    lead: [
      '# 拒绝',
      '',
      '程序中每个预期的“不”都有不变的代码、类别和各语言的文本：哪里不对，以及如何处理。API 以问题详情给出，命令行写到标准错误；',
      '`--json` 给出代码、位置和事实。花括号中的名称是拒绝的事实；方括号中的部分在事实未知时略去。',
      '',
      '本页由 `core/refusal/refusals.ts` 和 `core/wording` 生成；有一项测试进行比较，`npx vitest run core/refusal --update` 重新写出。',
    ],
    kinds: {
      invalid: '所给的内容不对',
      missing: '缺少所需的内容',
      conflict: '与其他内容矛盾',
      forbidden: '此处不允许',
      notFound: '所要求的内容不存在',
    },
    kindHead: ['类别', '含义'],
    codes: '## 代码',
    codeHead: ['代码', '类别', '哪里不对', '处理办法'],
  },
};

/** The page of all refusals in a language, as it is made from the registry and the texts. */
export function refusalPage(language: Language): string {
  return formatted(unformattedPage(language), 'docs/reference/refusals.md');
}

function unformattedPage(language: Language): string {
  const { lead, kinds, kindHead, codes, codeHead } = WORDS[language];
  const { refusals } = CATALOGUES[language];
  return [
    ...lead,
    '',
    ...table(
      kindHead,
      Object.entries(kinds).map(([kind, meaning]) => [`\`${kind}\``, meaning]),
    ),
    '',
    codes,
    '',
    ...table(
      codeHead,
      (Object.keys(REFUSALS) as RefusalCode[]).map((code) => {
        const { what, fix } = refusals[code];
        return [`\`${code}\``, REFUSALS[code], what, fix];
      }),
    ),
    '',
  ].join('\n');
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]) => `| ${cells.map(pluralForm).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)];
}

/** `{lines|line|lines}` as a reader expects it, in a table whose columns the sign would part. */
function pluralForm(text: string): string {
  return text.replace(/\{\w+\|[^|{}]*\|([^|{}]*)\}/g, '$1');
}
