import { randomUUID } from 'node:crypto';
import { changePerson } from '../../../app/access/changePerson.ts';
import { inviteMember } from '../../../app/accounts/inviteMember.ts';
import { systemActor } from '../../../app/actor.ts';
import { proposeApprovalRules } from '../../../app/agreements/approvalRules.ts';
import { attachDocument } from '../../../app/agreements/attachDocument.ts';
import { draftAgreement } from '../../../app/agreements/draftAgreement.ts';
import { submitProposal } from '../../../app/agreements/submitProposal.ts';
import { setBankAccount } from '../../../app/bank/setBankAccount.ts';
import { addLogo } from '../../../app/brand/setBrand.ts';
import { setBooksPolicy } from '../../../app/ledger/setBooksPolicy.ts';
import { proposePaymentRules } from '../../../app/payments/paymentRules.ts';
import { APPROVAL_FORMAT, FOUR_EYES } from '../../../core/lifecycle/approvalRules.ts';
import { accept } from '../../../core/refusal/refusals.ts';
import { day, decimal } from '../facts.ts';
import { PAYMENT_RULES } from '../payments.ts';
import { taken } from '../scenario.ts';
import { approvedAdjustment, proposedAdjustment } from './adjustmentFixtures.ts';
import { personWith, serviceWith, signedIn } from './apiServer.ts';
import {
  claimToWriteOff,
  claimUnderRule,
  companyWithRule,
  disputedClaim,
  oneSupplier,
  paidClaim,
  partnersAgreement,
  provenClaim,
  quarantinedMessage,
  sentClaim,
  supplierAgreement,
  supplierDocument,
} from './claimFixtures.ts';
import { contestedBalance, sentBalance } from './confirmationFixtures.ts';
import {
  approvedActivity,
  claimedActivity,
  deductionGivenUp,
  deductionToGiveUp,
  deniedDeduction,
  partnersClaim,
  requestedActivity,
  someDeduction,
  someFund,
} from './fundFixtures.ts';
import {
  fundedAccount,
  paymentOfEntry,
  proposedEntry,
  runIn,
  sentPayment,
  waitingEntry,
} from './paymentFixtures.ts';
import {
  approvedLapse,
  issuedLapse,
  issuedNote,
  postedNote,
  proposedSettlement,
  unnumberedSettlement,
  waitingSetting,
} from './settlementFixtures.ts';
import { cutOverWithFigures, newAgreement, oldCutOver, submittedBulk } from './takenOver.ts';
import { decidedCase, openCase, someBackTest } from './trustFixtures.ts';
import { agreementOf, type World } from './world.ts';

/** A thing that exists in a world: its id or code, and its version where it has an ETag. */
export type Thing = { readonly id: string; readonly version?: string };

/**
 * How to come by a thing of each kind that operations name (`idPart`, `codePart`, `idField`,
 * `codeField`): made anew where an operation changes it. A kind of its own for one operation is
 * named `operationId.kind`, where the thing has to be in a certain state.
 */
