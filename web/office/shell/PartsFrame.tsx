import { Link, type LinkProps } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Page } from '../../ui/Page.tsx';
import { TabBar } from '../../ui/TabBar.tsx';

const EXACT = { exact: true, includeSearch: false };

type Props = {
  readonly title: string;
  readonly lead: string;
  /** What the parts are parts of, for who hears the page. */
  readonly label: string;
  /** The address of each part, and what it is called. */
  readonly parts: readonly (readonly [to: NonNullable<LinkProps['to']>, name: string])[];
  readonly actions?: ReactNode;
  readonly children: ReactNode;
};

/** A place with its parts, of which one is open. */
export function PartsFrame({ title, lead, label, parts, actions, children }: Props) {
  return (
    <Page title={title} lead={lead} actions={actions}>
      <TabBar label={label}>
        {parts.map(([to, name]) => (
          <Link key={to} to={to} activeOptions={EXACT}>
            {name}
          </Link>
        ))}
      </TabBar>
      {children}
    </Page>
  );
}
