import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { personWith, serviceWith } from '../support/api/apiServer.ts';
import { servedDatabase } from '../support/api/servedDatabase.ts';
import { makeWorld } from '../support/api/world.ts';

// An agreement from its first draft to what is owed, over HTTP: who may, on what, and when.

const STORY = JSON.parse(
  readFileSync(new URL('../scenarios/storyA/agreement.json', import.meta.url), 'utf8'),
);

const { database, api } = await servedDatabase();
const world = await makeWorld(database, api, 'ACME');
const { tenant } = world;
const writer = await personWith(api, tenant, { scopes: ['agreements:read', 'agreements:write'] });
const approver = await personWith(api, tenant, { scopes: ['agreements:read', 'agreements:approve'] });
const program = await serviceWith(api, tenant, ['agreements:read', 'agreements:write']);

const text = (percent: string) => {
  const [term] = STORY.terms;
  const tiers = { boundary: 'atLeast', rows: [{ from: '1000', percent }] };
  return { ...STORY, id: 'BONUS', company: 'ACME-CO', terms: [{ ...term, tiers }] };
};
const get = (url: string, key = writer.key) => api.call(key, { url: `/api/v1/${url}` });
const send = (
  key: string,
  url: string,
  payload: object,
  headers: Record<string, string> = {},
  method: 'POST' | 'PUT' = 'POST',
) => api.call(key, { method, url: `/api/v1/${url}`, payload, headers });
const told = ({ status, body }: { status: number; body: { code?: string } }) =>
  `${status} ${body.code ?? ''}`.trim();
const VALUE = { of: 'expected', amount: '60000' };

describe('a draft over HTTP', () => {
  let id: string;
  let tag: string;

  it('is begun by a program, and saved under the ETag that was read', async () => {
    const begun = await send(program.key, 'proposals', { text: { id: 'BONUS' } });
    expect(begun.status).toBe(201);
    id = begun.body.proposal;
    expect(begun.headers.location).toBe(`/api/v1/proposals/${id}`);
    const read = await get(`proposals/${id}`);
    tag = String(read.headers.etag);
    expect(read.body).toMatchObject({ state: 'draft', revision: 1, kind: 'new', text: { id: 'BONUS' } });
    const body = { text: text('2'), onVersionInForce: false };
    expect(told(await send(writer.key, `proposals/${id}/text`, body, {}, 'PUT'))).toBe(
      '428 if-match-missing',
    );
    expect((await send(writer.key, `proposals/${id}/text`, body, { 'if-match': tag }, 'PUT')).status).toBe(
      200,
    );
    expect(
      told(
        await send(
          writer.key,
          `proposals/${id}/text`,
          { ...body, text: text('9') },
          { 'if-match': tag },
          'PUT',
        ),
      ),
    ).toBe('412 proposal-stale');
  });

  it('is not calculated, nor read as an agreement, before it is approved', async () => {
    expect(told(await get('agreements/BONUS'))).toBe('404 agreement-not-found');
    const listed = (await get('agreements')).body.rows.find(
      (row: { agreement: string }) => row.agreement === 'BONUS',
    );
    expect(listed).toMatchObject({ state: 'draft', version: null, open: [{ id, state: 'draft' }] });
  });

  it('changes its ETag with its state, too', async () => {
    const before = String((await get(`proposals/${id}`)).headers.etag);
    expect(
      (await send(writer.key, `proposals/${id}/submissions`, { revision: 2, value: VALUE })).status,
    ).toBe(201);
    const again = await api.call(writer.key, {
      url: `/api/v1/proposals/${id}`,
      headers: { 'if-none-match': before },
    });
    expect([again.status, again.body.state]).toEqual([200, 'inReview']);
  });

  it('is approved by another person with the right to, and by nobody else', async () => {
    const approval = { submission: 1 };
    expect(told(await send(writer.key, `proposals/${id}/approvals`, approval))).toBe('403 scope-missing');
    expect(told(await send(program.key, `proposals/${id}/approvals`, approval))).toBe('403 scope-missing');
    expect(told(await send(approver.key, `proposals/${id}/approvals`, { submission: 2 }))).toBe(
      '412 proposal-stale',
    );
    const given = await send(approver.key, `proposals/${id}/approvals`, approval);
    expect(given.body).toMatchObject({ level: 'secondPerson', missing: [], version: 1 });
    expect((await get('agreements/BONUS')).body).toMatchObject({ state: 'active', version: 1 });
    expect(told(await send(approver.key, `proposals/${id}/approvals`, approval))).toBe('409 proposal-closed');
  });

  it('approved with a second key of its author is refused: one person is one pair of eyes', async () => {
    const both = await personWith(api, world.tenant, { scopes: ['agreements:write'] });
    const expiresAt = new Date(api.time.now.getTime() + 86_400_000).toISOString();
    const holder = { kind: 'person', id: both.id };
    const issued = await send(world.admin.key, 'keys', {
      holder,
      label: 'second',
      scopes: ['agreements:approve'],
      expiresAt,
    });
    const edits = [{ path: 'terms[0].tiers.rows[0].percent', value: '3' }];
    const begun = await send(both.key, 'agreements/BONUS/amendments', { kind: 'edits', base: 1, edits });
    const proposal = begun.body.proposal;
    expect(
      (await send(both.key, `proposals/${proposal}/submissions`, { revision: 1, value: VALUE })).status,
    ).toBe(201);
    expect(told(await send(issued.body.secret, `proposals/${proposal}/approvals`, { submission: 1 }))).toBe(
      '403 approver-is-author',
    );
    expect(
      (await send(approver.key, `proposals/${proposal}/approvals`, { submission: 1 })).body.version,
    ).toBe(2);
  });

  it('tells what changed, in both languages, and who did it', async () => {
    const { changes, words } = (await get('agreements/BONUS/differences?from=1&to=2')).body;
    expect(
      changes.map(({ path, before, after }: Record<string, string>) => `${path} ${before} ${after}`),
    ).toEqual([`terms[${STORY.terms[0].id}].tiers.rows[0].percent 2 3`]);
    expect(words).toHaveLength(1);
    const inChinese = (await get('agreements/BONUS/differences?from=1&to=2&lang=zh-CN')).body.words;
    expect(JSON.stringify(inChinese)).toMatch(/\p{Script=Han}/u);
    const { rows } = (await get('agreements/BONUS/history')).body;
    expect(
      rows.map(({ deed, actor }: { deed: string; actor: string }) => `${deed} ${actor.split(':')[0]}`),
    ).toEqual([
      'begin service',
      'save person',
      'submit person',
      'approve person',
      'begin person',
      'submit person',
      'approve person',
    ]);
  });
});

