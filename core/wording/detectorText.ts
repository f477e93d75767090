import { minorDigits } from '../money/currency.ts';
import type { DetectorName } from '../trust/detectorName.ts';
import type { Finding } from '../trust/finding.ts';
import { amountText } from './amountText.ts';
import { enDetectors, enFactWords, enParameters } from './enDetectors.ts';
import { fillText } from './fillText.ts';
import type { Language } from './language.ts';
import { zhCnDetectors, zhCnFactWords, zhCnParameters } from './zhCnDetectors.ts';

/** What it is called, what it looks for in plain words, what was found (facts in braces), and what to check. */
export type DetectorTexts = Readonly<
  Record<
    DetectorName,
    { readonly title: string; readonly looksFor: string; readonly found: string; readonly check: string }
  >
>;

const TEXTS = { en: enDetectors, 'zh-CN': zhCnDetectors };
const PARAMETERS = { en: enParameters, 'zh-CN': zhCnParameters };
const WORDS = { en: enFactWords, 'zh-CN': zhCnFactWords };

/** Facts that hold codes, alone or several with commas between; the others are what records say. */
const CODED = new Set(['likeness', 'how', 'why', 'ties', 'of', 'signs', 'when', 'state', 'drivers', 'by']);
/** Of these, `by` is a code only there: elsewhere it is a person. */
const BY_CODED: readonly DetectorName[] = ['negativeMargin'];

export function detectorText(name: DetectorName, language: Language) {
  return TEXTS[language][name];
}

/** What a parameter means. */
export function parameterText(key: string, language: Language): string {
  return PARAMETERS[language][key] ?? key;
}

/** What a detector of trust found, in a reader's language. */
export function trustFindingText(finding: Finding, language: Language): string {
  const facts = Object.entries(finding.evidence[0]?.facts ?? {}).flatMap(([key, value]) => {
    const isCoded = CODED.has(key) && (key !== 'by' || BY_CODED.includes(finding.detector));
    return value === ''
      ? []
      : [[key, isCoded ? codedText(value, language) : factText(value, language)] as const];
  });
  return fillText(TEXTS[language][finding.detector].found, Object.fromEntries(facts));
}

/** What `amountFact` writes. */
const AMOUNT = /^(-?\d+(?:\.\d+)?) ([A-Z]{3})$/;

/** Money as readers write it; everything else as it stands in the record. A unit of three capitals is no currency. */
function factText(value: string, language: Language): string {
  const [, exact, currency] = AMOUNT.exec(value) ?? [];
  if (exact === undefined || currency === undefined || minorDigits(currency) === undefined) return value;
  return amountText(exact, currency, language);
}

function codedText(value: string, language: Language): string {
  const separator = language === 'en' ? ', ' : '、';
  return value
    .split(', ')
    .map((code) => WORDS[language][code] ?? code)
    .join(separator);
}
