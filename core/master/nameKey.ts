/** How a name was brought to the form in which two are the same, from the surest to the boldest. */
export const NAME_FORMS = ['spelling', 'separators', 'leadingZeros', 'companyForm'] as const;
export type NameForm = (typeof NAME_FORMS)[number];

/** What stands behind the name of a company and says only what kind of company it is. */
const COMPANY_FORMS =
  /(?<=[\p{L}\p{N})]\s?)[\s,.]*(?:gmbh(?: & co\.? ?kg)?|mbh|ag|kg|ohg|e\.?k\.?|ltd|limited|plc|llc|l\.l\.c|inc|incorporated|corp|corporation|company|co|s\.?a\.?(?:r\.?l\.?|s\.?)?|s\.?r\.?l|s\.?p\.?a|b\.?v|n\.?v|oy|ab|as|a\/s|pty|kk|pte)\.?$/iu;
const CHINESE_FORMS = /(?:集团|股份|有限|责任|公司|\(中国\)|（中国）){1,9}$/u;
const SEPARATORS = /[\s\p{P}\p{S}]+/gu;
const LEADING_ZEROS = /(?<!\d)0+(?=\d)/g;

/**
 * A name or code in each of the forms: same characters whatever their width and case; without
 * spaces and punctuation; without leading zeros; without the form of the company.
 */
export function nameKeys(text: string): Readonly<Record<NameForm, string>> {
  const spelling = text.normalize('NFKC').toLowerCase().trim().replace(/\s+/g, ' ');
  const short = withoutForm(spelling);
  const separators = without(spelling);
  return {
    spelling,
    separators,
    leadingZeros: without(spelling.replace(LEADING_ZEROS, '')),
    companyForm: without(short.replace(LEADING_ZEROS, '')) || separators,
  };
}

function without(text: string): string {
  return text.replace(SEPARATORS, '');
}

/** "Co., Ltd." are two forms: taken off until none is left, but never the whole name. */
function withoutForm(text: string): string {
  for (let rest = text; ; ) {
    const shorter = rest.replace(COMPANY_FORMS, '').replace(CHINESE_FORMS, '').trim();
    if (shorter === rest || shorter === '') return rest;
    rest = shorter;
  }
}
