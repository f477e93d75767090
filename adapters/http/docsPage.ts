import { z } from 'zod';
import type { Route } from './route.ts';

/**
 * The description of the API as a page to read: made from the routes, without a script and
 * without anything from elsewhere, so that it can be read where there is no network.
 */
export function docsPage<U>(routes: readonly Route<U>[], version: string): string {
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width">',
    '<title>OpenRebate API</title>',
    '<link rel="stylesheet" href="/api.css">',
    '</head>',
    '<body>',
    '<main>',
    '<h1>OpenRebate API</h1>',
    `<p>Version ${escaped(version)}. For programs: <a href="openapi.json">openapi.json</a> (OpenAPI 3.1).`,
    'Every call that changes something needs the header <code>Idempotency-Key</code>.</p>',
    `<nav aria-label="Operations"><ul>${contents(routes)}</ul></nav>`,
    ...routes.map(operation),
    '</main>',
    '</body>',
    '</html>',
  ].join('\n');
}

/** The operations by what they speak of, which is the first word of their path. */
function contents<U>(routes: readonly Route<U>[]): string {
  const areas = Map.groupBy(routes, ({ path }) => path.replace('/api/v1/', '').split('/')[0] ?? '');
  const lists = [...areas].map(([area, members]) => {
    const items = members.map(
      ({ id, method, path, summary }) =>
        `<li><a href="#${id}"><code>${method} ${escaped(path)}</code></a> ${escaped(summary)}</li>`,
    );
    return `<li><b>${escaped(area)}</b><ul>${items.join('\n')}</ul></li>`;
  });
  return lists.join('\n');
}

function operation<U>(route: Route<U>): string {
  const { id, method, path, summary, scope, example, parts, query } = route;
  const parameters = [
    ...Object.entries(parts).map(([name, { meaning }]) => [name, 'path', meaning] as const),
    ...Object.entries(query).map(([name, { meaning }]) => [name, 'query', meaning] as const),
  ];
  return [
    `<section aria-labelledby="${id}">`,
    `<h2 id="${id}"><code>${method} ${escaped(path)}</code></h2>`,
    `<p>${escaped(summary)}. Scope: <code>${scope}</code>${route.isPortal ? '; also for partners' : ''}.</p>`,
    ...(parameters.length === 0 ? [] : [parameterTable(parameters)]),
    ...block('Body', route.body && schemaOf(route.body, 'input')),
    ...block('Example of a body', example?.body),
    ...block(`Answer ${route.status}`, route.answer && schemaOf(route.answer, 'output')),
    ...block('Example of an answer', example?.answer),
    '</section>',
  ].join('\n');
}

function parameterTable(parameters: readonly (readonly [string, string, string])[]): string {
  const rows = parameters.map(
    ([name, place, meaning]) =>
      `<tr><th scope="row"><code>${name}</code></th><td>${place}</td><td>${escaped(meaning)}</td></tr>`,
  );
  return `<table><tbody>${rows.join('')}</tbody></table>`;
}

function block(title: string, value: unknown): string[] {
  if (value === undefined) return [];
  const text = escaped(JSON.stringify(value, null, 2));
  return [`<details><summary>${title}</summary><pre>${text}</pre></details>`];
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output') {
  const { $schema: _, ...plain } = z.toJSONSchema(schema, { io });
  return plain;
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
