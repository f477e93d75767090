import { REFUSALS, type RefusalCode, type RefusalKind } from '../../core/refusal/refusals.ts';
import { CATALOGUES } from '../../core/wording/catalogue.ts';
import { formatted } from './formatted.ts';

const KINDS: Readonly<Record<RefusalKind, string>> = {
  invalid: 'what was given is wrong',
  missing: 'something that is needed is not there',
  conflict: 'it contradicts something else',
  forbidden: 'it is not allowed here',
  notFound: 'what was asked for does not exist',
};

/** The page of all refusals as it is made from the registry and the texts in both languages. */
export function refusalPage(): string {
  return formatted(unformattedPage(), 'docs/reference/refusals.md');
}

function unformattedPage(): string {
  const codes = Object.keys(REFUSALS) as RefusalCode[];
  return [
    '# Refusals',
    '',
    'Every expected "no" of the program has a code that does not change, a kind, and a text in every language: what is wrong,',
    'and what to do. The API gives them as problem details, the command line on standard error; `--json` gives code, place and facts.',
    'Names in braces are the facts of the refusal; parts in brackets are left out where a fact is not known.',
    '',
    'This page is made from `core/refusal/refusals.ts` and `core/wording`; a test compares them, and',
    '`npx vitest run core/refusal --update` writes it again.',
    '',
    ...table(
      ['kind', 'meaning'],
      Object.entries(KINDS).map(([kind, meaning]) => [`\`${kind}\``, meaning]),
    ),
    '',
    '## Codes',
    '',
    ...table(
      ['code', 'kind', 'English', '中文', 'what to do', '处理办法'],
      codes.map((code) => {
        const [en, zh] = [CATALOGUES.en.refusals[code], CATALOGUES['zh-CN'].refusals[code]];
        return [`\`${code}\``, REFUSALS[code], en.what, zh.what, en.fix, zh.fix];
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
