import { texts } from '../../text/texts.ts';

export const homeTexts = texts(
  {
    title: 'Home',
    lead: 'Where things stand today.',
    customerRebate: 'We owe customers',
    supplierRebate: 'Suppliers owe us',
    neither: 'Commissions and the like',
    rows: { one: '{count} amount', other: '{count} amounts' },
    largest: 'Largest amounts',
    partner: 'Partner',
    agreement: 'Agreement',
    way: 'Way to the next tier',
    earned: 'Earned',
    allEarnings: 'All earnings',
  },
  {
    title: '首页',
    lead: '今日概况。',
    customerRebate: '我方应付客户',
    supplierRebate: '供应商应付我方',
    neither: '佣金及类似款项',
    rows: '{count} 笔金额',
    largest: '最大金额',
    partner: '合作伙伴',
    agreement: '返利协议',
    way: '距下一档',
    earned: '应得金额',
    allEarnings: '全部应得返利',
  },
);
