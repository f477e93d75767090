import { texts } from '../text/texts.ts';

/** Help on every page of office and portal: whom one asks, and what one sends along. */
export const helpTexts = texts(
  {
    help: 'Help',
    contact: 'Whom to ask, and what to send along',
    title: 'Get help',
    phone: 'Phone',
    email: 'E-mail',
    hours: 'When',
    nobody: 'Nobody is named here yet. An administrator names somebody under Settings, Contact.',
    nobodyPartner: 'Ask whoever has invited you.',
    bundle: 'What to send along',
    bundleLead:
      'A file with versions, health, the browser and the last calls to the server with their codes. No name, amount, number or address of anything of the business is in it; read it before you send it.',
    download: 'Save the diagnosis',
    ask: 'Help: {phone}',
    write: 'Write to {email}',
  },
  {
    help: '帮助',
    contact: '联系谁、附上什么',
    title: '获取帮助',
    phone: '电话',
    email: '电子邮箱',
    hours: '时间',
    nobody: '此处尚未指定联系人。管理员可在“设置”的“联系方式”中指定。',
    nobodyPartner: '请联系邀请您的人。',
    bundle: '随附内容',
    bundleLead:
      '一个文件，包含版本、运行状况、浏览器信息，以及最近对服务器的调用及其代码。其中没有任何业务名称、金额、编号或地址；发送前请先阅读。',
    download: '保存诊断文件',
    ask: '帮助：{phone}',
    write: '发邮件至 {email}',
  },
);
