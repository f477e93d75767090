import { Readable } from 'node:stream';
import { paperPdf } from '../../adapters/documents/paperPdf.ts';
import { reportTable } from '../../adapters/files/reportTable.ts';
import { REPORT_MEDIA_TYPES, type ReportUseCases } from '../../adapters/http/routes/reportRoutes.ts';
import type { Caller } from '../../app/access/caller.ts';
import type { Ports } from '../../app/ports.ts';
import { makeReport } from '../../app/reports/makeReport.ts';
import { accept } from '../../core/refusal/refusals.ts';
import { reportPaper } from '../../core/wording/reportPaper.ts';

/** Reports on the screen and as files, as one caller has them. */
export function reportUseCases(ports: Ports, { tenant }: Caller): ReportUseCases {
  return {
    makeReport: (asked) => makeReport(ports, tenant, asked),
    reportFile: async ({ name, filter, format, language }) => {
      const made = await makeReport(ports, tenant, { name, filter });
      if (!made.ok) return made;
      const { agreement, partner } = filter;
      const only = [agreement, partner].filter((what) => what !== undefined);
      const bytes =
        format === 'pdf'
          ? await paperPdf(reportPaper(made.value, { ...made.value, only }, language))
          : accept(await reportTable(format, made.value, language));
      if (!bytes.ok) return bytes;
      const content = Readable.from([Buffer.from(bytes.value)]);
      return accept({ content, mediaType: REPORT_MEDIA_TYPES[format], name: `${name}.${format}` });
    },
  };
}
