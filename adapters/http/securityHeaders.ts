import type { FastifyHelmetOptions } from '@fastify/helmet';

const YEAR = 365 * 24 * 60 * 60;

/**
 * What a browser may do with our pages: load from here and nowhere else, run no inline script or
 * style, turn no text into markup, be framed by nobody. Without https in the public address nothing is said about https:
 * a browser would then refuse the plain address of the same machine.
 */
export function securityHeaders(publicUrl: string | undefined): FastifyHelmetOptions {
  const isSecure = publicUrl?.startsWith('https:') === true;
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'"],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        manifestSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
        requireTrustedTypesFor: ["'script'"],
        trustedTypes: ["'none'"],
      },
    },
    frameguard: { action: 'deny' },
    referrerPolicy: { policy: 'no-referrer' },
    strictTransportSecurity: isSecure ? { maxAge: YEAR, includeSubDomains: false } : false,
  };
}

/** Not among helmet's: the machine's sensors are none of a page's business. */
export const PERMISSIONS_POLICY = 'camera=(), geolocation=(), microphone=(), payment=(), usb=()';
