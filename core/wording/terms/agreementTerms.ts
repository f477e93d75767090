import type { Agreement, Term } from '../../agreement/agreement.ts';
import type { Language } from '../language.ts';
import { amountClauses } from './amountClauses.ts';
import { conversionClauses, returnClauses, roundingClauses } from './calculationClauses.ts';
import type { Clause } from './clause.ts';
import { groupClauses } from './groupClauses.ts';
import { lineClauses } from './lineClauses.ts';
import { measureClauses } from './measureClauses.ts';
import { calendarClauses, durationClauses, partyClauses, sharedCapClauses } from './partyClauses.ts';
import { Pen } from './pen.ts';
import { settlementClauses } from './settlementClauses.ts';
import { supplementClauses } from './supplementClauses.ts';
import { tierClauses } from './tierClauses.ts';
import { windowClauses } from './windowClauses.ts';

/**
 * An agreement in plain language: a tree of headings and sentences that says every field which
 * can change money, so that two agreements that differ in one read differently.
 */
export function agreementTerms(agreement: Agreement, language: Language): Clause {
  const pen = new Pen(language, agreement.currency);
  const { headings } = pen.texts;
  return pen.heading(headings.agreement, { name: agreement.name[language], id: agreement.id }, [
    pen.heading(headings.parties, {}, partyClauses(pen, agreement)),
    pen.heading(headings.duration, {}, durationClauses(pen, agreement)),
    pen.heading(headings.calendar, {}, calendarClauses(pen, agreement)),
    ...agreement.terms.map((term) => termClause(pen, term)),
    pen.heading(headings.sharedCaps, {}, sharedCapClauses(pen, agreement.sharedCaps)),
    pen.heading(headings.settlement, {}, settlementClauses(pen, agreement)),
  ]);
}

/**
 * The same for a partner: without what we take for likely, and of the terms that go by what is ours alone only the words
 * of the contract. The agreement is the one that its view blinds. Source: rulings R18.
 */
export function partnerTerms(
  agreement: Agreement,
  withheld: ReadonlySet<string>,
  language: Language,
): readonly Clause[] {
  const pen = new Pen(language, agreement.currency);
  const { headings } = pen.texts;
  return [
    pen.heading(headings.parties, {}, partyClauses(pen, agreement)),
    pen.heading(headings.duration, {}, durationClauses(pen, agreement)),
    pen.heading(headings.calendar, {}, calendarClauses(pen, agreement)),
    ...agreement.terms.map((term) =>
      withheld.has(term.id) ? withheldClause(pen, term) : termClause(pen, term),
    ),
    pen.heading(headings.sharedCaps, {}, sharedCapClauses(pen, agreement.sharedCaps)),
    pen.heading(headings.settlement, {}, settlementClauses(pen, agreement, 'partner')),
  ];
}

function withheldClause(pen: Pen, term: Term): Clause {
  const sentence = pen.sentence(pen.texts.withheld);
  return pen.heading(pen.texts.headings.term, { id: pen.name(term.id) }, [
    ...pen.words(term.words),
    sentence,
  ]);
}

/** One term in plain language, for whoever asks what an amount rests on. */
export function termInWords(term: Term, currency: string, language: Language): Clause {
  return termClause(new Pen(language, currency), term);
}

function termClause(pen: Pen, term: Term): Clause {
  const { headings } = pen.texts;
  const others = groupClauses(pen, term);
  return pen.heading(headings.term, { id: pen.name(term.id) }, [
    ...pen.words(term.words),
    pen.heading(headings.lines, {}, lineClauses(pen, term)),
    pen.heading(headings.measures, {}, measureClauses(pen, term)),
    pen.heading(headings.windows, {}, windowClauses(pen, term.windows)),
    pen.heading(headings.tiers, {}, tierClauses(pen, term)),
    pen.heading(headings.conditions, {}, amountClauses(pen, term)),
    ...(others.length === 0 ? [] : [pen.heading(headings.others, {}, others)]),
    pen.heading(headings.returns, {}, returnClauses(pen, term.returns)),
    pen.heading(headings.conversion, {}, conversionClauses(pen, term.conversion)),
    ...supplementClauses(pen, term),
    pen.heading(headings.rounding, {}, roundingClauses(pen, term)),
  ]);
}
