import { useParams, useSearch } from '@tanstack/react-router';
import { api } from '../../../api/client.ts';
import { useReader, useSay } from '../../../text/ReaderContext.tsx';
import { Failure } from '../../../ui/Failure.tsx';
import { Loaded } from '../../../ui/Loaded.tsx';
import { Page } from '../../../ui/Page.tsx';
import { StateTag } from '../StateTag.tsx';
import type { AgreementText } from '../text/textPath.ts';
import { AgreementActions } from './AgreementActions.tsx';
import { AgreementTabs } from './AgreementTabs.tsx';
import styles from './Detail.module.css';
import type { Versions } from './shapes.ts';
import { standingText } from './standing.ts';
import { detailTexts } from './texts.ts';
import { useTextShown } from './useTextShown.ts';

/** One agreement: what it says, who takes part, how it came about, and what can be done with it. */
export function AgreementPage() {
  const { code } = useParams({ from: '/agreements/$code' });
  const place = useSearch({ from: '/agreements/$code' });
  const versions = api.useQuery('get', '/api/v1/agreements/{code}/versions', { params: { path: { code } } });
  const shown = useTextShown(code, versions.data);
  const title = useTitle(code, shown.text);
  return (
    <Page
      title={title}
      lead={code}
      actions={versions.data && <AgreementActions code={code} versions={versions.data} />}
    >
      <Loaded query={versions}>
        {(history) => (
          <>
            <p className={styles.standing}>
              <StateTag state={history.state} />
              <Standing text={shown.text} history={history} />
            </p>
            {shown.error !== null && <Failure error={shown.error} />}
            <AgreementTabs code={code} place={place} history={history} text={shown.text} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

type StandingProps = { readonly text: AgreementText | undefined; readonly history: Versions };

function Standing({ text, history: { state, versions } }: StandingProps) {
  const say = useSay(detailTexts);
  const { span } = useReader();
  const validity = spanIn(text);
  const version = versions.at(-1)?.version;
  const said = [validity && span(validity), say(standingText(state, version), { version: version ?? '' })];
  return <span>{said.filter(Boolean).join(' · ')}</span>;
}

function useTitle(code: string, text: AgreementText | undefined): string {
  const { name } = useReader();
  const names = text?.name;
  const known = typeof names === 'object' && names !== null && 'en' in names && 'zh-CN' in names;
  return (known ? name(names as Parameters<typeof name>[0]) : '') || code;
}

function spanIn(text: AgreementText | undefined) {
  const validity = text?.validity as { readonly firstDay?: unknown; readonly lastDay?: unknown } | undefined;
  const { firstDay, lastDay } = validity ?? {};
  if (typeof firstDay !== 'string' || typeof lastDay !== 'string') return undefined;
  return isDay(firstDay) && isDay(lastDay) ? { firstDay, lastDay } : undefined;
}

function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
}
