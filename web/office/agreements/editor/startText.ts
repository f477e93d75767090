import { type AgreementText, isFields, type Json, listAt, withValueAt, wordAt } from '../text/textPath.ts';

type Start = {
  /** The programme's example, as the server has it. */
  readonly template: AgreementText;
  readonly name: string;
  readonly company: string;
  /** Of which year it is. */
  readonly year: string;
  /** The currency of what is earned already. */
  readonly currency: string | undefined;
};

/**
 * The text of an example as the beginning of an agreement of one's own: of one's company, of a year, without
 * the words of a contract that is another one's, and without conditions on goods that only the example has.
 */
export function startText({ template, name, company, year, currency }: Start): AgreementText {
  const settled = currency ?? wordAt(template, ['currency']);
  const changes: readonly (readonly [readonly [string, ...string[]], Json])[] = [
    ['id', suggestedId(name, year)],
    ['name', { en: name, 'zh-CN': name }],
    ['company', company],
    ['participants', []],
    ['validity', { firstDay: `${year}-01-01`, lastDay: `${year}-12-31` }],
    ['currency', settled],
  ].map(([field, value]) => [[field as string], value as Json]);
  const begun = changes.reduce((text, [path, value]) => withValueAt(text, path, value), template);
  const paid = withValueAt(begun, ['settlement', 'currency'], settled);
  return withValueAt(paid, ['terms'], listAt(paid, ['terms']).map(withoutWords));
}

/**
 * The year in which an agreement begins to be written: that of the newest lines, so that what it would have paid can be shown;
 * undefined where that is this year, as where there are no lines.
 */
export function yearOfLines(today: string, newest: number | null | undefined): string | undefined {
  const year = newest === null || newest === undefined ? '' : String(newest);
  return year === '' || year === today.slice(0, 4) ? undefined : year;
}

/** Which side of the trade the first promise of a text looks at. */
export function sideOf(text: AgreementText | undefined): 'sale' | 'purchase' | 'sellThrough' {
  const side = wordAt(text, ['terms', 0, 'transactions']);
  return side === 'purchase' || side === 'sellThrough' ? side : 'sale';
}

function withoutWords(term: Json): Json {
  if (!isFields(term)) return term;
  const { words: _, ...rest } = term;
  const bare = withValueAt(withValueAt(rest, ['eligibility', 'include'], []), ['eligibility', 'exclude'], []);
  const rows = listAt(bare, ['tiers', 'rows']).map((row) => {
    if (!isFields(row)) return row;
    const { words: __, ...figures } = row;
    return figures;
  });
  return withValueAt(bare, ['tiers', 'rows'], rows);
}

/** An id that says what it is: `VOLUME-2026`; another one where that is taken. */
export function suggestedId(name: string, firstDay: string): string {
  const word = name
    .normalize('NFKD')
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-|-$/g, '')
    .toUpperCase()
    .slice(0, 40);
  const year = firstDay.slice(0, 4);
  return word.includes(year) || year === '' ? word : `${word}-${year}`;
}
