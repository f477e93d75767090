import { describe, expect, it } from 'vitest';
import type { EarningFilter } from '../../app/ports.ts';
import { refuse, refused } from '../../core/refusal/refusals.ts';
import { renderStep } from '../../core/wording/renderStep.ts';
import { EARNING, EARNING_ID, EXPLANATION, served, useCases } from '../../test/support/httpAnswers.ts';
import { earningListSchema, earningSchema } from './earningJson.ts';
import { explanationSchema } from './explanationJson.ts';
import { lineSchema } from './lineJson.ts';
import { problemSchema } from './problem.ts';
import { buildServer } from './server.ts';
import type { HttpUseCases } from './useCases.ts';

async function get(url: string, others: Partial<HttpUseCases> = {}, headers: Record<string, string> = {}) {
  const server = await serverOf(others);
  const response = await server.inject({ url, headers });
  await server.close();
  return response;
}

function serverOf(others: Partial<HttpUseCases> = {}) {
  return buildServer({
    ...served(others),
    webFolder: import.meta.dirname,
    version: '1.2.3',
    log: false,
  });
}

/** What the list says of the one earning there is. */
const ROW = {
  id: EARNING_ID,
  agreement: 'A-001',
  agreementName: { en: 'Volume bonus', 'zh-CN': '销量返利' },
  term: 'volume',
  direction: 'customerRebate',
  partner: 'P1',
  partnerName: 'Nord & Söhne <GmbH>',
  window: { firstDay: '2026-01-01', lastDay: '2026-12-31' },
  currency: 'EUR',
  amount: '1076.14',
  adjusted: '0.00',
  adjustments: [],
  tier: 1,
  progress: {
    formula: 'wholeVolume',
    boundary: 'atLeast',
    volume: '1500',
    scale: { of: 'quantity', unit: 'EA' },
    tiers: [
      { from: '1000', rates: [{ payout: 'payout', pays: 'percent', rate: '5' }], words: 'from 1,000 units' },
      { from: '2000', rates: [{ payout: 'payout', pays: 'percent', rate: '8' }] },
    ],
    missing: '500',
    missingScale: { of: 'quantity', unit: 'EA' },
    qualifier: '1500',
    payouts: [{ payout: 'payout', value: '21522.75', scale: { of: 'money' } }],
  },
  blockedLines: 1,
  run: { number: 7, batch: 12, effective: '2026-10-01', calculation: '1' },
};

