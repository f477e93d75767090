/** Where to go after signing in: an address of ours, never one of another site. */
export function wayBack(to: unknown): string | undefined {
  return typeof to === 'string' && /^\/(?![/\\])/.test(to) ? to : undefined;
}

/** What the address of signing in keeps. */
export function signInSearch({ to }: Record<string, unknown>): { readonly to?: string } {
  const way = wayBack(to);
  return way === undefined ? {} : { to: way };
}

/** Where one signs in, and comes back from to this address. */
export function signInAddress({ pathname, search }: Pick<Location, 'pathname' | 'search'>): string {
  const base = baseOf(pathname);
  if (pathname === `${base}/sign-in`) return `${pathname}${search}`;
  return `${base}/sign-in?to=${encodeURIComponent(`${pathname}${search}`)}`;
}

/** Where the program begins that an address is of: the office, or the portal. */
export function baseOf(pathname: string): '' | '/portal' {
  return /^\/portal(\/|$)/.test(pathname) ? '/portal' : '';
}

/** What a link of a mail carries behind #, which no server and no log ever sees. */
export function linkSecret({ hash }: Pick<Location, 'hash'>): string {
  return hash.slice(1);
}
