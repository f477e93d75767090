import { DIRECTIONS, type Direction, PROGRAMMES, type Programme } from '../agreement/agreement.ts';
import {
  key,
  list,
  named,
  object,
  oneOf,
  optional,
  prose,
  says,
  threshold,
  wordOr,
} from '../agreement/decoder.ts';
import { minorDigits } from '../money/currency.ts';
import type { Decimal } from '../number/decimal.ts';
import { accept, type Refusal, type Result, refuse } from '../refusal/refusals.ts';

export const APPROVAL_FORMAT = 'openrebate/approval/v1';

/** One pair of eyes: who may give this approval. */
export type ApprovalLevel = {
  readonly id: string;
  readonly name: { readonly en: string; readonly 'zh-CN': string };
  /** The ids of persons; `anyone` is any person who is not an author. */
  readonly approvers: 'anyone' | readonly string[];
};

/** What is approved by levels: an agreement, a document to be, money ahead of what is earned, what lapses for good, what of a claim or deduction is given up. */
export const APPROVED = ['agreement', 'settlement', 'advance', 'lapse', 'writeOff'] as const;
export type Approved = (typeof APPROVED)[number];

/** What needs which levels; a rule applies where all of its tests are met. */
export type ApprovalRule = {
  readonly id: string;
  /** Left out, it is of everything, as `any` is. */
  readonly subjects?: 'any' | readonly Approved[];
  readonly directions: 'any' | readonly Direction[];
  readonly programmes: 'any' | readonly Programme[];
  readonly partners: 'any' | readonly string[];
  /** The value that a submission names, the net amount of a document, or what is given up. One in another currency cannot be compared, and applies. */
  readonly amount: 'any' | { readonly atLeast: Decimal; readonly currency: string };
  readonly levels: readonly string[];
};

/** Who has to approve what, in a company's own words. Levels are given in the order of `levels`. */
export type ApprovalRules = {
  readonly levels: readonly ApprovalLevel[];
  readonly rules: readonly ApprovalRule[];
};

const format = named(
  'Approval rules',
  object({
    format: says('Which format this is.', oneOf(APPROVAL_FORMAT)),
    levels: says(
      'The approvals there are, in the order in which they are given.',
      list(
        object({
          id: says('The name of the level, unique among them.', key),
          name: says(
            'What people read.',
            object({ en: says('In English.', prose), 'zh-CN': says('In Chinese.', prose) }),
          ),
          approvers: says(
            'Any person who is not an author, or these persons.',
            wordOr(['anyone'], list(key, 1)),
          ),
        }),
        1,
      ),
    ),
    rules: says(
      'What needs which levels.',
      list(
        object({
          id: says('The name of the rule, unique among them.', key),
          subjects: says(
            'Of agreements, of documents that settle, of advances, of what lapses for good, of write-offs. Left out, of everything.',
            optional(wordOr(['any'], list(oneOf(...APPROVED), 1))),
          ),
          directions: says('Of which direction.', wordOr(['any'], list(oneOf(...DIRECTIONS), 1))),
          programmes: says('Of which programme.', wordOr(['any'], list(oneOf(...PROGRAMMES), 1))),
          partners: says('That one of these partners can take part in.', wordOr(['any'], list(key, 1))),
          amount: says(
            'Whose value, as the submission names it, or whose net amount is at least so much.',
            wordOr(
              ['any'],
              object({
                atLeast: says('The least value.', threshold),
                currency: says('In this currency: ISO 4217.', key),
              }),
            ),
          ),
          levels: says('The levels that are needed.', list(key, 1)),
        }),
        1,
      ),
    ),
  }),
);

/**
 * The parsed text of approval rules, or every reason against it.
 * Refuses: the codes of shape of agreements, agreement-id-repeated, agreement-currency-unknown,
 * approval-level-unknown, approval-rules-gap (no rule that applies to everything).
 */
export function decodeApprovalRules(json: unknown): Result<ApprovalRules> {
  const refusals: Refusal[] = [];
  const file = format.decode(json, '', refusals);
  if (file === undefined) return { ok: false, refusals };
  refusals.push(...repeated(file.levels, 'levels'), ...repeated(file.rules, 'rules'));
  const known = new Set(file.levels.map(({ id }) => id));
  for (const [index, { levels, amount }] of file.rules.entries()) {
    const at = `rules[${index}]`;
    for (const id of levels.filter((level) => !known.has(level))) {
      refusals.push(refuse('approval-level-unknown', `${at}.levels`, { level: id }));
    }
    if (amount !== 'any' && minorDigits(amount.currency) === undefined) {
      const facts = { value: amount.currency };
      refusals.push(refuse('agreement-currency-unknown', `${at}.amount.currency`, facts));
    }
  }
  if (!file.rules.some(appliesToAll)) refusals.push(refuse('approval-rules-gap', 'rules'));
  if (refusals.length > 0) return { ok: false, refusals };
  return accept({ levels: file.levels, rules: file.rules });
}

function repeated(entries: readonly { readonly id: string }[], at: string): Refusal[] {
  return entries.flatMap(({ id }, index) => {
    const isRepeated = entries.findIndex((entry) => entry.id === id) < index;
    return isRepeated ? [refuse('agreement-id-repeated', `${at}[${index}].id`, { id })] : [];
  });
}

function appliesToAll({ subjects = 'any', directions, programmes, partners, amount }: ApprovalRule): boolean {
  return [subjects, directions, programmes, partners, amount].every((test) => test === 'any');
}

/** Until a company has rules of its own: one other person. */
export const FOUR_EYES: ApprovalRules = {
  levels: [
    {
      id: 'secondPerson',
      name: { en: 'A second person', 'zh-CN': '第二人' },
      approvers: 'anyone',
    },
  ],
  rules: [
    {
      id: 'everything',
      directions: 'any',
      programmes: 'any',
      partners: 'any',
      amount: 'any',
      levels: ['secondPerson'],
    },
  ],
};
