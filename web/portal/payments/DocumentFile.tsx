import { call } from '../../api/client.ts';
import { useReader, useSay } from '../../text/ReaderContext.tsx';
import { DownloadButton } from '../../ui/DownloadButton.tsx';
import { paymentsTexts } from './texts.ts';

type Props = { readonly settlement: string; readonly number: string };

/** A document as it was issued, to be saved. */
export function DocumentFile({ settlement, number }: Props) {
  const say = useSay(paymentsTexts);
  const { language } = useReader();
  return (
    <DownloadButton
      label={say('saveDocument', { number })}
      name={`${number}.pdf`}
      onAsk={(signal) =>
        call.GET('/api/v1/settlements/{id}/document', {
          params: { path: { id: settlement }, query: { format: 'pdf', lang: language } },
          parseAs: 'blob',
          signal,
        })
      }
    >
      PDF
    </DownloadButton>
  );
}