export const FIXTURES: Readonly<Record<string, (world: World) => Promise<Thing>>> = {
  agreement: async ({ mark }) => ({ id: `${mark}-A` }),
  tenant: async ({ one }) => ({ id: await one('SELECT code FROM tenant WHERE tenant_id = TENANT') }),
  session: async ({ api, tenant, admin, one }) => {
    await signedIn(api, tenant, admin.id);
    const of = `(SELECT account_id FROM membership WHERE tenant_id = TENANT AND person_id = '${admin.id}')`;
    return {
      id: await one(`SELECT id FROM account_session WHERE ended_at IS NULL AND account_id = ${of} LIMIT 1`),
    };
  },
  // Nobody has one who has not made it at a browser.
  passkey: async () => ({ id: randomUUID() }),
  invitation: async ({ api, tenant, mark }) => {
    const wanted = {
      email: `${randomUUID()}@example.com`,
      name: mark,
      roles: [{ role: 'auditor' as const }],
    };
    const told = { language: 'en' as const, origin: 'http://localhost' };
    return {
      id: taken(await inviteMember(api.ports, tenant, { ...wanted, ...told }, systemActor('cli'))).id,
    };
  },
  audit: async ({ one }) => ({
    id: await one('SELECT id FROM audit WHERE tenant_id = TENANT AND body IS NOT NULL LIMIT 1'),
  }),
  claim: sentClaim,
  'resolveClaimDispute.claim': disputedClaim,
  'returnClaimMoney.claim': paidClaim,
  'askClaimWriteOff.claim': claimUnderRule,
  'decideClaimWriteOff.claim': claimToWriteOff,
  'raiseClaims.agreement': supplierAgreement,
  'previewRaising.agreement': supplierAgreement,
  'submitClaims.agreement': partnersAgreement,
  'previewClaims.agreement': partnersAgreement,
  claimProof: provenClaim,
  claimMessage: quarantinedMessage,
  'recordAcceptance.agreement': oneSupplier,
  'recordAcceptance.document': supplierDocument,
  'getClaimRule.company': companyWithRule,
  settlement: proposedSettlement,
  settlementLine: async () => ({ id: '1' }),
  'getIssuedDocument.settlement': (world) => issuedNote(world),
  'issueSettlement.settlement': approvedLapse,
  'numberSettlement.settlement': unnumberedSettlement,
  'cancelSettlement.settlement': issuedLapse,
  currency: async () => ({ id: 'EUR' }),
  'assignClaimDispute.claim': disputedClaim,
  'replyToClaimDispute.claim': disputedClaim,
  confirmation: contestedBalance,
  'answerConfirmation.confirmation': (world) => sentBalance(world),
  'answerOwnConfirmation.confirmation': (world) => sentBalance(world),
  'fileConfirmation.confirmation': (world) => sentBalance(world),
  confirmationEvent: async () => ({ id: '1' }),
  deduction: someDeduction,
  'getDeduction.deduction': deniedDeduction,
  'askDeductionWriteOff.deduction': deductionToGiveUp,
  'decideDeductionWriteOff.deduction': deductionGivenUp,
  'matchDeductionToClaim.claim': partnersClaim,
  'matchDeductionToSettlement.settlement': postedNote,
  'matchDeductionToEarning.agreement': partnersAgreement,
  adjustment: async (world) => proposedAdjustment(world, await someDocument(world)),
  'withdrawAdjustment.adjustment': async (world) => approvedAdjustment(world, await someDocument(world)),
  'getBooksCurrency.company': companyWithBooks,
  'valueBooks.company': companyWithBooks,
  documentSetting: waitingSetting,
  fund: someFund,
  activity: approvedActivity,
  'decideActivity.activity': requestedActivity,
  'settleActivity.activity': claimedActivity,
  'openFundProof.activity': claimedActivity,
  activityEvent: async () => ({ id: '2' }),
  company: async ({ mark, one }) => ({
    id: `${mark}-CO`,
    version: await one('SELECT business_day::text FROM company WHERE tenant_id = TENANT'),
  }),
  earning: async ({ mark, one }) => ({
    id: await one(`SELECT id FROM earning WHERE tenant_id = TENANT AND partner_id = '${mark}-P1'`),
  }),
  import: async (world) => ({ id: await someImport(world) }),
  job: async (world) => ({ id: await someJob(world) }),
  key: async ({ api, tenant }) => ({ id: (await personWith(api, tenant)).key.split('_')[2] as string }),
  lineSource: async () => ({ id: 'erp' }),
  lineDocument: async ({ mark }) => ({ id: `${mark}-D-${mark}-P1` }),
  lineNumber: async () => ({ id: '1' }),
  // Said for the first time: there is no version yet.
  'setSignInPolicy.only': async () => ({ id: '', version: '0' }),
  'setSsoProvider.only': async () => ({ id: '', version: '0' }),
  // Said for the first time.
  calendar: async ({ mark }) => ({ id: `${mark}-${randomUUID()}`, version: '0' }),
  'setBrand.only': async () => ({ id: '', version: '0' }),
  'setContact.only': async () => ({ id: '', version: '0' }),
  'setMailing.only': async () => ({ id: '', version: '0' }),
  'setRetention.only': async () => ({ id: '', version: '0' }),
  'setTrustPolicy.only': async ({ one }) => ({
    id: '',
    version: await one('SELECT coalesce(max(version), 0)::text FROM trust_policy WHERE tenant_id = TENANT'),
  }),
  trustCase: openCase,
  'releaseTrustCase.trustCase': decidedCase,
  'assignTrustCase.person': async ({ api, tenant }) => ({
    id: (await personWith(api, tenant, { scopes: ['trust:write'] })).id,
  }),
  backTest: someBackTest,
  logo: async ({ api, tenant, mark }) => {
    const picture = { width: 16, height: 16, content: Buffer.from(mark) };
    const open = async () => accept(picture);
    return { id: taken(await addLogo(api.ports, tenant, open, systemActor('cli'))).sha256 };
  },
  mapping: async (world) => ({ id: await someMapping(world) }),
  'importMasterFile.mapping': async (world) => ({ id: await masterMapping(world) }),
  'previewMasterFile.mapping': async (world) => ({ id: await masterMapping(world) }),
  masterKind: async () => ({ id: 'partner' }),
  partner: async ({ mark }) => ({ id: `${mark}-P1` }),
  product: async ({ mark }) => ({ id: `${mark}-X` }),
  'getBankAccount.partner': async (world) => ({ id: await withAccount(world) }),
  'revealBankAccount.partner': async (world) => ({ id: await withAccount(world) }),
  payingAccount: fundedAccount,
  paymentRun: runIn('proposed'),
  'sendPaymentRun.paymentRun': runIn('approved'),
  'getPaymentFile.paymentRun': runIn('sent'),
  payment: (world) => sentPayment(world),
  bankEntry: waitingEntry,
  'assignBankEntry.payment': paymentOfEntry,
  'decideBankEntry.bankEntry': proposedEntry,
  bankAccountChange: async (world) => ({ id: await someAccountChange(world) }),
  // Of whoever asks, so that no rules come into force in the midst of a test.
  paymentRules: async ({ api, tenant, admin }) => {
    const actor = { kind: 'person' as const, id: admin.id };
    const entry = { actor, parsed: PAYMENT_RULES };
    return { id: String(taken(await proposePaymentRules(api.ports, tenant, entry)).version) };
  },
  partnerUser: async ({ api, tenant, mark }) => ({
    id: (await personWith(api, tenant, { scopes: [], partners: [`${mark}-P1`] })).id,
  }),
  person: async ({ api, tenant }) => ({ id: (await personWith(api, tenant)).id, version: '1' }),
  'erasePerson.person': async ({ api, tenant, admin }) => {
    const { id } = await personWith(api, tenant);
    const gone = { id, name: 'x', isActive: false, seen: '1' };
    taken(await changePerson(api.ports, tenant, gone, { kind: 'person', id: admin.id }));
    return { id };
  },
  preview: async (world) => ({ id: await somePreview(world) }),
  proposal: async (world) => ({ id: await someDraft(world), version: '1.0.0.draft' }),
  'approveProposal.proposal': async (world) => ({ id: await inReview(world) }),
  'rejectProposal.proposal': async (world) => ({ id: await inReview(world) }),
  'recallProposal.proposal': async (world) => ({ id: await inReview(world) }),
  'openCutOver.agreement': async (world) => ({ id: await newAgreement(world) }),
  cutOver: cutOverWithFigures,
  'loadCutOver.cutOver': oldCutOver,
  'previewCutOverLoad.cutOver': oldCutOver,
  bulk: submittedBulk,
  commentKind: async () => ({ id: 'agreement' }),
  commentPlace: async ({ mark }) => ({ id: `${mark}-A` }),
  notice: (world) => noticeOf(world, world.admin.id),
  view: async ({ api, tenant, admin }) => {
    const id = randomUUID();
    const view = { id, person: admin.id, list: 'claims' as const, name: id, filter: {}, isDefault: false };
    await api.ports.store.inTenant(tenant, ({ views }) => views.add(view, api.ports.clock.now()));
    return { id };
  },
  subscription: async ({ api, admin }) => {
    const payload = { report: 'liability', filter: {}, format: 'csv', rhythm: 'weekly' };
    const url = '/api/v1/reports/subscriptions';
    return { id: (await api.call(admin.key, { method: 'POST', url, payload })).body.id };
  },
  webhook: someWebhook,
  webhookEvent: someWebhookEvent,
  'endWebhook.webhook': newWebhook,
  document: async (world) => ({ id: await someDocument(world) }),
  // Of whoever asks, so that no rules come into force in the midst of a test.
  approvalRules: async ({ api, tenant, admin }) => {
    const parsed = { format: APPROVAL_FORMAT, ...FOUR_EYES };
    const actor = { kind: 'person' as const, id: admin.id };
    const { version } = taken(await proposeApprovalRules(api.ports, tenant, { actor, parsed }));
    return { id: String(version) };
  },
  service: async ({ api, tenant }) => ({ id: (await serviceWith(api, tenant, ['facts:read'])).id }),
};

