/** As URL writes them. */
const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/** An address of a tenant's own: scheme, name and port; and the code of the tenant. */
export type TenantAddress = { readonly tenant: string; readonly origin: string };

/** Under which names we are reached, by the Host that a request names. */
export type OwnAddresses = {
  readonly isSecure: boolean;
  readonly isAllowed: (host: string | undefined) => boolean;
  /** Scheme, name and port. */
  readonly originOf: (host: string | undefined) => string;
  /** The code of the tenant whose address it is; undefined at the one that is for all. */
  readonly tenantAt: (host: string | undefined) => string | undefined;
};

/**
 * Which Host headers are ours. A page of another site can point its own name at this machine (DNS rebinding): it would then read
 * everything under that name. The names of the loopback are ours on any port, else only the host that the public address names, and
 * those of tenants.
 */
export function ownAddresses(
  publicUrl: string | undefined,
  ofTenants: readonly TenantAddress[] = [],
): OwnAddresses {
  const ours = publicUrl === undefined ? undefined : new URL(publicUrl);
  const protocol = ours?.protocol ?? 'http:';
  const tenantOf = (header: string | undefined) => {
    const url = urlOf(protocol, header);
    return url && ofTenants.find(({ origin }) => origin === url.origin);
  };
  return {
    isSecure: protocol === 'https:',
    isAllowed: (header) => {
      const url = urlOf(protocol, header);
      if (url === undefined) return false;
      return LOOPBACK.test(url.hostname) || url.host === ours?.host || tenantOf(header) !== undefined;
    },
    originOf: (header) => {
      if (ours !== undefined && header === ours.host) return ours.origin;
      return tenantOf(header)?.origin ?? `http://${header ?? ''}`;
    },
    tenantAt: (header) => tenantOf(header)?.tenant,
  };
}

function urlOf(protocol: string, header: string | undefined): URL | undefined {
  if (header === undefined || !/^[\w.:[\]-]+$/.test(header)) return undefined;
  const address = `${protocol}//${header}`;
  return URL.canParse(address) ? new URL(address) : undefined;
}
