import type { ImportUnderWay } from '../../adapters/http/routes/importRoutes.ts';
import type { Clock, TenantId } from '../../app/ports.ts';

type About = Pick<ImportUnderWay, 'name' | 'kind' | 'isPreview'>;

/** Which files a server reads at this moment, for whom, and how far it is. */
export type ImportsUnderWay = {
  /** Does something with a file that tells how many rows of it were read. */
  readonly follow: <T>(
    tenant: TenantId,
    about: About,
    work: (onProgress: (rows: number) => void) => Promise<T>,
  ) => Promise<T>;
  readonly of: (tenant: TenantId) => readonly ImportUnderWay[];
};

/**
 * An import is one transaction, of which nobody else sees anything before it ends: how far it is stands here, and
 * is gone with the server, as the import is.
 */
export function importsUnderWay(clock: Clock): ImportsUnderWay {
  const running = new Map<symbol, ImportUnderWay & { readonly tenant: TenantId }>();
  return {
    follow: async (tenant, about, work) => {
      const own = Symbol(about.name);
      const begun = { tenant, ...about, startedAt: clock.now() };
      running.set(own, { ...begun, rows: 0 });
      try {
        return await work((rows) => running.set(own, { ...begun, rows }));
      } finally {
        running.delete(own);
      }
    },
    of: (tenant) =>
      [...running.values()].filter((one) => one.tenant === tenant).map(({ tenant: _, ...one }) => one),
  };
}
