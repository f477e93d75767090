import { z } from 'zod';
import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import type { Language } from '../../core/wording/language.ts';
import { earningJson, earningListJson, earningListSchema, earningSchema } from './earningJson.ts';
import { explanationJson, explanationSchema } from './explanationJson.ts';
import { lineJson, lineSchema } from './lineJson.ts';
import { code, languageParameter, type Parameters, type Values, wholeNumber } from './parameters.ts';
import type { HttpUseCases } from './useCases.ts';

/** What an address was asked: the parts of its path, its query, and in which language. */
export type Asked<P extends Parameters> = {
  readonly path: Readonly<Record<string, string>>;
  readonly query: Values<P>;
  readonly language: Language;
};

/** One address of the API, as the server answers it and as its description shows it. */
export type ApiRoute = {
  readonly id: string;
  /** With its variable parts in braces. */
  readonly path: string;
  readonly summary: string;
  /** What the variable parts mean, by name. */
  readonly parts: Readonly<Record<string, string>>;
  readonly parameters: Parameters;
  readonly answer: z.ZodType;
  readonly respond: (asked: Asked<Parameters>) => Promise<Result<unknown>>;
};

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Facts hold no control characters; the database takes no text with a zero byte. */
const CONTROL_CHARACTER = /\p{Cc}/u;

const LIST_PARAMETERS = {
  agreement: code('only earnings under the agreement with this code'),
  partner: code('only earnings of the partner with this code'),
  limit: wholeNumber({ min: 1, max: 500, default: 50 }, 'how many rows at most'),
  offset: wholeNumber({ min: 0, max: 999_999_999, default: 0 }, 'how many rows are passed over'),
  lang: languageParameter,
};

const EXPLANATION_PARAMETERS = {
  lines: wholeNumber({ min: 0, max: 1000, default: 200 }, 'how many lines at most'),
  lineOffset: wholeNumber({ min: 0, max: 999_999_999, default: 0 }, 'how many lines are passed over'),
  lang: languageParameter,
};

/** The addresses that speak of the trade, in the order of their description. */
export function apiRoutes(useCases: HttpUseCases): readonly ApiRoute[] {
  return [
    listRoute(useCases),
    earningRoute(useCases),
    explanationRoute(useCases),
    lineRoute(useCases),
    healthRoute(useCases),
  ];
}

function listRoute(useCases: HttpUseCases): ApiRoute {
  return route({
    id: 'listEarnings',
    path: '/api/v1/earnings',
    summary: 'Who has earned what, under which agreement, at which tier: largest amount first',
    parts: {},
    parameters: LIST_PARAMETERS,
    answer: earningListSchema,
    respond: async ({ query }) => {
      const { agreement, partner, limit, offset } = query;
      const filter = { ...(agreement && { agreement }), ...(partner && { partner }), limit, offset };
      return accept(earningListJson(await useCases.listEarnings(filter), { limit, offset }));
    },
  });
}

function earningRoute(useCases: HttpUseCases): ApiRoute {
  return route({
    id: 'getEarning',
    path: '/api/v1/earnings/{id}',
    summary: 'One earning',
    parts: { id: 'the id of an earning, as the list has it' },
    parameters: { lang: languageParameter },
    answer: earningSchema,
    respond: async ({ path }) => {
      const found = await byId(path.id, useCases.getEarning);
      return found.ok ? accept(earningJson(found.value)) : found;
    },
  });
}

function explanationRoute(useCases: HttpUseCases): ApiRoute {
  return route({
    id: 'explainEarning',
    path: '/api/v1/earnings/{id}/explanation',
    summary: 'The amount worked out: steps, operands, the lines behind it and its bookings',
    parts: { id: 'the id of an earning, as the list has it' },
    parameters: EXPLANATION_PARAMETERS,
    answer: explanationSchema,
    respond: async ({ path, query, language }) => {
      const found = await byId(path.id, useCases.explainEarning);
      return found.ok ? accept(explanationJson(found.value, language, query)) : found;
    },
  });
}

function lineRoute(useCases: HttpUseCases): ApiRoute {
  return route({
    id: 'explainLine',
    path: '/api/v1/lines/{source}/{document}/{line}',
    summary: 'What a line is to each term of each agreement, and why it does not count',
    parts: {
      source: 'the system that the line comes from',
      document: 'the number of the document',
      line: 'the number of the line inside the document',
    },
    parameters: { lang: languageParameter },
    answer: lineSchema,
    respond: async ({ path, language }) => {
      const identity = {
        source: (path.source ?? '').normalize('NFC'),
        document: (path.document ?? '').normalize('NFC'),
        line: (path.line ?? '').normalize('NFC'),
      };
      if (Object.values(identity).some((part) => CONTROL_CHARACTER.test(part))) {
        return refused(refuse('line-not-found', 'line', identity));
      }
      const found = await useCases.explainLine(identity);
      return found.ok ? accept(lineJson(found.value, language)) : found;
    },
  });
}

function healthRoute(useCases: HttpUseCases): ApiRoute {
  return route({
    id: 'health',
    path: '/api/v1/health',
    summary: 'Whether the server can do its work',
    parts: {},
    parameters: {},
    answer: z.strictObject({ database: z.literal('up') }),
    respond: async () =>
      (await useCases.isDatabaseUp())
        ? accept({ database: 'up' })
        : refused(refuse('database-not-answering', 'database')),
  });
}

/** An id of somebody else, one that does not exist and one that cannot exist look alike. */
async function byId<T>(id = '', find: (id: string) => Promise<Result<T>>): Promise<Result<T>> {
  return UUID.test(id) ? find(id) : refused(refuse('earning-not-found', 'id', { id }));
}

/** Gives a route the types of its own parameters, which a list of routes has to forget. */
function route<P extends Parameters>(
  definition: Omit<ApiRoute, 'parameters' | 'respond'> & {
    readonly parameters: P;
    readonly respond: (asked: Asked<P>) => Promise<Result<unknown>>;
  },
): ApiRoute {
  return { ...definition, respond: (asked) => definition.respond(asked as Asked<P>) };
}
