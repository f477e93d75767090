import type { Agreement } from '../../agreement/agreement.ts';
import type { Clause } from './clause.ts';
import { conditionList } from './conditionText.ts';
import type { Pen } from './pen.ts';

export function partyClauses(pen: Pen, agreement: Agreement): Clause[] {
  const { parties, programmes } = pen.texts;
  const { programme, direction, company, participants, beneficiary } = agreement;
  return [
    pen.sentence(parties.programme, { programme: programmes[programme] }),
    pen.sentence(parties.directions[direction], { company: pen.quoted(company) }),
    companyClause(pen, agreement),
    participants.length === 0
      ? pen.sentence(parties.everybody)
      : pen.sentence(parties.participants, {}, conditionList(pen, participants)),
    beneficiary === 'participant'
      ? pen.sentence(parties.participant)
      : pen.sentence(parties.beneficiary, { partner: pen.quoted(beneficiary.partner) }),
  ];
}

function companyClause(pen: Pen, { company, tradingCompanies, bearsTheRest }: Agreement): Clause {
  const { parties } = pen.texts;
  const isAlone = [...tradingCompanies, bearsTheRest].every((code) => code === company);
  if (isAlone) return pen.sentence(parties.companyLines);
  const companies = pen.quotedAll(tradingCompanies, 'conjunction');
  return pen.sentence(parties.companiesLines, { companies, rest: pen.quoted(bearsTheRest) });
}

export function durationClauses(pen: Pen, { validity, termination }: Agreement): Clause[] {
  const { duration } = pen.texts;
  const days = { firstDay: pen.day(validity.from), lastDay: pen.day(validity.until - 1) };
  const valid = pen.sentence(duration.validity, days);
  if (termination === 'none') return [valid, pen.sentence(duration.notTerminated)];
  return [
    valid,
    pen.sentence(duration.terminated, { lastDay: pen.day(termination.lastDay) }),
    pen.sentence(duration.openWindows[termination.openWindows]),
  ];
}

export function calendarClauses(pen: Pen, agreement: Agreement): Clause[] {
  const { currency } = agreement;
  return [pen.sentence(pen.texts.calendar.currency, { currency }), calendarClause(pen, agreement)];
}

function calendarClause(pen: Pen, { calendar, validity }: Agreement): Clause {
  const texts = pen.texts.calendar;
  if (calendar === 'gregorian') return pen.sentence(texts.gregorian);
  if (calendar === 'fromStart') return pen.sentence(texts.fromStart, { firstDay: pen.day(validity.from) });
  if ('fiscal' in calendar)
    return pen.sentence(texts.fiscal, { day: pen.firstOf(calendar.fiscal.firstMonth) });
  const years = calendar.weeks.years.map(({ firstDay, weeks }) =>
    pen.sentence(texts.weekYear, { firstDay: pen.day(firstDay), weeks: pen.count(weeks) }),
  );
  return pen.sentence(texts.weeks, { pattern: calendar.weeks.pattern }, years);
}

export function sharedCapClauses(pen: Pen, caps: Agreement['sharedCaps']): Clause[] {
  const { sharedCaps } = pen.texts;
  if (caps === 'none') return [pen.sentence(sharedCaps.none)];
  return caps.map(({ id, terms, scope, max, spread }) => {
    const values = {
      id: pen.name(id),
      terms: pen.quotedAll(terms, 'conjunction'),
      max: pen.money(max),
    };
    return pen.sentence(sharedCaps[scope], values, [pen.sentence(sharedCaps.spread[spread])]);
  });
}
