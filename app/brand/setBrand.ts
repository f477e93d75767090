import { accept, type Refusal, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import { hex } from '../../core/text/hex.ts';
import { type Actor, actorText } from '../actor.ts';
import { auditDeed } from '../auditDeed.ts';
import { lockSettings } from '../companies/lockSettings.ts';
import type { Accent, Brand, Logo, LogoSize } from '../ports/brandStore.ts';
import type { Ports, TenantId } from '../ports.ts';
import { sameVersion } from '../sameVersion.ts';
import { type Ground, nearest, tooFaint } from './contrast.ts';

export type BrandChange = Pick<Brand, 'name'> & {
  /** The version that the changer has seen. */
  readonly seen: string;
  /** Without one for dark ground it is made of the other. */
  readonly accent?: Pick<Accent, 'light'> & Partial<Accent>;
  /** The hash of a picture that was brought in. */
  readonly logo?: string;
};

/** What is said where nobody has said anything. */
const OURS: Brand = { version: 0 };

export function getBrand(ports: Ports, tenant: TenantId): Promise<Brand> {
  return ports.store.inTenant(tenant, async ({ brand }) => (await brand.brand()) ?? OURS);
}

/**
 * Says what the tenant shows of itself to partners. A colour that could not be read is refused, with the nearest that can.
 * Refuses: version-differs, accent-too-faint (colour, on, contrast, needed, nearest), logo-not-found (logo).
 */
export function setBrand(
  ports: Ports,
  tenant: TenantId,
  { seen, name, accent: given, logo: wanted }: BrandChange,
  actor: Actor,
): Promise<Result<Brand>> {
  const accent = given && { dark: nearest(given.light, 'dark'), ...given };
  const faint = accent === undefined ? [] : faintIn(accent);
  if (faint.length > 0) return Promise.resolve(refused(...faint));
  return ports.store.inTenant(tenant, async (tx) => {
    await lockSettings(tx);
    const before = (await tx.brand.brand()) ?? OURS;
    const same = sameVersion(seen, String(before.version));
    if (!same.ok) return same;
    const logo = wanted === undefined ? undefined : sizeOf(await tx.brand.logo(wanted));
    if (wanted !== undefined && logo === undefined) {
      return refused(refuse('logo-not-found', 'logo', { logo: wanted }));
    }
    const said = { ...(name && { name }), ...(accent && { accent }), ...(logo && { logo }) };
    const brand = { version: before.version + 1, ...said };
    await tx.brand.setBrand(brand, actorText(actor), ports.clock.now());
    const body = { name: name ?? null, accent: accent ?? null, logo: wanted ?? null };
    await auditDeed(ports, tx, { actor, action: 'brand.set', object: String(brand.version), body });
    return accept(brand);
  });
}

function faintIn(accent: Accent): Refusal[] {
  return (['light', 'dark'] as const).flatMap((ground: Ground) => {
    const faint = tooFaint(accent[ground], ground);
    if (faint === undefined) return [];
    const facts = {
      colour: accent[ground],
      on: faint.on,
      contrast: ratioText(faint.contrast),
      needed: '4.5',
      nearest: nearest(accent[ground], ground),
    };
    return [refuse('accent-too-faint', `accent.${ground}`, facts)];
  });
}

function ratioText(hundredths: number): string {
  return `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}`;
}

function sizeOf(logo: Logo | undefined): LogoSize | undefined {
  if (logo === undefined) return undefined;
  const { content: _, ...size } = logo;
  return size;
}

/** A picture whose bytes were looked at, as it is kept. */
export type ReadLogo = Omit<Logo, 'sha256'>;

/**
 * Brings a picture in, which a brand can then name.
 * Refuses: what reading it refuses.
 */
export async function addLogo(
  ports: Ports,
  tenant: TenantId,
  open: () => Promise<Result<ReadLogo>>,
  actor: Actor,
): Promise<Result<LogoSize>> {
  const read = await open();
  if (!read.ok) return read;
  const logo = { ...read.value, sha256: hex(ports.sha256(read.value.content)) };
  const { content: _, ...size } = logo;
  return ports.store.inTenant(tenant, async (tx) => {
    await tx.brand.addLogo(logo, actorText(actor), ports.clock.now());
    await auditDeed(ports, tx, { actor, action: 'brand.logo', object: logo.sha256, body: size });
    return accept(size);
  });
}

/** Refuses: logo-not-found (logo). */
export function openLogo(ports: Ports, tenant: TenantId, sha256: string): Promise<Result<Logo>> {
  return ports.store.inTenant(tenant, async ({ brand }) => {
    const logo = await brand.logo(sha256);
    return logo === undefined ? refused(refuse('logo-not-found', 'logo', { logo: sha256 })) : accept(logo);
  });
}
