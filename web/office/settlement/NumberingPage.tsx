import { after } from '../../api/after.ts';
import { api } from '../../api/client.ts';
import { useSay } from '../../text/ReaderContext.tsx';
import { type Column, DataTable } from '../../ui/DataTable.tsx';
import { Details } from '../../ui/Details.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Section } from '../../ui/Section.tsx';
import { FilterBar } from '../money/FilterBar.tsx';
import { OneCompany, useOneCompany } from '../money/OneCompany.tsx';
import { useCompanyList } from '../money/useChoices.ts';
import { NumberingDeeds } from './NumberingDeeds.tsx';
import { numberingTexts } from './numberingTexts.ts';
import { SettingsWaiting } from './SettingsWaiting.tsx';
import { SettlementFrame } from './SettlementFrame.tsx';
import type { DocumentSettings } from './settlementTypes.ts';
import { settlementWords } from './settlementWords.ts';

/** How the documents of a company are numbered, and how it stands on them. */
export function NumberingPage() {
  const say = useSay(numberingTexts);
  const companies = useCompanyList();
  const { id: company = '' } = useOneCompany() ?? {};
  const settings = api.useQuery(
    'get',
    '/api/v1/companies/{code}/documents',
    { params: { path: { code: company } } },
    { enabled: company !== '' },
  );
  return (
    <SettlementFrame lead={say('lead')}>
      <FilterBar>
        <OneCompany />
      </FilterBar>
      <Loaded query={after(companies, settings)}>
        {(found) => (
          <>
            <NumberingDeeds key={company} company={company} settings={found} />
            {found.waiting.length > 0 && (
              <Section title={say('waiting')} lead={say('waitingLead')}>
                {found.waiting.map((change) => (
                  <SettingsWaiting key={change.id} change={change} />
                ))}
              </Section>
            )}
            <Section title={say('party')}>
              <Party party={found.party} />
            </Section>
            <Section title={say('series')} lead={say('seriesLead')}>
              <Series series={found.series} />
            </Section>
          </>
        )}
      </Loaded>
    </SettlementFrame>
  );
}

function Party({ party }: { readonly party: DocumentSettings['party'] }) {
  const say = useSay(numberingTexts);
  if (party === null) return <Notice title={say('noParty')} meaning="attention" />;
  const { addressLines, postCode = '', city = '', country, electronicAddress } = party;
  const address = [...addressLines, `${postCode} ${city}`.trim(), country].filter((text) => text !== '');
  return (
    <Details
      entries={[
        [say('name'), party.name],
        [say('address'), address.join(', ')],
        [say('taxId'), party.taxId],
        [say('registration'), party.registration],
        [say('electronic'), electronicAddress && `${electronicAddress.scheme} ${electronicAddress.address}`],
      ]}
    />
  );
}

function Series({ series }: { readonly series: DocumentSettings['series'] }) {
  const say = useSay(numberingTexts);
  const sayWord = useSay(settlementWords);
  if (series.length === 0) return <p>{say('noSeries')}</p>;
  const columns: readonly Column<DocumentSettings['series'][number]>[] = [
    { id: 'kind', title: say('kind'), isMain: true, cell: ({ kind }) => sayWord(`kind.${kind}`) },
    { id: 'series', title: say('seriesName'), cell: (row) => row.series },
    { id: 'by', title: say('numberedBy'), cell: ({ numberedBy }) => say(`by.${numberedBy}`) },
  ];
  return <DataTable caption={say('series')} columns={columns} rows={series} rowKey={({ kind }) => kind} />;
}
