import { texts } from '../../text/texts.ts';

/** Notices and reports that go out by mail by themselves. */
export const mailTexts = texts(
  {
    lead: 'Notices and reports that go out by mail, and whether they do.',
    mails: 'Mails',
    mailsLead:
      'Notices go out as each person has chosen, reports as they were subscribed. What somebody asks for at that moment, such as a new password or an invitation, goes out in any case.',
    pausedTitle: 'No notices and reports go out',
    pausedText:
      'Somebody has paused them, or this database was put back from a backup, whose system may be at work still. What concerns people stands under their bell; what waits goes out once you let it.',
    state: 'State',
    state_active: 'going out',
    state_paused: 'paused',
    since: 'Since',
    pause: 'Pause mails',
    pauseLead: 'No notices and reports go out. What happens meanwhile waits.',
    pausedNow: 'They are paused.',
    resume: 'Let mails go out',
    resumeLead:
      'What has waited goes out within a minute, to each person in one mail, and each report that was due once. Make sure that no other system sends the same.',
    resumed: 'They go out.',
  },
  {
    lead: '通过邮件发送的通知和报表，以及当前是否发送。',
    mails: '邮件',
    mailsLead: '通知按每人的选择发送，报表按订阅发送。有人当下请求的邮件（如新密码、邀请）始终会发送。',
    pausedTitle: '通知和报表暂不发送',
    pausedText:
      '有人暂停了发送，或此数据库由备份恢复而来，而原系统可能仍在运行。与各人有关的消息仍显示在铃铛下；恢复后会发送等待中的内容。',
    state: '状态',
    state_active: '正常发送',
    state_paused: '已暂停',
    since: '起始时间',
    pause: '暂停邮件',
    pauseLead: '不再发送通知和报表；期间发生的内容会等待。',
    pausedNow: '已暂停。',
    resume: '恢复邮件',
    resumeLead:
      '等待中的内容将在一分钟内发送：每人一封邮件，每份到期报表一次。请确认没有其他系统发送同样的内容。',
    resumed: '已恢复发送。',
  },
);
