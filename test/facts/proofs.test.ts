import { createHash, generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { isSignedBy, signEd25519 } from '../../adapters/system/ed25519.ts';
import { calculateLines, type LineFileRows } from '../../app/calculation/calculateLines.ts';
import { makeProof, type ProofFrame } from '../../app/proofs/makeProof.ts';
import { openProof } from '../../app/proofs/openProof.ts';
import { type PartnerProof, proveAlone, provePartner } from '../../app/proofs/provePartner.ts';
import { verifyProof } from '../../app/proofs/verifyProof.ts';
import { decodeAgreement } from '../../core/agreement/decodeAgreement.ts';
import type { Adjustment } from '../../core/earning/adjustment.ts';
import type { AdjustmentTexts } from '../../core/earning/adjustmentTexts.ts';
import type { Line } from '../../core/fact/line.ts';
import type { Master } from '../../core/master/master.ts';
import { NO_MASTER } from '../../core/master/master.ts';
import { type Proof, signedBytes } from '../../core/proof/proof.ts';
import type { Result } from '../../core/refusal/refusals.ts';
import type { Json } from '../../core/text/canonicalJson.ts';
import { hex } from '../../core/text/hex.ts';
import {
  agreementText,
  dayOf,
  type JsonObject,
  lineOf,
  masterOfTexts,
  UNITS,
  windowsText,
} from '../support/trade.ts';

function sha256(bytes: Uint8Array): Uint8Array {
  return createHash('sha256').update(bytes).digest();
}

const SALT = '5a'.repeat(32);

/** A budget of 60 euros that three partners share by day: 1 % of 3,000 asked for by P1, P2, P1, P3. */
const BUDGET: JsonObject = {
  tiers: { boundary: 'atLeast', rows: [{ from: '0', percent: '2' }] },
  limits: [{ of: 'amount', scope: 'programme', max: '60', order: 'transactionDate' }],
};
const LINES = [
  lineOf({ document: 'D1', invoiceDate: '2026-01-10', netValue: '1000' }),
  lineOf({ document: 'D2', invoiceDate: '2026-02-10', netValue: '1500', partner: 'P2' }),
  lineOf({ document: 'D3', invoiceDate: '2026-03-10', netValue: '1000' }),
  lineOf({ document: 'D4', invoiceDate: '2026-04-10', netValue: '1000', partner: 'P3' }),
];

function filed(lines: readonly Line[]): LineFileRows[] {
  return [{ sha256: 'a', rows: lines.map((line, row) => ({ row, texts: [], parsed: { line } })) }];
}

type Case = { readonly frame: ProofFrame; readonly lines: readonly Line[] };

function caseOf(
  term: JsonObject,
  lines: readonly Line[] = LINES,
  differs: JsonObject = {},
  master?: Master,
): Case {
  const agreement = agreementText(term, differs) as Json;
  return { frame: { agreement, effective: dayOf('2026-12-31'), ...(master && { master }) }, lines };
}

function resultOf({ frame, lines }: Case) {
  return calculateLines({
    ...frame,
    agreement: accepted(decodeAgreement(frame.agreement)),
    files: filed(lines),
  });
}

function accepted<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Error(JSON.stringify(result.refusals));
}

function proofOf(case_: Case, scope: 'everything' | 'withoutInternal' = 'withoutInternal'): Result<Proof> {
  return makeProof(case_.frame, resultOf(case_), scope, sha256);
}

function partnerProofOf(case_: Case, partner: string): Result<PartnerProof> {
  return provePartner(case_.frame, resultOf(case_).lines, { partner, salt: SALT }, sha256);
}

/** Codes with what they are about. */
function toldOf(result: Result<unknown>): string[] {
  if (result.ok) return [];
  return result.refusals.map(({ code, facts }) =>
    [code, facts.part ?? facts.document ?? facts.mechanism ?? facts.where ?? facts.internal ?? '']
      .join(' ')
      .trim(),
  );
}

function verified(proof: Proof, lines: readonly Line[], master?: Master): string[] {
  return toldOf(verifyProof({ proof, files: filed(lines), ...(master && { master }) }, sha256));
}

const CASE = caseOf(BUDGET);
const WHOLE = accepted(proofOf(CASE));