/** A company whose books are kept in euros. */
async function companyWithBooks({ api, tenant, mark }: World): Promise<Thing> {
  const company = `${mark}-CO`;
  const rates = { rateOn: 'effective', rateType: 'closing', path: 'direct', fallback: 'blocked' } as const;
  const entry = { company, policy: { currency: 'EUR', ...rates }, actor: AUTHOR };
  taken(await setBooksPolicy(api.ports, tenant, entry));
  return { id: company };
}

/** A partner who has a bank account. */
async function withAccount({ api, tenant, mark }: World): Promise<string> {
  const partner = `${mark}-P1`;
  const account = { holder: mark, iban: 'DE89370400440532013000' };
  const entry = { partner, validFrom: day('2026-01-01'), account, actor: systemActor('cli') };
  taken(await setBankAccount(api.ports, tenant, entry));
  return partner;
}

/** An account that nobody has decided on, on a day of its own. */
async function someAccountChange({ api, tenant, mark, one }: World): Promise<string> {
  const said = await one('SELECT count(*) FROM bank_account WHERE tenant_id = TENANT');
  const account = { holder: mark, iban: 'DE89370400440532013000' };
  const entry = { partner: `${mark}-P1`, validFrom: day('2027-01-01') + Number(said), account };
  const set = taken(await setBankAccount(api.ports, tenant, { ...entry, actor: systemActor('cli') }));
  return String(set.batch);
}

