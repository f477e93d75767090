import type { Conversion, CurrencyConversion, Returns, Term } from '../../agreement/agreement.ts';
import type { Clause } from './clause.ts';
import type { Pen } from './pen.ts';

export function returnClauses(pen: Pen, { linked, unlinked, negativeWindow }: Returns): Clause[] {
  const { returns } = pen.texts;
  return [
    pen.sentence(returns.linked[linked]),
    pen.sentence(returns.unlinked[unlinked]),
    pen.sentence(returns.negativeWindow[negativeWindow]),
  ];
}

export function conversionClauses(pen: Pen, { units, currency }: Conversion): Clause[] {
  const { conversion } = pen.texts;
  return [
    unitClause(pen, units),
    ...(currency === 'none' ? [pen.sentence(conversion.currencyNone)] : currencyClauses(pen, currency)),
  ];
}

function unitClause(pen: Pen, units: Conversion['units']): Clause {
  const { conversion } = pen.texts;
  if (units === 'none') return pen.sentence(conversion.unitsNone);
  if (units.factorsAsOf === 'current') return pen.sentence(conversion.unitsCurrent);
  return pen.sentence(conversion.unitsByDate, { date: pen.catalogue.facts.date[units.factorsAsOf] });
}

function currencyClauses(pen: Pen, { rateOn, rateType, path, fallback }: CurrencyConversion): Clause[] {
  const { conversion } = pen.texts;
  const kind = { rateType: pen.name(rateType) };
  return [
    rateOn === 'windowEnd'
      ? pen.sentence(conversion.currencyWindowEnd, kind)
      : rateOn === 'agreementStart'
        ? pen.sentence(conversion.currencyStart, kind)
        : pen.sentence(conversion.currencyByDate, { ...kind, date: pen.catalogue.facts.date[rateOn] }),
    typeof path === 'string'
      ? pen.sentence(conversion[path])
      : pen.sentence(conversion.through, { currency: path.through }),
    fallback === 'blocked'
      ? pen.sentence(conversion.fallbackBlocked)
      : pen.sentence(conversion.fallbackPrevious, { days: pen.count(fallback.previousDays) }),
  ];
}

/** Where the amount is rounded, and how it comes to the lines. */
export function roundingClauses(pen: Pen, { rounding, apportionment }: Term): Clause[] {
  const texts = pen.texts.rounding;
  const { grain, mode, unitRate } = rounding;
  const { words } = pen.catalogue;
  return [
    pen.sentence(texts.grain[grain], { currency: pen.currency, mode: words[`rounding.${mode}`] }),
    unitRate === 'none'
      ? pen.sentence(texts.unitRateNone)
      : pen.sentence(texts.unitRate, {
          places: pen.count(unitRate.places),
          mode: words[`rounding.${unitRate.mode}`],
        }),
    pen.sentence(texts.apportionment[apportionment.by]),
    pen.sentence(texts.residual),
  ];
}
