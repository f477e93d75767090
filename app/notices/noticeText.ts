import { fillText } from '../../core/wording/fillText.ts';
import type { Language } from '../../core/wording/language.ts';
import type { ShownNotice } from '../ports/noticeStore.ts';
import type { NoticeKind } from './noticeKind.ts';
import type { PlaceKind } from './place.ts';

type Words = {
  readonly places: Readonly<Record<PlaceKind, string>>;
  readonly kinds: Readonly<Record<NoticeKind, string>>;
  readonly somebody: string;
};

const EN: Words = {
  places: {
    agreement: 'agreement {about}',
    claim: 'claim {about}',
    deduction: 'deduction {about}',
    settlement: 'settlement with {about}',
    import: 'import {about}',
    adjustment: 'an amount beside the terms of {about}',
    paymentRun: 'a payment run of {about}',
    bankAccount: 'the bank account of {about}',
    confirmation: 'statement of balance',
    webhook: 'webhook {about}',
    trustCase: 'a suspicion about {about}',
    trustCases: '{about} new cases of fraud and leaks',
  },
  kinds: {
    mentioned: '{by} mentions you: {place}',
    approvalWaits: 'Waits for your approval: {place}',
    approved: 'Approved: {place}',
    rejected: 'Turned down: {place}',
    importEnded: 'Your import is in: {about}',
    importQuarantined: 'Your import is in, and rows of it wait: {about}',
    partnerWrote: 'Something new from the partner: {place}',
    claimAnswered: 'Answered: {place}',
    claimDecided: 'Your claim {about} was decided',
    disputeAnswered: 'What you dispute of claim {about} was answered',
    documentIssued: 'A document for you: {about}',
    statementSent: 'A statement of balance for you to confirm',
    agreementToAccept: 'An agreement for you to accept: {about}',
    webhookStopped: 'Stopped, since its address has taken nothing: {place}',
    casesOpened: 'To be decided: {place}',
  },
  somebody: 'Somebody',
};

const ZH: Words = {
  places: {
    agreement: '返利协议 {about}',
    claim: '索赔 {about}',
    deduction: '扣款 {about}',
    settlement: '与 {about} 的结算',
    import: '导入 {about}',
    adjustment: '协议 {about} 条款外的金额',
    paymentRun: '{about} 的付款批次',
    bankAccount: '{about} 的银行账户',
    confirmation: '余额对账单',
    webhook: 'Webhook {about}',
    trustCase: '关于 {about} 的嫌疑',
    trustCases: '{about} 个舞弊与漏失新案件',
  },
  kinds: {
    mentioned: '{by} 提到了您：{place}',
    approvalWaits: '等待您审批：{place}',
    approved: '已批准：{place}',
    rejected: '已驳回：{place}',
    importEnded: '您的导入已完成：{about}',
    importQuarantined: '您的导入已完成，有行待处理：{about}',
    partnerWrote: '合作伙伴有新消息：{place}',
    claimAnswered: '已答复：{place}',
    claimDecided: '您的索赔 {about} 已有决定',
    disputeAnswered: '您对索赔 {about} 提出的争议已得到答复',
    documentIssued: '您有新单据：{about}',
    statementSent: '有一份余额对账单待您确认',
    agreementToAccept: '有一份返利协议待您接受：{about}',
    webhookStopped: '因接收地址一直未接收任何消息，已停止：{place}',
    casesOpened: '待您决定：{place}',
  },
  somebody: '有人',
};

const WORDS: Readonly<Record<Language, Words>> = { en: EN, 'zh-CN': ZH };

/** What concerns a person, in one sentence of their language. */
export function noticeText({ kind, place, about, byName }: ShownNotice, language: Language): string {
  const { places, kinds, somebody } = WORDS[language];
  const named = fillText(places[place.kind], { about });
  return fillText(kinds[kind], { about, place: named, by: byName ?? somebody });
}

/** Where it is: an address of the office, or of the portal below its own. */
export function placeAddress({ place: { kind, id } }: ShownNotice, isOfPartner: boolean): string {
  const code = encodeURIComponent(id);
  if (isOfPartner) return `/portal${OF_PORTAL[kind] ?? '/'}${kind in BY_ID ? code : ''}`;
  return `${OF_OFFICE[kind]}${code}`;
}

const BY_ID: Partial<Record<PlaceKind, true>> = { agreement: true, claim: true };
const OF_PORTAL: Partial<Record<PlaceKind, string>> = {
  agreement: '/agreements/',
  claim: '/claims/',
  settlement: '/payments',
  confirmation: '/payments',
};
const OF_OFFICE: Readonly<Record<PlaceKind, string>> = {
  agreement: '/agreements/',
  claim: '/claims?claim=',
  deduction: '/claims/deductions?deduction=',
  settlement: '/settlement?settlement=',
  import: '/facts/imports/',
  adjustment: '/ledger/adjustments?adjustment=',
  paymentRun: '/settlement/payments?run=',
  bankAccount: '/settlement/accounts?partner=',
  confirmation: '/settlement/balances?confirmation=',
  webhook: '/settings/webhooks/',
  trustCase: '/trust/cases/',
  trustCases: '/trust?run=',
};
