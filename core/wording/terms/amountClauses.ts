import type { Gates, GateTest, Guarantee, Limit, Term } from '../../agreement/agreement.ts';
import type { Clause } from './clause.ts';
import { measuredText, measureText, qualifierText } from './measureText.ts';
import type { Pen } from './pen.ts';
import { payoutText } from './tierClauses.ts';

/** What stands between the formula and the amount; what a term has not is said, too. */
export function amountClauses(pen: Pen, term: Term): Clause[] {
  return [
    ...gateClauses(pen, term.gates),
    ...limitClauses(pen, term),
    ...floorClauses(pen, term),
    ...guaranteeClauses(pen, term.guarantee),
    ...absentClauses(pen, term),
  ];
}

function gateClauses(pen: Pen, gates: 'none' | Gates): Clause[] {
  if (gates === 'none') return [];
  const texts = pen.texts.gates;
  const [all, some] =
    gates.within === 'window' ? [texts.windowAll, texts.windowSome] : [texts.documentAll, texts.documentSome];
  const tests = gates.tests.map((test) => testClause(pen, test));
  if (gates.need === 'all') return [pen.sentence(all, {}, tests)];
  return [pen.sentence(some, { need: pen.count(gates.need) }, tests)];
}

function testClause(pen: Pen, test: GateTest): Clause {
  const text = pen.texts.gates[test.boundary];
  if ('measure' in test) {
    const value = measuredText(pen, test.measure, test.from);
    return pen.sentence(text, { measure: measureText(pen, test.measure), value });
  }
  const measure = qualifierText(pen, { of: 'share', ...test.share });
  return pen.sentence(text, { measure, value: pen.percent(test.percent) });
}

function limitClauses(pen: Pen, term: Term): Clause[] {
  if (term.limits === 'none') return [];
  return term.limits.map((limit) => {
    const order = 'order' in limit ? [pen.sentence(pen.texts.limits.orders[limit.order])] : [];
    return pen.sentence(limitText(pen, limit), { max: maxText(pen, term, limit) }, order);
  });
}

function limitText({ texts: { limits } }: Pen, limit: Limit): string {
  switch (limit.of) {
    case 'qualifier':
      return limits.qualifier[limit.scope];
    case 'payout':
      return limits.payout[limit.scope];
    case 'amount':
      return limits.amount[limit.scope];
  }
}

function maxText(pen: Pen, term: Term, { of, max }: Limit): string {
  if (of === 'amount') return pen.money(max);
  return of === 'qualifier' ? measuredText(pen, term.qualifier, max) : payoutText(pen, term, undefined, max);
}

function floorClauses(pen: Pen, { floor, minimum }: Term): Clause[] {
  const { amounts } = pen.texts;
  const clauses: Clause[] = [];
  if (minimum !== 'none') {
    clauses.push(pen.sentence(amounts.minimum, { amount: pen.money(minimum.amount) }));
  }
  if (floor !== 'none') {
    const text = floor.when === 'always' ? amounts.floorAlways : amounts.floorTierReached;
    clauses.push(pen.sentence(text, { amount: pen.money(floor.amount) }));
  }
  return clauses;
}

function guaranteeClauses(pen: Pen, guarantee: 'none' | Guarantee): Clause[] {
  if (guarantee === 'none') return [];
  const { amounts } = pen.texts;
  return [
    pen.sentence(amounts.guarantee, { amount: pen.money(guarantee.amount) }, [
      pen.sentence(guarantee.cumulative ? amounts.cumulative : amounts.eachAlone),
      pen.sentence(amounts.paid[guarantee.paid]),
      pen.sentence(amounts.unearned[guarantee.unearned]),
    ]),
  ];
}

/** Nothing is left to be guessed: in one sentence, all that this term does without. */
function absentClauses(pen: Pen, term: Term): Clause[] {
  const { sentence, ...things } = pen.texts.absent;
  const names = Object.keys(things) as (keyof typeof things)[];
  const absent = names.filter((name) => term[name] === 'none').map((name) => things[name]);
  if (absent.length === 0) return [];
  return [pen.sentence(sentence, { things: pen.all(absent, 'disjunction') })];
}
