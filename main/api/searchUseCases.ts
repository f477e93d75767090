import type { SearchUseCases } from '../../adapters/http/routes/searchRoutes.ts';
import type { Caller } from '../../app/access/caller.ts';
import type { Ports } from '../../app/ports.ts';
import { findThings } from '../../app/search/findThings.ts';

export function searchUseCases(ports: Ports, caller: Caller): SearchUseCases {
  return { findThings: (asked) => findThings(ports, caller, asked) };
}
