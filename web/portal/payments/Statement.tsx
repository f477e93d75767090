import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { api, call } from '../../api/client.ts';
import { useSay } from '../../text/ReaderContext.tsx';
import { Button } from '../../ui/Button.tsx';
import { DownloadButton } from '../../ui/DownloadButton.tsx';
import { Form } from '../../ui/Form.tsx';
import { Section } from '../../ui/Section.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useScopes } from '../useScopes.ts';
import { ShownStatement } from './ShownStatement.tsx';
import type { Asked } from './selection.ts';
import { paymentsTexts } from './texts.ts';

const FORMS = ['pdf', 'xlsx', 'zip'] as const;

/** A statement of a time: asked for by a form that stays in the address, shown, and saved as a file. */
export function Statement() {
  const say = useSay(paymentsTexts);
  const asked = useSearch({ from: '/payments' });
  const scopes = useScopes();
  const companies = useCompanies();
  const partner = asked.partner ?? scopes?.partners[0];
  const company = asked.company ?? companies[0];
  if (partner === undefined || company === undefined) return null;
  return (
    <Section title={say('statement')} lead={say('statementLead')}>
      <StatementForm
        key={JSON.stringify(asked)}
        asked={{ ...asked, partner, company }}
        partners={scopes?.partners ?? []}
        companies={companies}
      />
      {asked.from !== undefined && asked.until !== undefined && (
        <StatementOf partner={partner} company={company} from={asked.from} until={asked.until} />
      )}
    </Section>
  );
}

/** The companies of ours that have documents or balances with the partner. */
function useCompanies(): readonly string[] {
  const documents = api.useQuery('get', '/api/v1/documents', { params: { query: { limit: '200' } } });
  const balances = api.useQuery('get', '/api/v1/balance-confirmations', {
    params: { query: { limit: '200' } },
  });
  const named = [...(documents.data?.rows ?? []), ...(balances.data?.rows ?? [])];
  return [...new Set(named.map(({ company }) => company))].sort();
}

type FormProps = {
  readonly asked: Asked;
  readonly partners: readonly string[];
  readonly companies: readonly string[];
};

function StatementForm({ asked, partners, companies }: FormProps) {
  const say = useSay(paymentsTexts);
  const navigate = useNavigate({ from: '/payments' });
  const year = new Date().getFullYear();
  const [from, setFrom] = useState(asked.from ?? `${year}-01-01`);
  const [until, setUntil] = useState(asked.until ?? `${year}-12-31`);
  const [partner, setPartner] = useState(asked.partner ?? '');
  const [company, setCompany] = useState(asked.company ?? '');
  const show = () => void navigate({ search: { partner, company, from, until }, resetScroll: false });
  return (
    <Form label={say('statement')} onSubmit={show} actions={<Button type="submit">{say('show')}</Button>}>
      {partners.length > 1 && (
        <SelectField
          label={say('partner')}
          choices={partners.map((id) => ({ id, name: id }))}
          value={partner}
          onChange={setPartner}
        />
      )}
      {companies.length > 1 && (
        <SelectField
          label={say('company')}
          choices={companies.map((id) => ({ id, name: id }))}
          value={company}
          onChange={setCompany}
        />
      )}
      <TextField label={say('from')} type="date" value={from} onChange={setFrom} />
      <TextField label={say('until')} type="date" value={until} onChange={setUntil} />
    </Form>
  );
}

function StatementOf({ partner, ...query }: Required<Asked>) {
  const say = useSay(paymentsTexts);
  const path = { code: partner };
  const statement = api.useQuery('get', '/api/v1/partners/{code}/statement', { params: { path, query } });
  return (
    <>
      <ShownStatement statement={statement} />
      {FORMS.map((format) => (
        <DownloadButton
          key={format}
          name={`statement.${format}`}
          onAsk={() =>
            call.GET('/api/v1/partners/{code}/statement/file', {
              params: { path, query: { ...query, format } },
              parseAs: 'blob',
            })
          }
        >
          {say(`save.${format}`)}
        </DownloadButton>
      ))}
    </>
  );
}
