import { texts } from '../../text/texts.ts';

/** The first page of all, and the form of an own company. */
export const welcomeTexts = texts(
  {
    title: 'Welcome to OpenRebate',
    lead: 'Everything is on this machine: no account anywhere, nothing is sent.',
    lookTitle: 'Look around',
    lookText:
      'A sandbox with two invented companies and real trade data: 25 agreements, claims, settlements, payments, closed books, and the portal of a partner. You may do everything; make it anew whenever you like.',
    look: 'Look around',
    ownTitle: 'Use my own data',
    ownText:
      'An empty company of your own beside the sandbox. A list leads from a sales file to your first explained rebate, in about five minutes.',
    own: 'Use my data',
    signIn: 'Sign in to your company',
    ownPage: 'Your own company',
    ownLead:
      'It stands on this machine. You change to the sandbox and back by your name, above on the right.',
    name: 'Name of the company',
    email: 'Your e-mail',
    emailHint: 'You sign in with it here; nothing is sent to it.',
    password: 'Password',
    passwordHint: 'At least 12 characters; it protects your data on this machine.',
    zone: 'Time zone',
    zoneHint: 'Days begin and end there, such as Europe/Berlin.',
    begin: 'Begin',
    refused: 'The company was not begun',
    notHere: 'This server is not there for trying out.',
  },
  {
    title: '欢迎使用 OpenRebate',
    lead: '一切都在这台机器上：无需任何账户，不会发送任何数据。',
    lookTitle: '先看看',
    lookText:
      '一个沙盒，内有两家虚构公司和真实的交易数据：25 份协议、索赔、结算、付款、已结账簿，以及合作伙伴门户。您可以进行任何操作，随时可以重建。',
    look: '先看看',
    ownTitle: '使用自己的数据',
    ownText: '在沙盒之外建立一家空白的自有公司。清单会引导您从销售文件到第一笔有说明的返利，约需五分钟。',
    own: '使用自己的数据',
    signIn: '登录您的公司',
    ownPage: '您自己的公司',
    ownLead: '数据保存在这台机器上。通过右上角您的姓名可在沙盒与公司之间切换。',
    name: '公司名称',
    email: '您的电子邮箱',
    emailHint: '用于在此登录，不会向其发送任何内容。',
    password: '密码',
    passwordHint: '至少 12 个字符，用于保护您在这台机器上的数据。',
    zone: '时区',
    zoneHint: '以该时区划分日期，例如 Asia/Shanghai。',
    begin: '开始',
    refused: '公司未能建立',
    notHere: '该服务器不供试用。',
  },
);
