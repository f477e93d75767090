import type { Condition } from '../../agreement/agreement.ts';
import type { Clause } from './clause.ts';
import type { Pen } from './pen.ts';

/** One test of a line: "the product’s “category” is one of: “Bikes” or “Clothing”". */
export function conditionText(pen: Pen, condition: Condition): string {
  const { conditions } = pen.texts;
  const attribute = attributeText(pen, condition.attribute);
  const [kind, values] =
    'in' in condition
      ? (['in', condition.in] as const)
      : 'notIn' in condition
        ? (['notIn', condition.notIn] as const)
        : (['under', condition.under] as const);
  const text = values.length === 1 ? conditions[`${kind}One`] : conditions[kind];
  return pen.fill(text, { attribute, values: pen.quotedAll(values, 'disjunction') });
}

/** Several tests that must all be met, in one sentence. */
export function conditionsText(pen: Pen, conditions: readonly Condition[]): string {
  const [first = '', ...others] = conditions.map((condition) => conditionText(pen, condition));
  return others.reduce(
    (before, next) => pen.fill(pen.texts.conditions.and, { first: before, second: next }),
    first,
  );
}

/** Several tests, each on a line of its own. */
export function conditionList(pen: Pen, conditions: readonly Condition[]): Clause[] {
  return conditions.map((condition) => pen.sentence('{text}', { text: conditionText(pen, condition) }));
}

export function attributeText(pen: Pen, attribute: string): string {
  const { names } = pen.texts;
  const point = attribute.indexOf('.');
  const name = pen.name(attribute.slice(point + 1));
  if (attribute === 'partner.code') return names.partner;
  if (attribute === 'product.code') return names.product;
  const room = attribute.slice(0, point);
  const text =
    room === 'partner'
      ? names.partnerAttribute
      : room === 'product'
        ? names.productAttribute
        : names.lineAttribute;
  return pen.fill(text, { name });
}