/** A person who is nobody of those who ask. */
const AUTHOR = { kind: 'person' as const, id: 'author' };

/** What tells a person of something; whoever acts for a partner, of something of that partner. */
export async function noticeOf(
  { api, tenant, mark }: World,
  person: string,
  partner?: string,
): Promise<Thing> {
  const id = randomUUID();
  const place = { kind: 'agreement' as const, id: `${mark}-A` };
  const about = { person, kind: 'approved' as const, place, about: place.id, ...(partner && { partner }) };
  const notice = { id, ...about, deed: randomUUID(), at: api.ports.clock.now() };
  await api.ports.store.inTenant(tenant, ({ notices }) => notices.add(notice));
  return { id };
}

/** A new agreement as a draft of somebody else. */
async function someDraft({ api, tenant, mark }: World): Promise<string> {
  const parsed = { ...agreementOf(mark), id: `${mark}-${randomUUID()}` };
  return taken(await draftAgreement(api.ports, tenant, { actor: AUTHOR, parsed })).proposal;
}

async function inReview(world: World): Promise<string> {
  const proposal = await someDraft(world);
  const entry = {
    actor: AUTHOR,
    proposal,
    seen: 1,
    value: { of: 'expected', amount: decimal('1') },
  } as const;
  taken(await submitProposal(world.api.ports, world.tenant, entry));
  return proposal;
}

