import type { Answer } from '../../../api/answer.ts';
import { call } from '../../../api/client.ts';
import { useLongList } from '../../../shell/useLongList.ts';
import { useReader, useSay } from '../../../text/ReaderContext.tsx';
import { type Column, DataTable } from '../../../ui/DataTable.tsx';
import { Loaded } from '../../../ui/Loaded.tsx';
import { More } from '../../../ui/More.tsx';
import { Named } from '../../../ui/Named.tsx';
import { Section } from '../../../ui/Section.tsx';
import { Tag } from '../../../ui/Tag.tsx';
import type { Versions } from './shapes.ts';
import { standingText } from './standing.ts';
import { detailTexts } from './texts.ts';

type Acceptance = Answer<'listOnlineAcceptances'>['rows'][number];

const AT_ONCE = '100';

type Props = { readonly code: string; readonly history: Pick<Versions, 'state' | 'versions'> };

/** Who of which partner has accepted which version in the portal, and when. */
export function OnlineAcceptances({ code, history: { state, versions } }: Props) {
  const say = useSay(detailTexts);
  const { instant } = useReader();
  const last = versions.at(-1)?.version;
  const { query, more } = useLongList<Acceptance>(['acceptances', code], (page) =>
    call.GET('/api/v1/agreements/{code}/online-acceptances', {
      params: { path: { code }, query: { ...page, limit: AT_ONCE } },
    }),
  );
  const columns: readonly Column<Acceptance>[] = [
    {
      id: 'partner',
      title: say('acceptedFor'),
      isMain: true,
      cell: ({ partner, partnerName }) => <Named name={partnerName} code={partner} />,
    },
    { id: 'by', title: say('acceptedBy'), cell: ({ by }) => by },
    { id: 'at', title: say('acceptedAt'), cell: ({ at }) => instant(at) },
    {
      id: 'version',
      title: say('versionTitle'),
      isFirst: true,
      cell: ({ version }) => (
        <Tag meaning={version === last ? 'good' : 'neutral'}>
          {say(version === last ? standingText(state, last) : 'version', { version })}
        </Tag>
      ),
    },
  ];
  return (
    <Section title={say('acceptances')} lead={say('acceptancesLead')}>
      <Loaded query={query} rows={2}>
        {(rows) =>
          rows.length === 0 ? (
            <p>{say('noAcceptances')}</p>
          ) : (
            <>
              <DataTable
                caption={say('acceptances')}
                columns={columns}
                rows={rows}
                rowKey={({ partner, version }) => `${partner} ${version}`}
              />
              {more.onMore !== undefined && <More {...more} />}
            </>
          )
        }
      </Loaded>
    </Section>
  );
}
