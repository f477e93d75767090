import { texts } from '../../text/texts.ts';

export const guideTexts = texts(
  {
    tour: 'Tour of the sandbox',
    steps: 'First steps',
    guides: 'All guides',
    first: 'The first rebate, step by step',
    money: 'From the agreement to the closed month',
    words: 'The words, in English and Chinese',
    refusals: 'What a “no” means, and how to make it a yes',
    api: 'The API, for programs',
  },
  {
    tour: '沙盒导览',
    steps: '入门步骤',
    guides: '全部指南',
    first: '第一笔返利，逐步说明',
    money: '从协议到月结',
    words: '术语表（中英对照）',
    refusals: '拒绝的含义与解决办法',
    api: '程序接口（英文）',
  },
);
