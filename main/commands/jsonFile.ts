import type { z } from 'zod';
import { readText } from '../../adapters/files/readText.ts';
import { checkBody } from '../../adapters/http/jsonBody.ts';
import { type Result, refuse, refused } from '../../core/refusal/refusals.ts';

/**
 * What a file in JSON says, in the shape that the API takes the same in.
 * Refuses: those of readText and checkBody, body-not-json.
 */
export async function jsonFile<B extends z.ZodType>(file: string, shape: B): Promise<Result<z.output<B>>> {
  const read = await readText(file);
  if (!read.ok) return read;
  try {
    return checkBody(shape, JSON.parse(read.value));
  } catch {
    return refused(refuse('body-not-json', file));
  }
}
