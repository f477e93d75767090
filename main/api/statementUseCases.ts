import { Readable } from 'node:stream';
import type { StatementUseCases } from '../../adapters/http/routes/statementRoutes.ts';
import type { Caller } from '../../app/access/caller.ts';
import type { Ports } from '../../app/ports.ts';
import { partnerStatement, type StatementQuestion } from '../../app/statements/partnerStatement.ts';
import { formatDate } from '../../core/calendar/localDate.ts';
import { accept, refuse, refused } from '../../core/refusal/refusals.ts';
import { writtenStatement } from '../statementFile.ts';

/** Of another partner somebody of a partner is told what they are told of one that does not exist. */
export function statementUseCases(ports: Ports, { tenant, partners }: Caller): StatementUseCases {
  const isSeen = ({ partner }: StatementQuestion) => partners === undefined || partners.includes(partner);
  const notFound = ({ partner }: StatementQuestion) =>
    refused(refuse('partner-not-found', 'partner', { partner }));
  return {
    partnerStatement: async (question) =>
      isSeen(question) ? partnerStatement(ports, tenant, question) : notFound(question),
    statementFile: async (question, form, language) => {
      if (!isSeen(question)) return notFound(question);
      const file = await writtenStatement(ports, tenant, question, form, language);
      if (!file.ok) return file;
      const name = `${question.partner}-${formatDate(question.lastDay)}.${form}`;
      return accept({ content: Readable.from([file.value]), name });
    },
  };
}
