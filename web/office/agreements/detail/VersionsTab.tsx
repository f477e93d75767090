import { Link, useNavigate } from '@tanstack/react-router';
import { useReader, useSay } from '../../../text/ReaderContext.tsx';
import { type Column, DataTable } from '../../../ui/DataTable.tsx';
import { Named } from '../../../ui/Named.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Section } from '../../../ui/Section.tsx';
import { SelectField } from '../../../ui/SelectField.tsx';
import { agreementsTexts } from '../texts.ts';
import styles from './Detail.module.css';
import { Differences } from './Differences.tsx';
import { OnlineAcceptances } from './OnlineAcceptances.tsx';
import type { Place } from './place.ts';
import type { Versions } from './shapes.ts';
import { detailTexts } from './texts.ts';

type Props = { readonly code: string; readonly place: Place; readonly history: Versions };

/** The versions that were in force, and what differs between any two of them. */
export function VersionsTab({ code, place, history }: Props) {
  const say = useSay(detailTexts);
  const navigate = useNavigate({ from: '/agreements/$code' });
  const { versions } = history;
  if (versions.length === 0) {
    return (
      <Notice title={say('notInForceTitle')}>
        <p>{say('notInForceText')}</p>
      </Notice>
    );
  }
  const names = versions.map(({ version }) => ({ id: String(version), name: say('version', { version }) }));
  const to = place.to ?? String(versions.at(-1)?.version);
  const from = place.from ?? String(versions.at(-2)?.version ?? versions.at(-1)?.version);
  const compare = (wanted: Pick<Place, 'from' | 'to'>) =>
    void navigate({ search: { tab: 'versions', from, to, ...wanted }, replace: true });
  return (
    <>
      <VersionTable code={code} history={history} />
      <OnlineAcceptances code={code} history={history} />
      {versions.length > 1 && (
        <Section title={say('compare')}>
          <div className={styles.compare}>
            <SelectField
              label={say('before')}
              choices={names}
              value={from}
              onChange={(id) => compare({ from: id })}
            />
            <SelectField
              label={say('after')}
              choices={names}
              value={to}
              onChange={(id) => compare({ to: id })}
            />
          </div>
          <Differences code={code} from={from} to={to} />
        </Section>
      )}
    </>
  );
}

function VersionTable({ code, history }: { readonly code: string; readonly history: Versions }) {
  const say = useSay(detailTexts);
  const sayKind = useSay(agreementsTexts);
  const { instant } = useReader();
  const proposals = new Map(history.proposals.map((proposal) => [proposal.id, proposal]));
  const columns: readonly Column<Versions['versions'][number]>[] = [
    {
      id: 'version',
      title: say('versionTitle'),
      isMain: true,
      cell: ({ version }) => say('version', { version }),
    },
    {
      id: 'cause',
      title: say('cameBy'),
      isPlain: true,
      cell: ({ proposal }) => {
        if (proposal === null) return say('takenOver');
        const kind = proposals.get(proposal)?.kind ?? 'version';
        return (
          <Link to="/agreements/$code" params={{ code }} search={{ tab: 'proposals', proposal }}>
            {sayKind(`kind.${kind}`)}
          </Link>
        );
      },
    },
    {
      id: 'at',
      title: say('knownFrom'),
      cell: ({ at, sha256 }) => (
        <Named name={at === null ? '' : instant(at)} code={say('textHash', { hash: sha256.slice(0, 12) })} />
      ),
    },
  ];
  return (
    <DataTable
      caption={say('tab.versions')}
      columns={columns}
      rows={history.versions.toReversed()}
      rowKey={({ version }) => String(version)}
    />
  );
}