describe('a proof of all lines', () => {
  it('verifies with its lines in any order, and with one file sent twice', () => {
    expect(verified(WHOLE, LINES)).toEqual([]);
    expect(verified(WHOLE, LINES.toReversed())).toEqual([]);
    expect(verified(WHOLE, [...LINES, ...LINES])).toEqual([]);
  });

  it('is the same, byte for byte, whenever it is made', () => {
    expect(accepted(proofOf(caseOf(BUDGET, LINES.toReversed())))).toEqual(WHOLE);
  });

  const [first, ...rest] = LINES as [Line, ...Line[]];
  const changes: readonly (readonly [string, Partial<Line>])[] = [
    ['value', { netValue: { digits: 100_001n, scale: 2 } }],
    ['quantity', { quantities: { invoiced: { digits: 2n, scale: 0 } } }],
    ['day', { dates: { invoice: dayOf('2026-01-11') } }],
    ['partner', { partner: 'P9' }],
    ['unit', { unit: 'CS' }],
    ['attribute', { attributes: { channel: 'web' } }],
  ];
  it.each(changes)('names a line whose %s was changed', (_, differs) => {
    expect(verified(WHOLE, [{ ...first, ...differs }, ...rest])).toEqual(['proof-line-changed D1']);
  });

  it('names every line that is missing or unknown', () => {
    expect(verified(WHOLE, [first])).toEqual(['D2', 'D3', 'D4'].map((name) => `proof-line-missing ${name}`));
    expect(verified(WHOLE, [...LINES, lineOf({ document: 'D5' })])).toEqual(['proof-line-unknown D5']);
  });

  it.each<readonly [string, (proof: Proof) => Proof, readonly string[]]>([
    [
      'a leaf',
      (proof) => withLeaf(proof, { sha256: '0'.repeat(64) }),
      ['proof-hash-differs lines', 'proof-line-changed D1'],
    ],
    [
      'the root',
      (proof) => ({ ...proof, lines: { ...proof.lines, root: '0'.repeat(64) } }),
      ['proof-hash-differs lines'],
    ],
    [
      'the terms',
      (proof) => ({ ...proof, agreement: { ...proof.agreement, text: '{}' } }),
      ['proof-hash-differs agreement'],
    ],
    ['the version', (proof) => ({ ...proof, calculation: '0' }), ['proof-calculation-differs']],
    ['the day', (proof) => ({ ...proof, effective: '2026-03-31' }), ['proof-earning-differs']],
    ['an amount', (proof) => withEarning(proof, { amount: '40.01' }), ['proof-earning-differs amount']],
    ['an exact amount', (proof) => withEarning(proof, { exact: '41' }), ['proof-earning-differs exact']],
    ['a share', (proof) => withShare(proof, '20.01'), ['proof-earning-differs share D1/1']],
    ['a step', (proof) => withStep(proof), ['proof-earning-differs earning.qualifier']],
    [
      'an earning left out',
      (proof) => ({ ...proof, earnings: proof.earnings.slice(1) }),
      ['proof-earning-differs'],
    ],
    [
      'an earning added',
      (proof) => withEarning(proof, { partner: 'P7' }),
      ['proof-earning-differs', 'proof-earning-differs'],
    ],
  ])('is refused where somebody changed %s', (_, tamper, codes) => {
    expect(verified(tamper(WHOLE), LINES).sort()).toEqual([...codes].sort());
  });

  it('puts terms to the test that were changed together with their hash', () => {
    const text = WHOLE.agreement.text.replace('"percent":"2"', '"percent":"3"');
    const agreement = { text, sha256: hex(sha256(new TextEncoder().encode(text))) };
    expect(new Set(verified({ ...WHOLE, agreement }, LINES))).toEqual(
      new Set(['proof-earning-differs earning.tierReached']),
    );
  });
});

function withLeaf(proof: Proof, differs: object): Proof {
  const leaves = proof.lines.leaves.map((leaf, index) => (index === 0 ? { ...leaf, ...differs } : leaf));
  return { ...proof, lines: { ...proof.lines, leaves } };
}

