import { randomUUID } from 'node:crypto';
import type { InjectOptions } from 'fastify';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { apiRoutes } from '../../adapters/http/apiRoutes.ts';
import { levelsOf, markedIn, namesInAnswer, placesInFile, textsOf } from '../support/api/bodies.ts';
import { nobodys, told, valuesIn, watch } from '../support/api/crossing.ts';
import { type AnyRoute, placesOf, put, requestOf, thingFor } from '../support/api/request.ts';
import { servedDatabase } from '../support/api/servedDatabase.ts';
import { makeWorld, type World } from '../support/api/world.ts';

// Every property of every request: what nobody asked for is refused, and a name of the other tenant in
// any text, header, file or filter is answered as one that nobody has. `npm run deep` sends every kind of name
// to every text, each with things made for it alone.

const DEEP = process.env.OPENREBATE_DEEP === '1';

const { database, api } = await servedDatabase();
const own = await makeWorld(database, api, 'OWN', 3);
const foreign = await makeWorld(database, api, 'VICTIM', 3);
// Names of the other tenant are sent from here, so that they are never met again in what is one's own.
const prober = await makeWorld(database, api, 'PROBER', 3);
const stateOfForeign = await watch(database, foreign);

let probes = 0;
const ask = (request: InjectOptions, key = own.admin.key) => {
  probes += 1;
  // Each from another machine: whoever knocks too often at the door is not let in any more.
  return api.call(key, { remoteAddress: `10.0.${Math.floor(probes / 250)}.${probes % 250}`, ...request });
};

/** Names that things of a world go by, for every kind of field. */
const namesIn = ({ mark, tenant, admin }: World): readonly string[] => [
  `${mark}-A`,
  `${mark}-CO`,
  `${mark}-P1`,
  `${mark}-X`,
  `${mark}-D-${mark}-P1`,
  mark.toLowerCase(),
  tenant,
  admin.id,
];

/** Which of them a field is likely to take; all of them in `deep`. */
function namesFor(at: readonly string[]): readonly string[] {
  const [agreement, company, partner, product, document] = namesIn(foreign) as [
    string,
    string,
    string,
    string,
    string,
  ];
  const field = at.findLast((part) => !/^\d+$/.test(part)) ?? '';
  if (DEEP) return namesIn(foreign);
  const has = (...words: readonly string[]) => words.some((word) => field.toLowerCase().includes(word));
  if (has('company')) return [company];
  if (has('product', 'item')) return [product];
  if (has('document')) return [document];
  if (field === 'id' || has('agreement', 'like', 'name')) return [agreement];
  return [partner];
}

/** Bodies for the marked places that no example shows. */
const BESIDE_EXAMPLES: Readonly<
  Record<
    string,
    readonly {
      readonly mark: string;
      readonly kind: string;
      readonly at: readonly string[];
      readonly body: object;
    }[]
  >
