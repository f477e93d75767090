import {
  figureText,
  moneyFigure,
  moneyText,
  percentText,
  shortMoneyText,
  shortPercentText,
} from './figures.ts';
import type { Language } from './language.ts';
import { readerTexts } from './readerTexts.ts';
import { type Fact, fillText, type Say, sayIn, type Texts, type TextWriter } from './texts.ts';
import { unitTexts } from './unitTexts.ts';

/** What a number counts. */
export type Scale =
  | { readonly of: 'quantity'; readonly unit: string }
  | { readonly of: 'money' }
  | { readonly of: 'percent' };

/** What a tier pays on one payout measure. */
export type Rate = {
  readonly pays: 'percent' | 'perUnit' | 'amount' | 'free';
  readonly rate: string;
  readonly give?: string | undefined;
  readonly per?: string | undefined;
};

export type Span = { readonly firstDay: string; readonly lastDay: string };

/** A number of a worked solution; the other kinds stand in its sentences only. */
export type Operand = {
  readonly kind: string;
  readonly value?: string | number | undefined;
  readonly currency?: string | undefined;
  readonly unit?: string | undefined;
};

/** Everything that is written for a reader of one language: texts, figures and days. Amounts stay exact decimal texts. */
export type Reader = {
  readonly language: Language;
  readonly say: <T extends Texts>(catalogue: T) => Say<T>;
  /** A name that is kept in both languages. */
  readonly name: (names: Readonly<Record<Language, string>>) => string;
  readonly figure: (exact: string) => string;
  /** A sum of money over lines of any currency: cents are two places, as in a column of amounts. */
  readonly anyMoney: (exact: string) => string;
  readonly count: (whole: number) => string;
  readonly percent: (points: string) => string;
  /** An amount with the code of its currency, for sentences. */
  readonly money: (exact: string, currency: string) => string;
  /** The figure alone, for columns that name the currency. */
  readonly moneyFigure: (exact: string, currency: string) => string;
  /** A difference, with its sign. */
  readonly signedFigure: (exact: string, currency: string) => string;
  readonly counted: (exact: string, scale: Scale, currency: string) => string;
  /** What is missing, and what is reached, with no more than the places of the currency, and two of a percentage. */
  readonly distance: (exact: string, scale: Scale, currency: string) => string;
  readonly reached: (exact: string, scale: Scale, currency: string) => string;
  /** What a column or a field of figures is called, with the currency of all of them. */
  readonly inCurrency: (title: string, currency: string) => string;
  /** What a tier pays, on each payout. */
  readonly rate: (rates: readonly Rate[], currency: string) => string;
  readonly operand: (operand: Operand) => string;
  readonly day: (date: string) => string;
  /** Of `2026-08`. */
  readonly month: (month: string) => string;
  readonly span: (span: Span) => string;
  readonly instant: (instant: string) => string;
  /** Several names in a sentence. */
  readonly list: (names: readonly string[]) => string;
  /** Sorts names as people of the language do. */
  readonly compare: (a: string, b: string) => number;
};

/** Days and figures are written as in the sentences that the server makes. */
const LOCALES: Readonly<Record<Language, string>> = { en: 'en-GB', 'zh-CN': 'zh-CN' };

export function readerOf(language: Language, writeText: TextWriter = (text) => text): Reader {
  const locale = LOCALES[language];
  const write = (fact: Fact) => (typeof fact === 'number' ? figureText(String(fact), locale) : fact);
  const say = <T extends Texts>(catalogue: T) => sayIn(catalogue, language, write, writeText);
  const money = (exact: string, currency: string) => moneyText(exact, currency, locale);
  const percent = (points: string) => percentText(points, locale);
  const quantity = (exact: string, unit: string) => quantityText(exact, unit, { language, writeText });
  const counted = (exact: string, scale: Scale, currency: string) => {
    if (scale.of === 'money') return money(exact, currency);
    return scale.of === 'percent' ? percent(exact) : quantity(exact, scale.unit);
  };
  const short = (exact: string, scale: Scale, currency: string, goes: 'up' | 'down') => {
    if (scale.of === 'money') return shortMoneyText(exact, currency, locale, goes);
    return scale.of === 'percent' ? shortPercentText(exact, locale, goes) : quantity(exact, scale.unit);
  };
  const lists = new Intl.ListFormat(locale, { type: 'conjunction' });
  const order = new Intl.Collator(language, { numeric: true });
  return {
    language,
    say,
    name: (names) => names[language],
    figure: (exact) => figureText(exact, locale),
    anyMoney: (exact) => figureText(exact, locale, exact.includes('.') ? { minimumFractionDigits: 2 } : {}),
    count: (whole) => figureText(String(whole), locale),
    percent,
    money,
    moneyFigure: (exact, currency) => moneyFigure(exact, currency, locale),
    signedFigure: (exact, currency) => moneyFigure(exact, currency, locale, { signDisplay: 'exceptZero' }),
    counted,
    distance: (exact, scale, currency) => short(exact, scale, currency, 'up'),
    reached: (exact, scale, currency) => short(exact, scale, currency, 'down'),
    inCurrency: (title, currency) => say(readerTexts)('inCurrency', { title, currency }),
    rate: (rates, currency) => {
      const sayRate = say(readerTexts);
      return rates.map((paid) => rateText(paid, currency, sayRate, { money, percent })).join(' + ');
    },
    operand: ({ kind, value = '', currency = '', unit }) => {
      if (kind === 'money') return money(String(value), currency);
      if (kind === 'percent') return percent(String(value));
      if (kind !== 'number') return '';
      return unit === undefined ? figureText(String(value), locale) : quantity(String(value), unit);
    },
    ...dayTexts(locale, say(readerTexts)),
    list: (names) => lists.format(names),
    compare: order.compare,
  };
}

function dayTexts(
  locale: string,
  say: Say<typeof readerTexts>,
): Pick<Reader, 'day' | 'month' | 'span' | 'instant'> {
  // A day is no instant: it is shown as midnight UTC, in UTC.
  const days = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  const months = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' });
  const instants = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  const day = (date: string) => days.format(new Date(`${date}T00:00:00Z`));
  return {
    day,
    month: (month) => months.format(new Date(`${month}-01T00:00:00Z`)),
    span: ({ firstDay, lastDay }) => say('span', { firstDay: day(firstDay), lastDay: day(lastDay) }),
    instant: (instant) => instants.format(new Date(instant)),
  };
}

function quantityText(
  exact: string,
  unit: string,
  { language, writeText }: { readonly language: Language; readonly writeText: TextWriter },
): string {
  const figure = figureText(exact, LOCALES[language]);
  const known: Texts['en'] = unitTexts[language];
  const text = known[unit];
  if (text === undefined) return `${figure} ${unit}`;
  return fillText(writeText(text), { figure }, exact === '1' ? 'one' : 'other');
}

function rateText(
  { pays, rate, give = '', per = '' }: Rate,
  currency: string,
  say: Say<typeof readerTexts>,
  { money, percent }: Pick<Reader, 'money' | 'percent'>,
): string {
  if (pays === 'percent') return percent(rate);
  const amount = money(rate, currency);
  if (pays === 'free') return say('free', { give, per, amount });
  return pays === 'amount' ? amount : say('perUnit', { amount, unit: say('oneUnit') });
}
