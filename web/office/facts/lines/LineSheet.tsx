import { useNavigate } from '@tanstack/react-router';
import type { Answer } from '../../../api/answer.ts';
import { api } from '../../../api/client.ts';
import { useSay } from '../../../text/ReaderContext.tsx';
import { Details } from '../../../ui/Details.tsx';
import { Failure } from '../../../ui/Failure.tsx';
import { Section } from '../../../ui/Section.tsx';
import { Sheet } from '../../../ui/Sheet.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { useFieldName } from '../useFieldName.ts';
import { LineHistory } from './LineHistory.tsx';
import { LineTerms } from './LineTerms.tsx';
import type { LineSearch } from './lineSearch.ts';
import { linesTexts } from './texts.ts';

type Identity = { readonly source: string; readonly document: string; readonly line: string };

/** The sheet of one line. The address says whose it is, so that it can be sent to somebody. */
export function LineSheet({ search }: { readonly search: LineSearch }) {
  const navigate = useNavigate({ from: '/facts' });
  const { source, of: document, line } = search;
  const isOpen = source !== undefined && document !== undefined && line !== undefined;
  const close = () =>
    void navigate({
      search: ({ source: _source, of: _of, line: _line, ...rest }) => rest,
      resetScroll: false,
    });
  return (
    <Sheet title={isOpen ? `${document} / ${line}` : ''} isOpen={isOpen} onClose={close}>
      {isOpen && <LineBody identity={{ source, document, line }} />}
    </Sheet>
  );
}

function LineBody({ identity }: { readonly identity: Identity }) {
  const say = useSay(linesTexts);
  const path = { params: { path: identity } };
  const history = api.useQuery('get', '/api/v1/lines/{source}/{document}/{line}/revisions', path);
  const explained = api.useQuery('get', '/api/v1/lines/{source}/{document}/{line}', path, { retry: false });
  if (history.error !== null) return <Failure error={history.error} onRetry={() => void history.refetch()} />;
  if (history.data === undefined) return <Skeleton />;
  const { rows } = history.data;
  return (
    <>
      <Section title={say('what')}>
        <Said rows={rows} />
      </Section>
      <Section title={say('counts')} lead={say('countsLead')}>
        {explained.error !== null && <Failure error={explained.error} />}
        {explained.isPending && <Skeleton rows={3} />}
        {explained.data !== undefined && (
          <LineTerms explained={explained.data} partner={lastOf(rows).partner ?? ''} />
        )}
      </Section>
      <Section title={say('history')}>
        <LineHistory rows={rows} />
      </Section>
    </>
  );
}

type Revisions = Answer<'listRevisions'>['rows'];

/** All fields as the last word has them: each revision says what reads otherwise. */
function lastOf(rows: Revisions): Readonly<Record<string, string>> {
  const fields = new Map<string, string>();
  for (const { changes } of rows) {
    for (const [field, { now }] of Object.entries(changes)) {
      if (now === null) fields.delete(field);
      else fields.set(field, now);
    }
  }
  return Object.fromEntries(fields);
}

function Said({ rows }: { readonly rows: Revisions }) {
  const fieldName = useFieldName();
  const said = Object.entries(lastOf(rows));
  return <Details entries={said.map(([field, text]) => [fieldName(field), text] as const)} />;
}