describe('GET /api/v1/earnings', () => {
  it('lists rows, totals by direction and currency, and as of when', async () => {
    const response = await get('/api/v1/earnings');
    expect(response.statusCode).toBe(200);
    expect(response.headers['content-type']).toBe('application/json; charset=utf-8');
    expect(earningListSchema.parse(response.json())).toEqual({
      rows: [ROW],
      total: 51,
      next: expect.stringMatching(/^[\w-]+$/),
      totals: [{ direction: 'customerRebate', currency: 'JPY', amount: '-1234', rows: 51 }],
      due: null,
      asOf: { batch: 12, effective: '2026-10-02', knownOn: '2026-10-02' },
    });
  });

  it.each<[string, EarningFilter]>([
    ['', { limit: 50 }],
    ['?agreement=&partner=&limit=&cursor=', { limit: 50 }],
    ['?limit=500', { limit: 500 }],
    [
      '?agreement=A-001&partner=M%C3%BCller%20%26%20Co',
      { agreement: 'A-001', partner: 'Müller & Co', limit: 50 },
    ],
    ['?partner=Mu%CC%88ller', { partner: 'Müller', limit: 50 }],
    ['?partner=constructor&lang=en', { partner: 'constructor', limit: 50 }],
    ['?incomplete=true', { isIncomplete: true, limit: 50 }],
    ['?incomplete=false', { limit: 50 }],
  ])('selects by %s', async (query, filter) => {
    const asked: EarningFilter[] = [];
    const { listEarnings } = useCases();
    await get(`/api/v1/earnings${query}`, {
      listEarnings: (given) => {
        asked.push(given);
        return listEarnings(given);
      },
    });
    expect(asked).toEqual([filter]);
  });

  it.each(['?partner=P1&partner=P2', '?limit=1&limit=2', '?partner=P1&nobody=asked'])(
    'refuses %s: each parameter is one that there is, and has one value',
    async (query) => {
      const answer = await get(`/api/v1/earnings${query}`);
      expect([answer.statusCode, answer.json().code]).toEqual([400, 'argument-invalid']);
    },
  );

  it('gives an empty selection', async () => {
    const asOf = { batch: 0, effective: 0, knownOn: 0 };
    const none = async () => ({ rows: [], hasMore: false, total: 0, totals: [], asOf });
    const response = await get('/api/v1/earnings', { listEarnings: none });
    expect(earningListSchema.parse(response.json())).toMatchObject({
      rows: [],
      total: 0,
      totals: [],
      next: null,
    });
  });

  it('goes on behind the last row where the cursor comes back, and only for the same selection', async () => {
    const asked: EarningFilter[] = [];
    const listEarnings: HttpUseCases['listEarnings'] = (given) => {
      asked.push(given);
      return useCases().listEarnings(given);
    };
    const { next } = (await get('/api/v1/earnings?partner=P1')).json();
    const followed = await get(`/api/v1/earnings?partner=P1&cursor=${next}`, { listEarnings });
    expect(followed.statusCode).toBe(200);
    const { account, earnedMinor, id } = EARNING;
    const { agreement, partner, term, window } = account;
    expect(asked).toEqual([
      { partner: 'P1', limit: 50, after: { earnedMinor, agreement, partner, term, window, id } },
    ]);
    for (const wrong of [`?cursor=${next}`, `?partner=P2&cursor=${next}`, `?partner=P1&cursor=A${next}`]) {
      const { statusCode, body } = await get(`/api/v1/earnings${wrong}`, { listEarnings });
      expect([statusCode, problemSchema.parse(JSON.parse(body)).code]).toEqual([400, 'cursor-invalid']);
    }
  });
});

describe('GET /api/v1/earnings/{id}', () => {
  it('gives one row', async () => {
    const response = await get(`/api/v1/earnings/${EARNING_ID}`);
    expect(earningSchema.parse(response.json())).toEqual(ROW);
  });

  it('knows yen, which have no cents, and an amount of many digits', async () => {
    const account = { ...EARNING.account, currency: 'JPY' };
    const getEarning: HttpUseCases['getEarning'] = async () => ({
      ok: true,
      value: { ...EARNING, account, earnedMinor: 123_456_789_012_345_678_901n },
    });
    const response = await get(`/api/v1/earnings/${EARNING_ID}`, { getEarning });
    expect(response.json().amount).toBe('123456789012345678901');
  });
});

