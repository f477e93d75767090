import type { Route } from '../../adapters/http/route.ts';
import { formatted } from './formatted.ts';

/** The page of all operations of the API, as it is made from the routes. */
export function operationPage<U>(routes: readonly Route<U>[]): string {
  const rows = routes.map((route) => {
    const { id, method, path, summary, scope, isPortal, query, isRead, version } = route;
    const notes = [
      ...(isPortal ? ['partners'] : []),
      ...(isRead && method !== 'GET' ? ['changes nothing'] : []),
      ...(version === 'needed' ? ['If-Match'] : version === 'shown' ? ['ETag'] : []),
      ...(route.isDeprecated ? ['deprecated'] : []),
    ];
    const names = Object.keys(query).map((name) => `\`${name}\``);
    const cells = [`\`${method} ${path}\``, `\`${id}\``, summary, `\`${scope}\``, names.join(', ')];
    return `| ${[...cells, notes.join(', ')].join(' | ')} |`;
  });
  const text = [
    '# Operations of the API',
    '',
    'How they are called, and what holds for all of them, is on the page of [the API](api.md); shapes and examples are in',
    '`/api/v1/openapi.json`. *Partners*: also for persons of a partner, who see their own rows only. This page is made from',
    'the routes; a test compares them, and `npm run golden` writes it again.',
    '',
    '## Operations',
    '',
    '| call | operation | what it does | scope | parameters | notes |',
    '| --- | --- | --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
  return formatted(text, 'docs/reference/operations.md');
}
