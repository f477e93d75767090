import { useNavigate } from '@tanstack/react-router';
import { useReader, useSay } from '../../text/ReaderContext.tsx';
import { Details } from '../../ui/Details.tsx';
import { Section } from '../../ui/Section.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import { useActorName } from '../money/useActorName.ts';
import styles from './Audit.module.css';
import { auditTexts } from './auditTexts.ts';
import { deedName } from './deedName.ts';
import { deedWords } from './deedWords.ts';
import type { AuditEntry } from './ledgerTypes.ts';

/** One entry of the trail, as it was written. */
export function AuditEntrySheet({ entry }: { readonly entry: AuditEntry | undefined }) {
  const say = useSay(auditTexts);
  const sayDeed = useSay(deedWords);
  const { instant } = useReader();
  const nameOf = useActorName();
  const navigate = useNavigate({ from: '/ledger/audit' });
  const close = () => void navigate({ search: ({ entry: _closed, ...rest }) => rest, resetScroll: false });
  return (
    <Sheet
      title={entry === undefined ? say('entry') : deedName(entry.action, sayDeed)}
      isOpen={entry !== undefined}
      onClose={close}
    >
      {entry !== undefined && (
        <>
          <Details
            entries={[
              [say('code'), entry.action],
              [say('object'), entry.object],
              [say('actor'), entry.actorName ?? nameOf(entry.actor)],
              [say('when'), instant(entry.at)],
              [say('batch'), String(entry.batch)],
              [
                say('entry'),
                entry.position === null ? say('unbound') : say('bound', { position: entry.position }),
              ],
              [say('hash'), entry.hash ?? undefined],
            ]}
          />
          <Section title={say('content')}>
            <pre className={styles.content}>{JSON.stringify(entry.body, null, 2)}</pre>
          </Section>
        </>
      )}
    </Sheet>
  );
}
