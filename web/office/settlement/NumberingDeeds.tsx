import { call } from '../../api/client.ts';
import { useSay } from '../../text/ReaderContext.tsx';
import { Deed } from '../money/Deed.tsx';
import { Deeds } from '../money/Deeds.tsx';
import { useMay } from '../money/useMay.ts';
import { numberingTexts } from './numberingTexts.ts';
import type { DocumentSettings } from './settlementTypes.ts';
import { settlementWords } from './settlementWords.ts';

type Kind = DocumentSettings['series'][number]['kind'];

const KINDS: readonly Kind[] = [
  'creditNote',
  'debitNote',
  'selfBilledInvoice',
  'selfBilledCreditNote',
  'paymentNotice',
  'reclaimNotice',
];

type Props = { readonly company: string; readonly settings: DocumentSettings };

/** Says how documents are numbered and how the company stands on them: for administrators. */
export function NumberingDeeds({ company, settings }: Props) {
  if (!useMay('company:write')) return null;
  return (
    <Deeds>
      <SetParty company={company} settings={settings} />
      <SetSeries company={company} />
    </Deeds>
  );
}

/** How the company stands on its documents. */
function SetParty({ company, settings: { party } }: Props) {
  const say = useSay(numberingTexts);
  const params = { path: { code: company } };
  const [first = '', second = '', third = ''] = party?.addressLines ?? [];
  const optional = (id: string, label: string, value: string | undefined) => ({
    ...{ id, label, value, isOptional: true },
  });
  return (
    <Deed
      name={say('setParty')}
      questions={[
        { id: 'name', label: say('name'), value: party?.name },
        optional('address1', say('address1'), first),
        optional('address2', say('address2'), second),
        optional('address3', say('address3'), third),
        optional('postCode', say('postCode'), party?.postCode),
        optional('city', say('city'), party?.city),
        { id: 'country', label: say('country'), value: party?.country, hint: say('countryHint') },
        optional('taxId', say('taxId'), party?.taxId),
        optional('registration', say('registration'), party?.registration),
        optional('scheme', say('scheme'), party?.electronicAddress?.scheme),
        optional('electronic', say('electronic'), party?.electronicAddress?.address),
      ]}
      done={say('partySet')}
      onDo={({ name = '', country = '', address1, address2, address3, scheme, electronic, ...more }) =>
        call.PUT('/api/v1/companies/{code}/documents/party', {
          params,
          body: {
            ...{ ...more, name, country: country.toUpperCase() },
            addressLines: [address1, address2, address3].filter((line) => line !== undefined),
            ...(scheme !== undefined &&
              electronic !== undefined && { electronicAddress: { scheme, address: electronic } }),
          },
        })
      }
    />
  );
}

/** How one kind of document is numbered, and by whom. */
function SetSeries({ company }: Pick<Props, 'company'>) {
  const say = useSay(numberingTexts);
  const sayWord = useSay(settlementWords);
  const params = { path: { code: company } };
  return (
    <Deed
      name={say('setSeries')}
      lead={say('seriesLead')}
      questions={[
        {
          ...{ id: 'kind', label: say('kind'), kind: 'choice', value: 'creditNote' },
          choices: KINDS.map((id) => ({ id, name: sayWord(`kind.${id}`) })),
        },
        { id: 'series', label: say('seriesName') },
        {
          ...{ id: 'numberedBy', label: say('numberedBy'), kind: 'choice', value: 'here' },
          choices: (['here', 'elsewhere'] as const).map((id) => ({ id, name: say(`by.${id}`) })),
        },
      ]}
      done={say('seriesSet')}
      onDo={({ kind, series = '', numberedBy }) =>
        call.PUT('/api/v1/companies/{code}/documents/series', {
          params,
          body: {
            kind: kind as Kind,
            series,
            numberedBy: numberedBy === 'elsewhere' ? 'elsewhere' : 'here',
          },
        })
      }
    />
  );
}
