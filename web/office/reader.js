// @ts-check
import { figureText, moneyFigure, moneyText, percentText, shortMoneyText } from './figures.js';
import { fillText, isTextKey, TEXTS } from './texts.js';

/** @typedef {import('./api.js').Operand} Operand */
/** @typedef {import('./api.js').Rate} Rate */
/** @typedef {import('./api.js').Scale} Scale */
/** @typedef {import('./api.js').Span} Span */
/** @typedef {import('./language.js').Language} Language */
/** @typedef {import('./texts.js').TextKey} TextKey */
/** @typedef {ReturnType<typeof readerOf>} Reader */

/** Days and figures are written as in the sentences that the server makes. */
const LOCALES = { en: 'en-GB', 'zh-CN': 'zh-CN' };

/**
 * Everything that is written for a reader of one language: texts, figures and days.
 * @param {Language} language
 */
export function readerOf(language) {
  const locale = LOCALES[language];
  const dayFormat = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  const instantFormat = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });

  /**
   * Whole numbers among the facts are written as figures; `count` chooses the form.
   * @param {TextKey} key
   * @param {Readonly<Record<string, string | number>>} facts
   */
  const say = (key, facts = {}) => {
    const written = Object.entries(facts).map(([name, fact]) => [name, writtenFact(fact, locale)]);
    return fillText(TEXTS[language][key], Object.fromEntries(written), facts.count === 1 ? 'one' : 'other');
  };

  /** @param {string} exact @param {string} unit */
  const quantity = (exact, unit) => {
    const figure = figureText(exact, locale);
    const key = `unit.${unit}`;
    if (!isTextKey(key)) return `${figure} ${unit}`;
    return fillText(TEXTS[language][key], { figure }, exact === '1' ? 'one' : 'other');
  };

  /** @param {string} exact @param {string} currency */
  const money = (exact, currency) => moneyText(exact, currency, locale);
  /** @param {string} points */
  const percent = (points) => percentText(points, locale);
  /** @param {string} exact @param {Scale} scale @param {string} currency */
  const counted = (exact, scale, currency) => {
    if (scale.of === 'money') return money(exact, currency);
    return scale.of === 'percent' ? percent(exact) : quantity(exact, scale.unit);
  };

  /** @param {Rate} paid @param {string} currency */
  const oneRate = ({ pays, rate, give = '', per = '' }, currency) => {
    if (pays === 'percent') return percent(rate);
    const amount = money(rate, currency);
    if (pays === 'free') return say('rate.free', { give, per, amount });
    return pays === 'amount' ? amount : say('rate.perUnit', { amount, unit: say('rate.perUnit.one') });
  };

  /** @param {string} date YYYY-MM-DD */
  const day = (date) => dayFormat.format(instantOf(date));

  return {
    language,
    say,
    money,
    percent,
    counted,
    /** The same where there is little room. @param {string} exact @param {Scale} scale @param {string} currency */
    distance: (exact, scale, currency) =>
      scale.of === 'money' ? shortMoneyText(exact, currency, locale) : counted(exact, scale, currency),
    /** @param {string} exact */
    figure: (exact) => figureText(exact, locale),
    /** @param {string} exact @param {string} currency */
    moneyFigure: (exact, currency) => moneyFigure(exact, currency, locale),
    /** A difference, with its sign. @param {string} exact @param {string} currency */
    signedFigure: (exact, currency) => moneyFigure(exact, currency, locale, { signDisplay: 'exceptZero' }),
    /** What a tier pays, on each payout. @param {readonly Rate[]} rates @param {string} currency */
    rate: (rates, currency) => rates.map((paid) => oneRate(paid, currency)).join(' + '),
    /** @param {Operand} operand */
    operand: (operand) => {
      if (operand.kind === 'money') return money(operand.value, operand.currency);
      if (operand.kind === 'percent') return percent(operand.value);
      if (operand.kind !== 'number') return '';
      return operand.unit === undefined
        ? figureText(operand.value, locale)
        : quantity(operand.value, operand.unit);
    },
    day,
    /** @param {Span} span */
    span: ({ firstDay, lastDay }) => say('page.span', { firstDay: day(firstDay), lastDay: day(lastDay) }),
    /** @param {string} instant */
    instant: (instant) => instantFormat.format(new Date(instant)),
  };
}

/**
 * @param {string | number} fact
 * @param {string} locale
 */
function writtenFact(fact, locale) {
  return typeof fact === 'number' ? figureText(String(fact), locale) : fact;
}

/** A day is no instant: it is shown as midnight UTC, in UTC. @param {string} day */
function instantOf(day) {
  return new Date(`${day}T00:00:00Z`);
}
