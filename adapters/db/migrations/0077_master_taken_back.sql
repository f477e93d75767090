-- An import of master data can be taken back: a version whose last word is withdrawn is known no more.

ALTER TABLE master_version ADD COLUMN withdrawn boolean NOT NULL DEFAULT false;

-- Partners are looked up by the portal, too.
GRANT SELECT (withdrawn) ON master_version TO openrebate_portal;
