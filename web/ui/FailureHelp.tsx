import { createContext, type ReactNode } from 'react';

/** What stands beside everything that could not be shown: whom to ask. */
export const FailureHelp = createContext<ReactNode>(null);
