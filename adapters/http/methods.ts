import type { Route } from './route.ts';

const PAGE_METHODS = ['GET', 'HEAD'];

/** Which methods an address takes; one that is no route of ours is a page, and only read. */
export function methodsAt<U>(routes: readonly Route<U>[]): (url: string) => readonly string[] {
  const patterns = routes.map(({ path, method }) => ({
    method,
    pattern: new RegExp(`^${path.replaceAll(/[.]/g, '\\.').replaceAll(/\{\w+\}/g, '[^/]+')}$`),
  }));
  return (url) => {
    const path = url.split('?')[0] ?? '';
    const methods = new Set(
      patterns.filter(({ pattern }) => pattern.test(path)).map(({ method }) => method as string),
    );
    if (methods.size === 0) return PAGE_METHODS;
    if (methods.has('GET')) methods.add('HEAD');
    return [...methods].sort();
  };
}
