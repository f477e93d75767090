import type { ReactNode } from 'react';
import { Notice } from './Notice.tsx';

/** What has just been done, said to those who see and to those who hear; with what one can do next, or take back. */
export function Done({ title, actions }: { readonly title: string; readonly actions?: ReactNode }) {
  return (
    <div aria-live="polite">
      <Notice title={title} meaning="good" actions={actions} />
    </div>
  );
}
