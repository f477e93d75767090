import { texts } from '../../text/texts.ts';

/** What a calculation would book, account by account. */
export const changesTexts = texts(
  {
    caption: 'What would be booked',
    agreement: 'Agreement',
    partner: 'Partner',
    window: 'Window',
    difference: 'Difference',
    more: 'and {count} more',
  },
  {
    caption: '将入账的差额',
    agreement: '返利协议',
    partner: '合作伙伴',
    window: '结算期间',
    difference: '差额',
    more: '另有 {count} 项',
  },
);