function withEarning(proof: Proof, differs: object): Proof {
  const earnings = proof.earnings.map((earning, index) =>
    index === 0 ? { ...earning, ...differs } : earning,
  );
  return { ...proof, earnings };
}

function withShare(proof: Proof, share: string): Proof {
  const shares = proof.earnings[0]?.shares.map((entry, index) => (index === 0 ? { ...entry, share } : entry));
  return withEarning(proof, { shares });
}

function withStep(proof: Proof): Proof {
  const explanation = structuredClone(proof.earnings[0]?.explanation) as unknown as {
    steps: { operands: object }[];
  };
  Object.assign(explanation.steps[0]?.operands ?? {}, {
    value: { kind: 'money', value: '1', currency: 'EUR' },
  });
  return withEarning(proof, { explanation });
}

describe('what is internal', () => {
  const lines = [
    lineOf({ netValue: '2000', unitCost: '1.50' }, { attributes: { channel: 'web', margin: '12' } }),
  ];
  const master = masterOfTexts({
    partners: { P1: { country: 'DE', risk: 'high' } },
    products: { A: { category: 'tea', 'price.cost': '1.50 EUR' } },
  });

  it('is in no proof but that for an auditor of ours', () => {
    const made = JSON.stringify(accepted(proofOf(caseOf({}, lines, {}, master))));
    expect(made).toContain('country');
    for (const secret of ['risk', 'high', 'price.cost', '1.50', 'margin']) expect(made).not.toContain(secret);
    const full = JSON.stringify(accepted(proofOf(caseOf({}, lines, {}, master), 'everything')));
    for (const secret of ['risk', 'price.cost']) expect(full).toContain(secret);
  });

  it('is in the hash of a line for an auditor of ours alone', () => {
    const dearer = lines.map((line) => ({ ...line, unitCost: { digits: 2n, scale: 0 } }));
    const [open, full] = [
      accepted(proofOf(caseOf({}, lines))),
      accepted(proofOf(caseOf({}, lines), 'everything')),
    ];
    expect(verified(open, dearer)).toEqual([]);
    expect(verified(full, dearer)).toEqual(['proof-line-changed D1']);
  });

  const condition = (attribute: string) => ({
    eligibility: {
      include: [{ attribute, in: ['x'] }],
      exclude: [],
      attributesAsOf: 'transaction',
      payment: 'any',
      submission: 'any',
    },
  });
  const atCost = { of: 'atPrice', basis: 'invoiced', unit: 'EA', price: { source: 'cost', times: '1' } };
  it.each<readonly [string, JsonObject]>([
    ['margin', { qualifier: { of: 'value', basis: 'margin' } }],
    ['cost', { payout: atCost }],
    ['product.margin.class', condition('product.margin.class')],
    ['partner.risk', condition('partner.risk')],
    ['line.budget', condition('line.budget')],
  ])('%s decides a term: then there is a proof for an auditor of ours alone', (internal, term) => {
    const case_ = caseOf(term, lines);
    expect(toldOf(proofOf(case_))).toEqual([`proof-internal ${internal}`]);
    expect(toldOf(partnerProofOf(case_, 'P1'))).toEqual([`proof-internal ${internal}`]);
    expect(toldOf(proofOf(case_, 'everything'))).toEqual([]);
  });

  it('fields of somebody’s own are nobody else’s business', () => {
    const noted = caseOf({ 'x-note': 'they are desperate' }, lines);
    expect(JSON.stringify(accepted(proofOf(noted, 'everything')))).not.toContain('desperate');
  });
});

