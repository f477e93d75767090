import { useNavigate, useSearch } from '@tanstack/react-router';
import type { Answer } from '../../api/answer.ts';
import { api, call } from '../../api/client.ts';
import { useFields } from '../../shell/useFields.ts';
import { useSay } from '../../text/ReaderContext.tsx';
import { Button } from '../../ui/Button.tsx';
import { DownloadButton } from '../../ui/DownloadButton.tsx';
import { Form } from '../../ui/Form.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Section } from '../../ui/Section.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useScopes } from '../useScopes.ts';
import styles from './Payments.module.css';
import { ShownStatement } from './ShownStatement.tsx';
import type { Asked } from './selection.ts';
import { paymentsTexts } from './texts.ts';

const FORMS = ['pdf', 'xlsx', 'zip'] as const;

/** A statement of a time: asked for by a form that stays in the address, shown, and saved as a file. */
export function Statement() {
  const say = useSay(paymentsTexts);
  const asked = useSearch({ from: '/payments' });
  const scopes = useScopes();
  const companies = api.useQuery('get', '/api/v1/portal/companies');
  const partner = asked.partner ?? scopes?.partners[0];
  if (partner === undefined) return null;
  return (
    <Section title={say('statement')} lead={say('statementLead')}>
      <Loaded query={companies} rows={2}>
        {({ rows }) => {
          const company = asked.company ?? rows[0]?.code;
          if (company === undefined) return <Notice title={say('noStatement')} />;
          return (
            <>
              <StatementForm
                key={JSON.stringify([asked.from, asked.until, partner, company])}
                asked={{ ...asked, partner, company }}
                partners={scopes?.partners ?? []}
                companies={rows}
              />
              {asked.from !== undefined && asked.until !== undefined && (
                <StatementOf partner={partner} company={company} from={asked.from} until={asked.until} />
              )}
            </>
          );
        }}
      </Loaded>
    </Section>
  );
}

type FormProps = {
  readonly asked: Asked;
  readonly partners: readonly string[];
  readonly companies: Answer<'listOwnCompanies'>['rows'];
};

function StatementForm({ asked, partners, companies }: FormProps) {
  const say = useSay(paymentsTexts);
  const navigate = useNavigate({ from: '/payments' });
  // A sandbox stands on a day of its own.
  const year = companies.find(({ code }) => code === asked.company)?.day.slice(0, 4);
  const { texts, field } = useFields({
    ...{ from: asked.from ?? `${year}-01-01`, until: asked.until ?? `${year}-12-31` },
    ...{ partner: asked.partner ?? '', company: asked.company ?? '' },
  });
  const show = () => void navigate({ search: texts, resetScroll: false });
  return (
    <Form label={say('statement')} onSubmit={show} actions={<Button type="submit">{say('show')}</Button>}>
      {partners.length > 1 && (
        <SelectField
          label={say('partner')}
          choices={partners.map((id) => ({ id, name: id }))}
          {...field('partner')}
        />
      )}
      {companies.length > 1 && (
        <SelectField
          label={say('company')}
          choices={companies.map(({ code, name }) => ({ id: code, name }))}
          {...field('company')}
        />
      )}
      <TextField label={say('from')} type="date" {...field('from')} />
      <TextField label={say('until')} type="date" {...field('until')} />
    </Form>
  );
}

type StatementProps = Required<Pick<Asked, 'partner' | 'company' | 'from' | 'until'>>;

function StatementOf({ partner, ...query }: StatementProps) {
  const say = useSay(paymentsTexts);
  const path = { code: partner };
  const statement = api.useQuery('get', '/api/v1/partners/{code}/statement', { params: { path, query } });
  return (
    <>
      <ShownStatement statement={statement} />
      <p className={styles.files}>
        {FORMS.map((format) => (
          <DownloadButton
            key={format}
            name={`statement.${format}`}
            onAsk={(signal) =>
              call.GET('/api/v1/partners/{code}/statement/file', {
                params: { path, query: { ...query, format } },
                parseAs: 'blob',
                signal,
              })
            }
          >
            {say(`save.${format}`)}
          </DownloadButton>
        ))}
      </p>
    </>
  );
}