describe('GET /api/v1/earnings/{id}/explanation', () => {
  const url = `/api/v1/earnings/${EARNING_ID}/explanation`;

  it('works the amount out: steps with their sentences, lines, bookings with causes', async () => {
    const body = explanationSchema.parse((await get(url)).json());
    expect(body).toMatchObject({
      id: EARNING_ID,
      language: 'en',
      earning: ROW,
      agreement: { code: 'A-001', version: 2, name: ROW.agreementName },
      linesTotal: 3,
    });
    expect(body.term).toEqual({ id: 'volume', words: '5 % on everything from 1,000 units' });
    expect(body.lines).toEqual([
      {
        source: 'erp',
        document: 'SO/4711',
        line: '1',
        placedOn: '2026-05-18',
        product: 'X',
        productName: 'Helmet',
        qualifier: '500',
        payout: '7174.25',
        share: '358.71',
      },
      expect.objectContaining({ line: '2', productName: 'Glove', share: '358.71' }),
      {
        source: 'erp',
        document: 'SO/4711',
        line: '3',
        placedOn: '2026-05-18',
        product: 'Z',
        productName: 'Z',
        qualifier: '1/3',
        payout: '7174.25',
      },
    ]);
    expect(body.bookings).toEqual([
      {
        number: 1,
        run: 6,
        effective: '2026-10-01',
        bookedAt: '2026-06-01T10:00:00.000Z',
        delta: '1176.14',
        causes: [{ cause: 'onTimeLines', delta: '1176.14', text: 'new lines' }],
      },
      {
        number: 2,
        run: 7,
        effective: '2026-10-01',
        bookedAt: '2026-10-01T10:00:00.000Z',
        delta: '-100.00',
        causes: [
          { cause: 'lateLines', delta: '20.00', text: 'late lines' },
          { cause: 'returns', delta: '-120.00', text: 'returns' },
        ],
      },
    ]);
  });

  it('keeps the data of every step beside its sentence', async () => {
    const { explanation } = (await get(url)).json();
    const { steps, text, ...step } = explanation;
    expect(step).toEqual({ kind: 'earning', operands: EXPLANATION.explanation.operands });
    expect(text).toContain('P1');
    expect(steps.map(({ text: _, ...data }: { text: string }) => data)).toEqual(
      EXPLANATION.explanation.steps,
    );
    const sentences = renderStep(EXPLANATION.explanation, 'en').steps.map((one) => one.text);
    expect(steps.map((one: { text: string }) => one.text)).toEqual(sentences);
  });

  it.each([
    ['?lang=zh-CN', '', 'zh-CN', '新增明细'],
    ['', 'zh;q=0.9, en;q=0.1', 'zh-CN', '新增明细'],
    ['?lang=en', 'zh-CN', 'en', 'new lines'],
    ['', 'de, fr', 'en', 'new lines'],
    ['?lang=', 'zh-TW', 'zh-CN', '新增明细'],
  ])('speaks the language of %s and of the header "%s"', async (query, header, language, cause) => {
    const response = await get(url + query, {}, header === '' ? {} : { 'accept-language': header });
    const body = explanationSchema.parse(response.json());
    expect(body.language).toBe(language);
    expect(response.headers['content-language']).toBe(language);
    expect(response.headers.vary).toBe('Accept-Language');
    expect(/\p{Script=Han}/u.test(body.explanation.text)).toBe(language === 'zh-CN');
    expect(body.bookings[0]?.causes[0]?.text).toMatch(language === 'en' ? cause : /\p{Script=Han}/u);
  });

  it.each([
    ['?lines=2', ['1', '2']],
    ['?lines=2&lineOffset=2', ['3']],
    ['?lines=0', []],
    ['?lineOffset=3', []],
    ['?lines=1000&lineOffset=1', ['2', '3']],
  ])('gives the lines of %s and the count of all', async (query, expected) => {
    const body = (await get(url + query)).json();
    expect(body.lines.map(({ line }: { line: string }) => line)).toEqual(expected);
    expect(body.linesTotal).toBe(3);
  });

  it('gives at most 200 lines where nothing is said', async () => {
    const [first] = EXPLANATION.lines;
    const lines = Array.from({ length: 201 }, () => first as (typeof EXPLANATION.lines)[number]);
    const explainEarning: HttpUseCases['explainEarning'] = async () => ({
      ok: true,
      value: { ...EXPLANATION, lines },
    });
    const body = (await get(url, { explainEarning })).json();
    expect([body.lines.length, body.linesTotal]).toEqual([200, 201]);
  });
});

