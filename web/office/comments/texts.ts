import { texts } from '../../text/texts.ts';

/** What colleagues say of a thing. */
export const commentTexts = texts(
  {
    title: 'Comments',
    lead: 'For colleagues alone: partners never see them. What is said stays as it is.',
    text: 'Your comment',
    hint: '@ and a name tells a colleague.',
    colleagues: 'Colleagues',
    send: 'Comment',
    earlier: 'Earlier comments',
    none: 'Nobody has said anything yet.',
  },
  {
    title: '评论',
    lead: '仅供同事查看，合作伙伴永远看不到。评论发表后不可更改。',
    text: '您的评论',
    hint: '输入 @ 和姓名可通知同事。',
    colleagues: '同事',
    send: '发表评论',
    earlier: '更早的评论',
    none: '还没有人发表评论。',
  },
);
