import { z } from 'zod';
import type { StoredRules } from '../../app/ports/rulesStore.ts';
import { type RefusalCode, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import { type Answer, answer } from './route.ts';

export const rulesVersion = z.int().min(1);

/** Rules of a kind as the API shows them: those in force, and every version that was proposed. */
export function rulesSchema<R extends z.ZodType>(rules: R, without: string) {
  return z.strictObject({
    inForce: z.int().min(0).describe(`0: none of our own; ${without}`),
    rules,
    versions: z.array(
      z.strictObject({
        version: rulesVersion,
        author: z.string().describe('the id of a person'),
        at: z.string(),
        approver: z.string().nullable().describe('null: it waits for another person'),
        batch: z.int().min(1).nullable().describe('in force from this batch on'),
        rules: z.record(z.string(), z.unknown()),
      }),
    ),
  });
}

export type ListedRules = {
  readonly versions: readonly Omit<StoredRules<unknown>, 'rules'>[];
  readonly inForce?: number;
};

/** `without` is what holds where a company has no rules of its own. */
export function answerRules({ versions, inForce }: ListedRules, without: unknown): Result<Answer> {
  const stored = versions.find((entry) => entry.version === inForce);
  return answer({
    inForce: inForce ?? 0,
    rules: stored === undefined ? without : JSON.parse(stored.text),
    versions: versions.map((entry) => ({
      version: entry.version,
      author: entry.author,
      at: entry.at.toISOString(),
      approver: entry.confirmed?.approver ?? null,
      batch: entry.confirmed?.batch ?? null,
      rules: JSON.parse(entry.text),
    })),
  });
}

/** The version that an address names. Refuses: `missing`. */
export async function confirmNamed(
  text: string,
  missing: RefusalCode,
  confirm: (version: number) => Promise<Result<{ readonly version: number; readonly batch: number }>>,
): Promise<Result<Answer>> {
  if (!/^[1-9]\d{0,8}$/.test(text)) return refused(refuse(missing, 'version', { version: text }));
  const done = await confirm(Number(text));
  return done.ok ? answer(done.value) : done;
}
