import { Readable } from 'node:stream';
import { z } from 'zod';
import type { BrandChange } from '../../../app/brand/setBrand.ts';
import type { ContactChange } from '../../../app/brand/setContact.ts';
import type { Welcome } from '../../../app/brand/showWelcome.ts';
import type { Brand, HelpContact, Logo, LogoSize } from '../../../app/ports/brandStore.ts';
import type { TenantId } from '../../../app/ports.ts';
import { accept, type Result, refuse, refused } from '../../../core/refusal/refusals.ts';
import { plainText } from '../jsonBody.ts';
import { anyPart } from '../parts.ts';
import { bothLanguages } from '../plainTexts.ts';
import { answer, route } from '../route.ts';
import type { Upload } from '../upload.ts';

export type BrandUseCases = {
  readonly showWelcome: (tenant: TenantId | undefined) => Promise<Welcome>;
  /** Refuses: logo-not-found. */
  readonly openWelcomeLogo: (tenant: TenantId | undefined) => Promise<Result<Logo>>;
  readonly getBrand: () => Promise<Brand>;
  readonly ownAddresses: () => Promise<readonly string[]>;
  /** Refuses: version-differs, accent-too-faint, logo-not-found. */
  readonly setBrand: (change: BrandChange) => Promise<Result<Brand>>;
  /** Refuses: logo-not-png, logo-size. */
  readonly addLogo: (upload: Upload) => Promise<Result<LogoSize>>;
  /** Refuses: logo-not-found. */
  readonly openLogo: (sha256: string) => Promise<Result<Logo>>;
  readonly getContact: () => Promise<HelpContact>;
  /** Refuses: version-differs. */
  readonly setContact: (change: ContactChange) => Promise<Result<HelpContact>>;
};

const define = route<BrandUseCases>();

const PNG = 'image/png';
const LOGO_BYTES_MAX = 200 * 1024;
const SHA256 = '5e'.repeat(32);
const AT_DOOR = { isPortal: true, scope: 'none' } as const;
const FOR_ALL = { isPortal: true, isServedByUs: true, scope: 'any' } as const;

