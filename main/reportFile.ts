import { paperPdf } from '../adapters/documents/paperPdf.ts';
import { reportTable } from '../adapters/files/reportTable.ts';
import { REPORT_MEDIA_TYPES } from '../adapters/http/routes/reportRoutes.ts';
import type { AskedReport, MailedFile } from '../app/ports/mails.ts';
import type { Ports, TenantId } from '../app/ports.ts';
import { makeReport } from '../app/reports/makeReport.ts';
import { accept, type Result } from '../core/refusal/refusals.ts';
import { reportPaper } from '../core/wording/reportPaper.ts';

/** A report as a file: to take away, or as it is mailed. Refuses: those of makeReport, paper-sign-unknown. */
export async function reportFile(
  ports: Ports,
  tenant: TenantId,
  { name, filter, format, language }: AskedReport,
  make = makeReport,
): Promise<Result<MailedFile>> {
  const made = await make(ports, tenant, { name, filter });
  if (!made.ok) return made;
  const { agreement, partner } = filter;
  const only = [agreement, partner].filter((what) => what !== undefined);
  const bytes =
    format === 'pdf'
      ? await paperPdf(reportPaper(made.value, { ...made.value, only }, language))
      : accept(await reportTable(format, made.value, language));
  if (!bytes.ok) return bytes;
  return accept({ content: bytes.value, mediaType: REPORT_MEDIA_TYPES[format], name: `${name}.${format}` });
}
