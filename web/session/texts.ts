import { texts } from '../text/texts.ts';

/** Signing in and out. */
export const sessionTexts = texts(
  {
    title: 'Sign in',
    email: 'E-mail',
    password: 'Password',
    submit: 'Sign in',
    lost: 'Password lost?',
    refused: 'You are not signed in',
    signOut: 'Sign out',
    account: 'Your account',
    tenant: 'Work in {name}',
  },
  {
    title: '登录',
    email: '电子邮箱',
    password: '密码',
    submit: '登录',
    lost: '忘记密码？',
    refused: '登录未成功',
    signOut: '退出登录',
    account: '您的账户',
    tenant: '切换到 {name}',
  },
);