describe('a proof for one partner', () => {
  const { proof, opening } = accepted(partnerProofOf(CASE, 'P1'));
  const own = LINES.filter(({ partner }) => partner === 'P1');

  it('shows what others ask for between its lines as figures, and computes its own amount', () => {
    expect(proof.earnings.map(({ partner, amount }) => `${partner} ${amount}`)).toEqual(['P1 30.00']);
    expect(proof.others?.figures).toEqual([
      { of: 'amountLimit', id: 'volume', group: '', firstDay: '2026-01-01', asked: ['0', '30', '20'] },
    ]);
    expect(verified(proof, own)).toEqual([]);
    expect(verified(proof, LINES)).toEqual([]);
  });

  it('is refused where a figure was changed that makes a difference', () => {
    const [figure] = proof.others?.figures ?? [];
    const others = {
      figures: [{ ...figure, asked: ['0', '25', '20'] }],
      commitment: proof.others?.commitment,
    } as unknown as Proof['others'];
    expect(verified({ ...proof, others }, own)).toEqual(['proof-earning-differs exact']);
  });

  const open = (given: Proof, secret = opening, lines: readonly Line[] = LINES) =>
    toldOf(openProof({ proof: given, opening: secret, files: filed(lines) }, sha256));

  it('opens for an auditor with all lines', () => {
    expect(open(proof)).toEqual([]);
    expect(open({ ...proof, signature: { algorithm: 'Ed25519', value: '00' } })).toEqual([]);
  });

  it('does not open with another salt, other figures, other lines, or lines that were changed', () => {
    expect(open(proof, { ...opening, salt: '00'.repeat(32) })).toEqual(['proof-commitment-differs figures']);
    const figures = proof.others?.figures.map((figure) => ({ ...figure, asked: ['0', '30', '21'] })) ?? [];
    const others = { figures, commitment: proof.others?.commitment ?? '' } as Proof['others'];
    expect(open({ ...proof, others })).toEqual(['proof-commitment-differs figures']);
    expect(open(proof, opening, own)).toEqual(['proof-line-missing D2', 'proof-line-missing D4']);
    const dearer = LINES.map((line) =>
      line.partner === 'P2' ? { ...line, netValue: { digits: 9n, scale: 0 } } : line,
    );
    expect(open(proof, opening, dearer)).toEqual(['proof-line-changed D2']);
    expect(open(WHOLE)).toEqual(['proof-commitment-differs figures']);
  });

  it('is made of its lines alone where terms look at nobody else, and opens by them', () => {
    const case_ = caseOf({});
    const reader = { partner: 'P1', salt: SALT };
    expect(proveAlone(CASE.frame, own, reader, sha256)).toBe(undefined);
    const alone = accepted(proveAlone(case_.frame, own, reader, sha256) as Result<PartnerProof>);
    const among = accepted(partnerProofOf(case_, 'P1'));
    expect({ ...alone.proof, others: null }).toEqual({ ...among.proof, others: null });
    expect([alone.proof.others?.figures, among.proof.others?.figures]).toEqual([[], []]);
    expect(verified(alone.proof, own)).toEqual([]);
    expect(open(alone.proof, alone.opening)).toEqual([]);
    expect(open(alone.proof, alone.opening, own)).toEqual([]);
    expect(open(alone.proof, { ...alone.opening, salt: '00'.repeat(32) })).toEqual([
      'proof-commitment-differs figures',
    ]);
    expect(open(among.proof, alone.opening)).toEqual(['proof-commitment-differs figures']);
  });

  it('blinds other partners in the terms', () => {
    const participants = [
      { attribute: 'partner.code', in: ['P2', 'P1', 'P3'] },
      { attribute: 'partner.name', notIn: ['Secret Ltd', 'P1'] },
    ];
    const master = masterOfTexts({ partners: { P1: {}, P2: {}, P3: {} }, products: { A: {} } });
    const baseline = {
      source: {
        entered: [
          { partner: 'P2', value: '777' },
          { partner: 'P1', value: '100' },
        ],
      },
      growthAs: 'percent',
      whenNotPositive: { policy: 'paysNothing' },
      likeForLike: 'no',
    };
    const growth = { formula: 'growthWhole', baseline };
    const case_ = caseOf(growth, LINES, { participants, beneficiary: { partner: 'P3' } }, master);
    const made = accepted(partnerProofOf(case_, 'P1'));
    const { text } = made.proof.agreement;
    expect(text).toContain('{"attribute":"partner.code","in":["#2","P1","#1"]}');
    expect(text).toContain('{"attribute":"partner.name","notIn":["#3","P1"]}');
    expect(text).toContain('"beneficiary":{"partner":"#1"}');
    expect(text).toContain('"entered":[{"partner":"P1","value":"100"}]');
    expect(made.proof.master?.text).not.toMatch(/P2|P3/);
    expect(
      toldOf(openProof({ proof: made.proof, opening: made.opening, files: filed(LINES), master }, sha256)),
    ).toEqual([]);
  });

  it('is there for partners of the calculation alone', () => {
    expect(toldOf(partnerProofOf(CASE, 'P8'))).toEqual(['proof-partner-unknown']);
  });

  const GROUP: JsonObject = {
    by: 'partner.group',
    target: 'group',
    joiners: { qualifier: 'fromJoining', payout: 'fromJoining' },
    leavers: 'finalTier',
    spreadBy: 'payoutMeasure',
    keptPercent: '10',
  };
  const members = masterOfTexts({
    partners: { P1: { group: 'G' }, P2: { group: 'G' }, P3: { group: 'G' } },
    products: { A: {} },
  });
  const grouped = (group: JsonObject, term: JsonObject = {}) => {
    const tiers = { boundary: 'atLeast', rows: [{ from: '4000', percent: '10' }] };
    return caseOf({ tiers, group: { ...GROUP, ...group }, ...term }, LINES, {}, members);
  };

  it('in a group has the sums of all other members', () => {
    const made = accepted(partnerProofOf(grouped({}), 'P1')).proof;
    expect(made.earnings[0]?.amount).toBe('180.00');
    expect(made.others?.figures).toEqual([
      {
        of: 'group',
        id: 'volume',
        group: 'G',
        firstDay: '2026-01-01',
        qualifier: { value: '2500', lines: 2 },
        payouts: { payout: { value: '2500', lines: 2 } },
        slots: { qualifier: { value: '2500', lines: 2 }, 'payout.payout': { value: '2500', lines: 2 } },
      },
    ]);
  });

  it.each([
    ['4500', '180.00'],
    ['4500.01', '0.00'],
  ])('in a group knows whether all together pass a gate of %s', (from, amount) => {
    const measure = { of: 'value', basis: 'net' };
    const gates = { need: 'all', within: 'window', tests: [{ measure, boundary: 'atLeast', from }] };
    const made = accepted(partnerProofOf(grouped({}, { gates }), 'P1')).proof;
    expect(made.earnings[0]?.amount).toBe(amount);
  });

  it.each<readonly [string, JsonObject, JsonObject]>([
    ['groupLeavers', { leavers: 'tierAtLeaving' }, {}],
    ['groupLeavers', { leavers: { nothing: 'isSpread' } }, {}],
    ['groupBuckets', {}, { qualifier: { of: 'count', what: 'document' } }],
  ])('is refused where figures would not do: %s', (mechanism, group, term) => {
    expect(toldOf(partnerProofOf(grouped(group, term), 'P1'))).toEqual([
      `proof-not-for-partner ${mechanism}`,
    ]);
  });

  it('has the cents that a programme rounds together', () => {
    const tiers = { boundary: 'atLeast', rows: [{ from: '0', percent: '1' }] };
    const rounding = { grain: 'programmeWindow', mode: 'halfAwayFromZero', unitRate: 'none' };
    const thirds = ['P1', 'P2', 'P3'].map((partner, index) =>
      lineOf({ document: `D${index}`, partner, netValue: '100.40' }),
    );
    const case_ = caseOf({ tiers, rounding }, thirds);
    const amounts = ['P1', 'P2', 'P3'].map((partner) => accepted(partnerProofOf(case_, partner)).proof);
    expect(amounts.map(({ earnings }) => earnings[0]?.amount)).toEqual(['1.01', '1.00', '1.00']);
    expect(amounts.map(({ others }) => others?.figures[0])).toEqual(
      ['0', '1', '2'].map((ahead) => ({
        of: 'rounding',
        id: 'volume',
        group: '',
        firstDay: '2026-01-01',
        exact: '2.008',
        signs: 'one',
        floored: '200',
        ahead,
      })),
    );
  });

  it('knows that amounts above and below zero are not scaled', () => {
    const tiers = { boundary: 'atLeast', rows: [{ from: '0', percent: '1' }] };
    const rounding = { grain: 'programmeWindow', mode: 'halfAwayFromZero', unitRate: 'none' };
    const returns = { linked: 'originalWindow', unlinked: 'returnWindow', negativeWindow: 'mirror' };
    const lines = ['500', '-499.4', '0.2'].map((netValue, index) =>
      lineOf({ document: `D${index}`, partner: `P${index}`, netValue }),
    );
    const case_ = caseOf({ tiers, rounding, returns }, lines);
    const amounts = ['P0', 'P1', 'P2'].map((partner) => accepted(partnerProofOf(case_, partner)).proof);
    expect(amounts.map(({ earnings }) => earnings[0]?.amount)).toEqual(['5.00', '-4.99', '0.00']);
  });

  it('knows which of its lines came first', () => {
    const limits = [{ of: 'payout', scope: 'programme', max: '15', order: 'arrival' }];
    const rate = {
      qualifier: UNITS,
      payout: UNITS,
      tiers: { boundary: 'atLeast', rows: [{ from: '0', perUnit: '1' }] },
    };
    const sold = (document: string, partner: string, knownOn: string) =>
      lineOf({ document, partner, quantity: '10', knownOn });
    const lines = [
      sold('D1', 'P1', '2026-03-03'),
      sold('D2', 'P2', '2026-03-02'),
      sold('D3', 'P1', '2026-03-01'),
    ];
    const made = accepted(
      partnerProofOf(caseOf({ ...rate, limits, windows: windowsText('year') }, lines), 'P1'),
    ).proof;
    expect(made.earnings[0]?.amount).toBe('10.00');
    const forgotten = lines.filter(({ partner }) => partner === 'P1').map(({ knownOn: _, ...line }) => line);
    expect(verified(made, forgotten)).toEqual([]);
  });

  it('puts a return where its original stood when it became known', () => {
    const limits = [{ of: 'payout', scope: 'programme', max: '15', order: 'arrival' }];
    const tiers = { boundary: 'atLeast', rows: [{ from: '0', perUnit: '1' }] };
    const line = (document: string, partner: string, quantity: string, knownOn: string, of?: string) =>
      lineOf({
        document,
        partner,
        quantity,
        netValue: quantity,
        knownOn,
        ...(of !== undefined && { returnOfDocument: of, returnOfLine: '1' }),
      });
    const lines = [
      line('D0', 'P1', '10', '2026-03-01'),
      line('D1', 'P2', '10', '2026-03-02'),
      line('D2', 'P1', '10', '2026-03-03'),
      line('D3', 'P1', '-10', '2026-03-04', 'D2'),
    ];
    const made = accepted(
      partnerProofOf(caseOf({ qualifier: UNITS, payout: UNITS, tiers, limits }, lines), 'P1'),
    ).proof;
    expect(made.earnings[0]?.amount).toBe('10.00');
    const forgotten = lines
      .filter(({ partner }) => partner === 'P1')
      .map(({ knownOn: _, ...entry }) => entry);
    expect(verified(made, forgotten)).toEqual([]);
  });

  it('counts no partner twice that is paid without lines', () => {
    const fixed = {
      formula: 'fixed',
      tiers: { boundary: 'atLeast', rows: [{ from: '0', amount: '100' }] },
    };
    const participants = [{ attribute: 'partner.code', in: ['P1', 'P2', 'P3'] }];
    const sharedCaps = [{ id: 'c', terms: ['volume'], scope: 'programme', max: '150', spread: 'proRata' }];
    const made = accepted(partnerProofOf(caseOf(fixed, [], { participants, sharedCaps }), 'P1')).proof;
    expect(made.earnings[0]?.amount).toBe('50.00');
    expect(made.others?.figures).toMatchObject([{ of: 'cap', positive: ['0', '200'], negative: '0' }]);
  });
});

