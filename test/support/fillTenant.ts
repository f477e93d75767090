import { createHash, randomUUID } from 'node:crypto';
import type { Store, TenantId, Tx } from '../../app/ports.ts';
import { APPROVAL_FORMAT, FOUR_EYES } from '../../core/lifecycle/approvalRules.ts';
import { refuse } from '../../core/refusal/refusals.ts';
import {
  AT,
  aDocument,
  addAgreement,
  addMaster,
  aLine,
  anAccount,
  calculateOnce,
  decimal,
  importRows,
  rowsOf,
  TODAY,
  takeBatch,
} from './facts.ts';
import { fillAcceptance, fillClaims } from './fillClaims.ts';
import { fillBalance, fillFunds } from './fillFunds.ts';
import { fillIntake } from './fillIntake.ts';
import { fillMoney } from './fillMoney.ts';
import { fillNotices } from './fillNotices.ts';
import { fillTrust } from './fillTrust.ts';
import { PAYMENT_RULES } from './payments.ts';
import { lineTexts } from './trade.ts';

/**
 * Puts at least one row of a tenant into every table, under names that begin with `mark`; two
 * partners, `mark-P1` and `mark-P2`, have lines, bookings and earnings.
 */
export async function fillTenant(store: Store, tenant: TenantId, mark: string): Promise<void> {
  const partners = [`${mark}-P1`, `${mark}-P2`];
  const rows = partners.map((code) => ({ kind: 'partner' as const, code, name: code, attributes: {} }));
  await addMaster(store, tenant, rows);
  const lines = partners.map((partner) => aLine({ document: `${mark}-${partner}`, partner, product: mark }));
  const bad = { row: 3, texts: [mark], parsed: { refusals: [refuse('line-field-missing', 'unit')] } };
  const { document } = await importRows(store, tenant, [...rowsOf(...lines), bad]);
  await fillIntake(store, tenant, mark, document.id);
  for (const partner of partners) {
    const agreement = `${mark}-${partner}`;
    await addAgreement(store, tenant, agreement);
    await store.inTenant(tenant, (tx) => calculateOnce(tx, { agreement, partner }, 100n));
  }
  await store.inTenant(tenant, async (tx) => {
    await fillFacts(tx, mark, partners[0] as string);
    const account = {
      partner: partners[0] as string,
      validFrom: TODAY,
      batch: await tx.batches.last(),
      sealed: { key: '0123456789abcdef', bytes: Buffer.from(mark) },
    };
    const by = { by: `person:${mark}`, at: AT };
    await tx.bankAccounts.append(account, by);
    const decision = { ...by, is: 'approved' as const, payableFrom: TODAY, reason: mark };
    await tx.bankAccounts.decide(account, { ...decision, batch: account.batch });
    await tx.idempotency.claim(`${mark}-key`, mark, AT);
    await tx.idempotency.answer(`${mark}-key`, mark);
    const entry = {
      id: randomUUID(),
      at: AT,
      actor: { kind: 'service' as const, id: mark },
      action: 'fill',
      object: mark,
      batch: 1,
      body: mark,
    };
    await tx.audit.write(entry);
    const sha = (text: string) => createHash('sha256').update(text).digest('hex');
    const hashes = { bodySha256: sha(mark), entrySha256: sha(mark), previous: sha(mark), hash: sha(mark) };
    await tx.audit.link([{ position: 1, entry: entry.id, ...hashes }]);
    await tx.audit.write({ ...entry, id: randomUUID() });
    const job = {
      id: randomUUID(),
      kind: 'calculate' as const,
      subject: mark,
      requestedBy: `service:${mark}`,
    };
    const jobId = await tx.jobs.add({ ...job, delayMs: 0 });
    const preview = {
      id: randomUUID(),
      jobId,
      agreement: mark,
      requestedBy: `service:${mark}`,
      requestedAt: AT,
    };
    await tx.previews.ask(preview, JSON.stringify(mark));
    await tx.previews.finish(preview.id, mark, AT);
  });
  await store.inTenant(tenant, (tx) => fillDossier(tx, mark));
  await fillAccess(store, tenant, mark);
  await store.inTenant(tenant, (tx) => fillClaims(tx, mark, partners));
  await store.inTenant(tenant, (tx) => fillBalance(tx, mark, partners[0] as string));
  await store.inTenant(tenant, (tx) => fillFunds(tx, mark, partners[0] as string));
  await store.inTenant(tenant, (tx) => fillAcceptance(tx, mark, `${mark}-${partners[0]}`));
  await store.inTenant(tenant, (tx) => fillCutOver(tx, mark));
  await store.inTenant(tenant, (tx) => fillMoney(tx, mark));
  await store.inTenant(tenant, (tx) => fillAdjustment(tx, mark));
  await store.inTenant(tenant, (tx) => fillBooks(tx, mark));
  await store.inTenant(tenant, (tx) => fillSignOn(tx, mark));
  await store.inTenant(tenant, (tx) => fillNotices(tx, mark));
}

