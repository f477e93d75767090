import { texts } from '../text/texts.ts';

/** Signing in at the provider of one's own company. */
export const ssoTexts = texts(
  {
    title: 'Single sign-on',
    lead: 'You sign in where your company does, and come back here.',
    refused: 'You are not signed in',
    tenant: 'Code of your company here',
    tenantHint: 'Your administrator knows it, such as “acme”.',
    go: 'Go to your provider',
    back: 'Sign in with a password instead',
    nothing: 'Your provider has sent nothing along: begin to sign in once more.',
    again: 'Begin again',
  },
  {
    title: '单点登录',
    lead: '您将在贵公司的登录系统登录，然后返回此处。',
    refused: '登录未成功',
    tenant: '贵公司在此的代码',
    tenantHint: '您的管理员知道该代码，例如“acme”。',
    go: '前往登录系统',
    back: '改用密码登录',
    nothing: '登录系统未传来任何信息：请重新登录。',
    again: '重新开始',
  },
);
