import { texts } from '../../text/texts.ts';

export const overviewTexts = texts(
  {
    title: 'Overview',
    lead: 'What has been earned, and how far the next tier is.',
    noPartner: 'You are not here as a partner',
    noPartnerText: 'So the amounts of all partners stand here together. A partner sees its own.',
    customerRebate: 'Earned by you',
    supplierRebate: 'Owed by you',
    neither: 'Commissions and the like',
    rows: { one: '{count} amount', other: '{count} amounts' },
    ladders: 'By agreement',
    none: 'Nothing has been earned yet',
    noneText: 'As soon as an agreement counts your purchases, it stands here.',
    shown: 'The {shown} largest of {count} amounts.',
  },
  {
    title: '概览',
    lead: '已赚取的返利，以及距下一档还差多少。',
    noPartner: '您并非以合作伙伴身份查看',
    noPartnerText: '因此这里汇总显示所有合作伙伴的金额；合作伙伴只能看到自己的金额。',
    customerRebate: '贵方应得',
    supplierRebate: '贵方应付',
    neither: '佣金及类似款项',
    rows: '{count} 笔金额',
    ladders: '按协议',
    none: '暂无应得返利',
    noneText: '协议开始计入贵方采购后，将显示在此处。',
    shown: '共 {count} 笔金额，显示最大的 {shown} 笔。',
  },
);
