import { createContext } from 'react';

/** What the pages are called in the title of the window: ours, or what a tenant calls its portal. */
export const ProductName = createContext('OpenRebate');
