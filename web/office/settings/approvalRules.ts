export const SUBJECTS = ['agreement', 'settlement', 'advance', 'lapse', 'writeOff'] as const;
export const DIRECTIONS = ['customerRebate', 'supplierRebate', 'neither'] as const;
export const PROGRAMMES = [
  ...(['volume', 'growth', 'upsell', 'logistics', 'crossSell', 'productMix', 'newProduct'] as const),
  ...(['loyalty', 'specialPrice', 'shipAndDebit', 'chargeback', 'priceProtection'] as const),
  ...(['marketingFund', 'listingFee', 'freightAllowance', 'earlyPayment', 'buyingGroup'] as const),
  ...(['commission', 'royalty', 'other'] as const),
] as const;

export type Subject = (typeof SUBJECTS)[number];
export type Direction = (typeof DIRECTIONS)[number];
export type Programme = (typeof PROGRAMMES)[number];

/** One approval: what it is called, and who may give it; nobody named is anyone but an author. */
export type Level = {
  readonly id: string;
  readonly en: string;
  readonly zh: string;
  readonly approvers: readonly string[];
};

/** What needs which approvals. Nothing named is no limit: every subject, direction, programme, partner, any amount. */
export type Rule = {
  readonly id: string;
  readonly subjects: readonly Subject[];
  readonly directions: readonly Direction[];
  readonly programmes: readonly Programme[];
  readonly partners: readonly string[];
  readonly atLeast: string;
  readonly currency: string;
  readonly levels: readonly string[];
};

export type Draft = { readonly levels: readonly Level[]; readonly rules: readonly Rule[] };

type Or<T> = 'any' | readonly T[];
type Text = {
  readonly levels: readonly {
    readonly id: string;
    readonly name: { readonly en: string; readonly 'zh-CN': string };
    readonly approvers: 'anyone' | readonly string[];
  }[];
  readonly rules: readonly {
    readonly id: string;
    readonly subjects?: Or<Subject>;
    readonly directions: Or<Direction>;
    readonly programmes: Or<Programme>;
    readonly partners: Or<string>;
    readonly amount: 'any' | { readonly atLeast: string; readonly currency: string };
    readonly levels: readonly string[];
  }[];
};

const FORMAT = 'openrebate/approval/v1';

/** Rules of the API, whose format the server has held them against, as a form has them. */
export function draftOf(rules: unknown): Draft {
  const { levels, rules: listed } = rules as Text;
  const named = <T>(one: Or<T> = 'any'): readonly T[] => (one === 'any' ? [] : one);
  return {
    levels: levels.map(({ id, name, approvers }) => ({
      ...{ id, en: name.en, zh: name['zh-CN'] },
      approvers: approvers === 'anyone' ? [] : approvers,
    })),
    rules: listed.map(({ id, amount, levels: needed, ...rule }) => ({
      ...{ id, levels: needed, subjects: named(rule.subjects), directions: named(rule.directions) },
      ...{ programmes: named(rule.programmes), partners: named(rule.partners) },
      ...(amount === 'any' ? { atLeast: '', currency: '' } : amount),
    })),
  };
}

/** The same the other way round. */
export function textOf({ levels, rules }: Draft): Record<string, unknown> {
  const or = <T>(named: readonly T[]): Or<T> => (named.length === 0 ? 'any' : named);
  return {
    format: FORMAT,
    levels: levels.map(({ id, en, zh, approvers }) => ({
      ...{ id, name: { en: en.trim(), 'zh-CN': zh.trim() } },
      approvers: approvers.length === 0 ? 'anyone' : approvers,
    })),
    rules: rules.map(({ id, atLeast, currency, levels: needed, ...rule }) => ({
      ...{ id, levels: needed, subjects: or(rule.subjects), directions: or(rule.directions) },
      ...{ programmes: or(rule.programmes), partners: or(rule.partners) },
      amount: atLeast.trim() === '' ? 'any' : { atLeast: atLeast.trim(), currency: currency.trim() },
    })),
  };
}

/** An id that none of these has. */
export function freshId(of: string, known: readonly { readonly id: string }[]): string {
  for (let number = known.length + 1; ; number += 1) {
    if (!known.some(({ id }) => id === `${of}${number}`)) return `${of}${number}`;
  }
}
