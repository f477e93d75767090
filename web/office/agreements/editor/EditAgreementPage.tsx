import { useParams, useSearch } from '@tanstack/react-router';
import { api } from '../../../api/client.ts';
import { useSay } from '../../../text/ReaderContext.tsx';
import { Loaded } from '../../../ui/Loaded.tsx';
import { Page } from '../../../ui/Page.tsx';
import { Amendment } from './Amendment.tsx';
import { DraftEdit } from './DraftEdit.tsx';
import { editorTexts } from './texts.ts';

/** The same editor on a text that is there: the version in force, or a draft. */
export function EditAgreementPage() {
  const { code } = useParams({ from: '/agreements/$code/edit' });
  const { proposal } = useSearch({ from: '/agreements/$code/edit' });
  const companies = api.useQuery('get', '/api/v1/companies', {}, { staleTime: 300_000 });
  const today = companies.data?.rows[0]?.today ?? '';
  return proposal === undefined ? (
    <AmendPage code={code} today={today} />
  ) : (
    <DraftPage id={proposal} today={today} />
  );
}

function AmendPage({ code, today }: { readonly code: string; readonly today: string }) {
  const say = useSay(editorTexts);
  const stored = api.useQuery('get', '/api/v1/agreements/{code}', { params: { path: { code } } });
  return (
    <Page title={say('amendTitle', { code })} lead={say('amendLead')}>
      <Loaded query={stored}>
        {(agreement) => <Amendment key={agreement.version} agreement={agreement} today={today} />}
      </Loaded>
    </Page>
  );
}

function DraftPage({ id, today }: { readonly id: string; readonly today: string }) {
  const say = useSay(editorTexts);
  const view = api.useQuery('get', '/api/v1/proposals/{id}', { params: { path: { id } } });
  return (
    <Page title={say('draftTitle', { code: view.data?.agreement ?? '' })} lead={say('draftLead')}>
      <Loaded query={view}>
        {(proposal) => <DraftEdit key={proposal.revision} proposal={proposal} today={today} />}
      </Loaded>
    </Page>
  );
}
