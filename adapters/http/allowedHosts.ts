/** As URL writes them. */
const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/**
 * Which Host headers are ours. There is no sign-in yet, and a page of another site can point its
 * own name at this machine (DNS rebinding): it would then read everything under that name. The
 * names of the loopback are ours on any port, else only the host that the public address names.
 */
export function allowedHosts(publicUrl: string | undefined): (host: string | undefined) => boolean {
  const ownHost = publicUrl === undefined ? undefined : new URL(publicUrl).host;
  const protocol = publicUrl === undefined ? 'http:' : new URL(publicUrl).protocol;
  return (header) => {
    if (header === undefined || !/^[\w.:[\]-]+$/.test(header)) return false;
    const address = `${protocol}//${header}`;
    if (!URL.canParse(address)) return false;
    const { host, hostname } = new URL(address);
    return LOOPBACK.test(hostname) || host === ownHost;
  };
}
