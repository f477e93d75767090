import { texts } from '../../text/texts.ts';

/** Who did what. */
export const auditTexts = texts(
  {
    lead: 'Who did what, the newest first. Each entry is bound into a chain that shows any change.',
    entries: 'Entries',
    nothing: 'Nothing was done that matches',
    at: 'When',
    actor: 'Who',
    action: 'What',
    actionHint: 'Such as key.issue',
    object: 'To what',
    content: 'What changed',
    erased: 'taken away',
    from: 'From',
    until: 'Until',
    filter: 'Narrow it down',
  },
  {
    lead: '谁做了什么，最新的在前。每条记录都链入一条能显示任何改动的链。',
    entries: '记录',
    nothing: '没有符合条件的记录',
    at: '时间',
    actor: '人员',
    action: '操作',
    actionHint: '例如 key.issue',
    object: '对象',
    content: '变更内容',
    erased: '已移除',
    from: '自',
    until: '至',
    filter: '筛选',
  },
);
