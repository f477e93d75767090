import type { CommentUseCases } from '../../adapters/http/routes/commentRoutes.ts';
import type { NoticeUseCases } from '../../adapters/http/routes/noticeRoutes.ts';
import type { Caller } from '../../app/access/caller.ts';
import {
  listNotices,
  markAllNotices,
  markNotice,
  setChoices,
  showChoices,
} from '../../app/notices/showNotices.ts';
import { stopMails } from '../../app/notices/stopMails.ts';
import { listComments, listMentionable, writeComment } from '../../app/notices/writeComment.ts';
import type { Ports } from '../../app/ports.ts';

/** What colleagues say of a thing, and what concerns whoever asks. Whoever holds the link of a mail is nobody yet: `door` serves them. */
export function noticeUseCases(ports: Ports, caller: Caller, door: Ports): CommentUseCases & NoticeUseCases {
  return {
    listComments: (asked) => listComments(ports, caller, asked),
    listMentionable: (at) => listMentionable(ports, caller, at),
    writeComment: (comment) => writeComment(ports, caller, comment),
    listNotices: (page) => listNotices(ports, caller, page),
    markNotice: (asked) => markNotice(ports, caller, asked),
    markAllNotices: () => markAllNotices(ports, caller),
    showNoticeChoices: () => showChoices(ports, caller),
    setNoticeChoices: (choices) => setChoices(ports, caller, choices),
    stopMails: (asked) => stopMails(door, asked),
  };
}
