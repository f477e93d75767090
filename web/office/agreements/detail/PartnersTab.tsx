import { Link } from '@tanstack/react-router';
import { useSay } from '../../../text/ReaderContext.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { WhoQualifies } from '../../earnings/WhoQualifies.tsx';
import { detailTexts } from './texts.ts';

type Props = { readonly code: string; readonly isInForce: boolean };

/** Who takes part, where each partner stands, and what it has earned. */
export function PartnersTab({ code, isInForce }: Props) {
  const say = useSay(detailTexts);
  if (!isInForce) {
    return (
      <Notice title={say('notInForceTitle')}>
        <p>{say('notInForceText')}</p>
      </Notice>
    );
  }
  return (
    <>
      <p>
        <Link to="/earnings" search={{ agreement: code }}>
          {say('allEarnings')}
        </Link>
      </p>
      <WhoQualifies agreement={code} />
    </>
  );
}