describe('GET /api/v1/lines/{source}/{document}/{line}', () => {
  it('says of each term what the line is to it, and why', async () => {
    const body = lineSchema.parse((await get('/api/v1/lines/erp/SO%2F4711/1')).json());
    expect(body).toMatchObject({
      source: 'erp',
      document: 'SO/4711',
      line: '1',
      revision: 1,
      language: 'en',
    });
    const terms = body.terms.map(({ text, agreementName: _, ...rest }) => ({ ...rest, says: text !== '' }));
    expect(terms).toEqual([
      { agreement: 'A-001', term: 'volume', state: 'counted', facts: {}, says: true },
      {
        agreement: 'A-001',
        term: 'growth',
        state: 'excluded',
        reason: 'conditionNotMet',
        facts: { attribute: 'product.group', value: '', wanted: 'helmets' },
        says: true,
      },
      {
        agreement: 'A-001',
        term: 'pallets',
        state: 'blocked',
        reason: 'noUnitPath',
        facts: { from: 'EA', to: 'PF' },
        says: true,
      },
    ]);
  });

  it('finds a line whose parts are written with combined or with single letters', async () => {
    const asked: unknown[] = [];
    const explainLine: HttpUseCases['explainLine'] = async (identity) => {
      asked.push(identity);
      return refused(refuse('line-not-found', 'line', { ...identity }));
    };
    await get('/api/v1/lines/erp/Mu%CC%88%20%2F%3F%23/1', { explainLine });
    expect(asked).toEqual([{ source: 'erp', document: 'Mü /?#', line: '1' }]);
  });
});

describe('what is not there', () => {
  const malformed = [
    '00000000-0000-4000-8000-000000000000',
    '1',
    EARNING_ID.toUpperCase(),
    `${EARNING_ID}0`,
    `{${EARNING_ID}}`,
    '%00',
    "'%20OR%201=1",
    '..%2F..',
    'constructor',
  ];

  it.each(malformed.flatMap((id) => [`/api/v1/earnings/${id}`, `/api/v1/earnings/${id}/explanation`]))(
    '%s is an earning that is not found',
    async (url) => {
      const response = await get(url);
      expect(response.statusCode).toBe(404);
      expect(problemSchema.parse(response.json())).toMatchObject({ code: 'earning-not-found', at: 'id' });
    },
  );

  it.each([
    [`/api/v1/earnings/${'x'.repeat(9000)}`, 'earning-not-found'],
    [`/api/v1/lines/erp/${'9'.repeat(9000)}/1`, 'line-not-found'],
  ])('may be asked for with a very long name (%#)', async (url, code) => {
    const response = await get(url);
    expect([response.statusCode, problemSchema.parse(response.json()).code]).toEqual([404, code]);
    expect(response.body.length).toBeLessThan(2000);
  });

  it('is not asked of the database when it cannot be an id', async () => {
    const asked: string[] = [];
    const getEarning: HttpUseCases['getEarning'] = async (id) => {
      asked.push(id);
      return refused(refuse('earning-not-found', 'id', { id }));
    };
    for (const id of malformed) await get(`/api/v1/earnings/${id}`, { getEarning });
    expect(asked).toEqual(['00000000-0000-4000-8000-000000000000']);
  });

  it.each(['/api/v1/lines/erp/1/1', '/api/v1/lines/erp/%00/1', '/api/v1/lines/e%1Frp/SO%2F4711/1'])(
    '%s is a line that is not found',
    async (url) => {
      const response = await get(url);
      expect(response.statusCode).toBe(404);
      expect(problemSchema.parse(response.json())).toMatchObject({ code: 'line-not-found', at: 'line' });
    },
  );

  it.each([
    '/api/v1',
    '/api/v1/',
    '/api/v2/earnings',
    '/API/v1/earnings',
    '/api/v1/lines/a/b',
    '/%E0%A4%A',
    '/api/v1/earnings/%ZZ',
    '/..%2f..%2fetc/passwd',
    '//api/v1/earnings',
  ])('%s is an address that is not found', async (url) => {
    const response = await get(url);
    expect(response.statusCode).toBe(404);
    expect(problemSchema.parse(response.json()).code).toBe('address-not-found');
  });
});

