import { useRouter } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { objectPlace } from './objectPlace.ts';
import type { FoundObject } from './trustTypes.ts';

type Props = { readonly object: FoundObject; readonly id: string; readonly children: ReactNode };

/** Leads to a record that was found, where it has a page. */
export function ObjectLink({ object, id, children }: Props) {
  const router = useRouter();
  const href = objectPlace(object, id);
  if (href === undefined) return <span>{children}</span>;
  return (
    <a
      href={href}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        router.history.push(href);
      }}
    >
      {children}
    </a>
  );
}
