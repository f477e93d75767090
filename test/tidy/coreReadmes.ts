import { CORE_ROOMS } from './coreRooms.ts';
import type { HouseFile } from './houseFiles.ts';
import type { Inspection } from './inspection.ts';

/** Rooms that still have no README.md. The list only shrinks. */
export const WITHOUT_README: readonly string[] = [];

/** Each room of core explains itself on one screen: the picture, the words, the laws, an example. */
export function coreReadmes(
  files: readonly HouseFile[],
  rooms: readonly string[] = Object.keys(CORE_ROOMS),
  without: readonly string[] = WITHOUT_README,
): Inspection {
  const has = (room: string) => files.some((file) => file.path === `core/${room}/README.md`);
  return {
    seen: rooms.length,
    faults: rooms.flatMap((room) => {
      if (has(room))
        return without.includes(room) ? [`core/${room} has a README.md now: shrink the list`] : [];
      return without.includes(room) ? [] : [`core/${room} has no README.md`];
    }),
  };
}
