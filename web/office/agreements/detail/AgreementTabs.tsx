import { Link } from '@tanstack/react-router';
import { useSay } from '../../../text/ReaderContext.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { TabBar } from '../../../ui/TabBar.tsx';
import type { AgreementText } from '../text/textPath.ts';
import { DocumentsTab } from './DocumentsTab.tsx';
import { HistoryTab } from './HistoryTab.tsx';
import { PartnersTab } from './PartnersTab.tsx';
import { ProposalsTab } from './ProposalsTab.tsx';
import { type Place, TABS } from './place.ts';
import type { Versions } from './shapes.ts';
import { TermsTab } from './TermsTab.tsx';
import { detailTexts } from './texts.ts';
import { VersionsTab } from './VersionsTab.tsx';

type Props = {
  readonly code: string;
  readonly place: Place;
  readonly history: Versions;
  readonly text: AgreementText | undefined;
};

/** The parts of an agreement. What waits for somebody opens first. */
export function AgreementTabs({ code, place, history, text }: Props) {
  const say = useSay(detailTexts);
  const isOpen = history.proposals.some(({ state }) => state === 'draft' || state === 'inReview');
  const tab = place.tab ?? (isOpen ? 'proposals' : 'terms');
  return (
    <>
      <TabBar label={say('parts')}>
        {TABS.map((name) => (
          <Link
            key={name}
            to="/agreements/$code"
            params={{ code }}
            search={{ tab: name }}
            activeProps={{}}
            aria-current={name === tab ? 'page' : undefined}
          >
            {say(`tab.${name}`)}
          </Link>
        ))}
      </TabBar>
      {tab === 'terms' && (text === undefined ? <Skeleton /> : <TermsTab text={text} />)}
      {tab === 'partners' && <PartnersTab code={code} isInForce={history.versions.length > 0} />}
      {tab === 'proposals' && <ProposalsTab code={code} place={place} history={history} />}
      {tab === 'versions' && <VersionsTab code={code} place={place} history={history} />}
      {tab === 'history' && <HistoryTab code={code} />}
      {tab === 'documents' && <DocumentsTab code={code} />}
    </>
  );
}
