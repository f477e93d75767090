import type { Brand, BrandStore, HelpContact, Logo } from '../../app/ports/brandStore.ts';
import type { Session } from './session.ts';

export function brandStore({ tenant, query }: Session): BrandStore {
  return {
    brand: async (version) => {
      const [row] = await query<BrandRow>(
        `SELECT b.version, b.name_en, b.name_zh, b.accent_light, b.accent_dark, b.logo, l.width, l.height
         FROM brand b LEFT JOIN brand_logo l ON l.tenant_id = b.tenant_id AND l.sha256 = b.logo
         WHERE b.tenant_id = $1 AND ($2::integer IS NULL OR b.version = $2)
         ORDER BY b.version DESC LIMIT 1`,
        [tenant, version ?? null],
      );
      return row && brandOf(row);
    },
    setBrand: async ({ version, name, accent, logo }, by, at) => {
      await query(
        `INSERT INTO brand
           (tenant_id, version, name_en, name_zh, accent_light, accent_dark, logo, set_by, set_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
        [
          ...[tenant, version, name?.en ?? null, name?.['zh-CN'] ?? null],
          ...[accent?.light ?? null, accent?.dark ?? null, logo?.sha256 ?? null, by, at],
        ],
      );
    },
    logo: async (sha256) => {
      const [row] = await query<Logo>(
        `SELECT sha256, width, height, content FROM brand_logo WHERE tenant_id = $1 AND sha256 = $2`,
        [tenant, sha256],
      );
      return row;
    },
    addLogo: async ({ sha256, width, height, content }, by, at) => {
      await query(
        `INSERT INTO brand_logo (tenant_id, sha256, width, height, content, added_by, added_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING`,
        [tenant, sha256, width, height, content, by, at],
      );
    },
    contact: async () => {
      const [row] = await query<ContactRow>(
        `SELECT version, phone, email, hours_en, hours_zh, note_en, note_zh FROM help_contact
         WHERE tenant_id = $1 ORDER BY version DESC LIMIT 1`,
        [tenant],
      );
      if (row === undefined) return undefined;
      const { version, phone, email } = row;
      const hours = { en: row.hours_en, 'zh-CN': row.hours_zh };
      return { version, phone, email, hours, note: { en: row.note_en, 'zh-CN': row.note_zh } };
    },
    setContact: async ({ version, phone, email, hours, note }: HelpContact, by, at) => {
      await query(
        `INSERT INTO help_contact
           (tenant_id, version, phone, email, hours_en, hours_zh, note_en, note_zh, set_by, set_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
        [...[tenant, version, phone, email, hours.en, hours['zh-CN'], note.en, note['zh-CN']], ...[by, at]],
      );
    },
  };
}

type BrandRow = {
  readonly version: number;
  readonly name_en: string | null;
  readonly name_zh: string | null;
  readonly accent_light: string | null;
  readonly accent_dark: string | null;
  readonly logo: string | null;
  readonly width: number | null;
  readonly height: number | null;
};

type ContactRow = {
  readonly version: number;
  readonly phone: string;
  readonly email: string;
  readonly hours_en: string;
  readonly hours_zh: string;
  readonly note_en: string;
  readonly note_zh: string;
};

function brandOf({ version, logo: sha256, width, height, ...row }: BrandRow): Brand {
  const { name_en: en, name_zh: zh, accent_light: light, accent_dark: dark } = row;
  return {
    version,
    ...(en !== null && zh !== null && { name: { en, 'zh-CN': zh } }),
    ...(light !== null && dark !== null && { accent: { light, dark } }),
    ...(sha256 !== null && width !== null && height !== null && { logo: { sha256, width, height } }),
  };
}