const colour = z.string().regex(/^#[0-9a-f]{6}$/);
const said = (max: number) => z.strictObject({ en: plainText(max), 'zh-CN': plainText(max) });
const maybe = (max: number) =>
  z
    .string()
    .max(max)
    .regex(/^\P{Cc}*$/u)
    .normalize('NFC');
const maybeBoth = (max: number) => z.strictObject({ en: maybe(max), 'zh-CN': maybe(max) });

const logoSchema = z.strictObject({ sha256: z.string(), width: z.int(), height: z.int() });
const brandSchema = z.strictObject({
  version: z.int().describe('counts the changes; 0 where nobody has said anything'),
  name: bothLanguages.nullable().describe('what partners read; null: ours'),
  accent: z
    .strictObject({ light: z.string(), dark: z.string() })
    .nullable()
    .describe('the colour of what can be pressed, on light and on dark ground; null: ours'),
  logo: logoSchema.nullable(),
});
const contactSchema = z.strictObject({
  version: z.int().describe('counts the changes; 0 where nobody has said anything'),
  phone: z.string(),
  email: z.string(),
  hours: bothLanguages,
  note: bothLanguages,
});

const LOGO = { sha256: SHA256, width: 320, height: 80 };
const NAME = { en: 'Acme partner portal', 'zh-CN': 'Acme 合作伙伴门户' };
const ACCENT = { light: '#0d5c63', dark: '#62c3bd' };
const BRAND = { version: 1, name: NAME, accent: ACCENT, logo: null };
const CONTACT = {
  version: 1,
  phone: '+49 30 1234567',
  email: 'rebates@acme.example',
  hours: { en: 'Monday to Friday, 9 to 17', 'zh-CN': '周一至周五 9:00—17:00' },
  note: { en: 'Ask for the rebate desk.', 'zh-CN': '请转返利专员。' },
};
const { version: _, ...WANTED_CONTACT } = CONTACT;

export const brandRoutes = [
  define({
    ...AT_DOOR,
    id: 'showWelcome',
    method: 'GET',
    path: '/api/v1/welcome',
    summary: 'What everybody sees who comes to this address: at one of a tenant, its name, sign and contact',
    answer: z.strictObject({
      tenant: z.string().nullable().describe('whose address it is; null: everybody’s'),
      name: z.string().nullable(),
      brand: brandSchema.nullable(),
      contact: contactSchema.nullable(),
    }),
    example: {
      answer: { tenant: 'acme', name: 'Acme Trading', brand: { ...BRAND, logo: LOGO }, contact: CONTACT },
    },
    respond: async ({ from }, { showWelcome }) => {
      const { tenant, name, brand, contact } = await showWelcome(from.at);
      return answer({
        ...{ tenant: tenant ?? null, name: name ?? null },
        ...{ brand: brand ? brandJson(brand) : null, contact: contact ?? null },
      });
    },
  }),
  define({
    ...AT_DOOR,
    id: 'openWelcomeLogo',
    method: 'GET',
    path: '/api/v1/welcome/logo',
    summary: 'The sign of the tenant whose address it is',
    files: [PNG],
    example: { refused: 'logo-not-found' },
    respond: async ({ from }, { openWelcomeLogo }) => logoAnswer(await openWelcomeLogo(from.at)),
  }),
  define({
    ...FOR_ALL,
    id: 'getBrand',
    method: 'GET',
    path: '/api/v1/brand',
    summary: 'What the tenant shows of itself to partners, and at which addresses of its own',
    version: 'shown',
    answer: brandSchema.extend({
      addresses: z
        .array(z.string())
        .describe('as the configuration of the server says; the first is for mails'),
    }),
    example: { answer: { ...BRAND, logo: LOGO, addresses: ['https://partners.acme.example'] } },
    respond: async (_asked, { getBrand, ownAddresses }) => {
      const brand = await getBrand();
      const addresses = [...(await ownAddresses())];
      return answer({ ...brandJson(brand), addresses }, { version: String(brand.version) });
    },
  }),
  define({
    id: 'setBrand',
    method: 'PUT',
    path: '/api/v1/brand',
    summary: 'Say what partners see: name, colour, sign; a colour that cannot be read is refused',
    scope: 'company:write',
    version: 'needed',
    body: z.strictObject({
      name: said(60).nullable(),
      accent: z
        .strictObject({
          light: colour,
          dark: z.exactOptional(colour).describe('left out, it is made of the other'),
        })
        .nullable(),
      logo: z
        .string()
        .regex(/^[0-9a-f]{64}$/)
        .nullable()
        .describe('the hash of a picture that was brought in'),
    }),
    answer: brandSchema,
    example: { body: { name: NAME, accent: ACCENT, logo: null }, answer: BRAND },
    respond: async ({ body: { name, accent, logo }, seenVersion: seen }, { setBrand }) => {
      const wanted = { ...(name && { name }), ...(accent && { accent }), ...(logo !== null && { logo }) };
      const set = await setBrand({ ...wanted, seen });
      if (!set.ok) return set;
      return answer(brandJson(set.value), { version: String(set.value.version) });
    },
  }),
  define({
    id: 'addLogo',
    method: 'POST',
    path: '/api/v1/brand/logos',
    summary: 'Bring a PNG in as a sign; of it only what is drawn is kept. A brand names it by its hash',
    scope: 'company:write',
    upload: { mediaTypes: ['application/octet-stream'], maxBytes: LOGO_BYTES_MAX },
    status: 201,
    answer: logoSchema,
    example: { file: 'GIF89a', answer: LOGO, refused: 'logo-not-png' },
    respond: async ({ upload }, { addLogo }) => {
      const added = await addLogo(upload);
      if (!added.ok) return added;
      return answer(added.value, { location: `/api/v1/brand/logos/${added.value.sha256}` });
    },
  }),
  define({
    ...FOR_ALL,
    id: 'openLogo',
    method: 'GET',
    path: '/api/v1/brand/logos/{logo}',
    summary: 'A sign of the tenant, by its hash',
    parts: { logo: anyPart('logo', 'the hash of a picture that was brought in') },
    files: [PNG],
    example: { path: { logo: SHA256 } },
    respond: async ({ path: { logo = '' } }, { openLogo }) => {
      const isHash = /^[0-9a-f]{64}$/.test(logo);
      return isHash ? logoAnswer(await openLogo(logo)) : refused(refuse('logo-not-found', 'logo', { logo }));
    },
  }),
  define({
    ...FOR_ALL,
    id: 'getContact',
    method: 'GET',
    path: '/api/v1/contact',
    summary: 'Whom people ask for help',
    version: 'shown',
    answer: contactSchema,
    example: { answer: CONTACT },
    respond: async (_asked, { getContact }) => contactAnswer(await getContact()),
  }),
  define({
    id: 'setContact',
    method: 'PUT',
    path: '/api/v1/contact',
    summary: 'Say whom people ask for help; what is empty is not shown',
    scope: 'company:write',
    version: 'needed',
    body: z.strictObject({
      phone: z
        .string()
        .max(40)
        .regex(/^[0-9+()/. -]*$/),
      email: z
        .string()
        .max(254)
        .regex(/^([^\s@<>"?&]{1,64}@[^\s@<>"?&]{1,189})?$/),
      hours: maybeBoth(200),
      note: maybeBoth(500),
    }),
    answer: contactSchema,
    example: { body: WANTED_CONTACT, answer: CONTACT },
    respond: async ({ body, seenVersion: seen }, { setContact }) => {
      const set = await setContact({ ...body, seen });
      return set.ok ? contactAnswer(set.value) : set;
    },
  }),
];

function brandJson({ version, name, accent, logo }: Brand) {
  return { version, name: name ?? null, accent: accent ?? null, logo: logo ?? null };
}

function contactAnswer(contact: HelpContact) {
  return answer(contact, { version: String(contact.version) });
}

function logoAnswer(opened: Result<Logo>) {
  if (!opened.ok) return opened;
  const { content } = opened.value;
  return accept({ download: { content: Readable.from([content]), mediaType: PNG, name: 'logo.png' } });
}
