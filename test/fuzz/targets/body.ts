import { Readable } from 'node:stream';
import { apiRoutes } from '../../../adapters/http/apiRoutes.ts';
import { checkBody, readJsonBody } from '../../../adapters/http/jsonBody.ts';
import type { Json } from '../../../core/text/canonicalJson.ts';
import type { FuzzTarget } from '../fuzzTarget.ts';
import { outcome, textSamples } from './texts.ts';

/** Bodies of every route of the API that takes one, beginning with its example. */
export function bodyTarget(): FuzzTarget {
  const routes = apiRoutes.flatMap(({ body, example, maxBytes }) =>
    body === undefined || example?.body === undefined ? [] : [{ body, maxBytes, text: example.body as Json }],
  );
  return {
    ...textSamples(routes.map(({ text }) => text)),
    tokens: [
      ...'{ } [ ] : , " null 1e999 "__proto__": "constructor":'.split(' '),
      ...['\\u0000', '\0', '\ufeff'],
    ],
    run: async ({ bytes }, draw) => {
      const { body, maxBytes } = routes[draw(routes.length)] as (typeof routes)[number];
      const read = await readJsonBody(Readable.from([bytes], { objectMode: false }), maxBytes);
      return read.ok ? outcome(checkBody(body, read.value.value)) : outcome(read);
    },
  };
}
