import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AuditEntry, type AuditLink, EMPTY_CHAIN, linkAfter } from './auditEntry.ts';
import {
  type AuditFinding,
  beginChain,
  ERASE,
  endChain,
  followChain,
  type LinkedEntry,
} from './verifyChain.ts';

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest();

function entry(at: number, differs: Partial<AuditEntry> = {}): AuditEntry {
  return {
    tenant: 't',
    id: `e${at}`,
    at: `2026-01-31T10:20:30.${String(at).padStart(6, '0')}Z`,
    actor: 'person:anna',
    action: 'key.issue',
    object: `k${at}`,
    batch: at,
    content: { salt: `s${at}`, body: `{"n":${at}}` },
    ...differs,
  };
}

function chained(entries: readonly AuditEntry[]): LinkedEntry[] {
  let head = EMPTY_CHAIN;
  return entries.map((one) => {
    const link = linkAfter(head, one, sha256);
    head = link;
    return { link, entry: one };
  });
}

const chainOf = (length: number) => chained(Array.from({ length }, (_, at) => entry(at + 1)));

/** The findings, whatever the pages are cut like. */
function verify(links: readonly LinkedEntry[], expected?: string, page = 3): AuditFinding[] {
  let state = beginChain(expected);
  const findings: AuditFinding[] = [];
  for (let from = 0; from < links.length; from += page) {
    const followed = followChain(state, links.slice(from, from + page), sha256);
    state = followed.state;
    findings.push(...followed.findings);
  }
  return [...findings, ...endChain(state)];
}

const told = (findings: readonly AuditFinding[]) =>
  findings.map(({ fault, position, entry: id }) => [fault, position, id].filter(Boolean).join(' '));

function withEntry(links: readonly LinkedEntry[], at: number, differs: Partial<AuditEntry>): LinkedEntry[] {
  return links.map((one, index) =>
    index === at && one.entry ? { ...one, entry: { ...one.entry, ...differs } } : one,
  );
}

function withLink(links: readonly LinkedEntry[], at: number, differs: Partial<AuditLink>): LinkedEntry[] {
  return links.map((one, index) => (index === at ? { ...one, link: { ...one.link, ...differs } } : one));
}

