import { call } from '../../api/client.ts';
import { useSay } from '../../text/ReaderContext.tsx';
import { DownloadButton } from '../../ui/DownloadButton.tsx';
import styles from './Reports.module.css';
import type { ReportQuery } from './reportTypes.ts';
import { reportsTexts } from './texts.ts';

const FORMATS = [
  ['xlsx', 'workbook'],
  ['csv', 'table'],
  ['pdf', 'paper'],
] as const;

/** The same report as a file, for whoever takes it along. */
export function ReportFiles({ query, isEmpty }: { readonly query: ReportQuery; readonly isEmpty: boolean }) {
  const say = useSay(reportsTexts);
  if (isEmpty) return null;
  return (
    <div className={styles.files}>
      {FORMATS.map(([format, word]) => (
        <DownloadButton
          key={format}
          name={`${query.name}.${format}`}
          onAsk={(signal) =>
            call.GET('/api/v1/reports/file', {
              params: { query: { ...query, format } },
              parseAs: 'blob',
              signal,
            })
          }
        >
          {say(word)}
        </DownloadButton>
      ))}
    </div>
  );
}
