import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useSay } from '../../../text/ReaderContext.tsx';
import { Menu } from '../../../ui/Menu.tsx';
import { useMay } from '../../money/useMay.ts';
import { CopyDialog } from './CopyDialog.tsx';
import styles from './Detail.module.css';
import type { Versions } from './shapes.ts';
import { TerminateDialog } from './TerminateDialog.tsx';
import { detailTexts } from './texts.ts';

type Deed = 'renew' | 'clone' | 'terminate';

type Props = { readonly code: string; readonly versions: Versions };

/** What can begin with an agreement: another version, the next period, a copy, an end. */
export function AgreementActions({ code, versions: { state, versions } }: Props) {
  const say = useSay(detailTexts);
  const mayWrite = useMay('agreements:write');
  const [deed, setDeed] = useState<Deed>();
  const version = versions.at(-1)?.version;
  if (version === undefined || !mayWrite) return null;
  const isRunning = state === 'approved' || state === 'active';
  const deeds: readonly Deed[] = [
    ...(state === 'terminated' ? [] : (['renew'] as const)),
    'clone',
    ...(isRunning ? (['terminate'] as const) : []),
  ];
  const close = () => setDeed(undefined);
  return (
    <>
      <Link to="/agreements/$code/edit" params={{ code }} className={`${styles.link} ${styles.primary}`}>
        {say('amend')}
      </Link>
      <Menu
        label={say('more')}
        button={say('more')}
        entries={deeds.map((id) => ({ id, name: say(`do.${id}`) }))}
        onChoose={(id) => setDeed(deeds.find((one) => one === id))}
      />
      {(deed === 'renew' || deed === 'clone') && <CopyDialog code={code} deed={deed} onClose={close} />}
      {deed === 'terminate' && <TerminateDialog code={code} base={version} onClose={close} />}
    </>
  );
}