/** Books of a company that are kept in euros. */
async function fillBooks(tx: Tx, mark: string): Promise<void> {
  const rates = { rateOn: 'effective', rateType: mark, path: 'direct', fallback: 'blocked' } as const;
  await tx.ledger.setPolicy('NW', { currency: 'EUR', ...rates }, `person:${mark}`, AT);
}

/** An approved amount beside the terms, with the document that shows it. */
async function fillAdjustment(tx: Tx, mark: string): Promise<void> {
  const partner = `${mark}-P1`;
  const { term, window, currency } = anAccount();
  const [document] = await tx.documents.of(mark);
  const adjustment = {
    ...{
      id: randomUUID(),
      agreement: `${mark}-${partner}`,
      term,
      partner,
      currency,
      kind: 'goodwill' as const,
    },
    ...{ reason: mark, wording: mark, document: document?.id ?? '', author: `person:${mark}`, at: AT },
    parts: [{ window, countsFrom: TODAY, minor: 1n }],
  };
  await tx.adjustments.propose(adjustment);
  const batch = await takeBatch(tx, 'adjustments');
  const decision = { is: 'approved' as const, by: `person:${mark}-2`, at: AT, reason: '', batch };
  await tx.adjustments.decide(adjustment, decision);
}

/** A signed cut-over with a load of each kind. */
async function fillCutOver(tx: Tx, mark: string): Promise<void> {
  const [code, by] = [mark, `person:${mark}`];
  const batch = await takeBatch(tx, 'cutOver');
  const agreement = `${mark}-${mark}-P1`;
  const cutOver = { code, company: 'NW', lastDay: TODAY, agreements: [agreement] };
  await tx.cutOvers.open({ cutOver, batch, openedBy: by, at: AT });
  const load = {
    cutOver: code,
    batch,
    name: mark,
    sha256: '0'.repeat(64),
    rows: 1,
    loadedBy: by,
    loadedAt: AT,
  };
  const { term, partner, window, currency } = anAccount({ partner: `${mark}-P1` });
  const place = { row: 1, agreement, term, partner, window, currency };
  const balances = { earned: 1n, recognised: 1n, settled: 1n, paid: 1n, openClaims: 1n };
  const line = aLine({ document: mark, partner });
  const loads = [
    { kind: 'openings' as const, entries: [{ ...place, balances }] },
    { kind: 'history' as const, entries: [{ row: 1, line, texts: totalTexts(mark, partner) }] },
    { kind: 'figures' as const, entries: [{ ...place, minor: 1n }] },
  ];
  for (const content of loads)
    await tx.cutOvers.record({ ...load, id: randomUUID(), kind: content.kind }, content);
  const signature = { batch, signedBy: `person:${mark}-2`, signedAt: AT, note: mark, comparison: mark };
  await tx.cutOvers.sign(code, signature);
}

/** A proposal with every kind of row that its life leaves behind, and rules of approval. */
async function fillDossier(tx: Tx, mark: string): Promise<void> {
  const [id, actor] = [randomUUID(), { kind: 'person' as const, id: mark }];
  const text = { text: JSON.stringify(mark), sha256: '0'.repeat(64), author: actor, at: AT };
  await tx.dossiers.lock(mark);
  await tx.proposals.create({ id, code: mark, kind: 'new', baseVersion: 0 }, text);
  await tx.dossiers.write(mark, { deed: 'begin', actor, at: AT, batch: 0, proposal: id, reason: mark });
  const number = await tx.dossiers.write(mark, { deed: 'attach', actor, at: AT, batch: 0, path: mark });
  const content = new TextEncoder().encode(mark);
  const sha256 = createHash('sha256').update(content).digest('hex');
  const mediaType = 'text/plain; charset=utf-8';
  await tx.documents.add({ id: randomUUID(), code: mark, number, name: mark, mediaType, sha256 }, content);
  const [level] = FOUR_EYES.levels;
  const value = { of: 'expected' as const, amount: decimal('1'), currency: 'EUR' };
  const submission = { submission: 1, revision: 1, rulesVersion: 0, value, levels: [], at: AT };
  await tx.proposals.submit(id, submission, [mark]);
  await tx.proposals.approve(id, 1, { person: `${mark}-2`, level: level?.id ?? '', at: AT });
  const rules = JSON.stringify({ format: APPROVAL_FORMAT, ...FOUR_EYES });
  await tx.approvalRules.propose({ version: 1, text: rules, author: mark, at: AT });
  const bulk = { id: randomUUID(), name: mark, sha256: '0'.repeat(64), rows: 1, submittedBy: mark };
  await tx.bulks.record({ ...bulk, submittedAt: AT }, [{ row: 1, proposal: id }]);
  await tx.approvalRules.confirm(1, mark, `${mark}-2`, 1);
  await tx.paymentRules.propose({ version: 1, text: JSON.stringify(PAYMENT_RULES), author: mark, at: AT });
  await tx.paymentRules.confirm(1, mark, `${mark}-2`, 1);
}

