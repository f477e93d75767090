import type { paths } from '../../api/openApi.ts';
import { useSay } from '../../text/ReaderContext.tsx';
import { Tag } from '../../ui/Tag.tsx';
import styles from './Agreements.module.css';
import { agreementsTexts } from './texts.ts';

type Listed =
  paths['/api/v1/portal/agreements']['get']['responses']['200']['content']['application/json']['rows'][number];

/** Where an agreement stands, and whether the version in force is accepted for every partner it is with. */
export function AgreementState({ agreement }: { readonly agreement: Pick<Listed, 'state' | 'parties'> }) {
  const say = useSay(agreementsTexts);
  const { state, parties } = agreement;
  const isAccepted = parties.every(({ accepted }) => accepted !== null);
  // Nobody can say yes any more to what is over.
  const isOver = state === 'expired' || state === 'terminated';
  return (
    <span className={styles.tags}>
      <Tag meaning={state === 'active' ? 'good' : 'neutral'}>{say(state)}</Tag>
      {(isAccepted || !isOver) && (
        <Tag meaning={isAccepted ? 'good' : 'attention'}>{say(isAccepted ? 'accepted' : 'notAccepted')}</Tag>
      )}
    </span>
  );
}
