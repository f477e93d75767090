import { useState } from 'react';
import { call } from '../../api/client.ts';
import { useSay } from '../../text/ReaderContext.tsx';
import { DownloadButton } from '../../ui/DownloadButton.tsx';
import { Fields } from '../../ui/Form.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { Deeds } from '../money/Deeds.tsx';
import { useCompanies } from '../money/useChoices.ts';
import { auditTexts } from './auditTexts.ts';

/** A month of a company for an auditor, as a zip. */
export function AuditPackage() {
  const say = useSay(auditTexts);
  const companies = useCompanies();
  const [chosen, setCompany] = useState('');
  const [period, setPeriod] = useState('');
  const [seed, setSeed] = useState('');
  const [size, setSize] = useState('25');
  const company = chosen === '' ? (companies[0]?.id ?? '') : chosen;
  return (
    <>
      <Fields>
        <SelectField label={say('company')} choices={companies} value={company} onChange={setCompany} />
        <TextField label={say('period')} value={period} onChange={setPeriod} hint={say('periodHint')} />
        <TextField label={say('seed')} value={seed} onChange={setSeed} />
        <TextField label={say('size')} value={size} onChange={setSize} inputMode="numeric" />
      </Fields>
      {period !== '' && seed !== '' && (
        <Deeds>
          <DownloadButton
            name={`audit-${period}.zip`}
            onAsk={(signal) =>
              call.GET('/api/v1/audit/package', {
                params: { query: { company, period, seed, size } },
                parseAs: 'blob',
                signal,
              })
            }
          >
            {say('save')}
          </DownloadButton>
        </Deeds>
      )}
    </>
  );
}