> = {
  commentAgreement: [{ mark: '.proposal proposal', kind: 'proposal', at: ['proposal'], body: { text: 'x' } }],
  assignBankEntry: [
    { mark: '.run paymentRun', kind: 'paymentRun', at: ['run'], body: { run: '', reason: 'x' } },
    { mark: '.claim claim', kind: 'claim', at: ['claim'], body: { claim: '', reason: 'x' } },
    {
      ...{ mark: '.document settlement', kind: 'settlement', at: ['document'] },
      body: { document: '', reason: 'x' },
    },
    {
      ...{ mark: '.parts[].claim claim', kind: 'claim', at: ['parts', '0', 'claim'] },
      body: { parts: [{ claim: '', amount: '1.00' }], reason: 'x' },
    },
    {
      ...{ mark: '.parts[].document settlement', kind: 'settlement', at: ['parts', '0', 'document'] },
      body: { parts: [{ document: '', amount: '1.00' }], reason: 'x' },
    },
  ],
  tryApprovalRules: [
    {
      ...{ mark: '.partner partner', kind: 'partner', at: ['partner'] },
      body: {
        ...{ subject: 'agreement', direction: 'customerRebate', programme: 'volume' },
        ...{ partner: '', amount: '50000.00', currency: 'EUR' },
      },
    },
  ],
  enterSandbox: [{ mark: '.partner partner', kind: 'partner', at: ['partner'], body: { partner: '' } }],
  replayQuarantine: [{ mark: '.import import', kind: 'import', at: ['import'], body: {} }],
  openFund: [
    {
      mark: '.partner partner',
      kind: 'partner',
      at: ['partner'],
      body: {
        ...{ code: randomUUID(), company: 'PROBER-CO', partner: '', title: 'x', currency: 'EUR' },
        ...{ budget: '1.00', firstDay: '2026-01-01', lastDay: '2026-12-31', claimDays: 30, percent: '50' },
      },
    },
  ],
  createPerson: [
    {
      mark: '.partners[] partner',
      kind: 'partner',
      at: ['partners', '0'],
      body: { login: randomUUID(), name: 'x', partners: [''] },
    },
  ],
  inviteMember: [
    {
      mark: '.partners[] partner',
      kind: 'partner',
      at: ['partners', '0'],
      body: {
        ...{ email: `${randomUUID()}@example.com`, name: 'x', partners: [''], language: 'en' },
        roles: [{ role: 'partnerUser' }],
      },
    },
  ],
  createPersons: [
    {
      mark: '.items[].partners[] partner',
      kind: 'partner',
      at: ['items', '0', 'partners', '0'],
      body: { items: [{ login: randomUUID(), name: 'x', partners: [''] }], allOrNothing: true },
    },
  ],
  changePerson: [
    {
      mark: '.partners[] partner',
      kind: 'partner',
      at: ['partners', '0'],
      body: { name: 'x', partners: [''], isActive: true },
    },
  ],
  issueKey: [
    {
      mark: '.holder.id service',
      kind: 'service',
      at: ['holder', 'id'],
      body: {
        holder: { kind: 'service', id: '' },
        label: 'x',
        scopes: [],
        expiresAt: '2027-06-30T00:00:00.000Z',
      },
    },
  ],
};

const SET_BY_SERVER = [
  'tenant',
  'tenantId',
  'tenant_id',
  'id',
  'version',
  'createdAt',
  'actor',
  'secret',
  '__x',
];

/** Lists of what was done, or is called so: the prober has things of its own that are called as those of the other tenant. */
const SHOWS_DEEDS = ['listAudit', 'packAudit', 'findThings', 'listHierarchy'];
/** The first word counts, the second is proposed, the third has to wait: whatever they say, no two of them are answered alike. */
const SAID_ONCE = ['setDocumentSeries'];
/** What each call uses up, so that it is asked of a thing of its own each time. */
const USED_UP = ['replyToConfirmation', 'denyDeduction', 'claimActivity', 'settleActivity'];

/** What is made anew at each call says nothing: secrets, ids, numbers, days, instants, hashes. */
function plain(text: string): string {
  return text
    .replaceAll(/ork_[\w-]+|whsec_[\w+/=]+/g, 'K')
    .replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'U')
    .replaceAll(/\b[0-9a-f]{12,}\b/g, 'H')
    .replaceAll(/\d+/g, '9');
}

/** Foreign and missing, a missing one before and after: an effect of our own call is no sign of the other. */
async function isToldAlike(
  request: (name: string) => InjectOptions | Promise<InjectOptions>,
  name: string,
  key = prober.admin.key,
): Promise<void> {
  const missing = nobodys(name);
  // As long as the first one: what is too long is refused for that.
  const other = missing.startsWith('NOBODY-') ? missing.replace('NOBODY-', 'NOONES-') : nobodys(missing);
  const said = [name, missing, other].flatMap((text) => [text, JSON.stringify(text).slice(1, -1)]);
  const answerTo = async (text: string) => plain(told(await ask(await request(text), key), said));
  const before = await answerTo(missing);
  const toForeign = await answerTo(name);
  expect(toForeign).not.toContain('VICTIM');
  if (toForeign !== before) expect(toForeign).toBe(await answerTo(other));
}

