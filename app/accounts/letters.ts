import { fillText } from '../../core/wording/fillText.ts';
import type { Language } from '../../core/wording/language.ts';
import type { Letter, Letterhead } from '../ports/mails.ts';

type Words = {
  readonly subject: string;
  readonly before: readonly string[];
  readonly label?: string;
  readonly after: readonly string[];
};

/** What is written to people about their accounts. */
const EN = {
  invitation: {
    subject: '{tenant} invites you to OpenRebate',
    before: ['Dear {name},', '{inviter} invites you to work with {tenant} in OpenRebate.'],
    label: 'Accept the invitation',
    after: [
      'The link works once, until {until} (UTC). It is for you alone: do not pass it on.',
      'If you do not expect this, you need not do anything; nothing happens then.',
    ],
  },
  partnerInvitation: {
    subject: '{tenant} invites you to {product}',
    before: ['Dear {name},', '{inviter} invites you to {product}, where you see your rebates from {tenant}.'],
    label: 'Accept the invitation',
    after: [
      'The link works once, until {until} (UTC). It is for you alone: do not pass it on.',
      'If you do not expect this, you need not do anything; nothing happens then.',
    ],
  },
  passwordReset: {
    subject: 'A new password for {product}',
    before: ['Somebody, probably you, has asked for a new password for this address.'],
    label: 'Set a new password',
    after: [
      'The link works once, until {until} (UTC). It is for you alone: do not pass it on.',
      'If it was not you, you need not do anything: your present password stays as it is.',
    ],
  },
  passwordChanged: {
    subject: 'Your password of OpenRebate was changed',
    before: ['The password of your account in OpenRebate was changed, and every other session was ended.'],
    after: ['If it was not you, have a new password set at once, and tell your administrator.'],
  },
} as const satisfies Readonly<Record<string, Words>>;

export type LetterKind = keyof typeof EN;

const ZH: Readonly<Record<LetterKind, Words>> = {
  invitation: {
    subject: '{tenant} 邀请您使用 OpenRebate',
    before: ['{name}，您好：', '{inviter} 邀请您在 OpenRebate 中与 {tenant} 协作。'],
    label: '接受邀请',
    after: [
      '此链接仅可使用一次，有效期至 {until}（UTC）。链接仅供您本人使用，请勿转发。',
      '如果您并未预期收到此邀请，则无需任何操作，也不会发生任何变化。',
    ],
  },
  partnerInvitation: {
    subject: '{tenant} 邀请您使用 {product}',
    before: ['{name}，您好：', '{inviter} 邀请您使用 {product}，在其中查看您来自 {tenant} 的返利。'],
    label: '接受邀请',
    after: [
      '此链接仅可使用一次，有效期至 {until}（UTC）。链接仅供您本人使用，请勿转发。',
      '如果您并未预期收到此邀请，则无需任何操作，也不会发生任何变化。',
    ],
  },
  passwordReset: {
    subject: '设置 {product} 新密码',
    before: ['有人（很可能是您本人）为此邮箱地址申请了新密码。'],
    label: '设置新密码',
    after: [
      '此链接仅可使用一次，有效期至 {until}（UTC）。链接仅供您本人使用，请勿转发。',
      '如果并非您本人操作，则无需任何操作：当前密码保持不变。',
    ],
  },
  passwordChanged: {
    subject: '您的 OpenRebate 密码已更改',
    before: ['您的 OpenRebate 账户密码已更改，其他所有会话均已结束。'],
    after: ['如果并非您本人操作，请立即重新设置密码，并告知您的管理员。'],
  },
};

const WORDS: Readonly<Record<Language, Readonly<Record<LetterKind, Words>>>> = { en: EN, 'zh-CN': ZH };

/** A letter of a kind in a language, with what it is about filled in. */
export function letterOf(
  kind: LetterKind,
  language: Language,
  facts: Readonly<Record<string, string>>,
  { address, head }: { readonly address?: string; readonly head?: Letterhead | undefined } = {},
): Letter {
  const { subject, before, label, after }: Words = WORDS[language][kind];
  const filled = (text: string) => fillText(text, { product: head?.name ?? 'OpenRebate', ...facts });
  return {
    ...(head && { head }),
    subject: filled(subject),
    before: before.map(filled),
    ...(label !== undefined && address !== undefined && { way: { label, address } }),
    after: after.map(filled),
  };
}

/** The end of a link, to the minute. */
export function untilText(at: Date): string {
  return at.toISOString().slice(0, 16).replace('T', ' ');
}
