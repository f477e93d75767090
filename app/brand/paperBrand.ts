import type { Language } from '../../core/wording/language.ts';
import type { Logo } from '../ports/brandStore.ts';
import type { Ports, TenantId } from '../ports.ts';

/** What of a brand stands on papers for partners; without any of it they are as plain as papers of nobody. */
export type PaperBrand = {
  readonly name?: string;
  /** For what stands on white, as `#0d5c63`. */
  readonly accent?: string;
  readonly logo?: Logo;
};

export const NO_BRAND: PaperBrand = {};

/** The brand as it is now, or the version with which a paper was issued. */
export function paperBrand(
  ports: Ports,
  tenant: TenantId,
  language: Language,
  version?: number,
): Promise<PaperBrand> {
  return ports.store.inTenant(tenant, async ({ brand }) => {
    const { name, accent, logo: sign } = (await brand.brand(version)) ?? {};
    const logo = sign && (await brand.logo(sign.sha256));
    return {
      ...(name && { name: name[language] }),
      ...(accent && { accent: accent.light }),
      ...(logo && { logo }),
    };
  });
}
