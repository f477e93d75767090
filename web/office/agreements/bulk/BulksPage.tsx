import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useSay } from '../../../text/ReaderContext.tsx';
import { FileField } from '../../../ui/FileField.tsx';
import { Page } from '../../../ui/Page.tsx';
import { Section } from '../../../ui/Section.tsx';
import { useMay } from '../../money/useMay.ts';
import { BulkList } from './BulkList.tsx';
import { BulkPreview } from './BulkPreview.tsx';
import { BulkSheet } from './BulkSheet.tsx';
import { RenewalForm } from './RenewalForm.tsx';
import { bulkTexts } from './texts.ts';

const KINDS = ['.csv', '.xlsx', '.json'];

/** Many agreements from one spreadsheet: looked at row by row, handed in together, approved at once. */
export function BulksPage() {
  const say = useSay(bulkTexts);
  const { renew, bulk } = useSearch({ from: '/agreements/bulks' });
  const navigate = useNavigate({ from: '/agreements/bulks' });
  const mayWrite = useMay('agreements:write');
  const [file, setFile] = useState<File>();
  const done = (id: string) => {
    setFile(undefined);
    void navigate({ search: { bulk: id } });
  };
  return (
    <Page title={say('title')} lead={say('lead')}>
      {mayWrite && renew !== undefined && <RenewalForm key={renew.join()} codes={renew} onMade={setFile} />}
      {mayWrite && renew === undefined && (
        <FileField label={say('file')} hint={say('hint')} kinds={KINDS} file={file} onChoose={setFile} />
      )}
      {file !== undefined && <BulkPreview key={file.lastModified} file={file} onDone={done} />}
      <Section title={say('handedIn')}>
        <BulkList />
      </Section>
      <BulkSheet id={bulk} />
    </Page>
  );
}
