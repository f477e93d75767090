/** The fixed names of the three roles; none of them is a superuser or bypasses row-level security. */
export const OWNER = 'openrebate_owner';
export const APP = 'openrebate_app';
export const PORTAL = 'openrebate_portal';
export const ROLES = [OWNER, APP, PORTAL] as const;