describe('a signature', () => {
  const pem = (
    key: { export: (options: { type: 'pkcs8' | 'spki'; format: 'pem' }) => string | Buffer },
    type: 'pkcs8' | 'spki',
  ) => String(key.export({ type, format: 'pem' }));
  const keys = generateKeyPairSync('ed25519');
  const [secret, known] = [pem(keys.privateKey, 'pkcs8'), pem(keys.publicKey, 'spki')];
  const stranger = pem(generateKeyPairSync('ed25519').publicKey, 'spki');
  const signature = accepted(signEd25519(secret, 'k.pem', signedBytes(WHOLE)));
  const signed: Proof = { ...WHOLE, signature: { algorithm: 'Ed25519', value: hex(signature) } };
  const isGood = (proof: Proof, key: string) =>
    accepted(isSignedBy(key, 'k.pem', signedBytes(proof), signature));

  it('belongs to one proof and one key', () => {
    expect(isGood(signed, known)).toBe(true);
    expect(isGood(signed, stranger)).toBe(false);
    expect(isGood({ ...signed, known: '2026-12-31' }, known)).toBe(false);
    expect(verified(signed, LINES)).toEqual([]);
  });

  it('takes an Ed25519 key and nothing else', () => {
    const rsa = generateKeyPairSync('rsa', { modulusLength: 1024 });
    const reasons = [secret.slice(40), pem(rsa.privateKey, 'pkcs8'), known].map((key) => {
      const result = signEd25519(key, 'k.pem', new Uint8Array());
      return result.ok ? '' : result.refusals[0]?.facts.reason;
    });
    expect(reasons).toEqual(['not-pem', 'not-ed25519', 'not-pem']);
  });
});

