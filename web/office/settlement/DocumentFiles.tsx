import { call } from '../../api/client.ts';
import { useReader, useSay } from '../../text/ReaderContext.tsx';
import { DownloadButton } from '../../ui/DownloadButton.tsx';
import { Deeds } from '../money/Deeds.tsx';
import { settlementTexts } from './texts.ts';

type Format = 'pdf' | 'ubl' | 'json';

/** The document as it was issued: a paper in both languages, an electronic invoice, and data. */
export function DocumentFiles({ id }: { readonly id: string }) {
  const say = useSay(settlementTexts);
  const { language } = useReader();
  const ask = (format: Format, lang: 'en' | 'zh-CN') => (signal: AbortSignal) =>
    call.GET('/api/v1/settlements/{id}/document', {
      params: { path: { id }, query: { format, lang } },
      parseAs: 'blob',
      signal,
    });
  const other = language === 'en' ? 'zh-CN' : 'en';
  return (
    <Deeds>
      <DownloadButton name="document.pdf" onAsk={ask('pdf', language)}>
        {say('pdf')}
      </DownloadButton>
      <DownloadButton name="document.pdf" onAsk={ask('pdf', other)}>
        {say('pdfOther')}
      </DownloadButton>
      <DownloadButton name="document.xml" onAsk={ask('ubl', language)}>
        {say('ubl')}
      </DownloadButton>
      <DownloadButton name="document.json" onAsk={ask('json', language)}>
        {say('json')}
      </DownloadButton>
    </Deeds>
  );
}
