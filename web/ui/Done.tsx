import type { ReactNode } from 'react';
import { Notice } from './Notice.tsx';

type Props = {
  readonly title: string;
  /** Attention: not all of it was done, or something is left to do. */
  readonly meaning?: 'good' | 'attention';
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
};

/** What has just been done, said to those who see and to those who hear; with what one can do next, or take back. */
export function Done({ title, meaning = 'good', children, actions }: Props) {
  return (
    <div aria-live="polite">
      <Notice title={title} meaning={meaning} actions={actions}>
        {children}
      </Notice>
    </div>
  );
}
