import { texts } from '../../text/texts.ts';

/** The place of settings and its parts. */
export const settingsTexts = texts(
  {
    title: 'Settings',
    parts: 'Parts of the settings',
    people: 'People',
    keys: 'Programs and keys',
    signIn: 'Sign-in',
    companies: 'Companies',
    rules: 'Rules',
    jobs: 'Jobs',
    calendars: 'Calendars',
    currencies: 'Currencies',
    brand: 'Brand and contact',
    webhooks: 'Webhooks',
    mails: 'Mails',
    audit: 'Audit trail',
  },
  {
    title: '设置',
    parts: '设置的各部分',
    people: '人员',
    keys: '程序与密钥',
    signIn: '登录',
    companies: '公司',
    rules: '规则',
    jobs: '任务',
    calendars: '日历',
    currencies: '币种',
    brand: '品牌与联系方式',
    webhooks: 'Webhook 通知',
    mails: '邮件',
    audit: '审计记录',
  },
);
