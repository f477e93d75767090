import type { FastifyRequest } from 'fastify';
import { type Language, pickLanguage } from '../../core/wording/language.ts';
import { languageParameter } from './parameters.ts';

/** The language asked for in the address, else the one that the reader's program prefers. */
export function requestLanguage(request: FastifyRequest): Language {
  const { lang } = request.query as Readonly<Record<string, unknown>>;
  const asked = languageParameter.schema.safeParse(lang);
  return asked.data ?? pickLanguage(request.headers['accept-language']);
}
