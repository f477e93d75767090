import { useSearch } from '@tanstack/react-router';
import { api } from '../../../api/client.ts';
import { useSay } from '../../../text/ReaderContext.tsx';
import { Loaded } from '../../../ui/Loaded.tsx';
import { Page } from '../../../ui/Page.tsx';
import type { AgreementText } from '../text/textPath.ts';
import { NewAgreement } from './NewAgreement.tsx';
import { sideOf, yearOfLines } from './startText.ts';
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
  const found = templates.data?.rows.find((row) => row.template === template);
  const example = found?.text as AgreementText | undefined;
  const lines = api.useQuery(
    'get',
    '/api/v1/lines/newest-year',
    { params: { query: { side: sideOf(example) } } },
    { ...KEPT, enabled: example !== undefined },
  );
  return (
    <Page title={say('newTitle')} lead={say(template === undefined ? 'chooseLead' : 'newLead')}>
      <Loaded query={templates}>
        {({ rows }) => {
          const company = companies.data?.rows[0];
          if (template === undefined || example === undefined) return <TemplateChoice rows={rows} />;
          if (company === undefined || earned.isPending || lines.isPending) return null;
          return (
            <NewAgreement
              template={template}
              example={example}
              company={company}
              currency={earned.data?.totals[0]?.currency}
              ofLines={yearOfLines(company.today, lines.data?.year)}
            />
          );
        }}
      </Loaded>
    </Page>
  );
}