async function fillAccess(store: Store, tenant: TenantId, mark: string): Promise<void> {
  const [person, service] = [randomUUID(), randomUUID()];
  await store.inTenant(tenant, async ({ access }) => {
    const partners = [`${mark}-P1`];
    await access.addPerson({ id: person, login: mark, name: mark, partners, isActive: true, version: 1 });
    await access.addMember(person, randomUUID(), AT);
    const limit = { minor: 100_000n, currency: 'EUR' };
    const grant = { person, role: 'partnerUser' as const, companies: ['AW'], limit, grantedAt: AT };
    await access.addGrant({ id: randomUUID(), ...grant });
    await access.addService({ id: service, code: mark, name: mark });
    await access.setSignInPolicy({ version: 1, needsSecondFactor: false }, `person:${mark}`, AT);
    const holder = { kind: 'person', id: person } as const;
    const expiresAt = new Date(AT.getTime() + 1000);
    const box = { id: randomUUID(), code: `box-${randomUUID().slice(0, 13)}`, name: 'Sandbox' };
    const within = { company: 'AW', timeZone: 'UTC', day: '2026-06-30' };
    const owner = { id: randomUUID(), login: 'owner', name: 'Owner', isActive: true, version: 1 };
    await access.makeSandbox({ ...box, ...within }, [
      {
        person: owner,
        key: {
          id: 'sandbox',
          holder: { kind: 'person', id: owner.id },
          label: 'sandbox',
          scopes: [],
          issuedAt: AT,
          expiresAt,
        },
        secretSha256: 'none',
      },
    ]);
    await access.addKey({ id: mark, holder, label: mark, scopes: [], issuedAt: AT, expiresAt }, mark);
  });
}

/** Somebody who is invited, and a provider by which a person comes in. */
async function fillSignOn(tx: Tx, mark: string): Promise<void> {
  const person = randomUUID();
  await tx.access.addPerson({ id: person, login: `${mark} sso`, name: mark, isActive: true, version: 1 });
  const by = { kind: 'person', id: mark } as const;
  const invitation = { id: randomUUID(), email: `${mark}@example.com`.toLowerCase(), name: mark, roles: [] };
  const kept = { secretSha256: createHash('sha256').update(mark).digest('hex'), lifeMs: 1000 };
  await tx.invitations.add({ ...invitation, invitedBy: by, invitedAt: AT }, kept);
  const secret = { key: '0123456789abcdef', bytes: Buffer.from(mark) };
  const provider = { version: 1, isOn: false, issuer: 'https://id.example.com', clientId: mark, domains: [] };
  await tx.sso.setProvider({ ...provider, secret }, `person:${mark}`, AT);
  await tx.sso.link({ issuer: 'https://id.example.com', subject: mark, person, at: AT });
  await fillBrand(tx, mark);
  const both = { en: mark, 'zh-CN': mark };
  const calendar = { code: mark, version: 1, name: both, calendar: 'fromStart', isOffered: true };
  await tx.calendars.add(calendar, `person:${mark}`, AT);
  await fillTrust(tx, mark);
  await tx.mailing.set({ version: 1, isPaused: false, setAt: AT }, `person:${mark}`);
  await tx.retention.set({ version: 1, days: { jobs: 30 }, setAt: AT }, `person:${mark}`);
}

/** What the tenant shows of itself. */
async function fillBrand({ brand }: Tx, mark: string): Promise<void> {
  const [size, by] = [{ sha256: mark, width: 16, height: 16 }, `person:${mark}`];
  await brand.addLogo({ ...size, content: Buffer.from(mark) }, by, AT);
  const both = { en: mark, 'zh-CN': mark };
  await brand.setBrand(
    { version: 1, name: both, accent: { light: '#000000', dark: '#ffffff' }, logo: size },
    by,
    AT,
  );
  await brand.setContact({ version: 1, phone: mark, email: mark, hours: both, note: both }, by, AT);
}

function totalTexts(mark: string, partner: string): Record<string, string> {
  return lineTexts({
    source: 'cut-over',
    document: mark,
    company: 'NW',
    partner,
    takenOverFrom: '1996-01-01',
    invoiceDate: '1996-12-31',
  });
}

/** A payment and a stock count, each from a file of its own. */
async function fillFacts(tx: Tx, mark: string, partner: string): Promise<void> {
  const batch = await tx.batches.last();
  const options = { ends: 'arrived' as const, at: AT };
  const one = { row: 1, texts: [mark], refusals: [] };
  const said = { source: mark, key: mark, content: mark };
  const payment = {
    source: mark,
    payment: mark,
    paidOn: TODAY,
    documentSource: 'erp',
    document: mark,
    amount: decimal('1'),
    currency: 'USD',
  };
  await tx.facts.stage([{ ...one, fact: { ...said, value: payment } }]);
  await tx.facts.commit('payments', { ...aDocument(mark), id: randomUUID() }, batch, options);
  const count = {
    source: mark,
    company: 'NW',
    partner,
    product: mark,
    day: TODAY,
    quantity: decimal('1'),
    unit: 'EA',
  };
  await tx.facts.stage([{ ...one, fact: { ...said, value: count } }]);
  await tx.facts.commit('stock', { ...aDocument(mark), id: randomUUID() }, batch, options);
}
