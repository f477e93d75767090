/** Where the parts of a claim can stand, in the order of their way. */
export const POSITIONS = ['undecided', 'accepted', 'disputed', 'refused', 'received', 'writtenOff'] as const;