it('a proof without master data says so, and verifies without any', () => {
  expect(WHOLE.master).toBeNull();
  const empty = accepted(
    makeProof({ ...CASE.frame, master: NO_MASTER }, resultOf(CASE), 'everything', sha256),
  );
  expect(empty.master?.text).toBe('{"categories":[],"partners":[],"products":[],"rates":[]}');
});

describe('what was approved beside the terms', () => {
  const year = { from: dayOf('2026-01-01'), until: dayOf('2027-01-01') };
  const beside = (id: string, partner: string, minor: bigint): Adjustment => ({
    ...{ id, term: 'volume', partner, kind: 'goodwill', wording: `For ${partner}` },
    parts: [{ window: year, countsFrom: dayOf('2026-06-01'), minor }],
  });
  const ADJUSTED = {
    ...CASE,
    frame: { ...CASE.frame, adjustments: [beside('b', 'P2', 300n), beside('a', 'P1', 2500n)] },
  };

  it('is in the proof, by id, and its amounts compute again', () => {
    const proof = accepted(proofOf(ADJUSTED));
    expect(proof.adjustments?.map(({ id, parts }) => [id, parts[0]?.amount])).toEqual([
      ['a', '25.00'],
      ['b', '3.00'],
    ]);
    const amounts = ({ earnings }: Proof) => earnings.map(({ amount }) => Number(amount));
    expect(amounts(proof).map((amount, index) => amount - (amounts(WHOLE)[index] ?? 0))).toEqual([25, 3, 0]);
    expect(verified(proof, LINES)).toEqual([]);
    expect(WHOLE).not.toHaveProperty('adjustments');
  });

  it('is that of one partner alone in a proof for it, which an auditor opens', () => {
    const { proof, opening } = accepted(partnerProofOf(ADJUSTED, 'P1'));
    expect(proof.adjustments?.map(({ partner }) => partner)).toEqual(['P1']);
    expect(JSON.stringify(proof)).not.toContain('For P2');
    const own = LINES.filter(({ partner }) => partner === 'P1');
    expect(verified(proof, own)).toEqual([]);
    const opened = (one: Proof) => toldOf(openProof({ proof: one, opening, files: filed(LINES) }, sha256));
    expect(opened(proof)).toEqual([]);
    const { adjustments: _, ...without } = proof;
    expect(opened(without)).toEqual(['proof-commitment-differs adjustments']);
    const third = accepted(partnerProofOf(ADJUSTED, 'P3')).proof;
    expect(third).not.toHaveProperty('adjustments');
  });

  it('is noticed where somebody changed it, or left it out', () => {
    const proof = accepted(proofOf(ADJUSTED));
    const [first, ...others] = proof.adjustments ?? [];
    const changed = { ...first, parts: [{ ...first?.parts[0], amount: '26.00' }] } as AdjustmentTexts;
    expect(verified({ ...proof, adjustments: [changed, ...others] }, LINES)).toEqual([
      'proof-earning-differs amount',
    ]);
    expect(verified({ ...proof, adjustments: others }, LINES)).toEqual(['proof-earning-differs amount']);
  });
});