describe('a chain of deeds', () => {
  const whole = chainOf(6);
  const [second, fourth] = [whole[1] as LinkedEntry, whole[3] as LinkedEntry];
  const forged = linkAfter((whole[1] as LinkedEntry).link, entry(3, { object: 'k9' }), sha256);
  it.each<[string, readonly LinkedEntry[], string[]]>([
    ['as it was linked', whole, []],
    ['without any entry', [], []],
    ['another object', withEntry(whole, 2, { object: 'k9' }), ['changed 3 e3']],
    ['another actor', withEntry(whole, 0, { actor: 'person:bert' }), ['changed 1 e1']],
    ['a microsecond later', withEntry(whole, 5, { at: '2026-01-31T10:20:30.000007Z' }), ['changed 6 e6']],
    ['another body', withEntry(whole, 2, { content: { salt: 's3', body: '{"n":4}' } }), ['changed 3 e3']],
    [
      'a space in a body',
      withEntry(whole, 2, { content: { salt: 's3', body: '{"n": 3}' } }),
      ['changed 3 e3'],
    ],
    ['another salt', withEntry(whole, 2, { content: { salt: 's4', body: '{"n":3}' } }), ['changed 3 e3']],
    [
      'an entry gone',
      whole.map((one) => (one === second ? { ...one, entry: undefined } : one)),
      ['missing 2 e2'],
    ],
    ['entry and link gone', whole.filter((one) => one !== second), ['missing 2']],
    ['two of them', whole.filter((one) => one !== second && one !== fourth), ['missing 2', 'missing 4']],
    [
      'two entries that changed places',
      whole.map((one) => {
        if (one === second) return { link: { ...fourth.link, position: 2 }, entry: fourth.entry };
        return one === fourth ? { link: { ...second.link, position: 4 }, entry: second.entry } : one;
      }),
      ['moved 2 e4', 'moved 4 e2'],
    ],
    ['an entry gone and the rest moved up', moveUp(whole, 2), ['moved 3 e4', 'moved 4 e5', 'moved 5 e6']],
    [
      'an entry rewritten with a link of its own',
      whole.with(2, { link: forged, entry: entry(3, { object: 'k9' }) }),
      ['broken 4 e4'],
    ],
    ['another hash before it', withLink(whole, 3, { previous: 'f'.repeat(64) }), ['moved 4 e4']],
    ['another hash', withLink(whole, 3, { hash: 'f'.repeat(64) }), ['moved 4 e4']],
    ['content erased', withEntry(whole, 2, { content: undefined }), ['erased 3 e3']],
  ])('%s', (_, links, findings) => {
    expect(told(verify(links))).toEqual(findings);
  });

  it('stays whole where a deed says what was erased', () => {
    const links = chained([entry(1), entry(2), entry(3, { action: ERASE, object: 'e1' })]);
    expect(told(verify(withEntry(links, 0, { content: undefined })))).toEqual([]);
    expect(told(verify(withEntry(links, 1, { content: undefined })))).toEqual(['erased 2 e2']);
  });

  it('holds every hash that it ever ended with, and no other', () => {
    for (const { link } of whole) expect(told(verify(whole, link.hash))).toEqual([]);
    expect(told(verify(whole, EMPTY_CHAIN.hash))).toEqual([]);
    expect(told(verify(whole.slice(0, 4), whole[5]?.link.hash))).toEqual(['unanchored']);
    const rewritten = chained([entry(1), entry(2, { object: 'k9' }), entry(3)]);
    expect(told(verify(rewritten))).toEqual([]);
    expect(told(verify(rewritten, whole[2]?.link.hash))).toEqual(['unanchored']);
  });

  it('is never begun with an entry that has no content', () => {
    expect(() => linkAfter(EMPTY_CHAIN, entry(1, { content: undefined }), sha256)).toThrow('Fault');
  });
});

function moveUp(links: readonly LinkedEntry[], out: number): LinkedEntry[] {
  return links
    .filter((_, at) => at !== out)
    .map((one, at) => ({ ...one, link: { ...one.link, position: at + 1 } }));
}

describe('laws', () => {
  const textField = fc.constantFrom('actor', 'action', 'object', 'at', 'id', 'tenant' as const);
  const linkField = fc.constantFrom('bodySha256', 'entrySha256', 'previous', 'hash' as const);

  it('whatever single thing is changed, something at or after its place is named', () => {
    const length = fc.integer({ min: 1, max: 12 });
    fc.assert(
      fc.property(
        length,
        fc.nat(),
        textField,
        linkField,
        fc.nat(5),
        fc.nat(63),
        (size, where, field, part, kind, digit) => {
          const links = chainOf(size);
          const at = where % size;
          const one = links[at] as LinkedEntry;
          const flip = (text: string) =>
            `${text.slice(0, digit)}${text[digit] === '0' ? '1' : '0'}${text.slice(digit + 1)}`;
          const harmed = [
            () => withEntry(links, at, { [field]: `${one.entry?.[field]}x` }),
            () => withEntry(links, at, { batch: (one.entry?.batch ?? 0) + 1 }),
            () => withEntry(links, at, { content: { salt: 'other', body: '{}' } }),
            () => withLink(links, at, { [part]: flip(one.link[part]) }),
            () => links.map((each, index) => (index === at ? { ...each, entry: undefined } : each)),
            () => withEntry(links, at, { content: undefined }),
          ][kind] as () => LinkedEntry[];
          const positions = verify(harmed()).map(({ position }) => position);
          expect(positions).toContain(at + 1);
        },
      ),
    );
  });

  it('pages say the same, however they are cut', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 20 }),
        fc.integer({ min: 1, max: 20 }),
        fc.nat(19),
        (size, page, out) => {
          const links = chainOf(size).filter((_, at) => at !== out);
          expect(verify(links, undefined, page)).toEqual(verify(links, undefined, 100));
        },
      ),
    );
  });
});