describe('documents over HTTP', () => {
  const attach = (content: string, name: string) =>
    api.call(writer.key, {
      method: 'POST',
      url: `/api/v1/agreements/BONUS/documents?name=${encodeURIComponent(name)}`,
      payload: content,
      headers: { 'content-type': 'application/octet-stream' },
    });

  it('go in by their content, and out as bytes that no browser shows', async () => {
    const done = await attach('%PDF-1.7\n', 'Contract "2026".pdf');
    expect(done.body).toMatchObject({ name: 'Contract _2026_.pdf', mediaType: 'application/pdf' });
    const out = await get(`agreement-documents/${done.body.id}`);
    expect(out.body).toBe('%PDF-1.7\n');
    expect(out.headers).toMatchObject({
      'content-type': 'application/octet-stream',
      'x-content-type-options': 'nosniff',
      'content-disposition': `attachment; filename="Contract__2026_.pdf"; filename*=UTF-8''Contract%20_2026_.pdf`,
    });
    expect(out.headers['content-security-policy']).toContain("default-src 'none'");
  });

  it('that are pages, drawings with scripts or programs stay out, whatever they are called', async () => {
    for (const content of [
      '<html><script>1</script>',
      '<svg onload="1"/>',
      '#!/bin/sh\n',
      '\u007fELF\u0002\u0001\u0001',
    ]) {
      expect(told(await attach(content, 'contract.pdf'))).toBe('400 document-type-not-allowed');
    }
    expect((await get('agreements/BONUS/documents')).body.rows).toHaveLength(1);
  });
});

describe('what is owed and who qualifies, over HTTP', () => {
  it('is answered for any day of either axis, and for one partner', async () => {
    const { rows } = (
      await get('agreements/ACME-A/earnings?effective=2026-08-31&partner=ACME-P1', world.admin.key)
    ).body;
    expect(rows.map(({ partner }: { partner: string }) => partner)).toEqual(['ACME-P1']);
    expect(told(await get('agreements/ACME-A/earnings?known=2026-08-30', world.admin.key))).toBe(
      '404 agreement-not-found',
    );
  });

  it('names every partner with its reasons, in the language of the reader', async () => {
    const { rows } = (await get('agreements/ACME-A/qualifying?lang=zh-CN', world.admin.key)).body;
    expect(
      rows.map(({ partner, state }: { partner: string; state: string }) => `${partner} ${state}`),
    ).toEqual(['ACME-P1 eligible', 'ACME-P2 eligible']);
    expect(rows[0].stateText).toBe('符合条件');
    const alone = await get('agreements/ACME-A/qualifying?lang=zh-CN&partner=ACME-P2', world.admin.key);
    expect(alone.body.rows).toEqual([rows[1]]);
  });

  it('is nothing for persons of a partner: a text may name others', async () => {
    const partner = await personWith(api, world.tenant, {
      scopes: ['agreements:read', 'earnings:read'],
      partners: ['ACME-P1'],
    }).catch(() => undefined);
    if (partner === undefined) return;
    for (const url of [
      'agreements',
      'agreements/ACME-A',
      'agreements/ACME-A/history',
      'agreements/ACME-A/qualifying',
      'proposals',
    ]) {
      expect([url, told(await get(url, partner.key))]).toEqual([url, '403 partner-not-allowed']);
    }
  });
});
