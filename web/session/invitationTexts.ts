import { texts } from '../text/texts.ts';

/** What links of mails lead to: invitations and new passwords. */
export const invitationTexts = texts(
  {
    title: 'Your invitation',
    notOpen: 'The invitation does not open',
    notAccepted: 'The invitation was not accepted',
    invites: '{name}, you are invited to work with {tenant}.',
    until: 'The invitation works once, until {until}.',
    hasPassword: '{email} has a password here already; it stays as it is, and you sign in with it.',
    accept: 'Accept the invitation',
  },
  {
    title: '您的邀请',
    notOpen: '无法打开邀请',
    notAccepted: '邀请未被接受',
    invites: '{name}，您受邀与 {tenant} 协作。',
    until: '此邀请仅可使用一次，有效期至 {until}。',
    hasPassword: '{email} 在此已有密码；密码保持不变，请用它登录。',
    accept: '接受邀请',
  },
);
