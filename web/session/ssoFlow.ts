/** Under which name the tab keeps what it began, until the provider has sent it back. */
export const SSO_FLOW = 'openrebate.sso';
