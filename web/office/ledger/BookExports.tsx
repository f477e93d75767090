import { call } from '../../api/client.ts';
import { said } from '../../shell/textsIn.ts';
import { useSay } from '../../text/ReaderContext.tsx';
import { DownloadButton } from '../../ui/DownloadButton.tsx';
import { Deeds } from '../money/Deeds.tsx';
import type { LedgerSelection } from './LedgerFilter.tsx';
import { ledgerTexts } from './texts.ts';

const FORMATS = ['csv', 'hledger', 'beancount'] as const;

/** The books of a selection as files of other programs. */
export function BookExports({ selection }: { readonly selection: LedgerSelection }) {
  const say = useSay(ledgerTexts);
  const { company, agreement, from, until } = selection;
  return (
    <Deeds>
      {FORMATS.map((format) => (
        <DownloadButton
          key={format}
          name={`books.${format}`}
          onAsk={(signal) =>
            call.GET('/api/v1/exports/ledger', {
              params: { query: { ...said({ company, from, until }), format } },
              parseAs: 'blob',
              signal,
            })
          }
        >
          {say(format)}
        </DownloadButton>
      ))}
      <DownloadButton
        name="accruals.csv"
        onAsk={(signal) =>
          call.GET('/api/v1/exports/accruals', {
            params: { query: { ...said({ company, agreement, from, until }), format: 'csv' } },
            parseAs: 'blob',
            signal,
          })
        }
      >
        {say('accruals')}
      </DownloadButton>
    </Deeds>
  );
}
