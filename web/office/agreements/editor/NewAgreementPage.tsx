import { useSearch } from '@tanstack/react-router';
import { api } from '../../../api/client.ts';
import { useSay } from '../../../text/ReaderContext.tsx';
import { Loaded } from '../../../ui/Loaded.tsx';
import { Page } from '../../../ui/Page.tsx';
import type { AgreementText } from '../text/textPath.ts';
import { NewAgreement } from './NewAgreement.tsx';
import { TemplateChoice } from './TemplateChoice.tsx';
import { editorTexts } from './texts.ts';

const KEPT = { staleTime: 300_000 };

/** A new agreement: first what kind it is, then its fields. */
export function NewAgreementPage() {
  const say = useSay(editorTexts);
  const { template } = useSearch({ from: '/agreements/new' });
  const templates = api.useQuery('get', '/api/v1/agreement-templates', {}, KEPT);
  const companies = api.useQuery('get', '/api/v1/companies', {}, KEPT);
  // In which currency things are earned here.
  const earned = api.useQuery('get', '/api/v1/earnings', { params: { query: { limit: '1' } } }, KEPT);
  return (
    <Page title={say('newTitle')} lead={say(template === undefined ? 'chooseLead' : 'newLead')}>
      <Loaded query={templates}>
        {({ rows }) => {
          const found = rows.find((row) => row.template === template);
          const company = companies.data?.rows[0];
          if (template === undefined || found === undefined) return <TemplateChoice rows={rows} />;
          if (company === undefined || earned.isPending) return null;
          return (
            <NewAgreement
              template={template}
              example={found.text as AgreementText}
              company={company}
              currency={earned.data?.totals[0]?.currency}
            />
          );
        }}
      </Loaded>
    </Page>
  );
}
