import { z } from 'zod';
import type { FactTexts, FactWritten } from '../../app/facts/writeFacts.ts';
import { DISPOSITIONS } from '../../core/fact/knownLines.ts';
import type { Result } from '../../core/refusal/refusals.ts';
import type { Language } from '../../core/wording/language.ts';
import { answerBulk, bulkAnswer } from './bulk.ts';
import type { Answer } from './route.ts';

/** Where each fact of a request ended; what was refused has a problem instead. */
export const factsAnswer = bulkAnswer(
  z.strictObject({
    disposition: z.enum(DISPOSITIONS),
    revision: z.int().min(1).describe('that it is, or that stands in its place'),
  }),
);

/** Many facts are one delivery: they are held against each other before any of them counts. */
export async function answerFacts(
  body: { readonly items: readonly FactTexts[]; readonly allOrNothing: boolean },
  language: Language,
  write: (items: readonly FactTexts[]) => Promise<Result<readonly Result<FactWritten>[]>>,
): Promise<Result<Answer>> {
  const written = await write(body.items);
  if (!written.ok) return written;
  const each = async (_: unknown, index: number) => written.value[index] as Result<FactWritten>;
  return answerBulk(body, language, each, (value) => value);
}