async function someDocument({ api, tenant, mark }: World): Promise<string> {
  const content = new TextEncoder().encode(`${mark} ${randomUUID()}`);
  const open = async () => accept({ content, mediaType: 'text/plain; charset=utf-8' as const });
  const entry = { actor: AUTHOR, agreement: `${mark}-A`, name: `${mark}.txt`, open };
  return taken(await attachDocument(api.ports, tenant, entry)).id;
}

async function somePreview(world: World): Promise<string> {
  const url = `/api/v1/proposals/${await someDraft(world)}/previews`;
  const asked = await world.api.call(world.admin.key, { method: 'POST', url, payload: {} });
  return asked.body.id;
}

async function someJob({ api, admin, mark }: World): Promise<string> {
  const payload = { agreement: `${mark}-A` };
  const asked = await api.call(admin.key, { method: 'POST', url: '/api/v1/calculations', payload });
  return asked.body.id;
}

/** One row that waits in quarantine. */
async function someImport({ api, admin, mark }: World): Promise<string> {
  const names = { side: 'sale', company: `${mark}-CO`, partner: randomUUID(), product: `${mark}-X` };
  const item = { document: randomUUID(), line: '1', ...names, unit: 'EA', currency: 'EUR' };
  const payload = { source: 'api', items: [item], mode: 'goodRows' };
  const done = await api.call(admin.key, { method: 'POST', url: '/api/v1/lines', payload });
  return done.body.import.id;
}

/** A description of files with the columns of our own. */
async function someMapping(world: World): Promise<string> {
  const { mark } = world;
  const description = {
    format: 'openrebate-lines/v1',
    source: 'shop',
    file: 'shop.csv',
    identity: { by: 'lineNumber', document: 'document', line: 'line' },
    fields: {
      side: { constant: 'sale' },
      company: { column: 'company' },
      partner: { column: 'partner' },
      product: { column: 'product' },
      unit: { constant: 'EA' },
      currency: { constant: 'USD' },
    },
  };
  return saved(world, `${mark}-map`, description);
}

/** Of partners in JSON, as the examples have them. */
async function masterMapping(world: World): Promise<string> {
  const description = {
    format: 'openrebate-master/v1',
    kind: 'partner',
    file: 'partners.json',
    reading: { format: 'json', path: 'partners[]' },
    code: { column: 'code' },
    name: { column: 'name' },
    attributes: {},
  };
  return saved(world, `${world.mark}-partners`, description);
}

async function saved({ api, admin }: World, name: string, description: object): Promise<string> {
  const payload = { name, description };
  const done = await api.call(admin.key, { method: 'POST', url: '/api/v1/mappings', payload });
  return done.body.name;
}

async function newWebhook({ api, admin, mark }: World): Promise<Thing> {
  const payload = { name: mark, url: `https://example.com/${mark}`, kinds: ['claim.sent'] };
  const made = await api.call(admin.key, { method: 'POST', url: '/api/v1/webhooks', payload });
  const { id } = made.body.webhook;
  await api.call(admin.key, { method: 'POST', url: `/api/v1/webhooks/${id}/tests` });
  return { id, version: '1' };
}

/** The first one there is; its event is one that was sent to it. */
async function someWebhook(world: World): Promise<Thing> {
  const { rows } = (await world.api.call(world.admin.key, { url: '/api/v1/webhooks' })).body;
  const found = rows.find(({ name }: { name: string }) => name === world.mark);
  return found === undefined ? newWebhook(world) : { id: found.id, version: String(found.version) };
}

async function someWebhookEvent(world: World): Promise<Thing> {
  const { id } = await someWebhook(world);
  const url = `/api/v1/webhooks/${id}/deliveries`;
  return { id: (await world.api.call(world.admin.key, { url })).body.rows[0].event };
}
