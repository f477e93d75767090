/** What of it concerns a person. */
export const NOTICE_KINDS = [
  'mentioned',
  'approvalWaits',
  'approved',
  'rejected',
  'importEnded',
  'importQuarantined',
  'partnerWrote',
  'claimAnswered',
  'claimDecided',
  'disputeAnswered',
  'documentIssued',
  'statementSent',
  'agreementToAccept',
  'webhookStopped',
  'casesOpened',
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** Of these a partner's person is told, and of no others. */
export const PARTNER_NOTICES: readonly NoticeKind[] = [
  'claimDecided',
  'disputeAnswered',
  'documentIssued',
  'statementSent',
  'agreementToAccept',
];

/** When it goes out by mail: at once, with the others in the morning, or never. */
export const MAIL_CHOICES = ['now', 'daily', 'off'] as const;
export type MailChoice = (typeof MAIL_CHOICES)[number];

/** What holds for who has chosen nothing. */
const UNCHOSEN: Readonly<Record<NoticeKind, MailChoice>> = {
  mentioned: 'now',
  approvalWaits: 'daily',
  approved: 'daily',
  rejected: 'daily',
  importEnded: 'off',
  importQuarantined: 'daily',
  partnerWrote: 'daily',
  claimAnswered: 'daily',
  claimDecided: 'now',
  disputeAnswered: 'now',
  documentIssued: 'daily',
  statementSent: 'daily',
  agreementToAccept: 'daily',
  webhookStopped: 'now',
  casesOpened: 'daily',
};

/** The kinds that somebody can be told of: a partner's person, or one of ours. */
export function kindsFor(isOfPartner: boolean): readonly NoticeKind[] {
  return NOTICE_KINDS.filter((kind) => PARTNER_NOTICES.includes(kind) === isOfPartner);
}

export function mailChoiceOf(
  kind: NoticeKind,
  chosen: Readonly<Partial<Record<NoticeKind, MailChoice>>> | undefined,
): MailChoice {
  return chosen?.[kind] ?? UNCHOSEN[kind];
}