describe('what is asked wrongly', () => {
  const list = '/api/v1/earnings';
  const explanation = `/api/v1/earnings/${EARNING_ID}/explanation`;

  it.each([
    [`${list}?limit=0`, 'limit'],
    [`${list}?limit=501`, 'limit'],
    [`${list}?limit=-1`, 'limit'],
    [`${list}?limit=1.5`, 'limit'],
    [`${list}?limit=1e2`, 'limit'],
    [`${list}?limit=0x10`, 'limit'],
    [`${list}?limit=%2010`, 'limit'],
    [`${list}?limit=%EF%BC%91`, 'limit'],
    [`${list}?limit=99999999999999999999`, 'limit'],
    [`${list}?limit=1&limit=2`, 'limit'],
    [`${list}?offset=1`, 'offset'],
    [`${list}?cursor=%20`, 'cursor'],
    [`${list}?partner=a%00b`, 'partner'],
    [`${list}?partner=a%0Ab`, 'partner'],
    [`${list}?partner=a&partner=b`, 'partner'],
    [`${list}?agreement=%7F`, 'agreement'],
    [`${list}?lang=de`, 'lang'],
    [`${list}?lang=EN`, 'lang'],
    [`${list}?lang=en&lang=en`, 'lang'],
    [`${list}?partners=P1`, 'partners'],
    [`${list}?__proto__=1`, '__proto__'],
    [`${list}?constructor=1`, 'constructor'],
    [`${list}?limit%5B%5D=1`, 'limit[]'],
    [`/api/v1/earnings/${EARNING_ID}?limit=1`, 'limit'],
    [`${explanation}?lines=1001`, 'lines'],
    [`${explanation}?lines=all`, 'lines'],
    [`${explanation}?lineOffset=-1`, 'lineOffset'],
    [`${explanation}?limit=1`, 'limit'],
    ['/api/v1/lines/erp/SO%2F4711/1?limit=1', 'limit'],
    ['/api/v1/health?deep=1', 'deep'],
    ['/api/v1/openapi.json?v=1', 'v'],
  ])('%s is refused at %s', async (url, at) => {
    const response = await get(url);
    expect(response.statusCode).toBe(400);
    expect(response.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    const problem = problemSchema.parse(response.json());
    expect(problem).toMatchObject({
      type: 'urn:openrebate:refusal:argument-invalid',
      status: 400,
      code: 'argument-invalid',
      at,
    });
    expect(problem.title).toMatch(/^“.*” is not a valid /s);
    expect(problem.errors).toHaveLength(1);
  });

  it('takes a code of 200 characters, and no longer one', async () => {
    const statuses = [200, 201].map(
      async (length) => (await get(`${list}?partner=${'x'.repeat(length)}`)).statusCode,
    );
    expect(await Promise.all(statuses)).toEqual([200, 400]);
  });

  it('names everything that is wrong, in the language asked for', async () => {
    const response = await get(`${list}?limit=x&cursor=!&z=1&lang=zh-CN`);
    const problem = problemSchema.parse(response.json());
    expect(problem.errors.map(({ at }) => at)).toEqual(['z', 'limit', 'cursor']);
    expect(problem.title).toMatch(/\p{Script=Han}/u);
    expect(problem.detail).toContain('limit, cursor');
    expect(response.headers['content-language']).toBe('zh-CN');
  });

  it('is answered in the language of the header where the parameter is wrong', async () => {
    const response = await get(`${list}?lang=xx`, {}, { 'accept-language': 'zh-CN,zh;q=0.9' });
    expect(problemSchema.parse(response.json()).title).toMatch(/\p{Script=Han}/u);
  });
});

describe('HEAD', () => {
  it.each([
    '/api/v1/earnings',
    `/api/v1/earnings/${EARNING_ID}`,
    `/api/v1/earnings/${EARNING_ID}/explanation`,
    '/api/v1/lines/erp/SO%2F4711/1',
    '/api/v1/health',
    '/api/v1/openapi.json',
    '/api/v1/earnings?limit=x',
    '/api/v1/earnings/1',
  ])('%s has the status and headers of GET, and no body', async (url) => {
    const server = await serverOf();
    const [head, whole] = [await server.inject({ method: 'HEAD', url }), await server.inject({ url })];
    expect(head.body).toBe('');
    expect(head.statusCode).toBe(whole.statusCode);
    const own = { date: '', 'x-request-id': '' };
    expect({ ...head.headers, ...own, 'content-length': '' }).toEqual({
      ...whole.headers,
      ...own,
      'content-length': '',
    });
    await server.close();
  });
});
