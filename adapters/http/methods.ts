import type { Route } from './route.ts';

const PAGE_METHODS = ['GET', 'HEAD'];

/** Which methods an address takes; one that is no route of ours is a page, and only read. */
export function methodsAt<U>(routes: readonly Route<U>[]): (url: string) => readonly string[] {
  const known = routes.map(({ path, method }) => ({ method: method as string, parts: path.split('/') }));
  return (url) => {
    const given = url.split('?')[0]?.split('/') ?? [];
    const methods = new Set(known.filter(({ parts }) => leadsTo(parts, given)).map(({ method }) => method));
    if (methods.size === 0) return PAGE_METHODS;
    if (methods.has('GET')) methods.add('HEAD');
    return [...methods].sort();
  };
}

/** `{name}` is whatever stands there. */
function leadsTo(parts: readonly string[], given: readonly string[]): boolean {
  return (
    parts.length === given.length &&
    parts.every((part, index) => (part.startsWith('{') ? given[index] !== '' : part === given[index]))
  );
}
