import { useReader, useSay } from '../../../text/ReaderContext.tsx';
import { Section } from '../../../ui/Section.tsx';
import { Tag } from '../../../ui/Tag.tsx';
import { useActorName } from '../../money/useActorName.ts';
import styles from './Detail.module.css';
import type { ProposalView } from './shapes.ts';
import { detailTexts } from './texts.ts';

/** Whose approval is needed, who has given theirs, and who may not because they wrote it. */
export function ReviewLevels({ proposal }: { readonly proposal: ProposalView }) {
  const say = useSay(detailTexts);
  const { name, instant, list } = useReader();
  const nameOf = useActorName();
  const { submitted, state } = proposal;
  if (submitted === null) return null;
  return (
    <Section title={say('review')} lead={say('authors', { names: list(submitted.authors.map(nameOf)) })}>
      <ol className={styles.levels}>
        {submitted.levels.map(({ id, name: names, approvedBy, at }) => (
          <li key={id}>
            <strong>{name(names)}</strong>{' '}
            {approvedBy !== null && at !== null ? (
              <Tag meaning="good">{say('approvedBy', { who: nameOf(approvedBy), at: instant(at) })}</Tag>
            ) : (
              <Tag meaning={state === 'inReview' ? 'attention' : 'neutral'}>{say('approvalMissing')}</Tag>
            )}
          </li>
        ))}
      </ol>
    </Section>
  );
}