async function ownRequest(route: AnyRoute, world = own): Promise<InjectOptions> {
  const { values, version } = await valuesIn(route, world);
  return requestOf(route, values, version);
}

describe.each(apiRoutes.map((route, number) => [route.id, route, number] as const))(
  '%s',
  (_, route, number) => {
    it('is reached at every place that is marked as a name', async () => {
      const reached = placesOf(route).filter((place) => place.in === 'body');
      const marks = reached.map(
        ({ at, kind }) => `${at.map((part) => (/^\d+$/.test(part) ? '[]' : `.${part}`)).join('')} ${kind}`,
      );
      const left = markedIn(route).filter((place) => !marks.includes(place));
      expect(left).toEqual((BESIDE_EXAMPLES[route.id] ?? []).map(({ mark }) => mark));
      for (const { at, body, kind } of BESIDE_EXAMPLES[route.id] ?? []) {
        const { id } = await thingFor(route, kind, foreign);
        const before = await stateOfForeign();
        const request = await ownRequest(route, prober);
        await isToldAlike((text) => {
          const payload = { ...structuredClone(body) };
          put(payload, at, text);
          return { ...request, payload };
        }, id);
        expect(await stateOfForeign()).toBe(before);
      }
    });

    it('takes no property that it does not know or that the server sets, at any level', async () => {
      if (route.body === undefined) return;
      const request = await ownRequest(route);
      // Every third of them, and other ones of the next operation; all of them in `deep`.
      const names = [...new Set([...SET_BY_SERVER, ...namesInAnswer(route)])].filter(
        (__, at) => DEEP || (at + number) % 3 === 0,
      );
      for (const { at, known, isClosed } of levelsOf(route)) {
        for (const name of names.filter((one) => !known.has(one))) {
          const payload = structuredClone(request.payload) as object;
          put(payload, [...at, name], foreign.tenant);
          const answer = await ask({ ...request, payload });
          if (isClosed)
            expect([at, name, answer.status, answer.body.code]).toEqual([
              at,
              name,
              400,
              'body-field-unknown',
            ]);
          else expect(answer.status).toBeLessThan(500);
          expect(JSON.stringify(answer.body)).not.toContain('VICTIM');
        }
      }
    });

    it('takes a name of the other tenant in any of its texts for one that nobody has', async () => {
      if (route.body === undefined || SAID_ONCE.includes(route.id)) return;
      const before = await stateOfForeign();
      let request = await ownRequest(route, prober);
      // Every second of its texts, and the other ones of the next operation; all of them in `deep`.
      const texts = textsOf(route.example?.body).filter((_at, index) => DEEP || (index + number) % 2 === 0);
      for (const at of texts) {
        for (const name of namesFor(at)) {
          if (DEEP) request = await ownRequest(route, prober);
          await isToldAlike(async (text) => {
            const asked = USED_UP.includes(route.id) ? await ownRequest(route, prober) : request;
            const payload = structuredClone(asked.payload) as object;
            put(payload, at, text);
            return { ...asked, payload };
          }, name);
        }
      }
      expect(await stateOfForeign()).toBe(before);
    });

    it('takes a name of the other tenant in any cell of a file for one that nobody has', async () => {
      if (route.upload === undefined) return;
      const before = await stateOfForeign();
      let request = await ownRequest(route, prober);
      for (const { at, filled } of placesInFile(route.example?.file ?? '')) {
        for (const name of namesFor(at)) {
          if (DEEP) request = await ownRequest(route, prober);
          await isToldAlike(async (text) => {
            const asked = USED_UP.includes(route.id) ? await ownRequest(route, prober) : request;
            return { ...asked, payload: filled(text) };
          }, name);
        }
      }
      expect(await stateOfForeign()).toBe(before);
    });

    it('shows nothing of the other tenant by a filter, a value or a cursor of its list', async () => {
      const before = await stateOfForeign();
      for (const [name, { schema }] of Object.entries(route.query)) {
        const world = SHOWS_DEEDS.includes(route.id) ? own : prober;
        const request = await ownRequest(route, world);
        const given = (value: string) => {
          const url = new URL(String(request.url), 'http://x');
          url.searchParams.set(name, value);
          return { ...request, url: `${url.pathname}${url.search}` };
        };
        const words = wordsOf(schema);
        for (const word of [...words, '%', "' OR '1'='1", '{}', '*']) {
          const answer = await ask(given(word), route.isRead ? own.admin.key : prober.admin.key);
          expect([name, word, answer.status < 500]).toEqual([name, word, true]);
          if (route.isRead) expect(told(answer, [])).not.toContain('VICTIM');
        }
        // What is said back inside an archive is not seen as text.
        if (words.length > 0 || (route.id === 'packAudit' && name === 'seed')) continue;
        for (const one of DEEP ? namesIn(foreign) : namesIn(foreign).slice(2, 3))
          await isToldAlike(given, one, world.admin.key);
      }
      expect(await stateOfForeign()).toBe(before);
      if (route.query.cursor === undefined) return;
      const next = await cursorOf(foreign);
      if (next === undefined) return;
      const request = await ownRequest(route);
      const answer = await ask({ ...request, url: `${String(request.url).split('?')[0]}?cursor=${next}` });
      expect(JSON.stringify(answer.body)).not.toContain('VICTIM');
    });

    /** Where the second page of the other tenant begins; its list is as long as the example makes it. */
    async function cursorOf(world: World): Promise<string | undefined> {
      const { values, version } = await valuesIn(route, world);
      const request = requestOf(route, values, version);
      const answer = await ask(
        { ...request, url: `${String(request.url).split('?')[0]}?limit=1` },
        world.admin.key,
      );
      return answer.body.next ?? undefined;
    }

    it('takes no key of a write and no version of the other tenant for its own', async () => {
      if (route.isRead) return;
      const theirs = await valuesIn(route, foreign);
      const key = { 'idempotency-key': randomUUID() };
      const sent = requestOf(route, theirs.values, theirs.version);
      await ask({ ...sent, headers: { ...sent.headers, ...key } }, foreign.admin.key);
      const before = await stateOfForeign();
      const request = await ownRequest(route);
      const answer = await ask({ ...request, headers: { ...request.headers, ...key } });
      const refused = route.example?.refused;
      expect(refused ?? answer.status).toBe(refused === undefined ? route.status : answer.body.code);
      expect(JSON.stringify(answer.body)).not.toContain('VICTIM');
      if (route.version === 'needed') {
        const { values, version } = await valuesIn(route, own);
        if (theirs.version !== version) {
          const seen = async (text: string) => {
            const again = requestOf(route, values, text);
            return told(await ask(again), [text]);
          };
          const toForeign = await seen(theirs.version ?? '');
          expect(toForeign).toBe(await seen(`${theirs.version}0`));
        }
      }
      expect(await stateOfForeign()).toBe(before);
    });
  },
);

/** The words of a parameter that knows its words. */
function wordsOf(schema: z.ZodType): readonly string[] {
  const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as { enum?: string[] };
  return json.enum?.map(String) ?? [];
}

it('was asked in every way that there is', () => {
  const places = apiRoutes.flatMap(({ example, query, upload }) => [
    ...textsOf(example?.body),
    ...(upload ? placesInFile(example?.file ?? '') : []),
    ...Object.keys(query),
  ]);
  // Each with a foreign name and with a missing one, at the least.
  expect(probes).toBeGreaterThanOrEqual(2 * places.length);
  process.stdout.write(`${probes} probes of properties\n`);
});
