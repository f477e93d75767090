import { Readable } from 'node:stream';
import type { StatementUseCases } from '../../adapters/http/routes/statementRoutes.ts';
import type { Caller } from '../../app/access/caller.ts';
import type { Ports } from '../../app/ports.ts';
import { partnerStatement } from '../../app/statements/partnerStatement.ts';
import { formatDate } from '../../core/calendar/localDate.ts';
import { accept } from '../../core/refusal/refusals.ts';
import { writtenStatement } from '../statementFile.ts';

export function statementUseCases(ports: Ports, { tenant }: Caller): StatementUseCases {
  return {
    partnerStatement: (question) => partnerStatement(ports, tenant, question),
    statementFile: async (question, form, language) => {
      const file = await writtenStatement(ports, tenant, question, form, language);
      if (!file.ok) return file;
      const name = `${question.partner}-${formatDate(question.lastDay)}.${form}`;
      return accept({ content: Readable.from([file.value]), name });
    },
  };
}
